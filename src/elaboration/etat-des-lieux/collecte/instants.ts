const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** « 24/11/2026 à 14:05 », à l’heure de Paris. */
export const ecrireInstant = (instant: Date): string =>
  PARIS.format(instant).replace(/[ ,]+(?=\d{2}:)/, ' à ');
