import type { Action, Anomalie } from './anomalie.ts';
import { type Cellule, referenceDeCellule, texteDe } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import { masquerDonneesInterdites } from './confidentialite.ts';
import type { Enregistrement, Remarque } from './enregistrement.ts';
import type { CodeDeRegle } from './regles.ts';

/** Une ligne de données du fichier : ce qu’elle porte, ce qu’on en a dit. */
export interface LignePhysique {
  readonly feuille: string;
  readonly numero: number;
  /** Une valeur par colonne du compte rendu, null pour une colonne nominative ou interdite. */
  readonly lues: readonly (string | null)[];
  readonly anomalies: Anomalie[];
  readonly enregistrements: EnregistrementDeLigne[];
  estBloquee: boolean;
  /** Identique à une ligne précédente : ni importée, ni bloquée. */
  estDoublon: boolean;
}

/** Où un champ a été lu sur une ligne. */
export interface Place {
  readonly colonne: ColonneDuFichier;
  readonly cellule: Cellule | null;
}

export interface EnregistrementDeLigne extends Enregistrement {
  readonly physique: LignePhysique;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly place: (champ: string) => Place | undefined;
  /** Une copie pour une cellule d’un tableau croisé. */
  readonly deriver: (
    supplements: Readonly<Record<string, string>>,
    places: ReadonlyMap<string, Place>,
  ) => EnregistrementDeLigne;
}

/** « Part 1, Part 2, Part 3 » → « Part 1..3 » ; sinon les intitulés séparés par une barre. */
export const nommerColonnes = (intitules: readonly string[]): string => {
  const distincts = [...new Set(intitules)];
  const [premier = ''] = distincts;
  const forme = /^(.*?)(\d+)$/.exec(premier);
  const suite = distincts.map((texte) => /^(.*?)(\d+)$/.exec(texte));
  if (forme && distincts.length > 2 && suite.every((s) => s?.[1] === forme[1]))
    return `${forme[1]}${forme[2]}..${suite.at(-1)?.[2]}`;
  return distincts.join(' / ');
};

export interface NoteSituee {
  readonly action: Action;
  readonly regle: CodeDeRegle;
  readonly message: string;
  readonly valeur: string | null;
  readonly lue?: string;
}

/** Consigne une remarque sur une cellule d’une ligne, données interdites masquées. */
export const consigner = (
  physique: LignePhysique,
  colonne: ColonneDuFichier | null,
  cellule: Cellule | null,
  note: NoteSituee,
): void => {
  if (note.action === 'bloquer_ligne') physique.estBloquee = true;
  physique.anomalies.push({
    feuille: physique.feuille,
    ligne: physique.numero,
    colonne: colonne?.intitule.texte ?? '(ligne)',
    cellule: colonne ? referenceDeCellule(physique.numero, colonne.intitule.rang) : null,
    action: note.action,
    lue: masquerDonneesInterdites(note.lue ?? texteDe(cellule)),
    valeur: note.valeur,
    regle: note.regle,
    message: note.message,
  });
};

const consignerPlusieurs = (
  physique: LignePhysique,
  remarque: Remarque,
  places: readonly (Place | undefined)[],
  valeurs: Readonly<Record<string, string>>,
): void => {
  const lues = places.flatMap((place) => (place ? [place] : []));
  const [premiere] = lues;
  if (remarque.action === 'bloquer_ligne') physique.estBloquee = true;
  const textes = lues.map((place) => texteDe(place.cellule)).filter((texte) => texte !== '');
  physique.anomalies.push({
    feuille: physique.feuille,
    ligne: physique.numero,
    colonne: premiere
      ? nommerColonnes(lues.map((place) => place.colonne.intitule.texte))
      : (remarque.champs[0] ?? '(ligne)'),
    cellule: premiere ? referenceDeCellule(physique.numero, premiere.colonne.intitule.rang) : null,
    action: remarque.action,
    lue: masquerDonneesInterdites(
      textes.join(textes.every((t) => /^[\d\s.,%]+$/.test(t)) ? '+' : ' → '),
    ),
    valeur:
      remarque.valeur === undefined
        ? remarque.action === 'bloquer_ligne'
          ? null
          : (valeurs[remarque.champs[0] ?? ''] ?? null)
        : remarque.valeur,
    regle: remarque.regle,
    message: remarque.message,
  });
};

/** Une valeur corrigée par une règle : les remarques déjà faites sur la cellule citent la valeur finale. */
const actualiser = (
  physique: LignePhysique,
  place: Place | undefined,
  avant: string,
  apres: string,
): void => {
  if (!place || avant === apres) return;
  const cellule = referenceDeCellule(physique.numero, place.colonne.intitule.rang);
  for (const [i, a] of physique.anomalies.entries())
    if (a.cellule === cellule && a.valeur === avant && avant !== '')
      physique.anomalies[i] = { ...a, valeur: apres };
};

/** Ouvre un enregistrement sur une ligne. */
export const ouvrirEnregistrement = (
  physique: LignePhysique,
  colonnes: ReadonlySet<string>,
  initiales: Readonly<Record<string, string>>,
  places: ReadonlyMap<string, Place>,
  illisibles: Set<string>,
): EnregistrementDeLigne => {
  const valeurs: Record<string, string> = { ...initiales };
  return {
    physique,
    valeurs,
    ligne: physique.numero,
    feuille: physique.feuille,
    get estBloque() {
      return physique.estBloquee;
    },
    lire: (champ) => valeurs[champ] ?? '',
    lireBrut: (champ) => texteDe(places.get(champ)?.cellule),
    aColonne: (champ) => colonnes.has(champ),
    estIllisible: (champ) => illisibles.has(champ),
    place: (champ) => places.get(champ),
    ecrire: (champ, valeur) => {
      actualiser(physique, places.get(champ), valeurs[champ] ?? '', valeur);
      valeurs[champ] = valeur;
    },
    noter: (remarque) => {
      if (remarque.action === 'bloquer_ligne')
        for (const champ of remarque.champs) illisibles.add(champ);
      consignerPlusieurs(
        physique,
        remarque,
        remarque.champs.map((champ) => places.get(champ)),
        valeurs,
      );
    },
    deriver: (supplements, autres) =>
      ouvrirEnregistrement(
        physique,
        new Set([...colonnes, ...autres.keys()]),
        { ...valeurs, ...supplements },
        new Map([...places, ...autres]),
        illisibles,
      ),
  };
};
