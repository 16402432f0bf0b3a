import { createHash } from 'node:crypto';
import type { DocumentCompose } from '../../moteurs/document/index.ts';

/** Écriture stable : clés triées, pour que deux arbres égaux aient la même empreinte. */
const ecrire = (valeur: unknown): string => {
  if (Array.isArray(valeur)) return `[${valeur.map(ecrire).join(',')}]`;
  if (typeof valeur !== 'object' || valeur === null) return JSON.stringify(valeur) ?? 'null';
  const paires = Object.entries(valeur)
    .filter(([, contenu]) => contenu !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cle, contenu]) => `${JSON.stringify(cle)}:${ecrire(contenu)}`);
  return `{${paires.join(',')}}`;
};

/** Empreinte SHA-256 (hexadécimale) du contenu d’un document, indépendante du format. */
export const calculerEmpreinte = (document: DocumentCompose): string =>
  createHash('sha256').update(ecrire(document)).digest('hex');
