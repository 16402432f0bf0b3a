import { rendreGratuit } from '../mecanismes/gratuite.ts';
import { type Repartition, repartir } from '../mecanismes/repartition.ts';
import { additionner, regrouper } from '../montants/montant-explique.ts';
import {
  definirForme,
  ecrireDus,
  ecrireParts,
  ecrireSomme,
  type Forme,
  lireMontantEtPas,
  rendre,
} from './forme.ts';

const rendreRepartition = ({ parts, explication }: Repartition) =>
  rendre(explication, { parts: ecrireParts(parts), somme: ecrireSomme(parts) });

/** Un montant, une clé (population, égalitaire, bulletins…) : plus forts restes. */
export const REPARTITION_SIMPLE: readonly Forme[] = [
  definirForme(
    ['montant', 'cle'],
    (champs) => {
      champs.decrire('unite');
      return {
        ...lireMontantEtPas(champs),
        cles: champs.clesDeRepartition('cle', champs.texte('unite', '')),
      };
    },
    (entree) => {
      const repartition = repartir(entree);
      return repartition.ok ? rendreRepartition(repartition.valeur) : repartition;
    },
  ),
];

/** Service gratuit : parts nulles, valeur du service affichée. */
export const GRATUITE: readonly Forme[] = [
  definirForme(
    ['montant', 'cle'],
    (champs) => ({
      ...lireMontantEtPas(champs),
      cles: champs.clesDeRepartition('cle'),
      regime: champs.choix('regime', ['gratuit', 'payant'], 'gratuit'),
    }),
    (entree) => {
      const repartition = repartir({ ...entree, libelle: 'Valeur du service rendu' });
      if (!repartition.ok) return repartition;
      const { parts, explication } = repartition.valeur;
      const valorisation = ecrireParts(parts);
      if (entree.regime === 'payant')
        return rendre(explication, {
          parts: valorisation,
          somme: ecrireSomme(parts),
          valorisation,
        });
      const dus = rendreGratuit(repartition.valeur, 'service gratuit');
      const total = additionner(
        'Total refacturé',
        dus.map(({ montant }) => montant),
      );
      return rendre(regrouper('Service gratuit', [total.explication, explication]), {
        parts: ecrireDus(dus),
        somme: '0.00',
        valorisation,
        total_valorise: ecrireSomme(parts),
      });
    },
  ),
];
