import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import type { Acces } from '../../../socle/acces/index.server.ts';
import {
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { lireChamp } from '../../../socle/formulaires/index.ts';
import { lireCollectivites } from '../../../socle/territoire/index.server.ts';
import { type ContenuDeConvention, type Partie, versionCourante } from '../convention.ts';
import { lireConvention } from '../conventions.sql.server.ts';
import { changerMembres, enregistrerParties } from '../parties.sql.server.ts';
import { champsChanges, EDITION, type SectionDeRedaction } from '../service-commun/edition.ts';
import { enregistrerRedaction } from '../versions.sql.server.ts';
import type { Lecture } from './lire-champs.ts';
import { lireSection } from './lire-section.ts';

/** Rien n’est perdu : la saisie revient, avec ce qui manque ou ce que l’autre a écrit. */
export interface RedactionRefusee {
  readonly motifs: readonly Refus[];
  readonly saisie: ContenuDeConvention | null;
  readonly revision: number;
  readonly changes: readonly string[];
}

const lireParties = (parties: readonly Partie[], lire: Lecture): readonly Partie[] =>
  parties.map((partie) => {
    const de = (nom: string): string => lire(`${partie.siren}.${nom}`).trim();
    const representant = {
      civilite: de('civilite'),
      prenom: de('prenom'),
      nom: de('nom'),
      fonction: de('fonction'),
    };
    const estVide = Object.values(representant).every((texte) => texte === '');
    return { ...partie, adresse: de('adresse'), representant: estVide ? null : representant };
  });

/** Ajouter ou retirer une partie ; null si le formulaire n’en demande rien. */
const changerParties = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  conventionId: string,
  lire: Lecture,
): Promise<Resultat<null> | null> => {
  const retiree = lire('retirer');
  if (retiree !== '') return changerMembres(tx, contexte, conventionId, { retiree });
  const ajoutee = lire('ajouter');
  if (ajoutee === '') return null;
  const commune = (await lireCollectivites(tx)).find(({ siren }) => siren === ajoutee);
  if (commune === undefined || commune.type !== 'commune')
    return refuser({ code: 'hors-champ', message: 'Choisissez une commune du territoire.' });
  return changerMembres(tx, contexte, conventionId, {
    ajoutee: {
      siren: commune.siren,
      nom: commune.nom,
      qualite: 'commune',
      adresse: ['Mairie', commune.codePostal ?? '', commune.nom].filter((t) => t !== '').join(', '),
      representant: null,
    },
  });
};

/** Enregistre une section de la convention. */
export const enregistrerSection = async (
  { base, contexte }: Acces,
  conventionId: string,
  section: SectionDeRedaction,
  formulaire: FormData,
): Promise<Resultat<null, RedactionRefusee>> => {
  const lire: Lecture = (nom) => lireChamp(formulaire, nom);
  const revision = Number(lire('revision'));
  const rejeter = (
    motifs: readonly Refus[],
    plus: Partial<RedactionRefusee> = {},
  ): { ok: false; refus: RedactionRefusee } =>
    refuser({ motifs, saisie: null, revision, changes: [], ...plus });
  return dansTerritoire(base, contexte, async (tx) => {
    const convention = await lireConvention(tx, contexte, conventionId);
    if (convention === null)
      return rejeter([{ code: 'convention-inconnue', message: 'Cette convention n’existe pas.' }]);
    if (section === 'parties') {
      const change = await changerParties(tx, contexte, conventionId, lire);
      if (change !== null) return change.ok ? accepter(null) : rejeter([change.refus]);
      const parties = lireParties(convention.parties, lire);
      const ecrites = await enregistrerParties(tx, contexte, conventionId, parties);
      return ecrites.ok ? accepter(null) : rejeter([ecrites.refus]);
    }
    const courante = versionCourante(convention);
    const lue = lireSection(section, courante.contenu, lire);
    if (!lue.ok) return rejeter(lue.refus);
    const ecrite = await enregistrerRedaction(tx, contexte, conventionId, {
      contenu: lue.valeur,
      revision,
      motif: lire('motif').trim(),
    });
    if (ecrite.ok) return accepter(null);
    const changes = champsChanges(lue.valeur, courante.contenu).map((champ) => EDITION[champ].nom);
    return rejeter([ecrite.refus], { saisie: lue.valeur, revision: courante.revision, changes });
  });
};
