import type { Mesure } from './synthese.ts';

const INSECABLE = '\u00a0';

/** Un petit effectif caché : le signe, et ce qu’en dit un lecteur d’écran. */
export const MASQUE = 'masqué';

/** « 302,1 » : des centièmes d’ETP à une décimale, exactement arrondis. */
export const ecrireEtp = (centiemes: number): string => {
  const dixiemes = Math.floor((centiemes + 5) / 10);
  return `${String(Math.floor(dixiemes / 10)).replace(/\B(?=(\d{3})+$)/g, '\u202f')},${dixiemes % 10}`;
};

/** « 11,56 M€ », « 845 k€ » : un coût pour une phrase, jamais pour un calcul. */
export const ecrireCoutRond = (centimes: bigint): string => {
  const euros = Number(centimes / 100n);
  if (euros >= 1_000_000) {
    return `${(Math.round(euros / 10_000) / 100).toFixed(2).replace('.', ',')}${INSECABLE}M€`;
  }
  return `${Math.round(euros / 1000)}${INSECABLE}k€`;
};

/** La part entière d’un tout, en pourcentage. */
export const partDe = (partie: number, tout: number): number =>
  tout === 0 ? 0 : Math.round((100 * partie) / tout);

/** Agents pour un ETP : plus le nombre est haut, plus le travail est éparpillé. */
export const eparpillement = ({ agents, etpCentiemes }: Mesure): string =>
  etpCentiemes === 0 ? '–' : ((100 * agents) / etpCentiemes).toFixed(1).replace('.', ',');
