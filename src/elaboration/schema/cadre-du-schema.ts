/** Ce que le schéma a déjà écrit et que ses actes reprennent ; vide si ce n’est pas écrit. */
export interface CadreDuSchema {
  readonly siege: string;
  readonly tribunal: string;
  /** « n° 2026-101 du 24 novembre 2026 ». */
  readonly approbation: string;
}
