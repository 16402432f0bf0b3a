import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Transaction } from '../../../socle/base/index.server.ts';
import { lireTerritoire } from '../../../socle/territoire/index.server.ts';
import { type Collectivite, communesAu, type Territoire } from '../../../socle/territoire/index.ts';

/** Le territoire du schéma : l’EPCI, ses communes membres ce jour, leurs noms. */
export interface Cadre {
  readonly territoire: Territoire;
  readonly epci: Collectivite;
  readonly communes: readonly Collectivite[];
  /** SIREN de l’EPCI puis des communes. */
  readonly sirens: readonly string[];
  readonly nommer: (siren: string) => string;
}

export const lireCadre = async <T>(
  transaction: Transaction<T>,
  aujourdhui: Jour,
): Promise<Cadre> => {
  const territoire = await lireTerritoire(transaction);
  const epci = territoire.collectivites.find(({ type }) => type === 'epci');
  if (epci === undefined) throw new Error('Le territoire n’a pas d’intercommunalité.');
  const communes = communesAu(territoire, aujourdhui);
  const noms = new Map(territoire.collectivites.map(({ siren, nom }) => [siren, nom]));
  return {
    territoire,
    epci,
    communes,
    sirens: [epci.siren, ...communes.map(({ siren }) => siren)],
    nommer: (siren) => noms.get(siren) ?? siren,
  };
};
