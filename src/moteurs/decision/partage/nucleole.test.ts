import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creerJeu, type Jeu, sommesParCoalition, toutLeMonde } from './jeu.ts';
import { calculerMoindreCoeur, calculerNucleole } from './nucleole.ts';
import { estConcave, estDansLeCoeur, estSousAdditif } from './proprietes.ts';
import { partagerSelonLesBenefices, partagerSelonShapley } from './shapley.ts';

const somme = (valeurs: readonly number[]) => valeurs.reduce((s, v) => s + v, 0);

/** Règle du Talmud (Aumann et Maschler, 1985) : forme close du nucléole d’une faillite. */
const talmud = (actif: number, creances: readonly number[]): readonly number[] => {
  const moities = creances.map((c) => c / 2);
  const egaliser = (montant: number, plafonds: readonly number[]) => {
    let bas = 0;
    let haut = Math.max(...plafonds);
    for (let k = 0; k < 200; k += 1) {
      const niveau = (bas + haut) / 2;
      if (somme(plafonds.map((p) => Math.min(p, niveau))) < montant) bas = niveau;
      else haut = niveau;
    }
    return plafonds.map((p) => Math.min(p, haut));
  };
  if (actif <= somme(moities)) return egaliser(actif, moities);
  const pertes = egaliser(somme(creances) - actif, moities);
  return creances.map((c, i) => c - (pertes[i] ?? 0));
};

/** Mécontentements des coalitions propres, du plus grand au plus petit. */
const mecontentements = (jeu: Jeu, parts: readonly number[], parTete: boolean) => {
  const sommes = sommesParCoalition(parts);
  return [...jeu.couts.keys()]
    .filter((masque) => masque > 0 && masque < toutLeMonde(jeu))
    .map((masque) => {
      const membres = parts.filter((_, i) => (masque >> i) & 1).length;
      const ecart = (sommes[masque] ?? 0) - (jeu.couts[masque] ?? 0);
      return parTete ? ecart / membres : ecart;
    })
    .sort((a, b) => b - a);
};

/** −1 si a précède b dans l’ordre lexicographique, à une tolérance près. */
const comparer = (a: readonly number[], b: readonly number[]): number => {
  for (let k = 0; k < a.length; k += 1) {
    const ecart = (a[k] ?? 0) - (b[k] ?? 0);
    if (Math.abs(ecart) > 1e-7) return Math.sign(ecart);
  }
  return 0;
};

const jeuQuelconque = fc.integer({ min: 2, max: 5 }).chain((n) =>
  fc
    .array(fc.integer({ min: 0, max: 40 }), { minLength: 2 ** n, maxLength: 2 ** n })
    .map((tires): Jeu => {
      const jeu = creerJeu(n, (membres) => {
        const masque = membres.reduce((m, i) => m | (1 << i), 0);
        return 20 * membres.length + (tires[masque] ?? 0);
      });
      const seuls = Array.from({ length: n }, (_, i) => jeu.couts[1 << i] ?? 0);
      jeu.couts[2 ** n - 1] = Math.min(jeu.couts[2 ** n - 1] ?? 0, somme(seuls));
      return jeu;
    }),
);

describe('nucléole', () => {
  test('d’une faillite, il est la règle du Talmud', () => {
    const entrees = fc
      .array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 8 })
      .chain((creances) =>
        fc.tuple(fc.constant(creances), fc.integer({ min: 1, max: somme(creances) })),
      );
    fc.assert(
      fc.property(entrees, ([creances, actif]) => {
        const jeu = creerJeu(creances.length, (membres) => {
          const autres = somme(creances) - somme(membres.map((i) => creances[i] ?? 0));
          return -Math.max(0, actif - autres);
        });
        const parts = calculerNucleole(jeu)?.map((part) => -part);
        expect(parts).toEqual(talmud(actif, creances).map((part) => expect.closeTo(part, 6)));
      }),
      { numRuns: 60 },
    );
  });

  test.each([false, true])(
    'aucun transfert entre joueurs ne fait mieux, et personne ne paie plus que seul (par tête : %s)',
    (parTete) => {
      fc.assert(
        fc.property(
          jeuQuelconque,
          fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 30 })), {
            minLength: 1,
            maxLength: 6,
          }),
          (jeu, transferts) => {
            const parts = calculerNucleole(jeu, parTete);
            expect(parts).not.toBeNull();
            if (parts === null) return;
            const seul = (i: number) => jeu.couts[1 << i] ?? 0;
            expect(somme([...parts])).toBeCloseTo(jeu.couts[toutLeMonde(jeu)] ?? 0, 6);
            parts.forEach((part, i) => {
              expect(part).toBeLessThanOrEqual(seul(i) + 1e-6);
            });
            const autres = [...parts];
            for (const [de, vers, dixiemes] of transferts) {
              const [a, b] = [de % jeu.joueurs, vers % jeu.joueurs];
              const montant = Math.min(dixiemes / 10, Math.max(0, seul(b) - (autres[b] ?? 0)));
              autres[a] = (autres[a] ?? 0) - montant;
              autres[b] = (autres[b] ?? 0) + montant;
            }
            expect(
              comparer(mecontentements(jeu, parts, parTete), mecontentements(jeu, autres, parTete)),
            ).toBeLessThanOrEqual(0);
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  test('le moindre cœur est le plus grand mécontentement du nucléole quand le cœur n’est pas vide', () => {
    fc.assert(
      fc.property(jeuQuelconque, (jeu) => {
        const epsilon = calculerMoindreCoeur(jeu) ?? Number.NaN;
        const parts = calculerNucleole(jeu) ?? [];
        const [pire = Number.NaN] = mecontentements(jeu, parts, false);
        if (epsilon <= 0) expect(pire).toBeCloseTo(epsilon, 6);
        else expect(pire).toBeGreaterThanOrEqual(epsilon - 1e-6);
        expect(estDansLeCoeur(jeu, parts)).toBe(epsilon <= 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  test('sans partage où chacun paie au plus son coût seul, il n’y a pas de nucléole', () => {
    expect(calculerNucleole(creerJeu(2, (membres) => [0, 1, 5][membres.length] ?? 0))).toBeNull();
  });
});

describe('Shapley et propriétés', () => {
  test('les parts font le total, et un jeu concave est stable et sous-additif', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 500 }),
        (propres, fixe) => {
          const jeu = creerJeu(
            propres.length,
            (membres) => fixe + somme(membres.map((i) => propres[i] ?? 0)),
          );
          const parts = partagerSelonShapley(jeu);
          expect(parts).toEqual(
            propres.map((propre) => expect.closeTo(propre + fixe / propres.length, 8)),
          );
          expect([estConcave(jeu), estSousAdditif(jeu), estDansLeCoeur(jeu, parts)]).toEqual([
            true,
            true,
            true,
          ]);
          expect(somme(partagerSelonLesBenefices(jeu))).toBeCloseTo(somme(parts), 8);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('un groupe qui coûte plus que ses parties n’est pas sous-additif', () => {
    const jeu = creerJeu(3, (membres) => [0, 1, 3, 4][membres.length] ?? 0);
    expect(estSousAdditif(jeu)).toBe(false);
    expect(estConcave(jeu)).toBe(false);
  });
});
