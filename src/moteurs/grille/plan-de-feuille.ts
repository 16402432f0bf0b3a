import { type ContexteDeColonne, estIdem, type MoyensDeLecture } from './cellule-lue.ts';
import { type Cellule, estVide, type Feuille, type Rangee } from './classeur.ts';
import { attribuerColonnes, type ColonneDuFichier } from './colonnes.ts';
import { type EnTete, trouverEnTete } from './entete.ts';
import { reconnaitreInitiales } from './initiales-de-mois.ts';
import { lireLibelle } from './libelles.ts';
import type { ModeleDeColonnes } from './modele-de-colonnes.ts';
import { simplifier } from './texte.ts';

/** Comment une feuille se lit : en-tête, emploi de chaque colonne, ce que les colonnes apprennent. */
export interface PlanDeFeuille {
  readonly feuille: Feuille;
  readonly enTete: EnTete;
  /** Colonnes retenues dans le compte rendu (ni vides ni sans intitulé), dans l’ordre du fichier. */
  readonly colonnes: readonly ColonneDuFichier[];
  readonly vides: readonly ColonneDuFichier[];
  readonly parChamp: ReadonlyMap<string, ColonneDuFichier>;
  readonly contextes: ReadonlyMap<number, ContexteDeColonne>;
  readonly estCroise: boolean;
}

const TAILLE_ECHANTILLON = 40;

const echantillonner = (rangees: readonly Rangee[]): Map<number, Cellule[]> => {
  const echantillons = new Map<number, Cellule[]>();
  for (const rangee of rangees.slice(0, 400)) {
    for (const [colonne, cellule] of rangee.cellules.entries()) {
      if (estVide(cellule) || !cellule || estIdem(cellule)) continue;
      const liste = echantillons.get(colonne);
      if (!liste) echantillons.set(colonne, [cellule]);
      else if (liste.length < TAILLE_ECHANTILLON) liste.push(cellule);
    }
  }
  return echantillons;
};

const facteurAnnonce = (intitule: string, unite: string | null, titres: string): number => {
  const texte = simplifier(intitule);
  if (/mensuel|par mois|\/ ?mois/.test(texte)) return 12;
  const deTitre = unite === null && !/€|euro/.test(texte) ? titres : '';
  return /k ?€|\bkeur|\bk euros?|\bmilliers?\b/.test(`${texte} ${deTitre}`) ? 1000 : 1;
};

const contexteDe = (
  colonne: ColonneDuFichier,
  titres: string,
  nature: string | undefined,
): ContexteDeColonne => {
  const textes = colonne.echantillon.filter((c) => c.type === 'texte').map((c) => c.texte);
  const virgules = textes.filter((t) => /\d,\d/.test(t)).length;
  const points = textes.filter((t) => /^\s*\d+\.\d+\s*$/.test(t)).length;
  const { unite } = lireLibelle(colonne.intitule.texte);
  const nombres = colonne.echantillon
    .map((c) => Number(String(c.valeur).replace(',', '.')))
    .filter((n) => Number.isFinite(n) && n > 0);
  return {
    aVirgules: virgules > points,
    facteur: nature === 'montant' ? facteurAnnonce(colonne.intitule.texte, unite, titres) : 1,
    unite,
    enFraction: nombres.length > 0 && nombres.every((n) => n <= 1),
  };
};

const titresDe = (feuille: Feuille, enTete: EnTete): string =>
  simplifier(
    feuille.rangees
      .slice(0, enTete.rang)
      .flatMap((r) => r.cellules.map((c) => c?.texte ?? ''))
      .join(' '),
  );

/** L’en-tête couvre-t-il assez de la grille pour qu’on la reconnaisse ? */
const estSuffisant = (colonnes: readonly ColonneDuFichier[], modele: ModeleDeColonnes): boolean => {
  const { schema } = modele;
  const champs = new Set(
    colonnes.flatMap((c) => (c.emploi.sorte === 'champ' ? [c.emploi.champ] : [])),
  );
  const reunies = colonnes.filter(
    (c) =>
      c.emploi.sorte === 'part' ||
      c.emploi.sorte === 'repartition' ||
      c.emploi.sorte === 'composee',
  ).length;
  const propres = schema.colonnes.filter((c) => c.obligatoire && !(c.nom in schema.calculees));
  if (colonnes.filter((c) => c.emploi.sorte === 'axe').length >= 2) return true;
  const couverture = champs.size + reunies;
  const collectivite = new Set([schema.collectivite?.siren, schema.collectivite?.nom]);
  const cles = schema.cle.filter((c) => !collectivite.has(c) && !(c in schema.calculees));
  const sansCle = cles.length > 0 && !cles.some((c) => champs.has(c)) && reunies === 0;
  return couverture >= Math.max(2, Math.ceil(propres.length * (sansCle ? 0.6 : 0.35)));
};

/** Dresse le plan de lecture d’une feuille, ou null si ce n’est pas cette grille. */
export const dresserPlan = (
  lue: Feuille,
  modele: ModeleDeColonnes,
  moyens: MoyensDeLecture,
): PlanDeFeuille | null => {
  const parMois = modele.axes.some(({ axe }) => axe.nature === 'mois');
  const feuille = parMois ? reconnaitreInitiales(lue) : lue;
  const enTete = trouverEnTete(feuille, modele, moyens.annuaire);
  if (!enTete) return null;
  const echantillons = echantillonner(feuille.rangees.slice(enTete.rang + 1));
  const toutes = attribuerColonnes(enTete, feuille.colonnesMasquees, echantillons, modele, moyens);
  const colonnes = toutes.filter((c) => c.emploi.sorte !== 'vide');
  if (!estSuffisant(colonnes, modele)) return null;
  const titres = titresDe(feuille, enTete);
  const natures = new Map(modele.schema.colonnes.map((c) => [c.nom, c.nature]));
  const valeurCroisee = natures.get(modele.schema.croisement?.valeur ?? '');
  const parChamp = new Map<string, ColonneDuFichier>();
  const contextes = new Map<number, ContexteDeColonne>();
  for (const colonne of colonnes) {
    const { emploi } = colonne;
    if (emploi.sorte === 'champ') parChamp.set(emploi.champ, colonne);
    const nature =
      emploi.sorte === 'axe'
        ? valeurCroisee
        : emploi.sorte === 'champ'
          ? natures.get(emploi.champ)
          : undefined;
    contextes.set(colonne.intitule.rang, contexteDe(colonne, titres, nature));
  }
  return {
    feuille,
    enTete,
    colonnes,
    vides: toutes.filter((c) => c.emploi.sorte === 'vide'),
    parChamp,
    contextes,
    estCroise: colonnes.some((c) => c.emploi.sorte === 'axe'),
  };
};
