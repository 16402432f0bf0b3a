/**
 * Pourquoi la base n’a pas pu répondre : arrêtée ou coupée, sans place pour écrire, devant une valeur
 * qu’aucune colonne ne peut porter (caractère nul, nombre démesuré, identifiant mal formé), ou devant un
 * objet désigné qui n’est pas là (retiré entre-temps, ou d’un autre territoire).
 */
export type Panne = 'base-coupee' | 'disque-plein' | 'valeur-refusee' | 'objet-absent';

// Codes de PostgreSQL (annexe A de sa documentation) et de Node.
const CODES: Readonly<Record<string, Panne>> = {
  ECONNRESET: 'base-coupee',
  ECONNREFUSED: 'base-coupee',
  EPIPE: 'base-coupee',
  ETIMEDOUT: 'base-coupee',
  '08000': 'base-coupee',
  '08003': 'base-coupee',
  '08006': 'base-coupee',
  '53300': 'base-coupee', // trop de connexions
  '57P01': 'base-coupee', // arrêt demandé
  '57P02': 'base-coupee', // arrêt brutal
  '57P03': 'base-coupee', // pas encore prête
  '53100': 'disque-plein',
  ENOSPC: 'disque-plein',
  EDQUOT: 'disque-plein',
  '22001': 'valeur-refusee', // texte trop long
  '22003': 'valeur-refusee', // nombre hors de portée
  '22007': 'valeur-refusee', // date illisible
  '22008': 'valeur-refusee', // date hors de portée
  '22021': 'valeur-refusee', // caractère nul
  '22P02': 'valeur-refusee', // identifiant ou nombre illisible
  '22P05': 'valeur-refusee', // caractère nul dans un objet
  '23503': 'objet-absent', // clé étrangère
};

interface Details {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

const PROFONDEUR = 4;

const chercher = (erreur: unknown, profondeur: number): Panne | null => {
  if (!(erreur instanceof Error) || profondeur === 0) return null;
  const { code, syscall, cause, errors } = erreur as Details;
  const connue = typeof code === 'string' && Object.hasOwn(CODES, code) ? CODES[code] : undefined;
  if (connue !== undefined) return connue;
  // La prise Unix a disparu avec la base ; un fichier absent n’est pas une base coupée.
  if (code === 'ENOENT' && syscall === 'connect') return 'base-coupee';
  if (
    /connection (?:terminated|timeout)|timeout exceeded when trying to connect/i.test(
      erreur.message,
    )
  ) {
    return 'base-coupee';
  }
  for (const dessous of [cause, ...(Array.isArray(errors) ? errors : [])]) {
    const trouvee = chercher(dessous, profondeur - 1);
    if (trouvee !== null) return trouvee;
  }
  return null;
};

/** La panne de la base qui explique cette erreur (ou sa cause) ; null si c’est autre chose. */
export const reconnaitrePanne = (erreur: unknown): Panne | null => chercher(erreur, PROFONDEUR);
