import { lireMontant, type Source } from '../../moteurs/calcul/index.ts';
import { PERSONNEL, RENOUVELLEMENT } from './cout-du-service.ts';
import type { LigneDeCout } from './entrees.ts';

/** Une ligne de la grille « budget-services », telle que la collecte la donne. */
export interface LigneDeBudget {
  readonly id: string;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly sourceDe: (colonne: string) => Source;
}

export type BaseDeCout = 'prevu' | 'realise';

/** Ce que les communes remboursent n’est pas une recette à déduire : c’est ce que l’on calcule. */
const estRemboursement = (nature: string): boolean => /^708[47]/.test(nature);

const POSTES: Readonly<Record<string, string>> = {
  '011': 'Charges à caractère général',
  '012': PERSONNEL,
  '042': RENOUVELLEMENT,
  '65': 'Autres charges de gestion courante',
  '66': 'Charges financières',
  '67': 'Charges spécifiques',
  '68': RENOUVELLEMENT,
};

/** Les lignes de fonctionnement d’un service pour un exercice ; l’investissement entre par l’amortissement. */
export const coutsDuBudget = (
  lignes: readonly LigneDeBudget[],
  { annee, base }: { readonly annee: number; readonly base: BaseDeCout },
): readonly LigneDeCout[] =>
  lignes.flatMap(({ id, valeurs, sourceDe }): LigneDeCout[] => {
    const { exercice, section, sens, chapitre = '', nature = '', libelle = '' } = valeurs;
    const ecrit = valeurs[base] ?? '';
    if (exercice !== String(annee) || section !== 'Fonctionnement' || ecrit === '') return [];
    const estRecette = sens === 'recette';
    if (estRecette && estRemboursement(nature)) return [];
    const montant = lireMontant(ecrit);
    if (!montant.ok) return [];
    return [
      {
        cle: id,
        sens: estRecette ? 'recette' : 'depense',
        poste: POSTES[chapitre] ?? `Chapitre ${chapitre}`,
        libelle: `${nature} ${libelle}`,
        centimes: String(montant.valeur),
        source: sourceDe(base),
      },
    ];
  });
