import type { LectureDeGrille, SchemaDeGrille } from '../../../moteurs/grille/index.ts';
import { rangeeDe } from './anomalies.ts';
import { type DecisionsDeDepot, trouverLigne } from './depot.ts';

type Valeurs = Readonly<Record<string, string>>;

/** Ce qu’on sait d’une ligne d’un dépôt, prêt pour un formulaire. */
export interface LigneAFormuler {
  readonly ligne: number;
  readonly feuille: string | null;
  readonly valeurs: Valeurs;
  /** Ce que la lecture lui reproche, par colonne canonique (« » : la ligne entière). */
  readonly erreurs: Valeurs;
  /** La ligne telle que lue, colonne par colonne. */
  readonly lues: readonly { readonly colonne: string; readonly lue: string }[];
}

const champsDe = (
  canonique: LectureDeGrille['colonnes'][number]['canonique'],
): readonly string[] => (typeof canonique === 'string' ? [canonique] : (canonique ?? []));

/** Les colonnes d’un tableau croisé portent des valeurs d’axe : une ligne y vaut plusieurs lignes. */
const estCroise = (lecture: Pick<LectureDeGrille, 'colonnes'>, schema: SchemaDeGrille): boolean =>
  schema.croisement !== null &&
  lecture.colonnes.filter(({ canonique }) =>
    champsDe(canonique).includes(schema.croisement?.valeur ?? ''),
  ).length > 1;

const erreursDe = (
  lecture: Pick<LectureDeGrille, 'anomalies' | 'colonnes'>,
  rangee: string,
): Valeurs => {
  const blocages = lecture.anomalies.filter(
    (anomalie) => anomalie.action === 'bloquer_ligne' && rangeeDe(anomalie) === rangee,
  );
  return Object.fromEntries(
    blocages.flatMap(({ colonne, message }) => {
      const champs = lecture.colonnes
        .filter(({ lue }) => lue === colonne)
        .flatMap(({ canonique }) => champsDe(canonique));
      return (champs.length === 0 ? [''] : champs.slice(0, 1)).map((champ) => [champ, message]);
    }),
  );
};

/** Ce que la lecture a déjà compris sur une rangée bloquée : personne n’a à le ressaisir. */
const comprisesDe = (
  lecture: Pick<LectureDeGrille, 'anomalies' | 'colonnes'>,
  rangee: string,
): Valeurs =>
  Object.fromEntries(
    lecture.anomalies.flatMap((anomalie) => {
      const { action, cellule, colonne, valeur } = anomalie;
      const estReparee = action === 'reparer' || action === 'reparer_et_signaler';
      if (!estReparee || cellule === null || valeur === null) return [];
      if (rangeeDe(anomalie) !== rangee) return [];
      const champs = lecture.colonnes.find(({ lue }) => lue === colonne)?.canonique ?? null;
      return typeof champs === 'string' ? [[champs, valeur] as const] : [];
    }),
  );

/**
 * Le formulaire d’une ligne de dépôt : valeurs déjà corrigées, lues ou importées, et ce qui bloque.
 * Null si le repère ne désigne rien.
 */
export const formulerLigne = (
  lecture: LectureDeGrille,
  decisions: DecisionsDeDepot,
  schema: SchemaDeGrille,
  repere: string,
): LigneAFormuler | null => {
  const trouvee = trouverLigne(lecture, repere);
  if (trouvee === null) return null;
  const { ligne, feuille } = trouvee.ligne;
  const commun = { ligne, feuille };
  const [corrigee] = decisions.corrigees[repere] ?? [];
  if (trouvee.genre === 'importee') {
    return { ...commun, valeurs: corrigee ?? trouvee.ligne.valeurs, erreurs: {}, lues: [] };
  }
  const colonnes = lecture.colonnes.filter(
    (colonne) => colonne.feuille === undefined || colonne.feuille === feuille,
  );
  const lues = trouvee.ligne.lues.flatMap((lue, rang) => {
    const colonne = colonnes[rang];
    return lue === null || colonne === undefined ? [] : [{ colonne, lue }];
  });
  const croise = estCroise(lecture, schema);
  const devinees = Object.fromEntries(
    lues.flatMap(({ colonne, lue }) =>
      croise && champsDe(colonne.canonique).includes(schema.croisement?.valeur ?? '')
        ? []
        : champsDe(colonne.canonique)
            .slice(0, 1)
            .map((champ) => [champ, lue] as const),
    ),
  );
  return {
    ...commun,
    valeurs: corrigee ?? { ...devinees, ...comprisesDe(lecture, rangeeDe(trouvee.ligne)) },
    erreurs: corrigee === undefined ? erreursDe(lecture, rangeeDe(trouvee.ligne)) : {},
    lues: lues.map(({ colonne, lue }) => ({ colonne: colonne.lue, lue })),
  };
};
