import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import { enCentimes, lireCentiemes, lireMontant } from '../saisie/lire-saisie.ts';
import type { ConflitDImpact } from './fusionner-impacts.ts';
import type { ImpactPrevisionnel } from './impact.ts';

/** Ce qui a été tapé pour une personne publique, tel quel. */
export interface ImpactTape {
  readonly transferts: string;
  readonly creations: string;
  readonly suppressions: string;
  readonly cout: string;
  readonly attribution: string;
}

export const TAPE_VIDE: ImpactTape = {
  transferts: '',
  creations: '',
  suppressions: '',
  cout: '',
  attribution: '',
};

export const CHAMPS_D_IMPACT = [
  { nom: 'transferts', valeur: 'transfertsCentiemes', libelle: 'ETP transférés' },
  { nom: 'creations', valeur: 'creationsCentiemes', libelle: 'ETP créés' },
  { nom: 'suppressions', valeur: 'suppressionsCentiemes', libelle: 'ETP supprimés' },
  {
    nom: 'cout',
    valeur: 'coutCentimes',
    libelle: 'Dépenses de fonctionnement, en euros par an',
  },
  {
    nom: 'attribution',
    valeur: 'attributionCentimes',
    libelle: 'Attribution de compensation, en euros par an',
  },
] as const satisfies readonly {
  nom: keyof ImpactTape;
  valeur: keyof ImpactPrevisionnel;
  libelle: string;
}[];

const ecrireEtp = (centiemes: number | null): string =>
  centiemes === null ? '' : (centiemes / 100).toFixed(2).replace('.', ',');
const ecrireEuros = (centimes: bigint | null): string =>
  centimes === null ? '' : ecrireMontant(centimes).replace('.', ',');

/** Ce qui a été tapé, lu champ par champ. */
export const lireTape = (lire: (nom: keyof ImpactTape) => string): ImpactTape => ({
  transferts: lire('transferts'),
  creations: lire('creations'),
  suppressions: lire('suppressions'),
  cout: lire('cout'),
  attribution: lire('attribution'),
});

/** Le nom, dans la page, du champ d’une valeur : « 214201410.cout ». */
export const nommerLeChamp = ({ collectivite, champ }: ConflitDImpact): string =>
  `${collectivite}.${CHAMPS_D_IMPACT.find(({ valeur }) => valeur === champ)?.nom ?? ''}`;

/** Un impact tel qu’on le tape. */
export const taper = (impact: ImpactPrevisionnel): ImpactTape => ({
  transferts: ecrireEtp(impact.transfertsCentiemes),
  creations: ecrireEtp(impact.creationsCentiemes),
  suppressions: ecrireEtp(impact.suppressionsCentiemes),
  cout: ecrireEuros(impact.coutCentimes),
  attribution: ecrireEuros(impact.attributionCentimes),
});

const estVide = (texte: string): boolean => texte.trim() === '';
const etp = (texte: string): number | null => (estVide(texte) ? null : lireCentiemes(texte));
const euros = (texte: string): bigint | null => {
  const montant = estVide(texte) ? null : lireMontant(texte);
  return montant === null ? null : enCentimes(montant);
};

/** Lit un impact tapé ; `illisibles` nomme les champs qui ne sont ni vides ni des nombres. */
export const lireImpact = (
  collectivite: string,
  tape: ImpactTape,
): {
  readonly impact: ImpactPrevisionnel;
  readonly tape: ImpactTape;
  readonly illisibles: readonly string[];
} => {
  const impact: ImpactPrevisionnel = {
    collectivite,
    transfertsCentiemes: etp(tape.transferts),
    creationsCentiemes: etp(tape.creations),
    suppressionsCentiemes: etp(tape.suppressions),
    coutCentimes: euros(tape.cout),
    attributionCentimes: euros(tape.attribution),
  };
  const lus = {
    transferts: impact.transfertsCentiemes,
    creations: impact.creationsCentiemes,
    suppressions: impact.suppressionsCentiemes,
    cout: impact.coutCentimes,
    attribution: impact.attributionCentimes,
  };
  const estNegatif = ({ nom }: { nom: keyof ImpactTape }) =>
    (nom === 'creations' || nom === 'suppressions') && (lus[nom] ?? 0) < 0;
  return {
    impact,
    tape,
    illisibles: CHAMPS_D_IMPACT.filter(
      (champ) => estNegatif(champ) || (!estVide(tape[champ.nom]) && lus[champ.nom] === null),
    ).map(({ libelle }) => libelle),
  };
};
