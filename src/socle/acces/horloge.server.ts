import { type Jour, lireJour } from '../../moteurs/calendrier/index.ts';

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * Le jour civil à Paris. La variable ENSEMBLIER_AUJOURDHUI (AAAA-MM-JJ) le remplace : parcours
 * d’essai et démonstrations datées.
 */
export const lireAujourdhui = (instant: Date = new Date()): Jour => {
  const choisi = process.env.ENSEMBLIER_AUJOURDHUI;
  if (choisi !== undefined && choisi !== '') {
    const jour = lireJour(choisi);
    if (jour === null) {
      throw new Error(`ENSEMBLIER_AUJOURDHUI vaut « ${choisi} » : écrivez un jour AAAA-MM-JJ.`);
    }
    return jour;
  }
  return PARIS.format(instant) as Jour;
};
