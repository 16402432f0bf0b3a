import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';

const COMMENT = 'Donner un objet JSON : { "clé": valeur }.';

const refuserJson = (message: string) => refuser({ code: 'json-illisible', message });

const estUtf16 = ([premier, second]: Uint8Array): boolean => premier === 0xff && second === 0xfe;

/** UTF-8 avec ou sans marque, ou UTF-16 marqué ; null pour tout autre encodage. */
const decoder = (octets: Uint8Array): string | null => {
  try {
    return new TextDecoder(estUtf16(octets) ? 'utf-16le' : 'utf-8', { fatal: true }).decode(octets);
  } catch {
    return null;
  }
};

/** « ligne 3, colonne 12 » d’une position, quand l’analyseur la donne. */
const situer = (texte: string, erreur: unknown): string => {
  const position = /position (\d+)/.exec(erreur instanceof Error ? erreur.message : '')?.[1];
  if (position === undefined) return '';
  const lignes = texte.slice(0, Number(position)).split('\n');
  return ` à la ligne ${lignes.length}, colonne ${(lignes.at(-1) ?? '').length + 1}`;
};

/**
 * Certains programmes écrivent NaN ou Infinity, que JSON n’a pas : on les lit comme des textes, et la
 * lecture des entrées les refuse à leur place, avec leur chemin.
 */
const citerNonNombres = (texte: string): string =>
  texte.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (morceau) =>
    morceau.startsWith('"') ? morceau : `"${morceau}"`,
  );

/** Déchiffre un JSON reçu en octets ; refuse (code `json-illisible`) ce qui n’en est pas un. */
export const dechiffrerJson = (octets: Uint8Array): Resultat<unknown, Refus> => {
  const texte = decoder(octets);
  if (texte === null)
    return refuserJson('L’entrée n’est pas un texte en UTF-8 : l’enregistrer dans cet encodage.');
  if (texte.trim() === '') return refuserJson(`L’entrée est vide. ${COMMENT}`);
  try {
    return accepter(JSON.parse(citerNonNombres(texte)) as unknown);
  } catch (erreur) {
    return refuserJson(`L’entrée n’est pas un JSON valable${situer(texte, erreur)}. ${COMMENT}`);
  }
};
