import {
  type Composante,
  type Enveloppes,
  repartirAuTauxComposite,
  repartirParEnveloppes,
  sommeDesTotaux,
} from '../mecanismes/cle-composee.ts';
import { ecrirePourcentage, regrouper } from '../montants/montant-explique.ts';
import type { Champs } from './champs.ts';
import {
  definirForme,
  ecrireDus,
  ecrireParts,
  ecrireSomme,
  type Forme,
  lireMontantEtPas,
  rendre,
} from './forme.ts';

interface ComposanteNommee extends Composante {
  readonly nom: string;
}

const lireComposantes = (champs: Champs): readonly ComposanteNommee[] =>
  champs.liste('composantes').map((composante, rang) => {
    const nom = composante.texte('cle', String(rang + 1));
    return {
      nom,
      libelle: nom.replaceAll('_', ' '),
      ponderation: composante.nombre('ponderation', `Pondération de « ${nom} »`),
      valeurs: composante.clesDeRepartition('valeurs'),
    };
  });

/** L’enveloppe des équivalents-permis se nomme « enveloppe_actes » sur les factures. */
const nommerEnveloppe = (nom: string): string =>
  nom.startsWith('equivalents') ? 'enveloppe_actes' : `enveloppe_${nom}`;

const ecrireEnveloppes = (
  composantes: readonly ComposanteNommee[],
  { enveloppes, totaux }: Enveloppes,
): Record<string, unknown> => {
  const parNom = enveloppes.map(({ repartition }, rang) => [
    nommerEnveloppe(composantes[rang]?.nom ?? String(rang + 1)),
    ecrireParts(repartition.parts),
  ]);
  return {
    ...Object.fromEntries(parNom),
    total: ecrireDus(totaux.map(({ id, total }) => ({ id, montant: total }))),
  };
};

/** Clé composée : taux composite (un seul arrondi) et, pour comparaison, enveloppes séparées. */
export const CLE_MIXTE: readonly Forme[] = [
  definirForme(
    ['montant', 'composantes'],
    (champs) => ({ ...lireMontantEtPas(champs), composantes: lireComposantes(champs) }),
    ({ montant, pas, composantes }) => {
      const composite = repartirAuTauxComposite(montant, composantes, pas);
      if (!composite.ok) return composite;
      const variante = repartirParEnveloppes(montant, composantes, pas);
      if (!variante.ok) return variante;
      const { repartition, taux } = composite.valeur;
      const nomVariante =
        composantes.length === 2 ? 'variante_deux_enveloppes' : 'variante_enveloppes';
      const explication = regrouper('Clé mixte', [
        repartition.explication,
        sommeDesTotaux('Variante en enveloppes séparées', variante.valeur.totaux).explication,
      ]);
      return rendre(explication, {
        taux: Object.fromEntries(
          taux.map(({ id, taux: { exact } }) => [id, ecrirePourcentage(exact, 4)]),
        ),
        parts: ecrireParts(repartition.parts),
        somme: ecrireSomme(repartition.parts),
        [nomVariante]: ecrireEnveloppes(composantes, variante.valeur),
      });
    },
  ),
];
