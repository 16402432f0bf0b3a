import fc from 'fast-check';
import type { Refus, Resultat } from '../../resultat/index.ts';
import { type MontantExplique, montantDonne } from '../montants/montant-explique.ts';
import type { CleDeMembre } from './repartition.ts';

/** La valeur d’un résultat qu’un test attend favorable. */
export const favorable = <V>(resultat: Resultat<V, readonly Refus[]>): V => {
  if (!resultat.ok) throw new Error(`Refus inattendu : ${JSON.stringify(resultat.refus)}`);
  return resultat.valeur;
};

/** Les codes d’un refus attendu. */
export const codes = (resultat: Resultat<unknown, readonly Refus[]>): readonly string[] =>
  resultat.ok ? [] : resultat.refus.map(({ code }) => code);

export const unMontant = (centimes: bigint): MontantExplique => montantDonne('Montant', centimes);

export const desCles = (cles: Readonly<Record<string, string | bigint>>): readonly CleDeMembre[] =>
  Object.entries(cles).map(([id, cle]) => ({ id, cle }));

const identifiants = fc.stringMatching(/^[A-Za-zÉé0-9]{1,6}$/);
const decimales = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 0, max: 6 }))
  .map(([n, rang]) => {
    const chiffres = String(n).padStart(rang + 1, '0');
    return rang === 0 ? chiffres : `${chiffres.slice(0, -rang)}.${chiffres.slice(-rang)}`;
  });

/** Des clés décimales quelconques, l’une au moins positive. */
export const clesArbitraires: fc.Arbitrary<readonly CleDeMembre[]> = fc
  .uniqueArray(
    fc.record({ id: identifiants, cle: fc.oneof(decimales, fc.constantFrom('0', '1')) }),
    {
      minLength: 1,
      maxLength: 12,
      selector: ({ id }) => id,
    },
  )
  .filter((cles) => cles.some(({ cle }) => /[1-9]/.test(cle)));

export const montantArbitraire = fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n });
export const montantPositif = fc.bigInt({ min: 0n, max: 10n ** 10n });
export const pasArbitraire = fc.constantFrom(1n, 5n, 100n, 1000n, 37n);
