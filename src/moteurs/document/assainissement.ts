/**
 * Caractères qu’aucun document ne doit porter : commandes (hors tabulation et fin de ligne),
 * demi-codets isolés, non-caractères, et inversions du sens d’écriture, qui permettent de montrer
 * autre chose que ce qui est écrit.
 */
const estInterdit = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a) ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  (code >= 0xfdd0 && code <= 0xfdef) ||
  (code & 0xfffe) === 0xfffe ||
  code === 0xfeff;

/** Retire d’un texte reçu les caractères interdits ; fins de ligne ramenées à « \n ». */
export const assainir = (texte: string): string => {
  let propre = '';
  for (const caractere of texte.normalize('NFC').replace(/\r\n?|[\u2028\u2029]/g, '\n')) {
    if (!estInterdit(caractere.codePointAt(0) ?? 0)) propre += caractere;
  }
  return propre;
};
