import { type Cellule, estVide, type Rangee, texteDe } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { ColonneDeGrille, SchemaDeGrille } from './schema.ts';
import { mots, resserrer } from './texte.ts';

export type SorteDeRangee =
  | 'vide'
  | 'non-remplie'
  | 'exemple'
  | 'total'
  | 'intertitre'
  | 'en-tete-repete'
  | 'donnee';

const TOTAL_ENTIER =
  /^(?:(?:sous |s |grand )?(?:total|totaux)(?: general| generaux| epci| commune| communes| annuel| cumule)?|moyenne|moyennes|somme|cumul|ensemble|soit|recapitulatif)$/;
const TOTAL_DEBUT =
  /^(?:(?:sous |s |grand )?(?:total|totaux)|s t|moyenne|moyennes|somme|cumul|recapitulatif)\b|^(?:\w+ ){1,3}(?:total|totaux|totale|totales)\b/;

const IDENTITES = new Set([
  'texte',
  'code',
  'siren',
  'collectivite',
  'nomenclature',
  'date',
  'instant',
]);

// Les mots d’un total, cherchés d’abord tels quels : presque aucune cellule n’en porte.
const MOT_DE_TOTAL = /tota|moyen|somme|cumul|ensemble|soit|capitulat|\bs\W*t|[a-z]\.|[^ -~]/i;

const nommerTotal = (texte: string): string =>
  MOT_DE_TOTAL.test(texte) ? mots(texte).join(' ') : '';

export const estTotal = (texte: string): boolean => TOTAL_DEBUT.test(nommerTotal(texte));

interface Remplie {
  readonly colonne: ColonneDuFichier;
  readonly cellule: Cellule;
  readonly champ: ColonneDeGrille | null;
}

const champDe = (
  colonne: ColonneDuFichier,
  parNom: ReadonlyMap<string, ColonneDeGrille>,
): ColonneDeGrille | null =>
  colonne.emploi.sorte === 'champ' ? (parNom.get(colonne.emploi.champ) ?? null) : null;

const estIdentite = ({ colonne, champ }: Remplie): boolean =>
  colonne.emploi.sorte === 'repartition' ||
  colonne.emploi.sorte === 'composee' ||
  (champ !== null && IDENTITES.has(champ.nature));

const PERIODES = new Set(['mois', 'annee']);

const estLigneDeTotal = (remplies: readonly Remplie[], plan: PlanDeFeuille): boolean => {
  const identites = remplies.filter(estIdentite);
  const textes = remplies.filter(({ cellule }) => cellule.type === 'texte');
  if (textes.some(({ cellule }) => TOTAL_ENTIER.test(nommerTotal(cellule.texte))))
    return identites.length <= 3;
  const annoncee = textes.find(({ cellule }) => estTotal(cellule.texte));
  if (annoncee)
    return (
      identites.filter((r) => r !== annoncee).length <= 1 &&
      (plan.estCroise || remplies.length < plan.colonnes.length)
    );
  const datee =
    plan.estCroise && remplies.some(({ champ }) => champ !== null && PERIODES.has(champ.nature));
  return (
    identites.length === 0 &&
    !datee &&
    !remplies.some(({ colonne }) => colonne.emploi.sorte === 'hors-modele')
  );
};

const estEnTeteRepete = (remplies: readonly Remplie[]): boolean => {
  const egales = remplies.filter(
    ({ colonne, cellule }) => resserrer(cellule.texte) === resserrer(colonne.intitule.texte),
  );
  return remplies.length >= 3 && egales.length / remplies.length >= 0.6;
};

const estSaisieDeCle = ({ champ, cellule }: Remplie, schema: SchemaDeGrille): boolean =>
  champ !== null &&
  schema.cle.includes(champ.nom) &&
  champ.nature === 'code' &&
  /\d/.test(cellule.texte) &&
  !/\s\S+\s/.test(cellule.texte.trim());

