const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** « 24 novembre 2026 à 14:05 », à l’heure de Paris. */
export const formaterInstant = (instant: Date): string => PARIS.format(instant);
