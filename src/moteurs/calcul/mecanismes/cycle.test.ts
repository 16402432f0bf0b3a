import fc from 'fast-check';
import { expect, test } from 'vitest';
import { montantDonne, nombreDonne } from '../montants/montant-explique.ts';
import { exact } from '../montants/nombre-exact.ts';
import { acomptes, partagerEnTermes, sensDuSolde, solde } from './acomptes.ts';
import { lisser } from './lissage.ts';
import {
  clesArbitraires,
  favorable,
  montantArbitraire,
  montantPositif,
  unMontant,
} from './mecanismes.exemples.ts';
import { joursDeLAnnee, joursDePresence, repartirAuProrata } from './prorata-temporis.ts';
import { repartir } from './repartition.ts';

const sommer = (montants: readonly { readonly centimes: bigint }[]): bigint =>
  montants.reduce((somme, { centimes }) => somme + centimes, 0n);

test('Σ acomptes émis + soldes = coût définitif, quels que soient prévision, taux et nombre de termes', () => {
  fc.assert(
    fc.property(
      montantArbitraire,
      montantArbitraire,
      clesArbitraires,
      fc.bigInt({ min: 0n, max: 1000n }),
      fc.integer({ min: 1, max: 12 }),
      (prevu, constate, cles, milliemes, nombre) => {
        const taux = nombreDonne('Taux', exact(milliemes, 1000n));
        const previsions = favorable(repartir({ montant: prevu, cles })).parts;
        const definitifs = favorable(repartir({ montant: constate, cles })).parts;
        let total = 0n;
        for (const [rang, part] of previsions.entries()) {
          const { termes, total: du } = acomptes({ libelle: part.libelle, part, taux, nombre });
          expect(sommer(termes)).toBe(du.centimes);
          const definitif = definitifs[rang] ?? unMontant(0n);
          total += sommer(termes) + solde(part.libelle, definitif, termes).centimes;
        }
        expect(total).toBe(constate);
      },
    ),
  );
});

test('les centimes d’un partage en termes vont aux premiers termes, même au-delà de neuf', () => {
  const termes = partagerEnTermes(unMontant(1_003n), 12, (terme) => `Terme ${terme}`);
  expect(termes.map(({ centimes }) => centimes)).toEqual([
    ...Array(7).fill(84n),
    ...Array(5).fill(83n),
  ]);
});

test('un solde positif se titre, un solde négatif fait un avoir', () => {
  expect([5n, -5n, 0n].map(sensDuSolde)).toEqual(['titre', 'avoir', 'neant']);
});

test('chaque année d’un lissage totalise le montant, et la dernière est la cible', () => {
  fc.assert(
    fc.property(
      montantPositif,
      clesArbitraires,
      clesArbitraires,
      fc.integer({ min: 1, max: 8 }),
      (montant, anciennes, cles, duree) => {
        const situation = new Map(
          favorable(repartir({ montant, cles: anciennes })).parts.map(({ id, centimes }) => [
            id,
            montantDonne(id, centimes),
          ]),
        );
        const resultat = lisser({ montant: unMontant(montant), situation, cles, duree });
        const { cible, annees } = favorable(resultat);
        for (const { repartition } of annees) expect(sommer(repartition.parts)).toBe(montant);
        const parts = (repartition: typeof cible) =>
          repartition.parts.map(({ id, centimes }) => [id, centimes]);
        const derniere = annees.at(-1)?.repartition;
        expect(derniere === undefined ? [] : parts(derniere)).toEqual(parts(cible));
      },
    ),
  );
});

test('les jours de présence comptent l’entrée et la sortie, sur l’année réelle', () => {
  expect(joursDeLAnnee(2028)).toBe(366);
  expect(joursDePresence(2028, { entree: '2028-04-01' })).toBe(275);
  expect(joursDePresence(2027, { sortie: '2027-06-30' })).toBe(181);
  expect(joursDePresence(2027, { entree: '2027-06-30', sortie: '2027-06-30' })).toBe(1);
  expect(joursDePresence(2027, { entree: '2026-05-01' })).toBe(365);
  expect(joursDePresence(2027, { entree: '2028-01-01' })).toBe(0);
  expect(joursDePresence(2027, { sortie: '2026-12-31' })).toBe(0);
});

test('au prorata, parts et reste à charge de l’EPCI font toujours le montant', () => {
  const jours = fc
    .integer({ min: 1, max: 12 })
    .map((mois) => `2027-${String(mois).padStart(2, '0')}-15` as const);
  const methodes = fc.constantFrom('cle-ponderee', 'part-annuelle-epci', 'part-annuelle-membres');
  fc.assert(
    fc.property(
      montantPositif,
      clesArbitraires,
      jours,
      methodes,
      (montant, cles, entree, methode) => {
        const presences = new Map([
          [cles[0]?.id ?? '', { entree: entree as `${number}-${number}-${number}` }],
        ]);
        const resultat = repartirAuProrata({
          montant: unMontant(montant),
          cles,
          annee: 2027,
          presences,
          methode,
        });
        if (!resultat.ok) {
          expect(resultat.refus[0]?.code).toBe('aucun-membre-present');
          return;
        }
        const { parts, resteACharge } = resultat.valeur;
        expect(sommer(parts.map((part) => part.montant)) + resteACharge.centimes).toBe(montant);
        if (methode !== 'part-annuelle-epci') expect(resteACharge.centimes).toBe(0n);
      },
    ),
  );
});
