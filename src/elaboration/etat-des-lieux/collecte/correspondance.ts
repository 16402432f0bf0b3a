import type { LectureDeGrille, SchemaDeGrille } from '../../../moteurs/grille/index.ts';
import type { DecisionsDeDepot } from './depot.ts';

/** Ce qu’une écriture d’une colonne veut dire, une fois confirmé par une personne. */
export interface Correspondance {
  readonly champ: string;
  readonly lue: string;
  readonly valeur: string;
}

const champsDe = (
  lecture: Pick<LectureDeGrille, 'colonnes'>,
  intitule: string,
): readonly string[] =>
  lecture.colonnes
    .filter(({ lue }) => lue === intitule)
    .flatMap(({ canonique }) => (typeof canonique === 'string' ? [canonique] : (canonique ?? [])));

const admet = (schema: SchemaDeGrille, champ: string, valeur: string): boolean => {
  const nomenclature = schema.colonnes.find(({ nom }) => nom === champ)?.nomenclature ?? null;
  const entrees = nomenclature === null ? [] : schema.nomenclatures[nomenclature]?.entrees;
  return entrees?.some(({ code }) => code === valeur) === true;
};

/**
 * Ce qu’un dépôt validé apprend : les écritures propres à une collectivité, confirmées par une
 * personne, dans les colonnes à liste (« Compta » → `FIN`). La fois suivante, rien n’est demandé.
 */
export const apprendre = (
  lecture: Pick<LectureDeGrille, 'colonnes' | 'anomalies'>,
  decisions: Pick<DecisionsDeDepot, 'confirmees'>,
  schema: SchemaDeGrille,
): readonly Correspondance[] => {
  const apprises = decisions.confirmees.flatMap((numero) => {
    const anomalie = lecture.anomalies[numero];
    if (anomalie?.action !== 'reparer_et_signaler') return [];
    const { valeur, lue, cellule } = anomalie;
    if (valeur === null || cellule === null || lue.trim() === '') return [];
    return champsDe(lecture, anomalie.colonne)
      .filter((champ) => admet(schema, champ, valeur))
      .map((champ) => ({ champ, lue, valeur }));
  });
  return [...new Map(apprises.map((c) => [`${c.champ}/${c.lue}`, c])).values()];
};

/** Le schéma de la grille, enrichi des correspondances apprises : elles deviennent des écritures sûres. */
export const enrichir = (
  schema: SchemaDeGrille,
  correspondances: readonly Correspondance[],
): SchemaDeGrille => {
  const parNomenclature = Map.groupBy(
    correspondances,
    ({ champ }) => schema.colonnes.find(({ nom }) => nom === champ)?.nomenclature ?? '',
  );
  const nomenclatures = Object.entries(schema.nomenclatures).map(([nom, nomenclature]) => {
    const apprises = parNomenclature.get(nom) ?? [];
    const entrees = nomenclature.entrees.map((entree) => {
      const nouvelles = apprises.filter(({ valeur }) => valeur === entree.code);
      const lues = new Set(apprises.map(({ lue }) => lue));
      return {
        ...entree,
        usages: entree.usages.filter((usage) => !lues.has(usage)),
        variantes: [...entree.variantes, ...nouvelles.map(({ lue }) => lue)],
      };
    });
    return [nom, apprises.length === 0 ? nomenclature : { ...nomenclature, entrees }] as const;
  });
  return { ...schema, nomenclatures: Object.fromEntries(nomenclatures) };
};
