import type {
  GrilleDeDecision,
  JeuDeCartes,
  NoteCalculee,
  NoteCalculeeDeService,
  NoteDonnee,
  PresenceDuService,
} from './modele.ts';

/** Une note ordinaire. */
export const uneNote = (ecarts: Partial<NoteDonnee> = {}): NoteDonnee => ({
  service: 'ADS',
  critere: 'CR01',
  evaluateur: ecarts.nom ?? 'Maire de Mars',
  nom: ecarts.evaluateur ?? 'Maire de Mars',
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

export const desCartes = (ecarts: Partial<JeuDeCartes> = {}): JeuDeCartes => ({
  evaluateur: ecarts.nom ?? 'Maire de Mars',
  nom: ecarts.evaluateur ?? 'Maire de Mars',
  rangees: [['CR02'], 1, ['CR01']],
  rapport: 4,
  ...ecarts,
});

export const uneGrille = (ecarts: Partial<GrilleDeDecision> = {}): GrilleDeDecision => ({
  id: '01990000-0000-7000-8000-000000000001',
  titre: 'Services support',
  ouverteLe: '2026-11-24',
  services: [
    { service: 'ADS', libelle: 'Application du droit des sols' },
    { service: 'RH', libelle: 'Ressources humaines et paie' },
  ],
  notes: [],
  calculees: [],
  cartes: [],
  ...ecarts,
});

export const unePresence = (ecarts: Partial<PresenceDuService> = {}): PresenceDuService => ({
  collectivite: '214201410',
  nom: 'Mars',
  estEpci: false,
  agents: 1,
  etpCentiemes: 40,
  departsACinqAns: 0,
  cellules: [
    {
      etpCentiemes: 40,
      fichier: 'rh.xlsx',
      feuille: 'Agents',
      cellule: 'O12',
      auteur: null,
      saisiLe: null,
    },
  ],
  ...ecarts,
});

/** Une note calculée, figée sur un service. */
export const figer = (service: string, note: NoteCalculee): NoteCalculeeDeService => ({
  ...note,
  service,
  calculeeLe: '2026-11-24',
});
