import type { AtelierDeFeuille, CelluleDeLigne } from './atelier.ts';
import { estIdem } from './cellule-lue.ts';
import { type Cellule, estVide, fusionDe, type Rangee, texteDe } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';

/** Une colonne écrite une fois par bloc se recopie ; un vide isolé ne se recopie qu’entre deux valeurs égales. */
export interface Recopie {
  readonly parBlocs: boolean;
  /** Faux pour une colonne suivie seulement pour ses « idem » : un vide y reste un vide. */
  readonly recopiee: boolean;
  derniere: Cellule | null;
  /** Prochaine valeur non vide, par rang de ligne de données. */
  readonly suivantes: readonly (string | null)[];
}

/** Une ligne qui donne le nom de sa collectivité ne prend pas le SIREN de la ligne du dessus, ni l’inverse. */
const estNommeeAilleurs = (
  colonne: ColonneDuFichier,
  rangee: Rangee,
  { plan, schema }: AtelierDeFeuille,
): boolean => {
  const { emploi } = colonne;
  const cible = schema.collectivite;
  if (emploi.sorte !== 'champ' || !cible) return false;
  const autre =
    emploi.champ === cible.siren ? cible.nom : emploi.champ === cible.nom ? cible.siren : null;
  const jumelle = plan.parChamp.get(autre ?? '');
  return jumelle !== undefined && !estVide(rangee.cellules[jumelle.intitule.rang]);
};

/** Prépare ce qui se recopie d’une ligne à la suivante dans une feuille. */
export const preparerRecopies = (
  donnees: readonly Rangee[],
  atelier: AtelierDeFeuille,
): Map<number, Recopie> => {
  const recopies = new Map<number, Recopie>();
  for (const [champ, colonne] of atelier.plan.parChamp) {
    const rang = colonne.intitule.rang;
    const aIdem = donnees.some((r) => estIdem(r.cellules[rang]));
    const vides = atelier.parNom.get(champ)?.recopiee
      ? donnees.filter((r) => estVide(r.cellules[rang]) && !estNommeeAilleurs(colonne, r, atelier))
          .length
      : 0;
    if (!aIdem && (vides === 0 || vides === donnees.length)) continue;
    const suivantes: (string | null)[] = [];
    let prochaine: string | null = null;
    for (let i = donnees.length - 1; i >= 0; i -= 1) {
      const cellule = donnees[i]?.cellules[rang];
      if (!estVide(cellule) && !estIdem(cellule)) prochaine = texteDe(cellule);
      suivantes[i] = prochaine;
    }
    recopies.set(rang, {
      parBlocs: vides / donnees.length >= 0.2,
      recopiee: vides > 0,
      derniere: null,
      suivantes,
    });
  }
  return recopies;
};

/** « Idem » : la valeur du dessus, sauf pour un code qui doit changer à chaque ligne. */
const commeAuDessus = (
  colonne: ColonneDuFichier,
  propre: Cellule | null,
  { schema, parNom }: AtelierDeFeuille,
  recopies: ReadonlyMap<number, Recopie>,
): ReturnType<CelluleDeLigne> => {
  const champ = colonne.emploi.sorte === 'champ' ? parNom.get(colonne.emploi.champ) : undefined;
  const derniere = recopies.get(colonne.intitule.rang)?.derniere ?? null;
  const identifiant = champ?.nature === 'code' && schema.cle.includes(champ.nom);
  if (!champ || identifiant || estVide(derniere)) return { cellule: propre, origine: 'propre' };
  return {
    cellule: derniere,
    origine: champ.recopiee ? 'recopie' : 'recopie-supposee',
    propre,
  };
};

/** Lit les cellules d’une ligne, fusions, recopies et « idem » compris. */
export const lecteurDeCellules =
  (
    rangee: Rangee,
    rangDeDonnee: number,
    atelier: AtelierDeFeuille,
    recopies: ReadonlyMap<number, Recopie>,
    parNumero: ReadonlyMap<number, Rangee>,
  ): CelluleDeLigne =>
  (colonne: ColonneDuFichier) => {
    const rang = colonne.intitule.rang;
    const propre = rangee.cellules[rang] ?? null;
    if (estIdem(propre)) return commeAuDessus(colonne, propre, atelier, recopies);
    if (!estVide(propre)) return { cellule: propre, origine: 'propre' };
    const fusion = fusionDe(atelier.plan.feuille, rangee.numero, rang);
    if (fusion && fusion.premiereRangee < rangee.numero) {
      const source = parNumero.get(fusion.premiereRangee)?.cellules[fusion.premiereColonne] ?? null;
      if (!estVide(source)) return { cellule: source, origine: 'fusion' };
    }
    const recopie = recopies.get(rang);
    if (!recopie?.derniere || !recopie.recopiee || estNommeeAilleurs(colonne, rangee, atelier))
      return { cellule: propre, origine: 'propre' };
    if (recopie.parBlocs) return { cellule: recopie.derniere, origine: 'recopie' };
    return recopie.suivantes[rangDeDonnee] === recopie.derniere.texte
      ? { cellule: recopie.derniere, origine: 'recopie-supposee' }
      : { cellule: propre, origine: 'propre' };
  };

/** Retient les cellules d’une ligne pour les suivantes. */
export const avancer = (recopies: ReadonlyMap<number, Recopie>, rangee: Rangee): void => {
  for (const [rang, recopie] of recopies) {
    const cellule = rangee.cellules[rang] ?? null;
    if (!estVide(cellule) && !estIdem(cellule)) recopie.derniere = cellule;
  }
};
