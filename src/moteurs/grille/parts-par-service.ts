import { type MoyensDeLecture, SANS_CONTEXTE } from './cellule-lue.ts';
import { type Cellule, estVide } from './classeur.ts';
import type { ColonneDuFichier } from './emplois.ts';
import { consigner, type LignePhysique } from './ligne-physique.ts';
import { lireCellule } from './lire-cellule.ts';
import { ecrireCourt } from './nombre.ts';
import type { ColonneDeGrille, SchemaDeGrille } from './schema.ts';

interface PartLue {
  readonly service: string;
  readonly part: number;
}

const lirePart = (
  physique: LignePhysique,
  colonne: ColonneDuFichier,
  cellule: Cellule | null,
  service: string,
  champ: ColonneDeGrille,
  moyens: MoyensDeLecture,
): PartLue[] => {
  const facultatif = { ...champ, obligatoire: false, titre: colonne.intitule.texte.trim() };
  const { valeur, notes } = lireCellule(cellule, facultatif, SANS_CONTEXTE, moyens);
  for (const note of notes)
    consigner(physique, colonne, cellule, { ...note, valeur: note.valeur ?? valeur });
  return valeur === '' || Number(valeur) === 0 ? [] : [{ service, part: Number(valeur) }];
};

/** Remplit services et parts depuis les colonnes de services, de la plus grande part à la plus petite. */
export const lirePartsParService = (
  physique: LignePhysique,
  colonnes: readonly ColonneDuFichier[],
  celluleDe: (colonne: ColonneDuFichier) => { readonly cellule: Cellule | null },
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
  valeurs: Record<string, string>,
): void => {
  const deParts = colonnes.filter(({ emploi }) => emploi.sorte === 'part');
  const champ = schema.colonnes.find(({ nom }) => nom === schema.affectations[0]?.[1]);
  const [premiere] = deParts;
  if (!champ || !premiere) return;
  const lues = deParts.flatMap((colonne) => {
    const { cellule } = celluleDe(colonne);
    return colonne.emploi.sorte !== 'part' || estVide(cellule)
      ? []
      : lirePart(physique, colonne, cellule, colonne.emploi.service, champ, moyens);
  });
  if (lues.length > schema.affectations.length) {
    consigner(physique, premiere, celluleDe(premiere).cellule, {
      action: 'bloquer_ligne',
      regle: 'trop-de-services',
      valeur: null,
      message: `${lues.length} affectations : la grille en admet ${schema.affectations.length}. Regroupez les plus petites.`,
    });
    return;
  }
  const rangees = [...lues].sort((a, b) => b.part - a.part);
  for (const [i, [service, part]] of schema.affectations.entries()) {
    valeurs[service] = rangees[i]?.service ?? '';
    valeurs[part] = rangees[i] ? ecrireCourt(rangees[i].part) : '';
  }
};
