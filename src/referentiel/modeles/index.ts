import {
  type ChampDecrit,
  composer,
  type DocumentCompose,
  decrireChamps,
  type Modele,
  type OptionsDeComposition,
  type RefusDeComposition,
} from '../../moteurs/document/index.ts';
import { type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { CONVENTION_SERVICE_COMMUN } from './convention-service-commun.ts';
import { DELIBERATION_AVIS } from './deliberation-avis.ts';
import { ETAT_REFACTURATION } from './etat-refacturation.ts';
import convention from './exemples/convention-service-commun.json' with { type: 'json' };
import deliberation from './exemples/deliberation-avis.json' with { type: 'json' };
import etat from './exemples/etat-refacturation.json' with { type: 'json' };
import impact from './exemples/fiche-impact.json' with { type: 'json' };
import fiche from './exemples/fiche-technique.json' with { type: 'json' };
import rapport from './exemples/rapport-annuel.json' with { type: 'json' };
import schema from './exemples/schema-mutualisation.json' with { type: 'json' };
import { FICHE_IMPACT } from './fiche-impact.ts';
import { FICHE_TECHNIQUE } from './fiche-technique.ts';
import { RAPPORT_ANNUEL } from './rapport-annuel.ts';
import { SCHEMA_MUTUALISATION } from './schema-mutualisation.ts';

const MODELES: readonly { readonly modele: Modele; readonly exemple: unknown }[] = [
  { modele: SCHEMA_MUTUALISATION, exemple: schema },
  { modele: FICHE_TECHNIQUE, exemple: fiche },
  { modele: DELIBERATION_AVIS, exemple: deliberation },
  { modele: FICHE_IMPACT, exemple: impact },
  { modele: CONVENTION_SERVICE_COMMUN, exemple: convention },
  { modele: ETAT_REFACTURATION, exemple: etat },
  { modele: RAPPORT_ANNUEL, exemple: rapport },
];

/** Les modèles d’actes et de documents, dans l’ordre de la démarche. */
export const listerModeles = (): readonly Modele[] => MODELES.map(({ modele }) => modele);

/** Le modèle de ce nom. */
export const trouverModele = (nom: string): Modele | undefined =>
  MODELES.find(({ modele }) => modele.nom === nom)?.modele;

/** Les champs que ce modèle attend, avec leur chemin ; undefined si le modèle n’existe pas. */
export const champsDuModele = (nom: string): readonly ChampDecrit[] | undefined => {
  const modele = trouverModele(nom);
  return modele === undefined ? undefined : decrireChamps(modele.champs);
};

/** Un jeu de données complet pour ce modèle (personnes fictives). */
export const exempleDuModele = (nom: string): unknown =>
  MODELES.find(({ modele }) => modele.nom === nom)?.exemple;

/** Compose un document d’après le nom de son modèle ; un nom inconnu est un refus motivé. */
export const composerModele = (
  nom: string,
  donnees: unknown,
  options: Omit<OptionsDeComposition, 'bibliotheque'>,
): Resultat<DocumentCompose, readonly RefusDeComposition[]> => {
  const modele = trouverModele(nom);
  if (modele === undefined)
    return refuser([
      {
        code: 'modele-inconnu',
        message: `Le modèle « ${nom} » n’existe pas. Modèles : ${MODELES.map(({ modele: connu }) => connu.nom).join(', ')}.`,
        article: null,
      },
    ]);
  return composer(modele, donnees, { ...options, bibliotheque: trouverModele });
};
