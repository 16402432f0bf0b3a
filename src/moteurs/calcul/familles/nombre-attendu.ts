import type { Refus } from '../../resultat/index.ts';
import { comparer, type Exact, ecrireExact, lireExact } from '../montants/nombre-exact.ts';

/** Bornes d’un nombre lu, en écriture décimale ; `auDessusDe` est exclue. */
export interface Attendu {
  /** Valeur retenue quand le champ manque. */
  readonly absent?: string;
  readonly unite?: string;
  readonly min?: string;
  readonly max?: string;
  readonly auDessusDe?: string;
  /** Code du refus sous `min`. */
  readonly code?: string;
}

const ecartALaBorne = (lu: Exact, borne: string | undefined): number | null => {
  const limite = borne === undefined ? null : lireExact(borne);
  return limite === null ? null : comparer(lu, limite);
};

const refuserHorsBornes = (lu: Exact, chemin: string, attendu: Attendu): readonly Refus[] => {
  const { min, max, auDessusDe, code = 'nombre-hors-bornes' } = attendu;
  const ecrit = `« ${chemin} » vaut ${ecrireExact(lu)}`;
  const refus: Refus[] = [];
  if ((ecartALaBorne(lu, min) ?? 0) < 0)
    refus.push({ code, message: `${ecrit} : au moins ${min} est attendu.`, chemin });
  if ((ecartALaBorne(lu, max) ?? 0) > 0)
    refus.push({
      code: 'nombre-hors-bornes',
      message: `${ecrit} : au plus ${max} est attendu.`,
      chemin,
    });
  if ((ecartALaBorne(lu, auDessusDe) ?? 1) <= 0)
    refus.push({
      code: 'nombre-hors-bornes',
      message: `${ecrit} : plus de ${auDessusDe} est attendu.`,
      chemin,
    });
  return refus;
};

/** Lit un nombre décimal et contrôle ses bornes ; null s’il est illisible. */
export const lireNombreAttendu = (
  valeur: unknown,
  chemin: string,
  attendu: Attendu,
): { readonly lu: Exact | null; readonly refus: readonly Refus[] } => {
  const lu = typeof valeur === 'bigint' ? null : lireExact(valeur);
  if (lu !== null) return { lu, refus: refuserHorsBornes(lu, chemin, attendu) };
  const message = `« ${chemin} » n’est pas un nombre : écrire un nombre décimal avec un point (« 0.8 »).`;
  return { lu, refus: [{ code: 'nombre-illisible', message, chemin }] };
};
