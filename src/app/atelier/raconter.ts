import { type EcritureDuJournal, listerChangements } from '../../socle/journal/index.ts';
import { OBJETS_DU_JOURNAL } from './objets-du-journal.ts';

const CHAMPS: Readonly<Record<string, string>> = {
  etat: 'état',
  role: 'rôle',
  'revoque le': 'retiré le',
  'revoque par': 'retiré par',
  'dernier usage le': 'dernier usage',
  'envoye le': 'envoyé le',
  'derniere erreur': 'dernière erreur',
  'termine le': 'terminé le',
  'commence le': 'commencé le',
  'logo fichier id': 'logo',
  redaction: 'rédaction',
  'modifiee le': 'modifiée le',
  'modifiee par': 'modifiée par',
  'figee le': 'figée le',
  'rendue le': 'rendue le',
  echeance: 'échéance',
};

const VERBES = { creer: 'a créé', modifier: 'a modifié', supprimer: 'a supprimé' } as const;

/** Des écritures faites ensemble : même transaction, même geste, même chose. */
export type Groupe = readonly [EcritureDuJournal, ...EcritureDuJournal[]];

export const nommerObjet = (objet: string): string =>
  OBJETS_DU_JOURNAL[objet]?.[0] ?? objet.replaceAll('_', ' ');

/** Réunit les écritures voisines faites ensemble, à raconter d’un coup. */
export const grouper = (ecritures: readonly EcritureDuJournal[]): readonly Groupe[] => {
  const groupes: [EcritureDuJournal, ...EcritureDuJournal[]][] = [];
  for (const ecriture of ecritures) {
    const dernier = groupes.at(-1);
    const premiere = dernier?.[0];
    const vontEnsemble =
      premiere !== undefined &&
      premiere.action === ecriture.action &&
      premiere.objet === ecriture.objet &&
      premiere.auteur === ecriture.auteur &&
      premiere.le.getTime() === ecriture.le.getTime();
    if (vontEnsemble) dernier?.push(ecriture);
    else groupes.push([ecriture]);
  }
  return groupes;
};

/** De quoi reconnaître la chose : un nom, ou celui de la collectivité concernée. */
const reperer = (
  { avant, apres }: EcritureDuJournal,
  noms: ReadonlyMap<string, string>,
): string | null => {
  const ligne = apres ?? avant ?? {};
  const repere = [
    ligne.nom,
    ligne.libelle,
    ligne.objet,
    ligne.collectivite,
    ligne.code_insee,
    ligne.siren,
  ]
    .filter((valeur) => typeof valeur === 'string')
    .find((valeur) => valeur !== '');
  return repere === undefined ? null : (noms.get(repere) ?? repere);
};

/**
 * « a créé un lien personnel (Mars) », « a créé 25 contours ».
 * @param noms nom de chaque collectivité, par SIREN et par code INSEE
 */
export const raconter = (groupe: Groupe, noms: ReadonlyMap<string, string>): string => {
  const [premiere] = groupe;
  const verbe = VERBES[premiere.action];
  if (groupe.length > 1) {
    const pluriel =
      OBJETS_DU_JOURNAL[premiere.objet]?.[1] ?? `lignes de ${nommerObjet(premiere.objet)}`;
    return `${verbe} ${groupe.length} ${pluriel}`;
  }
  const repere = reperer(premiere, noms);
  return `${verbe} ${nommerObjet(premiere.objet)}${repere === null ? '' : ` (${repere})`}`;
};

/** Au-delà, une valeur ne se lit plus d’un coup d’œil. */
const LONGUE = 90;

const estUnContenu = (valeur: string | null): boolean => valeur !== null && /^[[{]/.test(valeur);

const abreger = (valeur: string): string =>
  valeur.length > LONGUE ? `${valeur.slice(0, LONGUE).trimEnd()}…` : valeur;

/**
 * Les changements en mots : un texte composé (une rédaction, une liste) se dit « récrit », une valeur
 * longue s’abrège, un champ simple garde son avant et son après.
 */
export const direChangements = (
  changements: readonly {
    readonly champ: string;
    readonly avant: string | null;
    readonly apres: string | null;
  }[],
): {
  readonly phrase: string;
  readonly seul: { readonly avant: string; readonly apres: string } | null;
} => {
  const simples = changements.filter(
    ({ avant, apres }) => !estUnContenu(avant) && !estUnContenu(apres),
  );
  const recrits = changements.filter((changement) => !simples.includes(changement));
  const [unique] = simples;
  if (changements.length === 1 && unique !== undefined) {
    const { avant, apres } = unique;
    return {
      phrase: '',
      seul: { avant: abreger(avant ?? 'vide'), apres: abreger(apres ?? 'vide') },
    };
  }
  return {
    seul: null,
    phrase: [
      ...recrits.map(({ champ }) => `${champ} (récrit)`),
      ...simples.map(
        ({ champ, avant, apres }) =>
          `${champ}, de « ${abreger(avant ?? 'vide')} » à « ${abreger(apres ?? 'vide')} »`,
      ),
    ].join(' ; '),
  };
};

/** Ce qui a changé dans une modification isolée, en mots lisibles. */
export const detailler = (groupe: Groupe) =>
  groupe.length === 1 && groupe[0].action === 'modifier'
    ? listerChangements(groupe[0]).map((changement) => ({
        ...changement,
        champ: CHAMPS[changement.champ] ?? changement.champ,
      }))
    : [];
