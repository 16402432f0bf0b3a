import { ajouterJours, anneeDe, composerJour, type Jour, jourDeSemaine } from './jour.ts';

/** Jours fériés locaux à ajouter à ceux de la métropole. */
export interface OptionsDesFeries {
  /** Vendredi saint et 26 décembre (Haut-Rhin, Bas-Rhin, Moselle ; code du travail, art. L. 3134-13). */
  readonly alsaceMoselle?: boolean;
}

export interface JourFerie {
  readonly jour: Jour;
  readonly nom: string;
}

/** Première et dernière années pour lesquelles le calendrier grégorien est calculé. */
export const ANNEES_CALCULABLES = { min: 1583, max: 9999 } as const;

const certain = (annee: number, mois: number, quantieme: number): Jour => {
  const jour = composerJour(annee, mois, quantieme);
  if (jour === null) throw new RangeError(`Jour impossible : ${annee}-${mois}-${quantieme}`);
  return jour;
};

/**
 * Dimanche de Pâques grégorien (algorithme de Meeus, Jones et Butcher).
 * @param annee de 1583 à 9999
 */
export const paques = (annee: number): Jour => {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return certain(annee, Math.floor(n / 31), (n % 31) + 1);
};

/**
 * Jours fériés d’une année, dans l’ordre du calendrier (code du travail, art. L. 3133-1).
 * Quand deux fêtes tombent le même jour (Ascension et 1er mai 2008), chacune a sa ligne.
 */
export const joursFeries = (
  annee: number,
  options: OptionsDesFeries = {},
): readonly JourFerie[] => {
  const dimanche = paques(annee);
  const fetes: JourFerie[] = [
    { jour: certain(annee, 1, 1), nom: 'Jour de l’An' },
    { jour: ajouterJours(dimanche, 1), nom: 'Lundi de Pâques' },
    { jour: certain(annee, 5, 1), nom: 'Fête du Travail' },
    { jour: certain(annee, 5, 8), nom: 'Victoire de 1945' },
    { jour: ajouterJours(dimanche, 39), nom: 'Ascension' },
    { jour: ajouterJours(dimanche, 50), nom: 'Lundi de Pentecôte' },
    { jour: certain(annee, 7, 14), nom: 'Fête nationale' },
    { jour: certain(annee, 8, 15), nom: 'Assomption' },
    { jour: certain(annee, 11, 1), nom: 'Toussaint' },
    { jour: certain(annee, 11, 11), nom: 'Armistice de 1918' },
    { jour: certain(annee, 12, 25), nom: 'Noël' },
  ];
  if (options.alsaceMoselle === true) {
    fetes.push(
      { jour: ajouterJours(dimanche, -2), nom: 'Vendredi saint' },
      { jour: certain(annee, 12, 26), nom: 'Saint-Étienne' },
    );
  }
  return fetes.sort((x, y) => (x.jour < y.jour ? -1 : x.jour > y.jour ? 1 : 0));
};

/** Vrai si le jour est férié. */
export const estFerie = (jour: Jour, options: OptionsDesFeries = {}): boolean =>
  joursFeries(anneeDe(jour), options).some((fete) => fete.jour === jour);

/** Vrai si le jour n’est ni un samedi, ni un dimanche, ni un jour férié. */
export const estOuvrable = (jour: Jour, options: OptionsDesFeries = {}): boolean =>
  jourDeSemaine(jour) <= 5 && !estFerie(jour, options);

/** Le jour lui-même s’il est ouvrable, sinon le premier jour ouvrable suivant. */
export const prorogerAuJourOuvrable = (jour: Jour, options: OptionsDesFeries = {}): Jour => {
  let candidat = jour;
  while (!estOuvrable(candidat, options)) candidat = ajouterJours(candidat, 1);
  return candidat;
};
