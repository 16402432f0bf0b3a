import { read, utils, type WorkBook, write } from '@e965/xlsx';
import type { Recu } from '../scene.ts';
import type { LigneARendre } from './effectifs-a-rendre.ts';

/** Un fichier à déposer par le navigateur. */
export interface FichierADeposer {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Valeur = string | number | null;

/** Les rangées de la première feuille (ou d’une autre), relues par un lecteur indépendant. */
export const lireRangees = (
  octets: Uint8Array,
  feuille?: string,
): readonly (readonly Valeur[])[] => {
  const classeur = read(octets, { cellDates: false, raw: true });
  const nom = feuille ?? classeur.SheetNames[0] ?? '';
  const lue = classeur.Sheets[nom];
  if (lue === undefined)
    throw new Error(`La feuille « ${nom} » manque : ${classeur.SheetNames.join(', ')}.`);
  return utils.sheet_to_json<Valeur[]>(lue, { header: 1, defval: null, raw: true });
};

/** Les noms des feuilles, dans l’ordre. */
export const nommerFeuilles = (octets: Uint8Array): readonly string[] => read(octets).SheetNames;

const ecrire = (classeur: WorkBook, format: 'xlsx' | 'ods' | 'csv'): Buffer =>
  Buffer.from(write(classeur, { bookType: format, type: 'buffer', FS: ';' }) as Uint8Array);

const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
} as const;

/** Les colonnes d’un gabarit, dans son ordre, par leur nom canonique. */
const COLONNES_RH = [
  'siren',
  'collectivite',
  'matricule',
  'service',
  'metier',
  'filiere',
  'categorie',
  'cadre_emplois',
  'grade',
  'statut',
  'temps',
  'duree_hebdo',
  'duree_reference',
  'quotite',
  'etp',
  'annee_naissance',
  'date_entree',
  'cout_charge_annuel',
  'service_1',
  'part_1',
  'service_2',
  'part_2',
  'service_3',
  'part_3',
] as const;
const NOMBRES = /^(?:duree_|quotite|etp|annee|cout|part_|mois|nombre)/;

const enCellules = (colonnes: readonly string[], ligne: LigneARendre): Valeur[] =>
  colonnes.map((nom) => {
    const valeur = ligne[nom] ?? '';
    if (valeur === '') return null;
    return NOMBRES.test(nom) && /^\d+(?:\.\d+)?$/.test(valeur) ? Number(valeur) : valeur;
  });

/** Remplit le gabarit reçu, comme on le ferait dans un tableur : sous l’en-tête, sans toucher au reste. */
export const remplirGabarit = (
  gabarit: Recu,
  lignes: readonly LigneARendre[],
  format: 'xlsx' | 'ods' | 'csv',
  colonnes: readonly string[] = COLONNES_RH,
): FichierADeposer => {
  const classeur = read(gabarit.octets, { raw: true });
  const feuille = classeur.Sheets[classeur.SheetNames[0] ?? ''];
  if (feuille === undefined) throw new Error('Le gabarit n’a pas de feuille.');
  utils.sheet_add_aoa(
    feuille,
    lignes.map((ligne) => {
      const cellules = enCellules(colonnes, ligne);
      // Un CSV français écrit ses nombres avec une virgule.
      return format === 'csv'
        ? cellules.map((c) => c?.toString().replace('.', ',') ?? null)
        : cellules;
    }),
    { origin: 'A2' },
  );
  return { name: gabarit.nom, mimeType: MIME[format], buffer: ecrire(classeur, format) };
};

const enWindows1252 = (texte: string): Buffer =>
  Buffer.from(texte.replaceAll('’', "'").replaceAll('€', '\u0080'), 'latin1');

/** Le tableau d’une commune qui n’a pas pris le gabarit : ses intitulés, ses façons d’écrire, son total. */
export const ecrireTableauMaison = (
  nom: string,
  rangees: readonly (readonly string[])[],
): FichierADeposer => ({
  name: nom,
  mimeType: MIME.csv,
  // Windows-1252 et points-virgules : ce qu’un tableur français enregistre par défaut.
  buffer: enWindows1252(`${rangees.map((rangee) => rangee.join(';')).join('\r\n')}\r\n`),
});

/** Un nombre écrit à la française, en centièmes entiers : « 29 430,00 € » → 2943000. */
export const enCentiemes = (valeur: Valeur | undefined): bigint => {
  const net = String(valeur ?? '0')
    .replaceAll(/[\s\u00a0\u202f€]/g, '')
    .replace(',', '.');
  const [entiers = '0', decimales = ''] = net.split('.');
  return BigInt(entiers) * 100n + BigInt(decimales.padEnd(2, '0').slice(0, 2));
};

/** Un classeur d’une feuille, écrit par un tableur ordinaire. */
export const ecrireClasseur = (
  nom: string,
  rangees: readonly (readonly (string | number)[])[],
): FichierADeposer => {
  const format = nom.endsWith('.ods') ? 'ods' : 'xlsx';
  const classeur = utils.book_new();
  utils.book_append_sheet(
    classeur,
    utils.aoa_to_sheet(rangees.map((rangee) => [...rangee])),
    'Feuille1',
  );
  return { name: nom, mimeType: MIME[format], buffer: ecrire(classeur, format) };
};
