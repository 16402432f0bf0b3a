import type { MoyensDeCollectivite } from '../fiches/moyens.ts';

/** Un agent de la grille RH, réduit à ce que le schéma en lit (aucun nom, aucun matricule). */
export interface AgentDuSchema {
  readonly ligneId: string;
  readonly collectivite: string;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
  readonly anneeNaissance: number | null;
  /** Ce que l’agent consacre à chaque service, ventilé au centième et au centime. */
  readonly parts: readonly {
    readonly service: string;
    readonly etpCentiemes: number;
    readonly coutCentimes: bigint;
  }[];
  /** « grille-rh.xlsx, feuille « Agents », cellule K5 ». */
  readonly origine: string;
}

const somme = (valeurs: readonly bigint[]): bigint =>
  valeurs.reduce((total, valeur) => total + valeur, 0n);

/** Les moyens qu’un service mobilise aujourd’hui, par collectivité, jusqu’aux lignes de la grille. */
export const moyensDuService = (
  agents: readonly AgentDuSchema[],
  service: string,
): readonly MoyensDeCollectivite[] => {
  const presents = agents.flatMap((agent) =>
    agent.parts
      .filter((part) => part.service === service)
      .map((part) => ({ agent, part, estEntier: agent.parts.length === 1 })),
  );
  return [...Map.groupBy(presents, ({ agent }) => agent.collectivite)].map(
    ([collectivite, lignes]) => {
      const entiers = lignes.filter(({ estEntier }) => estEntier);
      return {
        collectivite,
        agents: lignes.length,
        etpCentiemes: lignes.reduce((total, { part }) => total + part.etpCentiemes, 0),
        coutCentimes: somme(lignes.map(({ part }) => part.coutCentimes)),
        etpEntierCentiemes: entiers.reduce((total, { part }) => total + part.etpCentiemes, 0),
        coutEntierCentimes: somme(entiers.map(({ part }) => part.coutCentimes)),
        sources: lignes.map(({ agent, part }) => ({
          ligneId: agent.ligneId,
          origine: agent.origine,
          etpCentiemes: part.etpCentiemes,
        })),
      };
    },
  );
};

/** Les effectifs d’une collectivité. */
export interface EffectifsDeCollectivite {
  readonly collectivite: string;
  readonly agents: number;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
  /** Agents de 55 ans et plus, parmi ceux dont l’année de naissance est connue. */
  readonly cinquanteCinqEtPlus: number;
  readonly agesConnus: number;
}

/**
 * Les effectifs de chaque collectivité, dans l’ordre demandé ; une collectivité sans agent y est à zéro.
 * @param annee année de la photo : l’âge est celui atteint dans l’année
 */
export const effectifsParCollectivite = (
  agents: readonly AgentDuSchema[],
  collectivites: readonly string[],
  annee: number,
): readonly EffectifsDeCollectivite[] => {
  const groupes = Map.groupBy(agents, ({ collectivite }) => collectivite);
  return collectivites.map((collectivite) => {
    const presents = groupes.get(collectivite) ?? [];
    const ages = presents.flatMap(({ anneeNaissance }) =>
      anneeNaissance === null ? [] : [annee - anneeNaissance],
    );
    return {
      collectivite,
      agents: presents.length,
      etpCentiemes: presents.reduce((total, { etpCentiemes }) => total + etpCentiemes, 0),
      coutCentimes: somme(presents.map(({ coutCentimes }) => coutCentimes)),
      cinquanteCinqEtPlus: ages.filter((age) => age >= 55).length,
      agesConnus: ages.length,
    };
  });
};

/** Les services présents dans la grille, par ETP décroissant. */
export const servicesPresents = (
  agents: readonly AgentDuSchema[],
): readonly {
  readonly service: string;
  readonly etpCentiemes: number;
  readonly coutCentimes: bigint;
}[] => {
  const parts = agents.flatMap((agent) => agent.parts);
  return [...Map.groupBy(parts, ({ service }) => service)]
    .map(([service, lignes]) => ({
      service,
      etpCentiemes: lignes.reduce((total, { etpCentiemes }) => total + etpCentiemes, 0),
      coutCentimes: somme(lignes.map(({ coutCentimes }) => coutCentimes)),
    }))
    .sort((a, b) => b.etpCentiemes - a.etpCentiemes || (a.service < b.service ? -1 : 1));
};
