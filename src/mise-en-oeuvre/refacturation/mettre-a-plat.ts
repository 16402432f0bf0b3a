import {
  type NoeudExplique,
  parcourirExplication,
  type Source,
} from '../../moteurs/calcul/index.ts';

const INSECABLE = '\u00A0';
const FINE = '\u202F';

/** « 1234.5 » et « € » : « 1 234,5 € ». */
export const ecrireValeur = (valeur: string, unite: string): string => {
  const lue = /^(-?)(\d+)(?:\.(\d+…?))?$/.exec(valeur);
  const nombre =
    lue === null
      ? valeur
      : `${lue[1] === '-' ? '\u2212' : ''}${(lue[2] ?? '').replace(/\B(?=(\d{3})+$)/g, FINE)}${lue[3] === undefined ? '' : `,${lue[3]}`}`;
  return unite === '' ? nombre : `${nombre}${INSECABLE}${unite}`;
};

/** D’où vient une valeur, en toutes lettres. */
export const direSourceDe = (source: Source | undefined): string => {
  switch (source?.type) {
    case 'cellule': {
      const feuille = source.feuille ? `, feuille « ${source.feuille} »` : '';
      return `${source.fichier}${feuille}, cellule ${source.cellule}`;
    }
    case 'saisie':
      return source.auteur === undefined
        ? `Enregistré dans Ensemblier${source.chemin === undefined ? '' : ` (${source.chemin})`}`
        : `Saisi par ${source.auteur}${source.date === undefined ? '' : ` le ${source.date}`}`;
    case 'donnee':
      return `${source.nom}, millésime ${source.millesime}`;
    case 'acte':
      return `Convention « ${source.convention} », version ${source.version}`;
    case 'etat':
      return `État ${source.id}`;
    case 'calcul':
    case undefined:
      return 'Calcul';
  }
};

export interface EtapeDeCalcul {
  readonly libelle: string;
  readonly formule: string;
  readonly valeur: string;
  readonly article: string;
  readonly arrondi: string;
  readonly operandes: readonly { libelle: string; valeur: string; source: string }[];
}

const REGLES = {
  'plus-forts-restes': 'plus forts restes',
  'demi-centime-eloigne-de-zero': 'centime le plus proche',
  decimales: 'nombre de décimales demandé',
} as const;

/**
 * L’arbre mis à plat pour l’imprimer : une étape par calcul, dans l’ordre, chaque opérande avec sa
 * source. Un calcul partagé n’est imprimé qu’une fois.
 */
export const mettreAPlat = (racine: NoeudExplique): readonly EtapeDeCalcul[] => {
  const vus = new Set<string>();
  const etapes: EtapeDeCalcul[] = [];
  for (const { noeud } of parcourirExplication(racine)) {
    const { operandes, libelle, valeur, unite } = noeud;
    if (operandes === undefined || operandes.length === 0) continue;
    const cle = `${libelle}|${valeur}`;
    if (vus.has(cle)) continue;
    vus.add(cle);
    etapes.push({
      libelle,
      formule: noeud.formule ?? '',
      valeur: ecrireValeur(valeur, unite),
      article: noeud.article ?? '',
      arrondi:
        noeud.arrondi === undefined
          ? ''
          : `${ecrireValeur(noeud.arrondi.exact, '')} arrondi (${REGLES[noeud.arrondi.regle]}${noeud.arrondi.rang === null ? '' : `, rang ${noeud.arrondi.rang}`})`,
      operandes: operandes.map((operande) => ({
        libelle: operande.libelle,
        valeur: ecrireValeur(operande.valeur, operande.unite),
        source:
          operande.operandes === undefined || operande.operandes.length === 0
            ? direSourceDe(operande.source)
            : 'Calcul, détaillé ci-après',
      })),
    });
  }
  return etapes;
};
