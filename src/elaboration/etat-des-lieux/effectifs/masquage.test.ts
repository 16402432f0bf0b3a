import fc from 'fast-check';
import { expect, test } from 'vitest';
import { masquerSerie, masquerTableau } from './masquage.ts';

/** Ajoute les totaux : dernière rangée, dernière colonne. */
const avecTotaux = (cases: readonly (readonly number[])[]): number[][] => {
  const rangees = cases.map((rangee) => [...rangee, rangee.reduce((a, b) => a + b, 0)]);
  const bas = (rangees[0] ?? []).map((_, c) =>
    rangees.reduce((a, rangee) => a + (rangee[c] ?? 0), 0),
  );
  return [...rangees, bas];
};

/**
 * L’attaque : chaque rangée et chaque colonne donne une équation linéaire entre cases masquées.
 * On élimine (Gauss) et on cherche une inconnue restée seule dans son équation.
 */
const casesDeductibles = (masques: readonly (readonly boolean[])[]): number => {
  const inconnues = masques.flatMap((rangee, r) =>
    rangee.flatMap((masque, c) => (masque ? [`${r}/${c}`] : [])),
  );
  const rang = new Map(inconnues.map((nom, place) => [nom, place]));
  const equation = (cases: readonly (readonly [string, number])[]): number[] => {
    const ligne = Array.from(inconnues, () => 0);
    for (const [nom, signe] of cases) {
      const place = rang.get(nom);
      if (place !== undefined) ligne[place] = signe;
    }
    return ligne;
  };
  const hauteur = masques.length;
  const largeur = masques[0]?.length ?? 0;
  const equations = [
    ...Array.from({ length: hauteur }, (_, r) =>
      equation(
        Array.from(
          { length: largeur },
          (__, c) => [`${r}/${c}`, c === largeur - 1 ? -1 : 1] as const,
        ),
      ),
    ),
    ...Array.from({ length: largeur }, (_, c) =>
      equation(
        Array.from(
          { length: hauteur },
          (__, r) => [`${r}/${c}`, r === hauteur - 1 ? -1 : 1] as const,
        ),
      ),
    ),
  ];
  let base = 0;
  for (let colonne = 0; colonne < inconnues.length; colonne += 1) {
    const pivot = equations.findIndex(
      (ligne, place) => place >= base && Math.abs(ligne[colonne] ?? 0) > 1e-9,
    );
    if (pivot === -1) continue;
    const prise = equations[pivot] ?? [];
    equations[pivot] = equations[base] ?? [];
    const norme = prise.map((n) => n / (prise[colonne] ?? 1));
    equations[base] = norme;
    for (const [place, ligne] of equations.entries()) {
      const facteur = ligne[colonne] ?? 0;
      if (place === base || Math.abs(facteur) < 1e-9) continue;
      equations[place] = ligne.map((n, c) => n - facteur * (norme[c] ?? 0));
    }
    base += 1;
  }
  return equations.filter((ligne) => ligne.filter((n) => Math.abs(n) > 1e-9).length === 1).length;
};

test('une case de moins de cinq agents est masquée, une case vide reste dite vide', () => {
  const masques = masquerTableau(
    avecTotaux([
      [3, 0, 20],
      [12, 9, 8],
      [7, 6, 15],
    ]),
  );
  expect(masques[0]?.[0]).toBe(true);
  expect(masques[0]?.[1]).toBe(false);
});

test('le total général n’est jamais masqué', () => {
  expect(
    masquerTableau(
      avecTotaux([
        [1, 1],
        [1, 1],
      ]),
    )
      .at(-1)
      ?.at(-1),
  ).toBe(false);
});

test('une case masquée seule dans sa rangée en entraîne d’autres : sinon un total la rendrait', () => {
  const masques = masquerTableau(
    avecTotaux([
      [2, 10, 20],
      [11, 12, 13],
      [14, 15, 16],
    ]),
  );
  expect(masques.flat().filter(Boolean).length).toBeGreaterThanOrEqual(4);
  expect(casesDeductibles(masques)).toBe(0);
});

test('deux petites cases d’un même rang ne suffisent pas : à deux agents pour deux cases, tout est dit', () => {
  const masques = masquerTableau(
    avecTotaux([
      [1, 1, 20],
      [11, 12, 13],
      [14, 15, 16],
    ]),
  );
  const cachees = masques[0]?.slice(0, 3).filter(Boolean).length;
  expect(cachees).toBe(3);
});

test('propriété : aucune case masquée d’un tableau publié avec ses totaux ne se déduit', () => {
  const tableau = fc
    .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }))
    .chain(([hauteur, largeur]) =>
      fc.array(fc.array(fc.nat({ max: 14 }), { minLength: largeur, maxLength: largeur }), {
        minLength: hauteur,
        maxLength: hauteur,
      }),
    );
  fc.assert(
    fc.property(tableau, (cases) => {
      const table = avecTotaux(cases);
      const masques = masquerTableau(table);
      expect(casesDeductibles(masques)).toBe(0);
      const petites = table.flatMap((rangee, r) =>
        rangee.flatMap((n, c) =>
          n > 0 && n < 5 && !(r === table.length - 1 && c === rangee.length - 1)
            ? [[r, c] as const]
            : [],
        ),
      );
      expect(petites.every(([r, c]) => masques[r]?.[c] === true)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('propriété : une série masque deux cases au moins, et au moins cinq agents quand elle les a', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 2, maxLength: 12 }), (serie) => {
      const masques = masquerSerie(serie);
      if (!masques.includes(true)) return;
      const somme = serie.reduce((cumul, n, rang) => cumul + (masques[rang] === true ? n : 0), 0);
      const total = serie.reduce((a, b) => a + b, 0);
      expect(masques.filter(Boolean).length).toBeGreaterThanOrEqual(2);
      expect(somme >= 5 || somme === total).toBe(true);
    }),
  );
});

test('un grand territoire (158 communes, 32 services) se masque sans attendre', () => {
  const cases = Array.from({ length: 158 }, (_, r) =>
    Array.from({ length: 32 }, (__, c) => ((r * 7 + c * 13) % 5 === 0 ? (r * c) % 11 : 0)),
  );
  expect(masquerTableau(avecTotaux(cases)).length).toBe(159);
});
