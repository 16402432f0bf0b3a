import type { Refus } from '../../moteurs/resultat/index.ts';

/** Un formulaire refusé : les motifs, ceux de chaque champ, et ce que la personne avait écrit. */
export interface RetourDeSaisie {
  readonly messages: readonly string[];
  readonly saisie: Readonly<Record<string, string>>;
  readonly erreurs: Readonly<Record<string, string>>;
}

/** Le refus d’un formulaire, sans rien perdre de ce qui a été tapé. */
export const rendreLaSaisie = (
  refus: readonly Refus[],
  formulaire: Iterable<readonly [string, unknown]>,
): RetourDeSaisie => {
  const saisie: Record<string, string> = {};
  for (const [nom, valeur] of formulaire) if (typeof valeur === 'string') saisie[nom] = valeur;
  const erreurs: Record<string, string> = {};
  for (const { chemin, message } of refus) if (chemin !== undefined) erreurs[chemin] ??= message;
  return { messages: refus.map(({ message }) => message), saisie, erreurs };
};
