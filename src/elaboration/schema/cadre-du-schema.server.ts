import { formaterDate } from '../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireEvenements } from './adoption/adoption.sql.server.ts';
import { evenementsVivants, trouverEvenement } from './adoption/evenements.ts';
import type { CadreDuSchema } from './cadre-du-schema.ts';
import { lireSections } from './redaction/sections.sql.server.ts';
import { texteDe } from './saisie/champs.ts';
import { lireSchema } from './schema.sql.server.ts';

/** Le siège, le tribunal et la délibération d’approbation, pour ne pas les ressaisir dans un acte. */
export const lireCadreDuSchema = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
): Promise<CadreDuSchema> => {
  const schema = await lireSchema(transaction, contexte);
  if (schema === null) return { siege: '', tribunal: '', approbation: '' };
  const sections = await lireSections(transaction, contexte, schema.id);
  const evenements = await lireEvenements(transaction, contexte, schema.id);
  const preambule = sections.find(({ code }) => code === 'preambule')?.redaction ?? {};
  const approbation = trouverEvenement(evenementsVivants(evenements), 'approbation');
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
