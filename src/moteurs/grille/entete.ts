import {
  type Cellule,
  estVide,
  type Feuille,
  type Fusion,
  fusionDe,
  fusionsDeRangee,
  type Rangee,
  texteDe,
} from './classeur.ts';
import type { Annuaire } from './collectivites.ts';
import { ressemblanceInterdite } from './confidentialite.ts';
import { lireLibelle, meilleureRessemblance } from './libelles.ts';
import type { ModeleDeColonnes } from './modele-de-colonnes.ts';
import { resserrer } from './texte.ts';

const RANGEES_EXAMINEES = 60;
const SEUIL = 0.7;

/** L’intitulé d’une colonne et celui du groupe qui la coiffe. */
export interface Intitule {
  readonly rang: number;
  /** Tel qu’il figure dans le fichier. */
  readonly texte: string;
  readonly cellule: Cellule | null;
  readonly groupe: string;
  readonly celluleDuGroupe: Cellule | null;
}

export interface EnTete {
  /** Rang, dans `feuille.rangees`, de la rangée qui porte les intitulés. */
  readonly rang: number;
  readonly numero: number;
  /** Rangs des rangées de groupe, juste au-dessus. */
  readonly groupes: readonly number[];
  readonly intitules: readonly Intitule[];
  readonly note: number;
}

const noteDIntitule = (texte: string, modele: ModeleDeColonnes): number => {
  if (resserrer(texte) === '' || texte.length > 80) return 0;
  const libelle = lireLibelle(texte);
  let meilleure = Math.max(
    ressemblanceInterdite(libelle),
    meilleureRessemblance(libelle, modele.repartition),
  );
  for (const champ of modele.champs)
    meilleure = Math.max(meilleure, meilleureRessemblance(libelle, champ.libelles));
  for (const composee of modele.composees)
    meilleure = Math.max(meilleure, meilleureRessemblance(libelle, composee.libelles));
  return meilleure;
};

const SANS_LETTRE = /^[\d\s.,/€%:()+-]*$/;

/** Des nombres en en-tête se suivent (01, 02, 03… ou 2023, 2024) ; « 4 | 5 | 9 » est une ligne de données. */
const seSuivent = (textes: readonly string[]): boolean => {
  const nombres = textes.map((t) => Number(/\d+/.exec(t)?.[0]));
  return nombres.every((n, i) => i === 0 || Math.abs(n - (nombres[i - 1] ?? n)) === 1);
};

const distinctes = (valeurs: readonly unknown[]): number =>
  new Set(valeurs.filter((v) => v !== null).map((v) => JSON.stringify(v))).size;

/** Le plus grand nombre de valeurs distinctes qu’une rangée porte sur un même axe (mois, types, années). */
const valeursDAxe = (rangee: Rangee, modele: ModeleDeColonnes): number => {
  const comptes = modele.axes.map((axe) => {
    const lues = rangee.cellules.flatMap((cellule) => {
      const valeur = estVide(cellule) ? null : axe.lire(texteDe(cellule), cellule);
      return valeur === null ? [] : [{ valeur, texte: texteDe(cellule), cellule }];
    });
    const estNombre = ({ texte, cellule }: (typeof lues)[number]): boolean =>
      cellule?.type !== 'date' && SANS_LETTRE.test(texte);
    const nombres = lues.filter(estNombre);
    const nommees = lues.filter((l) => !estNombre(l));
    return Math.max(
      distinctes(nommees.map((l) => l.valeur)),
      seSuivent(nombres.map((l) => l.texte)) ? distinctes(nombres.map((l) => l.valeur)) : 0,
    );
  });
  const plus = Math.max(0, ...comptes);
  return plus >= 2 ? plus : 0;
};

const noteDeRangee = (
  rangee: Rangee,
  modele: ModeleDeColonnes,
  memoire: Map<string, number>,
): number => {
  const textes = new Set(
    rangee.cellules
      .filter((c) => c?.type === 'texte' && !SANS_LETTRE.test(c.texte))
      .map((c) => resserrer(texteDe(c))),
  );
  let note = 0;
  for (const texte of textes) {
    const connue = memoire.get(texte) ?? noteDIntitule(texte, modele);
    memoire.set(texte, connue);
    if (connue >= SEUIL) note += connue;
  }
  return note + valeursDAxe(rangee, modele);
};

const estRangeeDeGroupe = (rangee: Rangee, feuille: Feuille, annuaire: Annuaire): boolean => {
  const pleines = rangee.cellules.filter((cellule) => !estVide(cellule));
  if (pleines.length < 2) return false;
  const fusionnees = fusionsDeRangee(feuille, rangee.numero).some(
    (f) => f.derniereColonne > f.premiereColonne,
  );
  return pleines.every((cellule) => {
    const texte = resserrer(texteDe(cellule));
    const admise =
      cellule?.type === 'texte' || cellule?.type === 'date' || /^(?:19|20)\d{2}$/.test(texte);
    return (
      admise &&
      !texte.endsWith(':') &&
      texte.length <= 60 &&
      (fusionnees || !annuaire.trouver(texte).ok)
    );
  });
};

