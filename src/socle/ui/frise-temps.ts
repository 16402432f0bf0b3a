import type { Jour } from '../../moteurs/calendrier/index.ts';

const compter = (jour: Jour): number => Date.parse(`${jour}T00:00:00Z`) / 86_400_000;

/** Place d’un jour entre deux bornes, de 0 (début) à 100 (fin comprise), bornée. */
export const situerJour = (jour: Jour, debut: Jour, fin: Jour): number => {
  const etendue = compter(fin) - compter(debut) + 1;
  return Math.min(100, Math.max(0, ((compter(jour) - compter(debut)) / etendue) * 100));
};

/** Largeur, de 0 à 100, d’une période dont le dernier jour est compris. */
export const mesurerPeriode = (de: Jour, a: Jour, debut: Jour, fin: Jour): number => {
  const etendue = compter(fin) - compter(debut) + 1;
  const dernier = Math.min(100, ((compter(a) + 1 - compter(debut)) / etendue) * 100);
  return Math.max(0, dernier - situerJour(de, debut, fin));
};

const NOMS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

/** Les premiers jours de mois entre deux bornes, éclaircis pour n’en garder que douze au plus. */
export const listerMois = (debut: Jour, fin: Jour): { jour: Jour; nom: string }[] => {
  const mois: { jour: Jour; nom: string }[] = [];
  const [annee = 0, numero = 1] = debut.split('-').map(Number);
  for (let rang = annee * 12 + numero - 1; ; rang += 1) {
    const a = Math.floor(rang / 12);
    const m = (rang % 12) + 1;
    const jour = `${String(a).padStart(4, '0')}-${String(m).padStart(2, '0')}-01` as Jour;
    if (jour > fin) break;
    if (jour >= debut) mois.push({ jour, nom: m === 1 ? String(a) : (NOMS[m - 1] ?? '') });
  }
  const pas = Math.ceil(mois.length / 12);
  return mois.filter((_, rang) => rang % pas === 0);
};
