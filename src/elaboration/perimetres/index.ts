/** Porte pure des périmètres : ce que les autres tranches peuvent lire. */
export type {
  Evaluateur,
  GrilleDeDecision,
  NoteCalculee,
  PerimetreRetenu,
  PresenceDuService,
} from './modele.ts';
