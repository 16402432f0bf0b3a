import type { Classeur, Feuille, TypeDeFichier } from '../../moteurs/grille/index.ts';
import { accepter, type Resultat } from '../../moteurs/resultat/index.ts';
import { lireTexteSepare } from './csv.ts';
import { contientUtf16, decoderTexte, reconnaitreContenu } from './detection.ts';
import { estPageHtml, lireHtml } from './html.ts';
import { nettoyerFeuille } from './invisibles.ts';
import { type RefusDeFichier, refuserDepot } from './refus.ts';
import { listerArchive, OCTETS_DECOMPRESSES } from './zip.server.ts';

type Lu = Resultat<Classeur, RefusDeFichier>;

const EXTENSIONS: Readonly<Record<TypeDeFichier, RegExp>> = {
  xlsx: /^xls[xmb]$|^xlt[xm]$/,
  xls: /^xl[st]$|^xlsb$|^xml$/,
  ods: /^ods$|^ots$/,
  csv: /^(?:csv|txt|tsv|tab|prn|dat)$/,
  tsv: /^(?:tsv|txt|csv|tab|prn|dat)$/,
  html: /^html?$/,
};

const composer = (
  nom: string,
  type: TypeDeFichier,
  feuilles: readonly Feuille[],
  supplements: Partial<Classeur> = {},
): Lu => {
  const extension = /\.([a-z0-9]+)$/i.exec(nom)?.[1]?.toLowerCase();
  return accepter({
    type,
    encodage: null,
    marqueOrdre: false,
    separateur: null,
    feuilles: feuilles.map(nettoyerFeuille),
    extensionTrompeuse: extension !== undefined && !EXTENSIONS[type].test(extension),
    base1904: false,
    ...supplements,
  });
};

const lireTexte = async (octets: Uint8Array, nom: string): Promise<Lu> => {
  const { texte, encodage, marqueOrdre } = decoderTexte(octets);
  if (texte.trim() === '') return refuserDepot('fichier-vide');
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(texte.slice(0, 4000)))
    return lireAncien(octets, nom);
  if (estPageHtml(texte)) return composer(nom, 'html', lireHtml(texte), { encodage, marqueOrdre });
  const { feuille, separateur } = lireTexteSepare(texte);
  return composer(nom, separateur === '\t' ? 'tsv' : 'csv', [feuille], {
    encodage,
    marqueOrdre,
    separateur,
  });
};

const lireAncien = async (octets: Uint8Array, nom: string): Promise<Lu> => {
  const { lireXls } = await import('./xls.server.ts');
  const lu = await lireXls(octets);
  return lu.ok ? composer(nom, 'xls', lu.valeur.feuilles, { base1904: lu.valeur.base1904 }) : lu;
};

const AUTRES_ARCHIVES: readonly (readonly [RegExp, string])[] = [
  [/^word\//, 'un document Word'],
  [/^ppt\//, 'une présentation'],
  [/^Pictures\/|^META-INF\/manifest\.xml$/, 'un document'],
];

const lireArchive = async (octets: Uint8Array, nom: string): Promise<Lu> => {
  const noms = listerArchive(octets);
  const contient = (chemin: string): boolean => noms.includes(chemin);
  if (contient('xl/workbook.bin')) return lireAncien(octets, nom);
  if (contient('xl/workbook.xml')) {
    const { lireXlsx } = await import('./xlsx.server.ts');
    const lu = lireXlsx(octets);
    return lu.ok ? composer(nom, 'xlsx', lu.valeur.feuilles, { base1904: lu.valeur.base1904 }) : lu;
  }
  const mime = new TextDecoder('latin1').decode(octets.subarray(30, 110));
  if (/opendocument\.(?:text|presentation|graphics)/.test(mime))
    return refuserDepot('type-non-admis', 'Ce fichier est un document, pas un tableau.');
  if (contient('content.xml')) {
    const { lireOds } = await import('./ods.server.ts');
    const lu = lireOds(octets);
    return lu.ok ? composer(nom, 'ods', lu.valeur) : lu;
  }
  const autre =
    AUTRES_ARCHIVES.find(([forme]) => noms.some((n) => forme.test(n)))?.[1] ?? 'une archive';
  return refuserDepot('type-non-admis', `Ce fichier est ${autre}, pas un tableau.`);
};

const lireOle2 = async (octets: Uint8Array, nom: string): Promise<Lu> => {
  if (contientUtf16(octets, 'EncryptedPackage')) return refuserDepot('fichier-chiffre');
  if (contientUtf16(octets, 'WordDocument'))
    return refuserDepot('type-non-admis', 'Ce fichier est un document Word, pas un tableau.');
  return lireAncien(octets, nom);
};

const selonContenu = async (octets: Uint8Array, nom: string): Promise<Lu> => {
  if (octets.length > OCTETS_DECOMPRESSES) return refuserDepot('fichier-trop-grand');
  const contenu = reconnaitreContenu(octets);
  if (contenu === 'vide') return refuserDepot('fichier-vide');
  if (contenu === 'zip') return lireArchive(octets, nom);
  if (contenu === 'ole2') return lireOle2(octets, nom);
  if (contenu === 'texte') return lireTexte(octets, nom);
  return contenu === 'binaire'
    ? refuserDepot('type-inconnu')
    : refuserDepot('type-non-admis', `Ce fichier est ${contenu.nonAdmis}, pas un tableau.`);
};

const traduireErreur = (erreur: unknown): Lu => {
  const message = erreur instanceof Error ? erreur.message : String(erreur);
  if (/password|encrypt/i.test(message)) return refuserDepot('fichier-chiffre');
  if (/trop de cellules|Array buffer allocation|Invalid (?:array|string) length/i.test(message))
    return refuserDepot('fichier-trop-grand');
  return refuserDepot(
    /unexpected EOF|invalid zip data|unclosed|unexpected end/i.test(message)
      ? 'fichier-tronque'
      : 'fichier-abime',
  );
};

/**
 * Lit un fichier de tableur d’après son contenu (XLSX, XLS, XLSB, ODS, CSV, TSV, page HTML).
 * Un fichier vide, chiffré, tronqué, piégé ou d’un autre type est un refus, jamais une exception.
 */
export const lireTableur = async (octets: Uint8Array, nom: string): Promise<Lu> => {
  try {
    return await selonContenu(octets, nom);
  } catch (erreur) {
    return traduireErreur(erreur);
  }
};
