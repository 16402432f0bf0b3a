import {
  type Cellule,
  type Classeur,
  composerGabarit,
  contientDonneeInterdite,
  type DemandeDeGabarit,
  type Feuille,
  type LectureDeGrille,
  masquerDonneesInterdites,
  texteDe,
} from '../../../moteurs/grille/index.ts';
import { rangeeDEnTete } from './situer-colonnes.ts';

/** Ce que porte une cellule retirée : son adresse reste, son contenu non. */
export const RETIRE = '[retiré]';

const texte = (valeur: string): Cellule => ({ type: 'texte', valeur, texte: valeur });

const aDesLettres = (cellule: Cellule): boolean => /\p{L}/u.test(texteDe(cellule));

const masquerCellule = (cellule: Cellule): Cellule =>
  contientDonneeInterdite(texteDe(cellule))
    ? texte(masquerDonneesInterdites(texteDe(cellule)))
    : cellule;

/** Les intitulés que la grille attend, par feuille (« » quand il n’y en a qu’une de données). */
const intitulesAttendus = (lecture: Pick<LectureDeGrille, 'colonnes'>) =>
  Map.groupBy(
    lecture.colonnes.filter(({ canonique }) => canonique !== null),
    ({ feuille }) => feuille ?? '',
  );

interface ColonnesAdmises {
  readonly entete: number;
  readonly rangs: ReadonlySet<number>;
}

/** Les rangs des colonnes attendues : leur intitulé est dans l’en-tête, ou dans le groupe qui la coiffe. */
const colonnesAdmises = (feuille: Feuille, lues: ReadonlySet<string>): ColonnesAdmises | null => {
  const entete = rangeeDEnTete(feuille, lues);
  if (entete === undefined) return null;
  const coiffes = feuille.rangees.filter(
    ({ numero }) => numero <= entete.numero && numero > entete.numero - 3,
  );
  const rangs = coiffes.flatMap(({ cellules }) =>
    cellules.flatMap((cellule, rang) => (lues.has(texteDe(cellule)) ? [rang] : [])),
  );
  return { entete: entete.numero, rangs: new Set(rangs) };
};

const expurgerFeuille = (
  feuille: Feuille,
  lues: ReadonlySet<string>,
  duModele: ReadonlySet<string>,
): Feuille => {
  const admises = colonnesAdmises(feuille, lues);
  const expurgerCellule = (cellule: Cellule | null, numero: number, rang: number) => {
    if (cellule === null) return null;
    if (duModele.has(texteDe(cellule))) return cellule;
    if (admises === null) return aDesLettres(cellule) ? texte(RETIRE) : masquerCellule(cellule);
    const estAttendue = numero <= admises.entete || admises.rangs.has(rang);
    return estAttendue || !aDesLettres(cellule) ? masquerCellule(cellule) : texte(RETIRE);
  };
  return {
    ...feuille,
    rangees: feuille.rangees.map((rangee) => ({
      ...rangee,
      cellules: rangee.cellules.map((cellule, rang) =>
        expurgerCellule(cellule, rangee.numero, rang),
      ),
    })),
  };
};

/** Une feuille que la grille ne lit pas perd aussi son nom : c’est parfois celui d’un agent. */
const renommer = (
  feuille: Feuille,
  lues: ReadonlySet<string>,
  duModele: ReadonlySet<string>,
  place: number,
): Feuille =>
  colonnesAdmises(feuille, lues) === null && feuille.nom !== '' && !duModele.has(feuille.nom)
    ? { ...feuille, nom: `Feuille ${place + 1}` }
    : feuille;

export interface FichierExpurge {
  readonly classeur: Classeur;
  /** Cellules dont le contenu a été retiré ou masqué ; zéro : le fichier se garde tel quel. */
  readonly retirees: number;
  /** Les feuilles non lues dont le nom est changé : ancien nom, nouveau nom. */
  readonly renommees: ReadonlyMap<string, string>;
}

/**
 * Ce qu’on garde d’un fichier rendu : ce que la grille attend, et rien d’autre (RGPD, article 5 :
 * minimisation). Mêmes feuilles, mêmes adresses de cellules ; le texte des colonnes hors modèle et des
 * feuilles non lues est retiré, les numéros et adresses au milieu d’un texte sont masqués.
 * @param duModele textes que le modèle remis porte déjà (mode d’emploi, listes) : rien à y retirer
 */
export const expurger = (
  classeur: Classeur,
  lecture: Pick<LectureDeGrille, 'colonnes'>,
  duModele: ReadonlySet<string> = new Set(),
): FichierExpurge => {
  const attendus = intitulesAttendus(lecture);
  let retirees = 0;
  const renommees = new Map<string, string>();
  const feuilles = classeur.feuilles.map((feuille, place) => {
    const colonnes = attendus.get(feuille.nom) ?? (feuille.masquee ? [] : attendus.get(''));
    const lues = new Set((colonnes ?? []).map(({ lue }) => lue));
    const nette = renommer(expurgerFeuille(feuille, lues, duModele), lues, duModele, place);
    if (nette.nom !== feuille.nom) renommees.set(feuille.nom, nette.nom);
    for (const [r, { cellules }] of nette.rangees.entries()) {
      for (const [c, cellule] of cellules.entries()) {
        if (cellule !== feuille.rangees[r]?.cellules[c]) retirees += 1;
      }
    }
    return nette;
  });
  return {
    classeur: { ...classeur, feuilles },
    retirees: retirees + renommees.size,
    renommees,
  };
};

/** Noms et textes des feuilles d’accompagnement du modèle : mode d’emploi et listes de choix. */
export const textesDuModele = (
  demande: Pick<DemandeDeGabarit, 'schema' | 'epci' | 'collectivite'>,
): ReadonlySet<string> => {
  const [, ...annexes] = composerGabarit({ ...demande, lignes: [], vides: 0 }).feuilles;
  return new Set(
    annexes.flatMap(({ nom, rangees }) => [
      nom,
      ...rangees.flatMap(({ cellules }) => cellules.map(String)),
    ]),
  );
};

/**
 * La lecture sans ce que portaient les colonnes hors modèle des lignes bloquées, ni le nom des feuilles
 * que la grille ne lit pas.
 */
export const expurgerLecture = <
  L extends Pick<LectureDeGrille, 'colonnes' | 'bloquees' | 'anomalies'>,
>(
  lecture: L,
  renommees: FichierExpurge['renommees'],
): L => {
  const sansNom = (texteLu: string): string =>
    [...renommees].reduce((reste, [ancien, nouveau]) => reste.replaceAll(ancien, nouveau), texteLu);
  return {
    ...lecture,
    anomalies: lecture.anomalies.map((anomalie) => {
      const nouveau = renommees.get(anomalie.feuille ?? '');
      return nouveau === undefined
        ? anomalie
        : { ...anomalie, feuille: nouveau, message: sansNom(anomalie.message) };
    }),
    bloquees: lecture.bloquees.map((ligne) => {
      const colonnes = lecture.colonnes.filter(
        ({ feuille }) => feuille === undefined || feuille === ligne.feuille,
      );
      return {
        ...ligne,
        lues: ligne.lues.map((lue, rang) =>
          (colonnes[rang]?.canonique ?? null) === null ? null : lue,
        ),
      };
    }),
  };
};
