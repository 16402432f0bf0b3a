import type { Lecture } from '../lecture.ts';
import type { OptionsDeTirage } from '../robustesse/precision.ts';

/**
 * Une méthode lit ses entrées (formes publiques en anglais, celles des cas de référence) et rend
 * sa sortie. Les défauts sont notés dans la lecture ; la sortie ne compte alors pas.
 */
export type Methode = (
  lecture: Lecture,
  options: OptionsDeTirage,
) => Readonly<Record<string, unknown>>;

/** Sortie sans valeur, rendue quand la lecture est en défaut. */
export const SANS_SORTIE: Readonly<Record<string, unknown>> = {};
