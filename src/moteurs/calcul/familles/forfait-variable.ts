import { sommeDesTotaux } from '../mecanismes/cle-composee.ts';
import { repartirFixeEtVariable } from '../mecanismes/part-fixe.ts';
import { partagerAvecEpci } from '../mecanismes/quote-part.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { additionner } from '../montants/montant-explique.ts';
import {
  definirForme,
  ecrireDus,
  ecrireParts,
  type Forme,
  lireMontantEtPas,
  rendre,
} from './forme.ts';

const PART_FIXE: Forme = definirForme(
  ['montant', 'part_fixe', 'valeurs'],
  (champs) => {
    champs.decrire('cle_variable');
    const nomFixe = champs.texte('cle_fixe', 'egalitaire');
    return {
      ...lireMontantEtPas(champs),
      partFixe: champs.nombre('part_fixe', 'Part fixe'),
      clesVariables: champs.clesDeRepartition('valeurs'),
      ...(nomFixe === 'egalitaire' ? {} : { clesFixes: champs.clesDeRepartition('valeurs_fixes') }),
    };
  },
  (entree) => {
    const resultat = repartirFixeEtVariable(entree);
    if (!resultat.ok) return resultat;
    const { fixe, variable, totaux } = resultat.valeur;
    const somme = sommeDesTotaux('Part fixe et part variable', totaux);
    return rendre(somme.explication, {
      part_fixe: ecrireParts(fixe.parts),
      part_variable: ecrireParts(variable.parts),
      total: ecrireDus(totaux.map(({ id, total }) => ({ id, montant: total }))),
      somme: ecrireMontant(somme.centimes),
    });
  },
);

const QUOTE_PART: Forme = definirForme(
  ['montant', 'quote_part_epci', 'cle'],
  (champs) => ({
    ...lireMontantEtPas(champs),
    quotePart: champs.nombre('quote_part_epci', 'Quote-part de l’EPCI'),
    cles: champs.clesDeRepartition('cle'),
  }),
  (entree) => {
    const resultat = partagerAvecEpci(entree);
    if (!resultat.ok) return resultat;
    const { partDesCommunes, partDeLEpci, repartition } = resultat.valeur;
    const somme = additionner('Coût réparti entre l’EPCI et les communes', [
      partDeLEpci,
      { centimes: repartition.montant, explication: repartition.explication },
    ]);
    return rendre(somme.explication, {
      part_communes: ecrireMontant(partDesCommunes.centimes),
      part_epci: ecrireMontant(partDeLEpci.centimes),
      parts: ecrireParts(repartition.parts),
      somme: ecrireMontant(somme.centimes),
    });
  },
);

/** Part fixe + part variable, ou quote-part gardée par l’EPCI. */
export const FORFAIT_VARIABLE: readonly Forme[] = [QUOTE_PART, PART_FIXE];
