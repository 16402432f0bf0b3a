import type { Source } from '../../moteurs/calcul/index.ts';
import { estJour, type Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour, formaterMontantEuros } from '../../socle/ui/index.ts';

const INSECABLE = '\u00A0';
const FINE = '\u202F';

/** « 1234.5 » et « € » : « 1 234,5 € ». */
export const ecrireValeur = (valeur: string, unite: string): string => {
  const lue = /^(-?)(\d+)(?:\.(\d+…?))?$/.exec(valeur);
  const nombre =
    lue === null
      ? valeur
      : `${lue[1] === '-' ? '\u2212' : ''}${(lue[2] ?? '').replace(/\B(?=(\d{3})+$)/g, FINE)}${lue[3] === undefined ? '' : `,${lue[3]}`}`;
  return unite === '' ? nombre : `${nombre}${INSECABLE}${unite}`;
};

const ecrireJour = (date: string): string => (estJour(date) ? formaterJour(date) : date);

/** D’où vient une valeur, en toutes lettres. */
export const direSourceDe = (source: Source | undefined): string => {
  switch (source?.type) {
    case 'cellule': {
      const feuille = source.feuille ? `, feuille « ${source.feuille} »` : '';
      return `${source.fichier}${feuille}, cellule ${source.cellule}`;
    }
    case 'saisie':
      return source.auteur === undefined
        ? `Enregistré dans Ensemblier${source.chemin === undefined ? '' : ` (${source.chemin})`}`
        : `Saisi par ${source.auteur}${source.date === undefined ? '' : ` le ${ecrireJour(source.date)}`}`;
    case 'donnee':
      return `${source.nom}, millésime ${source.millesime}`;
    case 'acte':
      return `Convention « ${source.convention} », version ${source.version}`;
    case 'etat':
      return `État ${source.id}`;
    case 'calcul':
    case undefined:
      return 'Calcul';
  }
};

/** Référence d’un état : « 2025-0007 », séquentielle par exercice et par émetteur. */
export const referenceDe = ({ annee, numero }: { annee: number; numero: number }): string =>
  `${annee}-${String(numero).padStart(4, '0')}`;

/**
 * Ce qu’un état demande : une somme à payer, ou, quand les acomptes ont dépassé la part, une somme à
 * rendre à la commune (jamais un montant négatif).
 */
export const ecrireAppel = (centimes: bigint): string => {
  if (centimes === 0n) return 'rien à payer';
  return centimes > 0n
    ? formaterMontantEuros(centimes)
    : `${formaterMontantEuros(-centimes)} à rendre à la commune`;
};

/** Ce que veulent dire les deux montants d’un état, avant un tableau qui les montre. */
export const LIRE_LES_ETATS =
  'La part est ce que la commune doit pour l’année entière. « Demandé » est ce que cet état appelle : des acomptes (prévisionnel), puis le solde une fois les acomptes déduits (définitif).';

/** Dernier jour de chaque terme d’acompte dans l’exercice : 31 mars, 30 juin… */
export const echeancesDesAcomptes = (annee: number, nombre: number): readonly Jour[] =>
  Array.from({ length: nombre }, (_, rang) => {
    const mois = Math.max(1, Math.ceil((12 * (rang + 1)) / nombre));
    const fin = new Date(Date.UTC(annee, mois, 0)).getUTCDate();
    return `${annee}-${String(mois).padStart(2, '0')}-${String(fin).padStart(2, '0')}` as Jour;
  });
