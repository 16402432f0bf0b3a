import { exact, lireExact } from '../../moteurs/calcul/index.ts';
import type { Refus } from '../../moteurs/resultat/index.ts';
import { type Cle, criteresDe, emploieDesActes, type ReglesFinancieres } from './cle.ts';

const entre = (texte: string, bas: bigint, haut: bigint): boolean => {
  const lu = lireExact(texte);
  return lu !== null && lu.n >= bas * lu.d && lu.n <= haut * lu.d;
};
const estFraction = (texte: string): boolean => entre(texte, 0n, 1n);

const refus = (code: string, message: string, chemin: string): Refus => ({
  code,
  message,
  chemin,
  article: 'CGCT, art. L. 5211-4-2',
});

const controlerPonderations = (cle: Cle): readonly Refus[] => {
  if (cle.mode !== 'mixte') return [];
  let somme = exact(0n);
  for (const { ponderation } of cle.composantes) {
    const lue = lireExact(ponderation);
    if (lue === null || lue.n < 0n)
      return [refus('ponderation-illisible', 'Écrire chaque pondération en pour cent.', 'cle')];
    somme = exact(somme.n * lue.d + lue.n * somme.d, somme.d * lue.d);
  }
  return somme.n === somme.d
    ? []
    : [
        refus(
          'ponderations-incompletes',
          'Les pondérations des clés ne font pas 100 % : corrigez-les.',
          'cle.composantes',
        ),
      ];
};

const controlerForme = (cle: Cle): readonly Refus[] => {
  if (cle.mode === 'forfait' && cle.strates.length === 0)
    return [refus('strates-absentes', 'Écrire au moins une strate et son forfait.', 'cle.strates')];
  if (cle.mode === 'acte' && cle.tarifs.length === 0)
    return [refus('tarifs-absents', 'Écrire au moins un tarif.', 'cle.tarifs')];
  if (cle.mode === 'fixe-et-variable' && !estFraction(cle.partFixe))
    return [refus('part-fixe', 'La part fixe va de 0 à 100 %.', 'cle.partFixe')];
  return controlerPonderations(cle);
};

/** Ce qui empêche une clé d’être appliquée : Σ pondérations, barème, bornes. Vide si tout est juste. */
export const controlerRegles = (regles: ReglesFinancieres): readonly Refus[] => {
  const { cle, bareme, quotePartEpci, acomptes, structure } = regles;
  const doublons = new Set(bareme.map(({ type }) => type)).size !== bareme.length;
  return [
    ...controlerForme(cle),
    ...(emploieDesActes(cle) && criteresDe(cle).has('equivalents-actes') && bareme.length === 0
      ? [refus('bareme-absent', 'Écrire le barème : un poids par type d’acte.', 'bareme')]
      : []),
    ...(doublons
      ? [refus('bareme-en-double', 'Un type d’acte figure deux fois dans le barème.', 'bareme')]
      : []),
    ...bareme.flatMap(({ type, poids }) =>
      entre(poids, 0n, 1000n)
        ? []
        : [refus('poids-illisible', `Le poids de « ${type} » n’est pas lisible.`, 'bareme')],
    ),
    ...(estFraction(quotePartEpci)
      ? []
      : [
          refus(
            'quote-part',
            'La quote-part de l’intercommunalité va de 0 à 100 %.',
            'quotePartEpci',
          ),
        ]),
    ...(estFraction(structure.taux)
      ? []
      : [refus('structure', 'Les frais de structure vont de 0 à 100 %.', 'structure.taux')]),
    ...(estFraction(acomptes.taux) && acomptes.nombre >= 0 && acomptes.nombre <= 12
      ? []
      : [refus('acomptes', 'Les acomptes : de 0 à 12, pour 0 à 100 % de la part.', 'acomptes')]),
  ];
};
