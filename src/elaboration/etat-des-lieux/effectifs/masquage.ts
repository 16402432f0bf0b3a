import { trouverLesPonts } from './ponts.ts';

/**
 * Masquage des petits effectifs. Un tableau croisé publié avec ses totaux se lit comme un système
 * d’équations : cacher une seule case ne sert à rien, un total la rend. Le masquage secondaire cache
 * donc d’autres cases jusqu’à ce qu’aucune case masquée ne se déduise.
 *
 * Une case masquée se déduit exactement si elle est un pont du graphe qui relie rangées et colonnes
 * par les cases masquées (Gusfield, « A graph theoretic approach to statistical data security »,
 * SIAM J. Comput. 17, 1988). Les totaux sont une rangée et une colonne comme les autres.
 */

/** Seuil usuel : aucune statistique sous cinq agents. */
export const SEUIL_DE_MASQUAGE = 5;

/** Effectifs par rangée et colonne ; dernière rangée et dernière colonne : les totaux. */
export type TableauDEffectifs = readonly (readonly number[])[];

type Position = readonly [number, number];

/** Ce que coûte de masquer une case : une grande plus qu’une petite, une vide ou un total le moins souvent possible. */
const couter = (table: TableauDEffectifs, masques: readonly boolean[][], [r, c]: Position) => {
  const estTotalDeColonne = r === table.length - 1;
  const estTotalDeRangee = c === (table[0]?.length ?? 0) - 1;
  if (estTotalDeColonne && estTotalDeRangee) return Number.POSITIVE_INFINITY;
  if (masques[r]?.[c] === true) return 0;
  const effectif = table[r]?.[c] ?? 0;
  return (
    (effectif === 0 ? 100_000 : effectif) + (estTotalDeColonne || estTotalDeRangee ? 1_000_000 : 0)
  );
};

const masquer = (masques: readonly boolean[][], [r, c]: Position): void => {
  const rangee = masques[r];
  if (rangee !== undefined) rangee[c] = true;
};

/** Met une case dans un cycle : le rectangle le moins coûteux dont elle est un coin. */
const fermerLeRectangle = (
  table: TableauDEffectifs,
  masques: readonly boolean[][],
  [r, c]: Position,
): boolean => {
  let meilleur: readonly Position[] = [];
  let moindre = Number.POSITIVE_INFINITY;
  for (const [i, rangee] of table.entries()) {
    for (const j of rangee.keys()) {
      if (i === r || j === c) continue;
      const coins = [
        [r, j],
        [i, c],
        [i, j],
      ] as const;
      const cout = coins.reduce((cumul, coin) => cumul + couter(table, masques, coin), 0);
      if (cout < moindre) {
        moindre = cout;
        meilleur = coins;
      }
    }
  }
  for (const coin of meilleur) masquer(masques, coin);
  return meilleur.length > 0;
};

/** Les cases d’une ligne (rangée ou colonne) qui masquent trop peu d’agents pour les protéger. */
const etoffer = (
  table: TableauDEffectifs,
  masques: readonly boolean[][],
  ligne: readonly Position[],
  seuil: number,
): boolean => {
  const effectif = ([r, c]: Position): number => table[r]?.[c] ?? 0;
  const estMasquee = ([r, c]: Position): boolean => masques[r]?.[c] === true;
  const cachees = ligne.filter(estMasquee);
  const somme = cachees.reduce((cumul, position) => cumul + effectif(position), 0);
  if (cachees.length === 0 || somme >= seuil) return false;
  const reserve = ligne.filter((position) => !estMasquee(position) && effectif(position) > 0);
  const choisie = reserve.sort((a, b) => effectif(a) - effectif(b))[0];
  if (choisie === undefined) return false;
  masquer(masques, choisie);
  return true;
};

/** Toutes les rangées et colonnes de cases, totaux exceptés. */
const lignesDe = (table: TableauDEffectifs): readonly (readonly Position[])[] => {
  const hauteur = table.length - 1;
  const largeur = (table[0]?.length ?? 1) - 1;
  const rangs = (n: number) => Array.from({ length: n }, (_, rang) => rang);
  return [
    ...rangs(hauteur).map((r) => rangs(largeur).map((c) => [r, c] as const)),
    ...rangs(largeur).map((c) => rangs(hauteur).map((r) => [r, c] as const)),
  ];
};

/**
 * Les cases à masquer d’un tableau d’effectifs avec totaux (dernière rangée, dernière colonne).
 * Le total général reste toujours visible. Une case de 1 à `seuil` − 1 agents est masquée, puis
 * d’autres, jusqu’à ce qu’aucune ne se retrouve par différence et que chaque rangée ou colonne
 * touchée cache au moins `seuil` agents quand elle les a.
 */
export const masquerTableau = (
  table: TableauDEffectifs,
  seuil: number = SEUIL_DE_MASQUAGE,
): readonly (readonly boolean[])[] => {
  const derniere = table.length - 1;
  const masques = table.map((rangee, r) =>
    rangee.map((n, c) => n > 0 && n < seuil && !(r === derniere && c === rangee.length - 1)),
  );
  const lignes = lignesDe(table);
  for (let encore = true; encore; ) {
    encore = false;
    for (const ligne of lignes) encore = etoffer(table, masques, ligne, seuil) || encore;
    for (const pont of trouverLesPonts(masques)) {
      encore = fermerLeRectangle(table, masques, pont) || encore;
    }
  }
  return masques;
};

/**
 * Les cases à masquer d’une série publiée avec son total : les petites, puis les plus petites des
 * autres, jusqu’à ce que les masquées soient deux au moins et réunissent au moins `seuil` agents.
 */
export const masquerSerie = (
  serie: readonly number[],
  seuil: number = SEUIL_DE_MASQUAGE,
): readonly boolean[] => {
  const masques = serie.map((n) => n > 0 && n < seuil);
  if (!masques.includes(true)) return masques;
  const reserve = serie
    .map((n, place) => ({ n, place }))
    .filter(({ place }) => masques[place] === false)
    .sort((a, b) => Number(a.n === 0) - Number(b.n === 0) || a.n - b.n);
  for (const { place } of reserve) {
    const nombre = masques.filter(Boolean).length;
    const somme = serie.reduce((cumul, n, rang) => cumul + (masques[rang] === true ? n : 0), 0);
    if (nombre >= 2 && somme >= seuil) break;
    masques[place] = true;
  }
  return masques;
};
