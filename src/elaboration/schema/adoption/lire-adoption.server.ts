import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { SortieProcedure } from '../../../moteurs/procedure/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { lireTerritoire } from '../../../socle/territoire/index.server.ts';
import {
  type Collectivite,
  communesAu,
  millesimeCommun,
  populationDe,
} from '../../../socle/territoire/index.ts';
import { mandatAu } from '../mandat.ts';
import { lireSchema, type Schema } from '../schema.sql.server.ts';
import { lireEvenements, lireSaisines } from './adoption.sql.server.ts';
import { type EvenementDAdoption, evenementsVivants } from './evenements.ts';
import { type CommuneConsultee, instruireAdoption } from './instruire-adoption.ts';
import type { Saisine } from './saisine.ts';

/** L’adoption au jour demandé : ce que le droit en dit, et le registre qui le fonde. */
export interface Adoption {
  readonly schema: Schema;
  readonly communes: readonly CommuneConsultee[];
  /** Tout le registre, annulations comprises, dans l’ordre des saisies. */
  readonly evenements: readonly EvenementDAdoption[];
  /** Les saisines en vigueur (celles que rien n’annule). */
  readonly saisines: readonly Saisine[];
  readonly sortie: SortieProcedure;
}

const consulter = (communes: readonly Collectivite[]): readonly CommuneConsultee[] => {
  const millesime = millesimeCommun(communes, ['municipale']);
  return communes.map((commune) => ({
    siren: commune.siren,
    codeInsee: commune.codeInsee ?? '',
    nom: commune.nom,
    population:
      millesime === null ? null : (populationDe(commune, 'municipale', millesime)?.valeur ?? null),
  }));
};

/** Les communes consultées : toutes les membres, ou la seule commune à laquelle le contexte se limite. */
export const lireCommunesConsultees = async <T>(
  transaction: Transaction<T>,
  { collectivite }: Contexte,
  aujourdhui: Jour,
): Promise<readonly CommuneConsultee[]> => {
  const toutes = consulter(communesAu(await lireTerritoire(transaction), aujourdhui));
  return collectivite === undefined ? toutes : toutes.filter(({ siren }) => siren === collectivite);
};

/** Le renouvellement général n’est pas une saisie : il est au référentiel, daté. */
const avecRenouvellement = (
  evenements: readonly EvenementDAdoption[],
  aujourdhui: Jour,
): readonly EvenementDAdoption[] => {
  if (evenements.some(({ type }) => type === 'renouvellement')) return evenements;
  const { renouvellement } = mandatAu(aujourdhui);
  return [
    {
      id: 'renouvellement',
      type: 'renouvellement',
      le: renouvellement,
      collectivite: null,
      details: {},
      fichierId: null,
      annule: null,
      motif: null,
      saisiLe: renouvellement,
      saisiPar: 'Référentiel',
    },
    ...evenements,
  ];
};

/**
 * L’adoption du schéma en cours, instruite ce jour ; null si aucun schéma n’est ouvert. Limité à une
 * commune, le contexte ne montre que son avis et son échéance.
 */
export const lireAdoption = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<Adoption | null> => {
  const schema = await lireSchema(transaction, contexte);
  if (schema === null) return null;
  const communes = await lireCommunesConsultees(transaction, contexte, aujourdhui);
  const lus = await lireEvenements(transaction, contexte, schema.id);
  const evenements = avecRenouvellement(lus, aujourdhui);
  const vivants = new Set(evenementsVivants(evenements).map(({ id }) => id));
  const saisines = (await lireSaisines(transaction, contexte, schema.id)).filter(
    ({ evenementId }) => vivants.has(evenementId),
  );
  return {
    schema,
    communes,
    evenements,
    saisines,
    sortie: instruireAdoption(communes, evenements, aujourdhui),
  };
};
