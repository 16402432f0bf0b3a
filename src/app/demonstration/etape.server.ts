import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Base, Contexte } from '../../socle/base/index.server.ts';

/**
 * Un pas de la démonstration. Chacun appelle les vraies fonctions de sa tranche, et sait s’il est
 * déjà fait : un démarrage interrompu reprend là où il s’est arrêté.
 */
export interface EtapeDeDemonstration {
  readonly nom: string;
  readonly estFaite: (base: Base, contexte: Contexte) => Promise<boolean>;
  readonly semer: (base: Base, contexte: Contexte, aujourdhui: Jour) => Promise<void>;
}
