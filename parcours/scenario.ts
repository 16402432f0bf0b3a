import type { Jour } from '../src/moteurs/calendrier/index.ts';
import type { Scene } from './scene.ts';

/** Qui agit, et par où il entre : un compte (écrans de travail) ou un lien personnel (sans compte). */
export interface Acteur {
  readonly nom: string;
  readonly fonction: string;
  readonly entree: 'compte' | 'lien' | 'public';
  /** JavaScript coupé : tout doit quand même se faire. */
  readonly sansScript?: boolean;
  readonly courriel?: string;
}

/** Ce qu’un acteur fait, un jour donné : une phrase, et comment le rejouer. */
export interface Geste {
  readonly acteur: string;
  readonly le: Jour;
  readonly titre: string;
  readonly jouer: (scene: Scene) => Promise<void>;
}

/** Une étape de la démarche, telle qu’on la raconterait à une direction générale des services. */
export interface Etape {
  readonly numero: number;
  readonly titre: string;
  readonly recit: string;
  readonly gestes: readonly Geste[];
}

/** Un parcours complet : il se rejoue dans un navigateur, et se lit comme une documentation. */
export interface Parcours {
  readonly titre: string;
  readonly recit: string;
  readonly acteurs: Readonly<Record<string, Acteur>>;
  readonly etapes: readonly Etape[];
}
