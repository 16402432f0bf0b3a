import { appliquerTva } from '../mecanismes/tva.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { additionner } from '../montants/montant-explique.ts';
import { ZERO } from '../montants/nombre-exact.ts';
import { definirForme, ecrireDus, type Forme, rendre } from './forme.ts';

/** TVA par facture ; sans taux, ou hors champ, la TVA est nulle. */
export const TVA: readonly Forme[] = [
  definirForme(
    ['ht'],
    (champs) => {
      champs.decrire('justification');
      const regime = champs.choix('regime', ['taxable', 'hors_champ', 'exonere_261B'], 'taxable');
      const lu = champs.nombre('taux', 'Taux de TVA', { absent: '0', min: '0', max: '1' });
      return {
        factures: champs.champs('ht').tousMontants((id) => `Montant HT de ${id}`),
        taux:
          regime === 'taxable'
            ? lu
            : { exact: ZERO, explication: { ...lu.explication, valeur: '0' } },
      };
    },
    ({ factures, taux }) => {
      const taxees = appliquerTva(factures, taux);
      const total = additionner(
        'Total TTC',
        taxees.map(({ ttc }) => ttc),
      );
      return rendre(total.explication, {
        tva: ecrireDus(taxees.map(({ id, tva }) => ({ id, montant: tva }))),
        ttc: ecrireDus(taxees.map(({ id, ttc }) => ({ id, montant: ttc }))),
        total_ttc: ecrireMontant(total.centimes),
      });
    },
  ),
];
