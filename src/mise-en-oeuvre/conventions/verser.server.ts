import { type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { type Base, type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import type { Convention } from './convention.ts';
import { lireConvention } from './conventions.sql.server.ts';
import { enregistrerFaits } from './faits.sql.server.ts';
import { deciderFaits, type FaitAEnregistrer } from './instruire.ts';
import { garderDocuments, manquesDuDocument } from './produire.server.ts';

type Jugement = Parameters<typeof enregistrerFaits>[4];

const manquesAvantSignature = (
  convention: Convention,
  faits: readonly FaitAEnregistrer[],
  { territoire, aujourdhui }: Jugement,
): readonly Refus[] =>
  faits.some(({ type }) => type === 'signature') &&
  deciderFaits(convention, faits, { territoire, aujourdhui }).ok
    ? manquesDuDocument(convention, territoire, aujourdhui)
    : [];

/**
 * Verse des faits au dossier d’une convention. On ne signe qu’un texte complet : le document doit se
 * composer en version définitive. La dernière signature fait garder les documents.
 */
export const verserFaits = async (
  base: Base,
  contexte: Contexte,
  conventionId: string,
  faits: readonly FaitAEnregistrer[],
  jugement: Jugement,
): Promise<Resultat<{ readonly estSignee: boolean }, readonly Refus[]>> => {
  const verses = await dansTerritoire(base, contexte, async (tx) => {
    const convention = await lireConvention(tx, contexte, conventionId);
    const manques = convention === null ? [] : manquesAvantSignature(convention, faits, jugement);
    return manques.length > 0
      ? refuser(manques)
      : enregistrerFaits(tx, contexte, conventionId, faits, jugement);
  });
  if (verses.ok && verses.valeur.estSignee) {
    const gardes = await garderDocuments(base, contexte, conventionId, jugement);
    if (!gardes.ok) return gardes;
  }
  return verses;
};
