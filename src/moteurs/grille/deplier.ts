import type { AtelierDeFeuille, CelluleDeLigne } from './atelier.ts';
import { estAbsenceEcrite, SANS_CONTEXTE } from './cellule-lue.ts';
import { type Cellule, estVide } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import { consigner, type EnregistrementDeLigne, type Place } from './ligne-physique.ts';
import { lireCellule } from './lire-cellule.ts';
import type { ColonneDeGrille } from './schema.ts';

const noterAbsence = (
  base: EnregistrementDeLigne,
  colonne: ColonneDuFichier,
  cellule: Cellule,
): null => {
  consigner(base.physique, colonne, cellule, {
    action: 'signaler',
    regle: 'valeur-non-communiquee',
    valeur: null,
    message: `« ${cellule.texte.trim()} » : valeur manquante, différente de zéro.`,
  });
  return null;
};

/** Une cellule du croisement : un enregistrement, ou rien si elle est vide, non communiquée ou nulle sans objet. */
const deplierCellule = (
  base: EnregistrementDeLigne,
  colonne: ColonneDuFichier,
  cellule: Cellule,
  champ: ColonneDeGrille,
  atelier: AtelierDeFeuille,
): EnregistrementDeLigne | null => {
  if (colonne.emploi.sorte !== 'axe') return null;
  if (cellule.type === 'texte' && estAbsenceEcrite(cellule.texte))
    return noterAbsence(base, colonne, cellule);
  const { valeurs } = colonne.emploi;
  const contexte = atelier.plan.contextes.get(colonne.intitule.rang) ?? SANS_CONTEXTE;
  const situe = {
    ...champ,
    unite: valeurs.unite ?? champ.unite,
    titre: colonne.intitule.texte.trim(),
  };
  const resultat = lireCellule(cellule, situe, contexte, atelier.moyens);
  for (const note of resultat.notes)
    consigner(base.physique, colonne, cellule, {
      ...note,
      valeur: note.valeur === undefined ? resultat.valeur : note.valeur,
    });
  if (
    atelier.schema.croisement?.zeroVautAbsence &&
    resultat.valeur !== '' &&
    Number(resultat.valeur) === 0
  ) {
    consigner(base.physique, colonne, cellule, {
      action: 'ignorer',
      regle: 'zero-sans-ligne',
      valeur: null,
      message: 'Zéro : aucune ligne à créer (une absence de ligne vaut zéro).',
    });
    return null;
  }
  const places = new Map<string, Place>(
    [champ.nom, ...Object.keys(valeurs)].map((nom) => [nom, { colonne, cellule }]),
  );
  return base.deriver({ ...valeurs, [champ.nom]: resultat.valeur }, places);
};

/** Déplie une ligne de tableau croisé : un enregistrement par cellule remplie. */
export const deplier = (
  base: EnregistrementDeLigne,
  atelier: AtelierDeFeuille,
  celluleDe: CelluleDeLigne,
): EnregistrementDeLigne[] => {
  const champ = atelier.parNom.get(atelier.schema.croisement?.valeur ?? '');
  if (!champ) return [base];
  return atelier.plan.colonnes.flatMap((colonne) => {
    const cellule = colonne.emploi.sorte === 'axe' ? celluleDe(colonne).cellule : null;
    return cellule === null || estVide(cellule)
      ? []
      : (deplierCellule(base, colonne, cellule, champ, atelier) ?? []);
  });
};
