import { type NoeudExplique, parcourirExplication } from '../../moteurs/calcul/index.ts';
import { direSourceDe, ecrireValeur } from './ecritures.ts';

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
