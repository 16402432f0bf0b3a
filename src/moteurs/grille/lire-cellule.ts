import {
  bloquee,
  type CelluleLue,
  type ContexteDeColonne,
  estAbsenceEcrite,
  estAttenteEcrite,
  type LecteurDeCellule,
  lue,
  type MoyensDeLecture,
  note,
  texteNet,
} from './cellule-lue.ts';
import { type Cellule, estVide } from './classeur.ts';
import {
  lireAnnee,
  lireAnneeDeNaissance,
  lireInstant,
  lireJourDeCellule,
  lireMois,
} from './lire-dates.ts';
import { lireHeures } from './lire-heures.ts';
import { lireMontant, lireQuantite } from './lire-nombres.ts';
import { lirePourcentage, lireTaux } from './lire-pourcentages.ts';
import { lireCode, lireNomenclature, lireTexteLibre } from './lire-textes.ts';
import type { ColonneDeGrille, Nature } from './schema.ts';

const LECTEURS: Readonly<Record<Nature, LecteurDeCellule>> = {
  texte: lireTexteLibre,
  code: lireCode,
  siren: lireCode,
  collectivite: lireTexteLibre,
  nomenclature: lireNomenclature,
  nombre: lireQuantite,
  montant: lireMontant,
  heures: lireHeures,
  quotite: lirePourcentage,
  part: lirePourcentage,
  taux: lireTaux,
  annee: lireAnnee,
  'annee-naissance': lireAnneeDeNaissance,
  mois: lireMois,
  date: lireJourDeCellule,
  instant: lireInstant,
};

const VIDE: CelluleLue = { valeur: '', notes: [] };

const absence = (cellule: Cellule, colonne: ColonneDeGrille): CelluleLue =>
  colonne.obligatoire
    ? VIDE
    : lue(
        '',
        note(
          'reparer',
          'absence-ecrite',
          `« ${texteNet(cellule)} » compris comme une absence de valeur.`,
        ),
      );

/** La liste connaît ce mot ? Une abréviation ou une faute supposée ne suffit pas : « à voir » n’est pas « Voirie ». */
const estListee = (
  cellule: Cellule,
  colonne: ColonneDeGrille,
  moyens: MoyensDeLecture,
): boolean => {
  if (colonne.nature !== 'nomenclature') return false;
  const trouve = moyens.index[colonne.nomenclature ?? colonne.nom]?.rapprocher(texteNet(cellule));
  return trouve?.ok === true && trouve.niveau !== 'abrege' && trouve.niveau !== 'faute';
};

/** L’apostrophe qui force un tableur à garder un nombre en texte (« '00042 ») ne fait pas partie de la valeur. */
const sansApostrophe = (cellule: Cellule): Cellule =>
  cellule.type === 'texte' && /^\s*['’](?=\d)/.test(cellule.texte)
    ? { ...cellule, texte: cellule.texte.replace(/^\s*['’]/, '') }
    : cellule;

const NOMBRE_NET = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** « 41.6 » et « 41.60 » s’écrivent déjà comme le modèle : seul le nombre de décimales change. */
const sontMemeNombre = (a: string, b: string): boolean =>
  NOMBRE_NET.test(a) && NOMBRE_NET.test(b) && Number(a) === Number(b);

/** Aucune valeur ne change sans remarque : espaces, « 05 » pour 5, « 1963,0 » pour 1963. */
const enLeDisant = (cellule: Cellule, resultat: CelluleLue): CelluleLue =>
  cellule.type !== 'texte' ||
  resultat.notes.length > 0 ||
  resultat.valeur === cellule.texte ||
  sontMemeNombre(resultat.valeur, cellule.texte)
    ? resultat
    : lue(
        resultat.valeur,
        resultat.valeur === texteNet(cellule)
          ? note('reparer', 'espaces', 'Espaces ou apostrophes normalisées.')
          : note('reparer', 'ecriture', 'Écriture mise au format du modèle, même valeur.'),
      );

/** Lit une cellule selon la nature de sa colonne : valeur canonique, remarques, propositions. */
export const lireCellule = (
  cellule: Cellule | null,
  colonne: ColonneDeGrille,
  contexte: ContexteDeColonne,
  moyens: MoyensDeLecture,
): CelluleLue => {
  if (cellule === null || estVide(cellule)) return VIDE;
  if (cellule.type === 'erreur')
    return bloquee(
      'erreur-de-formule',
      `« ${colonne.titre} » n’est pas lisible (${cellule.texte}) : corrigez la formule ou saisissez la valeur.`,
    );
  if (
    cellule.type === 'texte' &&
    (estAbsenceEcrite(cellule.texte) ||
      (colonne.nature === 'nomenclature' && estAttenteEcrite(cellule.texte))) &&
    !estListee(cellule, colonne, moyens)
  )
    return absence(cellule, colonne);
  const resultat = enLeDisant(
    cellule,
    LECTEURS[colonne.nature](sansApostrophe(cellule), colonne, contexte, moyens),
  );
  if (cellule.formule === undefined) return resultat;
  const deFormule = {
    ...note('reparer', 'formule', 'Formule : la valeur calculée est retenue.'),
    lue: `=${cellule.formule}`,
  };
  return { ...resultat, notes: [...resultat.notes, deFormule] };
};
