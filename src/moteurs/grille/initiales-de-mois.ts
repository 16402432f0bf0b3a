import type { Cellule, Feuille, Rangee } from './classeur.ts';

const SUITE = 'J|F|M|A|M|J|J|A|S|O|N|D';
const RANGEES_EXAMINEES = 60;

const initiale = (cellule: Cellule | null | undefined): string =>
  cellule?.type === 'texte' ? cellule.texte.trim().replace('.', '').toUpperCase() : '';

const numeroter = (rangee: Rangee): Rangee => {
  const lettres = rangee.cellules.map((c) => initiale(c));
  const debut = lettres.findIndex((_, i) => lettres.slice(i, i + 12).join('|') === SUITE);
  if (debut < 0) return rangee;
  return {
    ...rangee,
    cellules: rangee.cellules.map((cellule, i) =>
      cellule && i >= debut && i < debut + 12 ? { ...cellule, mois: i - debut + 1 } : cellule,
    ),
  };
};

/** « J F M A M J J A S O N D » : une initiale ne dit son mois que dans la suite entière. */
export const reconnaitreInitiales = (feuille: Feuille): Feuille => ({
  ...feuille,
  rangees: feuille.rangees.map((rangee, i) => (i < RANGEES_EXAMINEES ? numeroter(rangee) : rangee)),
});