/** Le texte d’un groupe s’étend sur sa fusion ; sans fusion, jusqu’au groupe suivant. */
const etendreGroupe = (rangee: Rangee, feuille: Feuille, largeur: number): (Cellule | null)[] => {
  const horizontales = fusionsDeRangee(feuille, rangee.numero).filter(
    (f) => f.derniereColonne > f.premiereColonne,
  );
  const etendus: (Cellule | null)[] = [];
  let courant: Cellule | null = null;
  for (let colonne = 0; colonne < largeur; colonne += 1) {
    const cellule = rangee.cellules[colonne] ?? null;
    const fusion: Fusion | undefined = horizontales.find(
      (f) => colonne >= f.premiereColonne && colonne <= f.derniereColonne,
    );
    if (!estVide(cellule)) courant = cellule;
    else if (horizontales.length > 0 && !fusion) courant = null;
    etendus.push(courant);
  }
  return etendus;
};

const celluleOuFusion = (
  rangee: Rangee,
  colonne: number,
  feuille: Feuille,
  parNumero: ReadonlyMap<number, Rangee>,
): Cellule | null => {
  const cellule = rangee.cellules[colonne] ?? null;
  if (!estVide(cellule)) return cellule;
  const fusion = fusionDe(feuille, rangee.numero, colonne);
  if (!fusion || fusion.premiereRangee === rangee.numero) return cellule;
  return parNumero.get(fusion.premiereRangee)?.cellules[fusion.premiereColonne] ?? null;
};

const composer = (
  feuille: Feuille,
  rang: number,
  note: number,
  annuaire: Annuaire,
): EnTete | null => {
  const rangee = feuille.rangees[rang];
  if (!rangee) return null;
  const groupes: number[] = [];
  for (let haut = rang - 1; haut >= Math.max(0, rang - 2); haut -= 1) {
    const dessus = feuille.rangees[haut];
    if (!dessus || !estRangeeDeGroupe(dessus, feuille, annuaire)) break;
    groupes.unshift(haut);
  }
  const dessus = groupes.flatMap((g) => feuille.rangees[g] ?? []);
  const largeur = Math.max(rangee.cellules.length, ...dessus.map((r) => r.cellules.length));
  const etendus = dessus.map((r) => etendreGroupe(r, feuille, largeur));
  const parNumero = new Map([rangee, ...dessus].map((r) => [r.numero, r]));
  const intitules: Intitule[] = [];
  for (let colonne = 0; colonne < largeur; colonne += 1) {
    const propre = celluleOuFusion(rangee, colonne, feuille, parNumero);
    const groupe = etendus.findLast((ligne) => !estVide(ligne[colonne]))?.[colonne] ?? null;
    const directe =
      dessus.findLast((r) => !estVide(r.cellules[colonne]))?.cellules[colonne] ?? null;
    const retenue = estVide(propre) ? directe : propre;
    intitules.push({
      rang: colonne,
      texte: texteDe(retenue),
      cellule: retenue,
      groupe: retenue === groupe ? '' : resserrer(texteDe(groupe)),
      celluleDuGroupe: retenue === groupe ? null : groupe,
    });
  }
  return { rang, numero: rangee.numero, groupes, intitules, note };
};

/** La rangée du dessous n’a que des mots : elle précise l’en-tête (« DP | PC | PA » sous chaque mois). */
const estSuiteDEnTete = (rangee: Rangee): boolean => {
  const pleines = rangee.cellules.filter((c) => !estVide(c));
  return (
    pleines.length >= 2 && pleines.every((c) => c?.type === 'texte' && !SANS_LETTRE.test(c.texte))
  );
};

/** Cherche la rangée qui porte les intitulés (titres et consignes au-dessus, groupes fusionnés compris). */
export const trouverEnTete = (
  feuille: Feuille,
  modele: ModeleDeColonnes,
  annuaire: Annuaire,
): EnTete | null => {
  let meilleur = -1;
  let meilleureNote = 0;
  const memoire = new Map<string, number>();
  for (const [rang, rangee] of feuille.rangees.slice(0, RANGEES_EXAMINEES).entries()) {
    const note = noteDeRangee(rangee, modele, memoire);
    if (note > meilleureNote + 1e-9) {
      meilleur = rang;
      meilleureNote = note;
    }
  }
  if (meilleur < 0) return null;
  const suivante = feuille.rangees[meilleur + 1];
  const dessous =
    suivante && estSuiteDEnTete(suivante) ? noteDeRangee(suivante, modele, memoire) : 0;
  return dessous >= 2
    ? composer(feuille, meilleur + 1, meilleureNote + dessous, annuaire)
    : composer(feuille, meilleur, meilleureNote, annuaire);
};
