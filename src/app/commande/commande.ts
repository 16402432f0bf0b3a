import type { Refus } from '../../moteurs/resultat/index.ts';

/** Codes de sortie de la ligne de commande (contrat § 1). */
export const CODES = { reussi: 0, usage: 1, refus: 2, indisponible: 3 } as const;

/** Ce qu’une commande rend : un code, et le JSON à écrire sur la sortie standard. */
export interface Sortie {
  readonly code: number;
  readonly json?: unknown;
}

/** Une erreur d’usage : message en français qui dit quoi faire, code 1. */
export class ErreurUsage extends Error {}

/** L’entrée est refusée avant tout calcul (illisible, pas du JSON) : code 2, avec ses erreurs. */
export class EntreeRefusee extends Error {
  readonly refus: readonly Refus[];

  constructor(refus: readonly Refus[]) {
    super(refus.map(({ message }) => message).join(' '));
    this.refus = refus;
  }
}

/** Une ressource manque (base, disque, port, dossier verrouillé) : code 3. */
export class RessourceIndisponible extends Error {}

export const reussir = (json: unknown): Sortie => ({ code: CODES.reussi, json });

/** Entrée refusée : le JSON porte la liste des erreurs. */
export const refuserEntree = (refus: readonly Refus[]): Sortie => ({
  code: CODES.refus,
  json: {
    erreurs: refus.map(({ code, message, chemin, article }) => ({
      code,
      message,
      ...(chemin === undefined ? {} : { chemin }),
      ...(article === undefined || article === null ? {} : { article }),
    })),
  },
});

/** Un nom inconnu (famille, méthode, procédure) est une erreur d’usage ; le reste, une entrée refusée. */
export const refuserOuGuider = (refus: readonly Refus[], codeInconnu: string): Sortie => {
  const inconnu = refus.find(({ code }) => code === codeInconnu);
  if (inconnu !== undefined) throw new ErreurUsage(inconnu.message);
  return refuserEntree(refus);
};

export interface Commande {
  /** Mots qui appellent la commande, par exemple `['moteur', 'calcul']`. */
  readonly mots: readonly string[];
  readonly usage: string;
  readonly resume: string;
  readonly executer: (suite: readonly string[]) => Promise<Sortie>;
}
