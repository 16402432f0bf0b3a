import { sommeDesTotaux } from '../mecanismes/cle-composee.ts';
import { type PartFixeEtVariable, repartirFixeEtVariable } from '../mecanismes/part-fixe.ts';
import { partagerAvecEpci, separerPartEpci } from '../mecanismes/quote-part.ts';
import { ecrireMontant } from '../montants/centimes.ts';
import { additionner } from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import {
  definirForme,
  ecrireDus,
  ecrireParts,
  type Forme,
  lireMontantEtPas,
  rendre,
} from './forme.ts';

const lirePartFixe = (champs: Champs, cleVariable: string) => {
  champs.decrire('cle_variable');
  const nomFixe = champs.texte('cle_fixe', 'egalitaire');
  return {
    ...lireMontantEtPas(champs),
    partFixe: champs.nombre('part_fixe', 'Part fixe'),
    clesVariables: champs.clesDeRepartition(cleVariable),
    ...(nomFixe === 'egalitaire' ? {} : { clesFixes: champs.clesDeRepartition('valeurs_fixes') }),
  };
};

const ecrireEnveloppes = ({ fixe, variable, totaux }: PartFixeEtVariable) => ({
  part_fixe: ecrireParts(fixe.parts),
  part_variable: ecrireParts(variable.parts),
  total: ecrireDus(totaux.map(({ id, total }) => ({ id, montant: total }))),
});

const PART_FIXE: Forme = definirForme(
  ['montant', 'part_fixe', 'valeurs'],
  (champs) => lirePartFixe(champs, 'valeurs'),
  (entree) => {
    const resultat = repartirFixeEtVariable(entree);
    if (!resultat.ok) return resultat;
    const somme = sommeDesTotaux('Part fixe et part variable', resultat.valeur.totaux);
    return rendre(somme.explication, {
      ...ecrireEnveloppes(resultat.valeur),
      somme: ecrireMontant(somme.centimes),
    });
  },
);

/** L’EPCI garde sa quote-part, puis part fixe et part variable entre les communes. */
const QUOTE_PART_ET_PART_FIXE: Forme = definirForme(
  ['montant', 'quote_part_epci', 'part_fixe'],
  (champs) => ({
    ...lirePartFixe(champs, champs.a('valeurs') ? 'valeurs' : 'cle'),
    quotePart: champs.nombre('quote_part_epci', 'Quote-part de l’EPCI'),
  }),
  (entree) => {
    const partage = separerPartEpci(entree);
    if (!partage.ok) return partage;
    const { partDesCommunes, partDeLEpci } = partage.valeur;
    const resultat = repartirFixeEtVariable({ ...entree, montant: partDesCommunes });
    if (!resultat.ok) return resultat;
    const somme = additionner('Coût réparti entre l’EPCI et les communes', [
      partDeLEpci,
      sommeDesTotaux('Part fixe et part variable', resultat.valeur.totaux),
    ]);
    return rendre(somme.explication, {
      part_communes: ecrireMontant(partDesCommunes.centimes),
      part_epci: ecrireMontant(partDeLEpci.centimes),
      ...ecrireEnveloppes(resultat.valeur),
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

/** Part fixe + part variable, quote-part gardée par l’EPCI, ou les deux ensemble. */
export const FORFAIT_VARIABLE: readonly Forme[] = [QUOTE_PART_ET_PART_FIXE, QUOTE_PART, PART_FIXE];
