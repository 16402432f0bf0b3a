import { readdirSync, readFileSync } from 'node:fs';

/** Un cas de référence : entrées, sortie attendue, tolérance absolue de sa comparaison. */
export interface CasDeDecision {
  readonly id: string;
  readonly methode: string;
  readonly entrees: Readonly<Record<string, unknown>>;
  readonly attendu: unknown;
  readonly tolerance: number;
}

const DOSSIER = new URL('../../referentiel/donnees/cas-decision/', import.meta.url);

interface CasEcrit {
  readonly id: string;
  readonly method: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance: Readonly<Record<string, number>>;
}

const toleranceDe = ({ tolerance }: CasEcrit): number =>
  tolerance.exact ?? tolerance.abs ?? tolerance.closedForm ?? tolerance.mc_N100000 ?? 0;

/** Tous les cas de référence embarqués. */
export const lireLesCas = (): readonly CasDeDecision[] =>
  readdirSync(DOSSIER)
    .filter((nom) => nom.endsWith('.json'))
    .sort()
    .map((nom) => {
      const cas = JSON.parse(readFileSync(new URL(nom, DOSSIER), 'utf8')) as CasEcrit;
      return {
        id: cas.id,
        methode: cas.method,
        entrees: cas.inputs,
        attendu: cas.expected,
        tolerance: toleranceDe(cas),
      };
    });

/** Les écarts d’une sortie à l’attendu, chemin par chemin ; liste vide si tout concorde. */
export const comparer = (
  obtenu: unknown,
  attendu: unknown,
  tolerance: number,
  chemin = '',
): readonly string[] => {
  if (typeof attendu === 'number') {
    const proche = typeof obtenu === 'number' && Math.abs(obtenu - attendu) <= tolerance;
    return proche ? [] : [`${chemin} : ${JSON.stringify(obtenu)} au lieu de ${attendu}`];
  }
  if (Array.isArray(attendu)) {
    if (!Array.isArray(obtenu) || obtenu.length !== attendu.length) {
      return [`${chemin} : liste de ${attendu.length} éléments attendue`];
    }
    return attendu.flatMap((valeur: unknown, i) =>
      comparer(obtenu[i], valeur, tolerance, `${chemin}[${i}]`),
    );
  }
  if (typeof attendu === 'object' && attendu !== null) {
    const lu = typeof obtenu === 'object' && obtenu !== null ? obtenu : {};
    return Object.entries(attendu).flatMap(([cle, valeur]) =>
      comparer(Reflect.get(lu, cle), valeur, tolerance, `${chemin}.${cle}`),
    );
  }
  return obtenu === attendu
    ? []
    : [`${chemin} : ${JSON.stringify(obtenu)} au lieu de ${JSON.stringify(attendu)}`];
};
