import type { Jour } from '../../../moteurs/calendrier/index.ts';
import {
  type Anomalie,
  type Cellule,
  type Classeur,
  lireClasseur,
  type Reference,
  type SchemaDeGrille,
  type Territoire,
} from '../../../moteurs/grille/index.ts';

type Valeurs = Readonly<Record<string, string>>;

export interface LigneControlee {
  /** Les lignes qu’on écrirait (une seule, sauf tableau croisé) ; vide si elle est bloquée. */
  readonly lignes: readonly Valeurs[];
  /** Erreurs par colonne : elles empêchent d’enregistrer. */
  readonly erreurs: Readonly<Record<string, string>>;
  /** Ce qui a été compris ou doit être su, sans empêcher. */
  readonly remarques: readonly string[];
}

const cellule = (valeur: string): Cellule | null =>
  valeur === '' ? null : { type: 'texte', valeur, texte: valeur };

const classeurDUneLigne = (intitules: readonly string[], valeurs: readonly string[]): Classeur => ({
  type: 'csv',
  encodage: 'utf-8',
  marqueOrdre: false,
  separateur: ',',
  extensionTrompeuse: false,
  base1904: false,
  feuilles: [
    {
      nom: 'saisie',
      rangees: [
        { numero: 1, cellules: intitules.map(cellule) },
        { numero: 2, cellules: valeurs.map(cellule) },
      ],
      fusions: [],
      colonnesMasquees: new Set(),
      masquee: false,
    },
  ],
});

const erreursDe = (
  anomalies: readonly Anomalie[],
  champs: ReadonlySet<string>,
): Readonly<Record<string, string>> => {
  const bloquantes = anomalies.filter(
    ({ action }) => action === 'bloquer_ligne' || action === 'bloquer_fichier',
  );
  return Object.fromEntries(
    bloquantes
      .toReversed()
      .map(({ colonne, message }) => [champs.has(colonne) ? colonne : '', message]),
  );
};

export interface DemandeDeControle {
  readonly schema: SchemaDeGrille;
  readonly territoire: Territoire;
  readonly reference?: Reference;
  readonly aujourdhui: Jour;
  readonly collectivite: string | null;
}

/**
 * Contrôle une ligne saisie à l’écran avec les mêmes règles qu’un fichier : mêmes réparations, mêmes
 * messages. Les intitulés sont ceux du modèle (`valeurs` par colonne canonique).
 */
export const controlerLigne = (valeurs: Valeurs, demande: DemandeDeControle): LigneControlee => {
  const { schema } = demande;
  const noms = schema.colonnes.map(({ nom }) => nom);
  const lecture = lireClasseur({
    ...demande,
    classeur: classeurDUneLigne(
      noms,
      noms.map((nom) => valeurs[nom] ?? ''),
    ),
    nomFichier: 'saisie.csv',
  });
  const erreurs = erreursDe(lecture.anomalies, new Set(noms));
  return {
    lignes: lecture.lignes.map((ligne) => ligne.valeurs),
    erreurs:
      lecture.lignes.length === 0 && Object.keys(erreurs).length === 0
        ? { '': 'La ligne est vide : remplissez au moins les colonnes obligatoires.' }
        : erreurs,
    remarques: lecture.anomalies
      .filter(({ action, cellule: place }) => action === 'reparer_et_signaler' && place !== null)
      .map(({ message }) => message),
  };
};
