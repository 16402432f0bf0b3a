import type { MoyensDeLecture } from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import type { ColonneBrute, Emploi } from './emplois.ts';
import type { ModeleDeColonnes } from './modele-de-colonnes.ts';
import { resserrer } from './texte.ts';

const SURS = new Set(['exact', 'variante', 'usage']);

const estPart = (cellule: Cellule): boolean =>
  cellule.type === 'nombre' || /^\s*\d{1,3}(?:[.,]\d+)?\s*%?\s*$/.test(cellule.texte);

const serviceDIntitule = (brute: ColonneBrute, moyens: MoyensDeLecture): string | null => {
  const texte = resserrer(brute.intitule.texte.replace(/\(\s*%\s*\)|%/g, ' '));
  const trouve = texte === '' ? undefined : moyens.index.services?.rapprocher(texte);
  return trouve?.ok && SURS.has(trouve.niveau) && brute.echantillon.every(estPart)
    ? trouve.code
    : null;
};

/** Une colonne par service, la part d’affectation dans les cellules : « Voirie | Espaces verts | … ». */
export const attribuerParts = (
  brutes: readonly ColonneBrute[],
  { schema }: ModeleDeColonnes,
  moyens: MoyensDeLecture,
  emplois: Map<number, Emploi>,
): void => {
  if (schema.affectations.length === 0) return;
  const champs = new Set(schema.affectations.flat());
  const deja = [...emplois.values()].some(
    (e) => e.sorte === 'repartition' || (e.sorte === 'champ' && champs.has(e.champ)),
  );
  if (deja) return;
  const parts = brutes.flatMap((brute) => {
    const service = emplois.has(brute.intitule.rang) ? null : serviceDIntitule(brute, moyens);
    return service === null ? [] : [{ rang: brute.intitule.rang, service }];
  });
  if (new Set(parts.map(({ service }) => service)).size < 3) return;
  for (const { rang, service } of parts) emplois.set(rang, { sorte: 'part', service });
};
