import { decoderPageDos, estPageDos } from './dos.ts';

/** Ce qu’est un fichier d’après ses octets, jamais d’après son nom. */
export type Contenu = 'vide' | 'zip' | 'ole2' | 'texte' | { readonly nonAdmis: string } | 'binaire';

const commence = (octets: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((octet, i) => octets[i] === octet);

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'un PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'une image'],
  [[0xff, 0xd8, 0xff], 'une image'],
  [[0x47, 0x49, 0x46, 0x38], 'une image'],
  [[0x49, 0x49, 0x2a, 0x00], 'une image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'une image'],
  [[0x42, 0x4d], 'une image'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'un document RTF'],
  [[0x1f, 0x8b], 'une archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'une archive'],
  [[0x52, 0x61, 0x72, 0x21], 'une archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'un programme'],
  [[0x4d, 0x5a], 'un programme'],
];

const estUtf16 = (octets: Uint8Array): boolean => {
  if (commence(octets, [0xff, 0xfe]) || commence(octets, [0xfe, 0xff])) return true;
  const n = Math.min(octets.length - (octets.length % 2), 512);
  let pairs = 0;
  let impairs = 0;
  for (let i = 0; i < n; i += 2) {
    if (octets[i] === 0) pairs += 1;
    if (octets[i + 1] === 0) impairs += 1;
  }
  return (
    n >= 8 && Math.max(pairs, impairs) > (n / 2) * 0.6 && Math.min(pairs, impairs) < (n / 2) * 0.1
  );
};

const semblentBinaires = (octets: Uint8Array): boolean => {
  const n = Math.min(octets.length, 4096);
  let controles = 0;
  for (let i = 0; i < n; i += 1) {
    const octet = octets[i] ?? 0;
    if (
      octet === 0 ||
      (octet < 32 && octet !== 9 && octet !== 10 && octet !== 13 && octet !== 12 && octet !== 27)
    )
      controles += 1;
  }
  return controles > n * 0.02;
};

/** Reconnaît le contenu d’un fichier à ses premiers octets. */
export const reconnaitreContenu = (octets: Uint8Array): Contenu => {
  if (octets.length === 0) return 'vide';
  if (commence(octets, [0x50, 0x4b, 0x03, 0x04]) || commence(octets, [0x50, 0x4b, 0x05, 0x06]))
    return 'zip';
  if (commence(octets, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole2';
  for (const [signature, nom] of SIGNATURES)
    if (commence(octets, signature) && (signature.length > 2 || semblentBinaires(octets)))
      return { nonAdmis: nom };
  if (estUtf16(octets)) return 'texte';
  return semblentBinaires(octets) ? 'binaire' : 'texte';
};

/** Vrai si les octets contiennent un texte ASCII écrit en UTF-16 petit-boutiste (noms de flux OLE2). */
export const contientUtf16 = (octets: Uint8Array, texte: string): boolean => {
  const cible = Array.from(texte, (c) => [c.charCodeAt(0), 0]).flat();
  const premier = cible[0] ?? 0;
  for (let i = octets.indexOf(premier); i >= 0; i = octets.indexOf(premier, i + 1))
    if (cible.every((octet, k) => octets[i + k] === octet)) return true;
  return false;
};

const ENCODAGES_HTML = /charset\s*=\s*["']?\s*([\w-]+)/i;

const decoder = (octets: Uint8Array, encodage: string, strict: boolean): string | null => {
  try {
    return new TextDecoder(encodage, { fatal: strict, ignoreBOM: false }).decode(octets);
  } catch {
    return null;
  }
};

export interface TexteDecode {
  readonly texte: string;
  readonly encodage: string;
  readonly marqueOrdre: boolean;
}

const utf16 = (octets: Uint8Array): TexteDecode | null => {
  const petit = commence(octets, [0xff, 0xfe]);
  const grand = commence(octets, [0xfe, 0xff]);
  if (!petit && !grand && !estUtf16(octets)) return null;
  const encodage = grand || (!petit && octets[0] === 0) ? 'utf-16be' : 'utf-16le';
  const texte = decoder(octets, encodage, false);
  return texte === null ? null : { texte, encodage, marqueOrdre: petit || grand };
};

const compter = (texte: string, forme: RegExp): number => texte.match(forme)?.length ?? 0;

/** Octets de é, è, ê, à, ç, ô, ù : en Mac Roman, puis en Windows-1252 (où les premiers sont Ž, ™, ou rien). */
const ACCENTS_MAC = new Set([0x8e, 0x8f, 0x90, 0x88, 0x8d, 0x99, 0x9d]);
const ACCENTS_1252 = new Set([0xe9, 0xe8, 0xea, 0xe0, 0xe7, 0xf4, 0xf9]);

/** Un vieux tableur de Macintosh : ses lettres accentuées ne sont pas à la même place. */
const estMacRoman = (octets: Uint8Array): boolean => {
  let mac = 0;
  let windows = 0;
  for (const octet of octets) {
    if (ACCENTS_MAC.has(octet)) mac += 1;
    else if (ACCENTS_1252.has(octet)) windows += 1;
  }
  return mac >= 2 && mac > windows;
};

/** Décode un texte : marque d’ordre, UTF-8 strict, puis DOS, Mac Roman, Windows-1252 ou ISO-8859-1 selon les octets présents. */
export const decoderTexte = (octets: Uint8Array): TexteDecode => {
  const large = utf16(octets);
  if (large) return large;
  const marqueOrdre = commence(octets, [0xef, 0xbb, 0xbf]);
  const strict = decoder(octets, 'utf-8', true);
  if (strict !== null) return { texte: strict, encodage: 'utf-8', marqueOrdre };
  const souple = decoder(octets, 'utf-8', false) ?? '';
  const abimes = compter(souple, /\ufffd/g);
  const bons = compter(souple, /[\u0080-\ufffc]/g);
  if (marqueOrdre || abimes * 20 <= bons) return { texte: souple, encodage: 'utf-8', marqueOrdre };
  const declare = ENCODAGES_HTML.exec(souple.slice(0, 2000))?.[1]?.toLowerCase();
  if (estPageDos(octets))
    return { texte: decoderPageDos(octets), encodage: 'ibm850', marqueOrdre: false };
  if (estMacRoman(octets))
    return {
      texte: decoder(octets, 'macintosh', false) ?? '',
      encodage: 'macintosh',
      marqueOrdre: false,
    };
  const propres1252 = octets.some((octet) => octet >= 0x80 && octet <= 0x9f);
  const encodage = propres1252 || declare === 'windows-1252' ? 'windows-1252' : 'iso-8859-1';
  return { texte: decoder(octets, 'windows-1252', false) ?? '', encodage, marqueOrdre: false };
};
