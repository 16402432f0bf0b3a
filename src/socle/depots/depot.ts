/** Taille maximale d’un fichier déposé : 25 Mo. */
export const TAILLE_MAXIMALE = 25 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  json: 'application/json',
  geojson: 'application/geo+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  ics: 'text/calendar',
};

/** Le type d’un fichier d’après son extension ; octets bruts si elle est inconnue. */
export const typeDuNom = (nom: string): string =>
  TYPES[nom.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';

const CARACTERES_DE_COMMANDE = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Un nom de fichier sans chemin, ni caractère de commande, ni longueur démesurée. */
export const assainirNom = (nom: string): string => {
  const propre = (nom.split(/[\\/]/).pop() ?? '').replace(CARACTERES_DE_COMMANDE, '').trim();
  const sansPoints = propre.replace(/^\.+/, '');
  if (sansPoints.length <= 150) return sansPoints === '' ? 'fichier' : sansPoints;
  const point = sansPoints.lastIndexOf('.');
  const extension = point > 0 ? sansPoints.slice(point).slice(0, 12) : '';
  return `${sansPoints.slice(0, 150 - extension.length)}${extension}`;
};
