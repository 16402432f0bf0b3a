import { Temporal } from 'temporal-polyfill';

/** Un jour civil « AAAA-MM-JJ », sans heure ni fuseau. Deux jours se comparent avec < et >. */
export type Jour = `${number}-${number}-${number}`;

const FORME = /^\d{4}-\d{2}-\d{2}$/;

/** Vrai pour un jour du calendrier bien écrit (« 2027-02-30 » ne l’est pas). */
export const estJour = (texte: string): texte is Jour => {
  if (!FORME.test(texte)) return false;
  try {
    return Temporal.PlainDate.from(texte, { overflow: 'reject' }).toString() === texte;
  } catch {
    return false;
  }
};

/** Le jour écrit, ou null s’il n’existe pas. */
export const lireJour = (texte: string): Jour | null => (estJour(texte) ? texte : null);

const versDate = (jour: Jour) => Temporal.PlainDate.from(jour);
const versJour = (date: Temporal.PlainDate): Jour => date.toString() as Jour;

/** Le jour situé `jours` plus loin (négatif : avant). */
export const ajouterJours = (jour: Jour, jours: number): Jour =>
  versJour(versDate(jour).add({ days: jours }));

/** De quantième à quantième ; dernier jour du mois à défaut (30 novembre + 3 mois = 28 février). */
export const ajouterMois = (jour: Jour, mois: number): Jour =>
  versJour(versDate(jour).add({ months: mois }));

/** Le lendemain : jour où un accord tacite est acquis après le dernier jour du délai. */
export const lendemain = (jour: Jour): Jour => ajouterJours(jour, 1);

/** Nombre de jours de `de` à `a` (négatif si `a` précède `de`). */
export const joursEntre = (de: Jour, a: Jour): number =>
  versDate(de).until(versDate(a), { largestUnit: 'days' }).days;

/** 1 = lundi … 7 = dimanche. */
export const jourDeSemaine = (jour: Jour): number => versDate(jour).dayOfWeek;

/** L’année civile. */
export const anneeDe = (jour: Jour): number => Number(jour.slice(0, 4));

/** Compose un jour à partir de l’année, du mois (1 à 12) et du quantième ; null s’il n’existe pas. */
export const composerJour = (annee: number, mois: number, quantieme: number): Jour | null =>
  lireJour(
    `${String(annee).padStart(4, '0')}-${String(mois).padStart(2, '0')}-${String(quantieme).padStart(2, '0')}`,
  );
