import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { controlerDonnees } from '../../../moteurs/document/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { trouverModele } from '../../../referentiel/modeles/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { type Cadre, lireCadre } from '../donnees/cadre.server.ts';
import { lireAgents } from '../donnees/lire-donnees.server.ts';
import type { ChampARediger, Redaction } from '../saisie/champs.ts';
import { type Conflit, fusionner } from '../saisie/fusionner.ts';
import { lireVersionLue } from '../saisie/version-lue.server.ts';
import { CHAMPS_DE_FICHE } from './champs-de-fiche.ts';
import { donneesDeLaFiche } from './donnees-de-fiche.ts';
import { construireFiche, type FicheTechnique, personnesPubliques } from './fiche.ts';
import {
  changerFiche,
  degelerFiche,
  type FicheLue,
  figerFiche,
  retirerFiche,
  trouverFiche,
} from './fiches.sql.server.ts';
import { type FusionDImpacts, fusionnerImpacts } from './fusionner-impacts.ts';
import { controlerImpact, type ImpactPrevisionnel } from './impact.ts';
import { ecrireImpacts } from './impact-enregistre.ts';
import { moyensActuels } from './lire-fiches.server.ts';

/** Ce qu’une écriture à plusieurs rend quand deux personnes ont changé le même champ. */
export interface RedactionEnConflit {
  readonly conflits: readonly Conflit[];
  /** Ce que vous avez écrit, complété de ce que l’autre a changé ailleurs. */
  readonly redaction: Redaction;
  readonly versionEnLigne: number;
  readonly parQui: string;
  readonly le: Jour;
}

export type IssueDeRedaction =
  | { readonly issue: 'enregistree'; readonly repris: readonly ChampARediger[] }
  | { readonly issue: 'conflit'; readonly conflit: RedactionEnConflit };

const INCONNUE: Refus = {
  code: 'fiche-inconnue',
  message: 'Cette fiche n’existe plus : revenez à la liste des fiches.',
};
const PRETE: Refus = {
  code: 'fiche-prete',
  message: 'Cette fiche est prête et ses chiffres sont figés : rouvrez-la avant de la modifier.',
};

const relire = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
): Promise<Resultat<FicheLue>> => {
  const fiche = await trouverFiche(transaction, contexte, id, { sousVerrou: true });
  if (fiche === null) return refuser(INCONNUE);
  return fiche.etat === 'prete' ? refuser(PRETE) : accepter(fiche);
};

/**
 * Enregistre la rédaction d’une fiche lue à une version donnée. Si une autre personne a écrit entre
 * temps, les champs qu’une seule des deux a changés sont gardés ; sinon rien n’est écrit, et les deux
 * textes sont rendus. Refus : `fiche-inconnue`, `fiche-prete`.
 */
export const redigerFiche = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  { version, redaction }: { readonly version: number; readonly redaction: Redaction },
  aujourdhui: Jour,
): Promise<Resultat<IssueDeRedaction>> => {
  const relue = await relire(transaction, contexte, id);
  if (!relue.ok) return relue;
  const fiche = relue.valeur;
  const base =
    fiche.version === version
      ? fiche.redaction
      : await lireVersionLue(transaction, 'fiche_technique', id, version);
  const fusion = fusionner(CHAMPS_DE_FICHE, base, fiche.redaction, redaction);
  if (fiche.version !== version && fusion.conflits.length > 0) {
    return accepter({
      issue: 'conflit',
      conflit: {
        conflits: fusion.conflits,
        redaction: fusion.redaction,
        versionEnLigne: fiche.version,
        parQui: fiche.modifieePar,
        le: fiche.modifieeLe,
      },
    });
  }
  const aEcrire =
    fiche.version === version ? { ...fiche.redaction, ...redaction } : fusion.redaction;
  await changerFiche(transaction, contexte, id, { redaction: aEcrire }, aujourdhui);
  return accepter({
    issue: 'enregistree',
    repris: fiche.version === version ? [] : fusion.repris,
  });
};

export type IssueDImpact =
  | { readonly issue: 'enregistree'; readonly reprises: readonly string[] }
  | {
      readonly issue: 'conflit';
      readonly fusion: FusionDImpacts;
      readonly enLigne: readonly ImpactPrevisionnel[];
      readonly parQui: string;
    };

/**
 * Enregistre l’impact par personne publique. Deux personnes à la fois : les valeurs qu’une seule a changées
 * sont gardées ; sinon rien n’est écrit, et les deux sont rendues. Refus : `fiche-inconnue`, `fiche-prete`.
 * @param lus ce que la page montrait
 */
export const ecrireImpactDeFiche = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  { lus, impacts }: { lus: readonly ImpactPrevisionnel[]; impacts: readonly ImpactPrevisionnel[] },
  aujourdhui: Jour,
): Promise<Resultat<IssueDImpact>> => {
  const relue = await relire(transaction, contexte, id);
  if (!relue.ok) return relue;
  const fusion = fusionnerImpacts(lus, relue.valeur.impact, impacts);
  if (fusion.conflits.length > 0) {
    const { impact: enLigne, modifieePar: parQui } = relue.valeur;
    return accepter({ issue: 'conflit', fusion, enLigne, parQui });
  }
  const impact = ecrireImpacts(fusion.impacts);
  await changerFiche(transaction, contexte, id, { impact }, aujourdhui);
  return accepter({ issue: 'enregistree', reprises: fusion.reprises });
};

/** Ce qui manque encore à une fiche pour être prête : rédaction (modèle) et impact (SCH-04). */
export const controlerFiche = (fiche: FicheTechnique, cadre: Cadre): readonly Refus[] => {
  const modele = trouverModele('fiche-technique');
  const donnees = donneesDeLaFiche(fiche, {
    epci: cadre.epci.nom,
    nommer: cadre.nommer,
    source: 'Grille RH',
  });
  return [
    ...(modele === undefined ? [] : controlerDonnees(modele, donnees)),
    ...controlerImpact(
      fiche.impactParPersonnePublique,
      personnesPubliques(cadre.epci.siren, fiche.perimetre),
      cadre.nommer,
    ),
  ];
};

/** Déclare une fiche prête : ses moyens sont figés ce jour. Refus : tout ce qui manque. */
export const declarerPrete = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<Resultat<null, readonly Refus[]>> => {
  const relue = await relire(transaction, contexte, id);
  if (!relue.ok) return refuser([relue.refus]);
  const cadre = await lireCadre(transaction, aujourdhui);
  const agents = await lireAgents(transaction, contexte);
  const moyens = moyensActuels(relue.valeur, agents, cadre.epci.siren);
  const manques = controlerFiche(
    construireFiche(relue.valeur, { ...moyens, figesLe: null }),
    cadre,
  );
  if (manques.length > 0) return refuser(manques);
  await figerFiche(transaction, contexte, id, moyens, aujourdhui);
  return accepter(null);
};

/** Rouvre une fiche prête. Refus : `fiche-inconnue`. */
export const rouvrirFiche = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const fiche = await trouverFiche(transaction, contexte, id, { sousVerrou: true });
  if (fiche === null) return refuser(INCONNUE);
  if (fiche.etat === 'prete') await degelerFiche(transaction, contexte, id, aujourdhui);
  return accepter(null);
};

/** Retire une fiche en brouillon du schéma. Refus : `fiche-inconnue`, `fiche-prete`. */
export const retirerDuSchema = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<Resultat<null>> => {
  const relue = await relire(transaction, contexte, id);
  if (!relue.ok) return relue;
  await retirerFiche(transaction, contexte, id, aujourdhui);
  return accepter(null);
};
