import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { SortieProcedure } from '../../moteurs/procedure/index.ts';
import { instruireProcedure } from './index.ts';

/** Trois communes fictives et leur communauté, en fiscalité professionnelle unique. */
export const TERRITOIRE = {
  communes: [
    { code: '42001', nom: 'Aubrac-Test', population: 3600 },
    { code: '42002', nom: 'Bel-Essai', population: 900 },
    { code: '42003', nom: 'Clairbourg', population: 500 },
  ],
  epci: { siren: '200000001', nom: 'CC Val d’Exemple', type: 'CC', modeFinancement: 'FPU' },
} as const;

export type Fait = { readonly type: string; readonly date: Jour } & Readonly<
  Record<string, unknown>
>;

/** Instruit, ou fait échouer le test en montrant les refus. */
export const instruireLe = (
  nom: string,
  le: Jour,
  evenements: readonly Fait[],
  ecarts: Readonly<Record<string, unknown>> = {},
): SortieProcedure => {
  const resultat = instruireProcedure(nom, { le, territoire: TERRITOIRE, evenements, ...ecarts });
  if (!resultat.ok) throw new Error(JSON.stringify(resultat.refus));
  return resultat.valeur;
};

export const codesManquants = (sortie: SortieProcedure, passage: string): readonly string[] =>
  sortie.passages.find(({ nom }) => nom === passage)?.manque.map(({ code }) => code) ?? ['absent'];

export const messageManquant = (sortie: SortieProcedure, passage: string, code: string): string =>
  sortie.passages.find(({ nom }) => nom === passage)?.manque.find((un) => un.code === code)
    ?.message ?? '';

export const avertis = (sortie: SortieProcedure): readonly string[] =>
  sortie.avertissements?.map(({ code }) => code) ?? [];
