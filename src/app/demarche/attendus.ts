import type { Droit } from '../../socle/acces/index.ts';
import type { Etat } from '../../socle/ui/index.ui.ts';
import type { CheminDePiece, EtatDePiece } from './pieces.ts';

/** Quelque chose qu’on attend de la personne connectée. */
export interface Attendu {
  readonly cle: string;
  readonly titre: string;
  readonly detail: string;
  readonly geste: string;
  /** Relatif au territoire. */
  readonly chemin: string;
  readonly etat: Etat;
}

interface RegleDAttendu {
  readonly piece: CheminDePiece;
  /** Seul qui porte ce droit peut agir : les autres ne voient pas l’attendu. */
  readonly droit: Droit;
  readonly titre: string;
  readonly geste: string;
}

/** Dans l’ordre de la démarche : qui peut faire avancer quelle pièce. */
const REGLES: readonly RegleDAttendu[] = [
  {
    piece: 'elaborer/collecte',
    droit: 'collecte:piloter',
    titre: 'Collecte',
    geste: 'Ouvrir la collecte',
  },
  {
    piece: 'elaborer/schema',
    droit: 'schema:rediger',
    titre: 'Fiches du schéma',
    geste: 'Ouvrir les fiches',
  },
  {
    piece: 'elaborer/adoption',
    droit: 'schema:adopter',
    titre: 'Adoption',
    geste: 'Conduire l’adoption',
  },
  {
    piece: 'mettre-en-oeuvre/refacturation',
    droit: 'etat:emettre',
    titre: 'Refacturation',
    geste: 'Préparer les états',
  },
  {
    piece: 'mettre-en-oeuvre/pilotage',
    droit: 'schema:rediger',
    titre: 'Suivi des actions',
    geste: 'Ouvrir le suivi',
  },
];

/** Ce qu’on attend de la personne, d’après l’état des pièces et ses droits. */
export const listerAttendus = (
  pieces: Readonly<Record<CheminDePiece, EtatDePiece>>,
  peut: (droit: Droit) => boolean,
): readonly Attendu[] =>
  REGLES.flatMap(({ piece, droit, titre, geste }) => {
    const { etat, phrase, attente } = pieces[piece];
    if (attente === undefined || !peut(droit)) return [];
    return [
      { cle: piece, titre: `${titre} : ${attente}`, detail: phrase, geste, chemin: piece, etat },
    ];
  });
