import { formaterPourcent } from '../../socle/ui/index.ts';

/**
 * Un avancement, partout de la même façon : pourcentage entier, arrondi vers le bas (100 % : tout est
 * atteint). L’explication d’un chiffre garde, elle, ses décimales.
 * @param part de 0 à 1
 */
export const ecrireAvancement = (part: number): string =>
  formaterPourcent(Math.floor(part * 100 + 1e-9) / 100);
