import type { GrilleDeDecision, NoteDonnee, PresenceDuService } from './modele.ts';

/** Une note ordinaire. */
export const uneNote = (ecarts: Partial<NoteDonnee> = {}): NoteDonnee => ({
  service: 'ADS',
  critere: 'CR01',
  evaluateur: 'Maire de Mars',
  note: 4,
  justification: '',
  ...ecarts,
});

/** Toutes les notes d’un service par un évaluateur, à partir d’un tableau code → note. */
export const desNotes = (
  service: string,
  notes: Readonly<Record<string, number>>,
  evaluateur = 'Maire de Mars',
): readonly NoteDonnee[] =>
  Object.entries(notes).map(([critere, note]) => uneNote({ service, critere, note, evaluateur }));

export const uneGrille = (ecarts: Partial<GrilleDeDecision> = {}): GrilleDeDecision => ({
  id: 'grille',
  titre: 'Services support',
  ouverteLe: '2026-11-24',
  services: [
    { service: 'ADS', libelle: 'L’instruction du droit des sols' },
    { service: 'RH', libelle: 'La paie' },
  ],
  notes: [],
  cartes: [],
  ...ecarts,
});

export const unePresence = (ecarts: Partial<PresenceDuService> = {}): PresenceDuService => ({
  collectivite: '214201410',
  estEpci: false,
  agents: 1,
  etpCentiemes: 40,
  departsACinqAns: 0,
  sources: [],
  ...ecarts,
});
