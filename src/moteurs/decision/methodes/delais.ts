import {
  ANNEES_CALCULABLES,
  calculerEcheance,
  type Jour,
  joursFeries,
  lireJour,
} from '../../calendrier/index.ts';
import { type Lecture, lireBooleen, lireEntier, lireListe, ouvrirLecture } from '../lecture.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const MOIS_MAX = 1200;
const JOURS_MAX = 36_600;
/** Le plus long délai admis reste ainsi dans les années calculables. */
const ANNEE_DE_DEPART_MAX = ANNEES_CALCULABLES.max - 210;

const lireDepart = (lecture: Lecture, brut: unknown, chemin: string): Jour => {
  const jour = typeof brut === 'string' ? lireJour(brut) : null;
  const annee = Number(jour?.slice(0, 4));
  if (jour !== null && annee >= ANNEES_CALCULABLES.min && annee <= ANNEE_DE_DEPART_MAX) return jour;
  lecture.signaler(chemin, 'Donner un jour qui existe, écrit AAAA-MM-JJ.');
  return '2000-01-01';
};

const lireDuree = (lecture: Lecture, brut: unknown, chemin: string, max: number): number =>
  brut === undefined || brut === null ? 0 : lireEntier(lecture, brut, chemin, { min: 0, max });

const calculerLigne = (lecture: Lecture, brut: unknown, chemin: string): Jour => {
  const ligne = ouvrirLecture(brut);
  if (ligne.estEnDefaut()) {
    lecture.signaler(chemin, 'Donner un objet { start, months, days, franc, extend }.');
    return '2000-01-01';
  }
  const lire = ligne.valeurDe;
  const depart = lireDepart(lecture, lire('start'), `${chemin}.start`);
  const mois = lireDuree(lecture, lire('months'), `${chemin}.months`, MOIS_MAX);
  const jours = lireDuree(lecture, lire('days'), `${chemin}.days`, JOURS_MAX);
  if ((lire('months') ?? null) === null && (lire('days') ?? null) === null) {
    lecture.signaler(chemin, 'Donner un délai en mois (months), en jours (days) ou les deux.');
  }
  const franc = lireBooleen(lecture, lire('franc'), `${chemin}.franc`, false);
  const prorogation = lireBooleen(lecture, lire('extend'), `${chemin}.extend`, true);
  if (lecture.estEnDefaut()) return '2000-01-01';
  return calculerEcheance(depart, { mois, jours, franc, prorogation }).echeance;
};

/** `deadline` : rows [{ start, months, days, franc, extend }] → expiry, lastDayAt24h. */
export const appliquerDelai: Methode = (lecture) => {
  const echeances = lireListe(lecture, lecture.valeurDe('rows'), 'rows').map((ligne, i) =>
    calculerLigne(lecture, ligne, `rows[${i}]`),
  );
  return lecture.estEnDefaut() ? SANS_SORTIE : { expiry: echeances, lastDayAt24h: true };
};

/** `public-holidays` : years → holidays, par année, jours triés de la métropole. */
export const appliquerJoursFeries: Methode = (lecture) => {
  const annees = lireListe(lecture, lecture.valeurDe('years'), 'years').map((annee, i) =>
    lireEntier(lecture, annee, `years[${i}]`, ANNEES_CALCULABLES),
  );
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  return {
    holidays: Object.fromEntries(
      annees.map((annee) => [annee, [...new Set(joursFeries(annee).map((fete) => fete.jour))]]),
    ),
  };
};
