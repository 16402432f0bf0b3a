import type { LigneDeGrille } from '../../elaboration/etat-des-lieux/index.ts';
import type { Source } from '../../moteurs/calcul/index.ts';
import type { ActesReleves } from './entrees.ts';

/** La source d’une colonne : la cellule du fichier déposé, ou la saisie. */
export const sourceDeColonne = (
  { grille, source }: Pick<LigneDeGrille, 'grille' | 'source'>,
  colonne: string,
): Source => {
  if (source.type === 'saisie')
    return { type: 'saisie', auteur: source.auteur, date: source.le, chemin: grille };
  const cellule = source.cellules[colonne];
  return cellule === undefined
    ? { type: 'saisie', chemin: `${grille}, ligne ${source.ligne}, valeur corrigée à l’écran` }
    : {
        type: 'cellule',
        fichier: source.fichier,
        feuille: source.feuille,
        cellule,
        grille,
        depot: source.fichierId,
      };
};

/** Où lire les unités d’un service : la grille, et la colonne qui les compte. */
export interface GrilleDUnites {
  readonly grille: string;
  readonly nombre: string;
  readonly type: (valeurs: Readonly<Record<string, string>>) => string;
  readonly concerne: (valeurs: Readonly<Record<string, string>>, service: string) => boolean;
}

/** Les relevés d’unités connus : actes d’urbanisme, heures d’intervention. */
export const GRILLES_D_UNITES: readonly GrilleDUnites[] = [
  {
    grille: 'prestations-ads',
    nombre: 'nombre',
    type: ({ type_acte = '' }) => type_acte,
    concerne: (_valeurs, service) => service === 'ADS',
  },
  {
    grille: 'prestations-heures',
    nombre: 'heures',
    type: () => 'heures',
    concerne: ({ service: code = '' }, service) => code === service,
  },
];

/** Les unités constatées d’un service, avec leur cellule. Une ligne sans mois lisible est ignorée. */
export const relever = (
  lignes: readonly LigneDeGrille[],
  grille: GrilleDUnites,
  service: string,
): readonly ActesReleves[] =>
  lignes.flatMap((ligne) => {
    const { valeurs, collectivite } = ligne;
    const annee = Number(valeurs.annee);
    const mois = Number(valeurs.mois);
    const nombre = valeurs[grille.nombre] ?? '';
    const lisible = Number.isInteger(annee) && mois >= 1 && mois <= 12 && nombre !== '';
    if (!lisible || !grille.concerne(valeurs, service)) return [];
    return {
      collectivite,
      type: grille.type(valeurs),
      annee,
      mois,
      nombre,
      source: sourceDeColonne(ligne, grille.nombre),
    };
  });
