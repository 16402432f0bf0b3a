import { type Brut, normaliser } from '../../../moteurs/procedure/index.ts';

/** Écritures admises de chaque clé, sans accents, majuscules ni séparateurs. */
const ECRITURES: Readonly<Record<string, readonly string[]>> = {
  version: ['version'],
  membres: ['membres', 'participants', 'signataires'],
  gestionnaire: ['gestionnaire'],
  designationGestionnaire: ['designationgestionnaire'],
  agents: ['agents'],
  agentsTransferes: ['agentstransferes', 'transferes', 'nombreagentstransferes'],
  agentsMisADisposition: ['agentsmisadisposition', 'misadisposition', 'agentsmad', 'mad'],
  missions: ['missions'],
  autoriteFonctionnelle: [
    'autoritefonctionnelle',
    'autoritesfonctionnelles',
    'autoritefonctionnelleparmission',
  ],
  delegataire: ['delegataire'],
  regimeFinancier: ['regimefinancier', 'regime'],
  imputationAC: ['imputationac', 'imputationsurac', 'imputationsurlac', 'imputation'],
  clauses: ['clauses', 'clausespresentes'],
  annexes: ['annexes'],
  dateEffet: ['dateeffet', 'datedeffet'],
};

const CANONIQUES = new Map(
  Object.entries(ECRITURES).flatMap(([cle, ecritures]) =>
    ecritures.map((ecriture) => [ecriture, cle] as const),
  ),
);

const compacter = (cle: string): string => normaliser(cle).replaceAll('-', '');

/**
 * Donne à chaque clé le nom que la lecture attend : « agents_transferes », « Agents transférés » et
 * « agentsTransferes » disent la même chose. Une clé inconnue reste telle quelle ; l’écriture exacte
 * l’emporte sur les autres.
 */
export const nommerLesCles = (objet: Brut): Brut => {
  const paires = Object.entries(objet).map(
    ([cle, valeur]) => [CANONIQUES.get(compacter(cle)) ?? cle, cle, valeur] as const,
  );
  const exactes = paires.filter(([nom, cle]) => nom === cle);
  const autres = paires.filter(([nom, cle]) => nom !== cle);
  return Object.fromEntries([...autres, ...exactes].map(([nom, , valeur]) => [nom, valeur]));
};
