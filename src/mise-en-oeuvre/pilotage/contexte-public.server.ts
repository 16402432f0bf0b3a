import type { Contexte } from '../../socle/base/index.server.ts';

/**
 * Le regard d’un habitant : limité à une collectivité qui n’existe pas. Toute table propre à une
 * commune ou réservée au service lui est alors fermée par la base elle-même.
 */
export const enPublic = ({ territoireId }: Contexte): Contexte => ({
  territoireId,
  auteur: 'page publique',
  collectivite: 'public',
});
