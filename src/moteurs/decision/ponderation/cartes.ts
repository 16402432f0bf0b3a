import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';

/**
 * Jeu de cartes, du moins au plus important : un groupe de critères ex æquo, ou un nombre de cartes
 * blanches qui écartent les deux groupes voisins.
 */
export type RangeeDeCartes = readonly string[] | number;

export interface PoidsParCartes {
  /** Poids de chaque critère, en points (somme 100), jamais arrondis. */
  readonly poids: Readonly<Record<string, number>>;
  /** Poids non normé de chaque rang, de 1 (le moins important) à z. */
  readonly k: readonly number[];
  /** Valeur d’un écart d’une position. */
  readonly u: number;
  /** Rapport employé entre le plus et le moins important. */
  readonly z: number;
}

const NOMBRE_DE_CARTES_MAX = 1000;

const refus = (chemin: string, message: string): Refus => ({
  code: 'cartes-mal-rangees',
  message,
  chemin,
});

const controlerBlanches = (rangees: readonly RangeeDeCartes[]): readonly Refus[] =>
  rangees.flatMap((rangee, i) => {
    if (typeof rangee !== 'number') return [];
    if (!Number.isInteger(rangee) || rangee < 0 || rangee > NOMBRE_DE_CARTES_MAX) {
      return [refus(`[${i}]`, 'Donner un nombre entier de cartes blanches, positif ou nul.')];
    }
    if (i === 0 || i === rangees.length - 1) {
      return [refus(`[${i}]`, 'Poser les cartes blanches entre deux groupes de critères.')];
    }
    return [];
  });

const controlerGroupes = (groupes: readonly (readonly string[])[]): readonly Refus[] => {
  const criteres = groupes.flat();
  if (criteres.length === 0) return [refus('', 'Poser au moins un critère.')];
  if (groupes.some((groupe) => groupe.length === 0)) {
    return [
      refus('', 'Retirer les rangs sans critère : les écarts se marquent en cartes blanches.'),
    ];
  }
  const repetes = criteres.filter((critere, i) => criteres.indexOf(critere) !== i);
  return [...new Set(repetes)].map((critere) =>
    refus('', `Poser le critère « ${critere} » une seule fois.`),
  );
};

/** Écart entre chaque groupe et le suivant : 1 + les cartes blanches qui les séparent. */
const ecartsEntreGroupes = (rangees: readonly RangeeDeCartes[]): readonly number[] => {
  const ecarts: number[] = [];
  let blanches = 0;
  let aGroupe = false;
  for (const rangee of rangees) {
    if (typeof rangee === 'number') {
      blanches += rangee;
    } else {
      if (aGroupe) ecarts.push(1 + blanches);
      blanches = 0;
      aGroupe = true;
    }
  }
  return ecarts;
};

/**
 * Procédé de Simos révisé (Figueira et Roy, EJOR 139, 2002) : u = (z − 1) / Σ e, k_r = 1 + u Σ_{s<r} e_s.
 * @param rangees du moins au plus important
 * @param z rapport d’importance entre le plus et le moins important, strictement supérieur à 1 dès
 * qu’il y a deux rangs ; à défaut, le nombre de positions occupées, blanches comprises
 */
export const poidsParCartes = (
  rangees: readonly RangeeDeCartes[],
  z?: number,
): Resultat<PoidsParCartes, readonly Refus[]> => {
  const groupes = rangees.filter((rangee) => typeof rangee !== 'number');
  const defauts = [...controlerBlanches(rangees), ...controlerGroupes(groupes)];
  const ecarts = ecartsEntreGroupes(rangees);
  const positions = ecarts.reduce((total, e) => total + e, 0);
  const rapport = groupes.length > 1 ? (z ?? positions + 1) : 1;
  if (groupes.length > 1 && !(rapport > 1 && Number.isFinite(rapport))) {
    defauts.push(refus('z', 'Donner un rapport z supérieur à 1 entre les deux rangs extrêmes.'));
  }
  if (defauts.length > 0) return refuser(defauts);

  const u = positions > 0 ? (rapport - 1) / positions : 0;
  let cumul = 0;
  const k = groupes.map((_, r) => {
    if (r > 0) cumul += ecarts[r - 1] ?? 0;
    return 1 + u * cumul;
  });
  const total = groupes.reduce((somme, groupe, r) => somme + groupe.length * (k[r] ?? 0), 0);
  const poids = Object.fromEntries(
    groupes.flatMap((groupe, r) => groupe.map((critere) => [critere, (100 * (k[r] ?? 0)) / total])),
  );
  return accepter({ poids, k, u, z: rapport });
};
