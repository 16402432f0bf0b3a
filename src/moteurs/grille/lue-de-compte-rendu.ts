import { type Cellule, texteDe } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import { masquerDonneesInterdites, masquerNaissance } from './confidentialite.ts';
import type { ColonneDeGrille } from './schema.ts';

/** Ce qu’on rend d’une cellule d’une ligne bloquée : null pour une colonne interdite, naissance réduite à l’année. */
export const lueDeCompteRendu = (
  cellule: Cellule | null,
  colonne: ColonneDuFichier,
  parNom: ReadonlyMap<string, ColonneDeGrille>,
): string | null => {
  if (colonne.emploi.sorte === 'interdite') return null;
  const texte = masquerDonneesInterdites(texteDe(cellule));
  const nature =
    colonne.emploi.sorte === 'champ' ? parNom.get(colonne.emploi.champ)?.nature : undefined;
  if (nature !== 'annee-naissance') return texte;
  const annee = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(texte)?.[1];
  return cellule?.type !== 'date' && /^\s*\d{2,4}\s*$/.test(texte)
    ? texte
    : masquerNaissance(annee ?? '••••');
};
