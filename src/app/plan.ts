import type { Droit, Role } from '../socle/acces/index.ts';

/** Une pièce construite de la démarche, à sa place dans le plan. */
export interface Piece {
  readonly titre: string;
  /** Chemin relatif à `/t/:siren/`. */
  readonly chemin: string;
  readonly partie: 'Élaborer' | 'Mettre en œuvre' | 'Territoire';
  /** Droit nécessaire pour la voir. */
  readonly droit: Droit;
}

/** Le plan de la démarche : seules les pièces construites y figurent. */
export const PLAN: readonly Piece[] = [
  { titre: 'Collecte', chemin: 'elaborer/collecte', partie: 'Élaborer', droit: 'collecte:lire' },
  { titre: 'Effectifs', chemin: 'elaborer/effectifs', partie: 'Élaborer', droit: 'effectifs:lire' },
  {
    titre: 'Périmètres',
    chemin: 'elaborer/perimetres',
    partie: 'Élaborer',
    droit: 'perimetre:lire',
  },
  { titre: 'Schéma', chemin: 'elaborer/schema', partie: 'Élaborer', droit: 'schema:lire' },
  { titre: 'Adoption', chemin: 'elaborer/adoption', partie: 'Élaborer', droit: 'schema:lire' },
  {
    titre: 'Services communs',
    chemin: 'mettre-en-oeuvre/services-communs',
    partie: 'Mettre en œuvre',
    droit: 'convention:lire',
  },
  {
    titre: 'Conventions',
    chemin: 'mettre-en-oeuvre/conventions',
    partie: 'Mettre en œuvre',
    droit: 'convention:lire',
  },
  {
    titre: 'Refacturation',
    chemin: 'mettre-en-oeuvre/refacturation',
    partie: 'Mettre en œuvre',
    droit: 'etat:lire',
  },
  {
    titre: 'Pilotage',
    chemin: 'mettre-en-oeuvre/pilotage',
    partie: 'Mettre en œuvre',
    droit: 'rapport:lire',
  },
  { titre: 'Communes', chemin: 'territoire', partie: 'Territoire', droit: 'territoire:lire' },
  { titre: 'Accès', chemin: 'acces', partie: 'Territoire', droit: 'acces:gerer' },
  {
    titre: 'Boîte d’envoi',
    chemin: 'boite-d-envoi',
    partie: 'Territoire',
    droit: 'courriels:lire',
  },
  { titre: 'Historique', chemin: 'historique', partie: 'Territoire', droit: 'historique:lire' },
];

/** Une commune et un élu n’ont pas de menu à apprendre : une page simple, sans charpente. */
export const aUnePageSimple = (role: Role): boolean => role === 'commune' || role === 'elu';
