import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import { enCentimes, lireCentiemes, lireMontant } from '../saisie/lire-saisie.ts';
import type { ImpactPrevisionnel } from './impact.ts';

/** Ce qui a été tapé pour une personne publique, tel quel. */
export interface ImpactTape {
  readonly transferts: string;
  readonly creations: string;
  readonly suppressions: string;
  readonly cout: string;
  readonly attribution: string;
}

export const CHAMPS_D_IMPACT = [
  { nom: 'transferts', libelle: 'ETP transférés' },
  { nom: 'creations', libelle: 'ETP créés' },
  { nom: 'suppressions', libelle: 'ETP supprimés' },
  { nom: 'cout', libelle: 'Dépenses de fonctionnement, en euros par an' },
  { nom: 'attribution', libelle: 'Attribution de compensation, en euros par an' },
] as const satisfies readonly { nom: keyof ImpactTape; libelle: string }[];

const ecrireEtp = (centiemes: number | null): string =>
  centiemes === null ? '' : (centiemes / 100).toFixed(2).replace('.', ',');
const ecrireEuros = (centimes: bigint | null): string =>
  centimes === null ? '' : ecrireMontant(centimes).replace('.', ',');

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
): { readonly impact: ImpactPrevisionnel; readonly illisibles: readonly string[] } => {
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
    illisibles: CHAMPS_D_IMPACT.filter(
      (champ) => estNegatif(champ) || (!estVide(tape[champ.nom]) && lus[champ.nom] === null),
    ).map(({ libelle }) => libelle),
  };
};
