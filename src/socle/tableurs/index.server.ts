/** Porte du tableur : lire et écrire XLSX, ODS, CSV ; lire une grille rendue par une commune. */
export { neutraliserFormule } from './csv.ts';
export {
  type DemandeDeFabrication,
  ecrireTableur,
  type FormatDeTableur,
  fabriquerGabarit,
  TYPES_MIME,
} from './ecrire-tableur.server.ts';
export { estimerLignes } from './estimer-lignes.server.ts';
export { porteHorsCellules } from './hors-cellules.server.ts';
export { type DemandeDeGrille, lireGrille } from './lire-grille.server.ts';
export { lireTableur } from './lire-tableur.server.ts';
export type { CodeDeRefus, RefusDeFichier } from './refus.ts';
