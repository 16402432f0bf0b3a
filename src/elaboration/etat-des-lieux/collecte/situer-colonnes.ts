import {
  type Classeur,
  type Feuille,
  type LectureDeGrille,
  lettreDeColonne,
  type Rangee,
  texteDe,
} from '../../../moteurs/grille/index.ts';

/** Par feuille (« » quand il n’y en a qu’une de données), la lettre de chaque colonne canonique. */
export type LettresDesColonnes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Une lecture telle qu’on la garde : avec de quoi remonter à la cellule. */
export interface LectureGardee extends LectureDeGrille {
  readonly lettres: LettresDesColonnes;
}

const RANGEES_EXAMINEES = 60;

const champsDe = (
  canonique: LectureDeGrille['colonnes'][number]['canonique'],
): readonly string[] => (typeof canonique === 'string' ? [canonique] : (canonique ?? []));

const textesDe = (rangee: Rangee): readonly string[] => rangee.cellules.map(texteDe);

/** La rangée qui porte le plus d’intitulés lus. */
export const rangeeDEnTete = (
  feuille: Feuille,
  intitules: ReadonlySet<string>,
): Rangee | undefined => {
  const notees = feuille.rangees.slice(0, RANGEES_EXAMINEES).map((rangee) => ({
    rangee,
    note: textesDe(rangee).filter((texte) => texte !== '' && intitules.has(texte)).length,
  }));
  return notees.toSorted((a, b) => b.note - a.note).find(({ note }) => note > 0)?.rangee;
};

const situerFeuille = (
  feuille: Feuille,
  colonnes: LectureDeGrille['colonnes'],
): Readonly<Record<string, string>> => {
  const entete = rangeeDEnTete(feuille, new Set(colonnes.map(({ lue }) => lue)));
  if (entete === undefined) return {};
  const textes = textesDe(entete);
  let depuis = 0;
  const situees = colonnes.flatMap(({ lue, canonique }) => {
    const suivante = textes.indexOf(lue, depuis);
    const rang = suivante === -1 ? textes.indexOf(lue) : suivante;
    if (rang === -1) return [];
    depuis = rang + 1;
    return champsDe(canonique).map((champ) => [champ, lettreDeColonne(rang)] as const);
  });
  // La première colonne qui porte un champ l’emporte (tableau croisé : la rangée suffit alors).
  return Object.fromEntries(situees.toReversed());
};

/** Où se trouve chaque colonne canonique dans le fichier : de quoi citer « K5 » derrière un total. */
export const situerColonnes = (
  classeur: Pick<Classeur, 'feuilles'>,
  lecture: Pick<LectureDeGrille, 'colonnes'>,
): LettresDesColonnes => {
  const parFeuille = Map.groupBy(lecture.colonnes, ({ feuille }) => feuille ?? '');
  return Object.fromEntries(
    [...parFeuille].map(([nom, colonnes]) => {
      const intitules = new Set(colonnes.map(({ lue }) => lue));
      const feuille =
        classeur.feuilles.find((candidate) => candidate.nom === nom) ??
        classeur.feuilles.find(
          (candidate) => !candidate.masquee && rangeeDEnTete(candidate, intitules) !== undefined,
        );
      return [nom, feuille === undefined ? {} : situerFeuille(feuille, colonnes)];
    }),
  );
};

/** Les cellules d’une ligne : colonne canonique → « K5 ». */
export const cellulesDe = (
  lettres: LettresDesColonnes,
  { feuille, ligne }: { readonly feuille: string | null; readonly ligne: number },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(lettres[feuille ?? ''] ?? {}).map(([champ, lettre]) => [
      champ,
      `${lettre}${ligne}`,
    ]),
  );
