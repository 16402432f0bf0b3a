import { formaterDate, type Jour } from '../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { evenementsVivants, trouverEvenement } from './adoption/evenements.ts';
import { lireAdoption } from './adoption/lire-adoption.server.ts';
import type { CadreDuSchema } from './cadre-du-schema.ts';
import { lireSections } from './redaction/sections.sql.server.ts';
import { texteDe } from './saisie/champs.ts';

/** Le siège, le tribunal et la délibération d’approbation, pour ne pas les ressaisir dans un acte. */
export const lireCadreDuSchema = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<CadreDuSchema> => {
  const adoption = await lireAdoption(transaction, contexte, aujourdhui);
  if (adoption === null) return { siege: '', tribunal: '', approbation: '' };
  const sections = await lireSections(transaction, contexte, adoption.schema.id);
  const preambule = sections.find(({ code }) => code === 'preambule')?.redaction ?? {};
  const approbation = trouverEvenement(evenementsVivants(adoption.evenements), 'approbation');
  const numero = approbation?.details.numero ?? '';
  return {
    siege: texteDe(preambule, 'siege'),
    tribunal: texteDe(preambule, 'tribunal'),
    approbation:
      approbation === undefined
        ? ''
        : `${numero === '' ? '' : `n° ${numero} `}du ${formaterDate(approbation.le)}`,
  };
};
