const LONG = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const COURT = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** « 24 novembre 2026 à 14:05 », à l’heure de Paris. */
export const formaterInstant = (instant: Date): string => LONG.format(instant);

/** « 24/11/2026 à 14:05 », à l’heure de Paris : pour les tableaux et les listes serrées. */
export const formaterInstantCourt = (instant: Date): string =>
  COURT.format(instant).replace(/[ ,]+(?=\d{2}:)/, ' à ');
