import { type ActesDeMembre, equivalentsActes } from '../mecanismes/equivalents-actes.ts';
import { repartir } from '../mecanismes/repartition.ts';
import { ecrireMontant, enEuros } from '../montants/centimes.ts';
import { montantArrondi, regrouper } from '../montants/montant-explique.ts';
import { diviser, ecrireExact } from '../montants/nombre-exact.ts';
import type { Champs } from './champs.ts';
import {
  definirForme,
  ecrireParts,
  ecrireSomme,
  type Forme,
  lireMontantEtPas,
  rendre,
} from './forme.ts';

/** { commune : { type : nombre } } ; un type absent vaut zéro. */
export const lireActes = (champs: Champs): readonly ActesDeMembre[] => {
  const actes = champs.champs('actes');
  return actes.cles().map((id) => ({
    id,
    nombres: [
      ...actes.champs(id).tousNombres((type) => `${type} de ${id}`, { unite: 'actes' }),
    ].map(([type, nombre]) => ({ type, nombre })),
  }));
};

/** Actes pondérés (équivalents-permis) puis plus forts restes. */
export const CLE_ACTES: readonly Forme[] = [
  definirForme(
    ['montant', 'ponderations', 'actes'],
    (champs) => ({
      ...lireMontantEtPas(champs),
      ponderations: champs
        .champs('ponderations')
        .tousNombres((type) => `Poids de ${type}`, { unite: 'équivalents' }),
      actes: lireActes(champs),
    }),
    ({ montant, pas, ponderations, actes }) => {
      const equivalents = equivalentsActes(ponderations, actes);
      if (!equivalents.ok) return equivalents;
      const { membres, total } = equivalents.valeur;
      const repartition = repartir({
        montant,
        pas,
        cles: membres.map(({ id, nombre }) => ({ id, cle: nombre })),
        chemin: 'actes',
      });
      if (!repartition.ok) return repartition;
      const { parts, explication } = repartition.valeur;
      const indicatif = montantArrondi(diviser(enEuros(montant.centimes), total.exact), {
        libelle: 'Coût indicatif par équivalent',
        formule: 'montant ÷ total des équivalents (pour information, ne sert pas aux parts)',
        operandes: [montant.explication, total.explication],
      });
      return rendre(
        regrouper('Répartition aux actes pondérés', [explication, indicatif.explication]),
        {
          equivalents_pc: Object.fromEntries(
            membres.map(({ id, nombre }) => [id, ecrireExact(nombre.exact)]),
          ),
          total_equivalents: ecrireExact(total.exact),
          cout_indicatif_par_equivalent: ecrireMontant(indicatif.centimes),
          parts: ecrireParts(parts),
          somme: ecrireSomme(parts),
        },
      );
    },
  ),
];
