import type { FormatDeColonne } from '../../moteurs/grille/index.ts';

/** Couleurs sobres des classeurs (hexadécimal sans dièse). */
export const COULEURS = { entete: '2F4858', fige: 'EEF1F3', blanc: 'FFFFFF' } as const;

/** Motifs de nombre d’Excel. */
export const MOTIFS: Readonly<Record<FormatDeColonne, string>> = {
  texte: '@',
  nombre: 'General',
  'deux-decimales': '#,##0.00',
  date: 'dd/mm/yyyy',
  'date-heure': 'dd/mm/yyyy hh:mm',
};