/** Dans un tableau croisé à une seule dimension en lignes, une commune sans aucune valeur reste une ligne de données. */
const estSeuleDimension = ({ champ }: Remplie, plan: PlanDeFeuille): boolean =>
  plan.estCroise &&
  champ?.nature === 'collectivite' &&
  plan.colonnes.filter((c) => c.emploi.sorte === 'champ').length === 1;

const estIntertitre = (
  remplies: readonly Remplie[],
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
): boolean => {
  const [seule] = remplies;
  if (!seule || plan.colonnes.length < 3) return false;
  if (remplies.length === 1)
    return (
      seule.cellule.type === 'texte' &&
      !estSaisieDeCle(seule, schema) &&
      !estSeuleDimension(seule, plan)
    );
  if (remplies.length > 2 || plan.colonnes.length < 6) return false;
  return (
    remplies.every(
      ({ cellule, champ, colonne }) =>
        cellule.type === 'texte' &&
        ((champ === null && colonne.emploi.sorte !== 'axe') ||
          !/^[\d\s.,€%]+$/.test(cellule.texte)),
    ) &&
    !remplies.some((r) => estSaisieDeCle(r, schema)) &&
    remplies.filter(estIdentite).length < 2
  );
};

/** « Ex. : 00042 » en tête de ligne, ou rangée d’unités « (h) | (%) | (€) » juste sous l’en-tête. */
const estExemple = (remplies: readonly Remplie[], rangee: Rangee, plan: PlanDeFeuille): boolean => {
  const [premiere] = remplies;
  if (premiere && /^\(?(?:ex|exemple)\b\s*[:.)]/i.test(premiere.cellule.texte.trim())) return true;
  return (
    rangee.numero === plan.enTete.numero + 1 &&
    remplies.every(
      ({ cellule }) => cellule.type === 'texte' && /^\([^()\d]{1,20}\)$/.test(cellule.texte.trim()),
    )
  );
};

/** Le gabarit remplit d’avance le SIREN et le nom : une ligne qui n’a que cela n’a pas été remplie. */
const estPreremplie = (remplies: readonly Remplie[], schema: SchemaDeGrille): boolean =>
  remplies.some(({ champ }) => champ?.nom === schema.collectivite?.siren);

/** Dit ce qu’est une rangée sous l’en-tête : une donnée, ou l’un des à-côtés qu’on ignore en le disant. */
export const classerRangee = (
  rangee: Rangee,
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  parNom: ReadonlyMap<string, ColonneDeGrille>,
): SorteDeRangee => {
  const remplies: Remplie[] = [];
  for (const colonne of plan.colonnes) {
    const cellule = rangee.cellules[colonne.intitule.rang];
    if (cellule && !estVide(cellule))
      remplies.push({ colonne, cellule, champ: champDe(colonne, parNom) });
  }
  if (
    !plan.estCroise &&
    remplies.length > 0 &&
    remplies.every(({ champ }) => champ?.preremplie ?? false) &&
    remplies.length <= 2 &&
    estPreremplie(remplies, schema)
  )
    return 'non-remplie';
  if (remplies.length === 0)
    return rangee.cellules.some((c) => !estVide(c)) ? 'intertitre' : 'vide';
  if (estEnTeteRepete(remplies)) return 'en-tete-repete';
  if (estExemple(remplies, rangee, plan)) return 'exemple';
  if (estLigneDeTotal(remplies, plan)) return 'total';
  return estIntertitre(remplies, plan, schema) ? 'intertitre' : 'donnee';
};

/** La première cellule remplie d’une rangée : où on la cite. */
export const premiereCellule = (
  rangee: Rangee,
): { readonly rang: number; readonly texte: string } => {
  const rang = rangee.cellules.findIndex((c) => !estVide(c));
  return rang < 0 ? { rang: 0, texte: '' } : { rang, texte: texteDe(rangee.cellules[rang]) };
};
