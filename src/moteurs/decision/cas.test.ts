import { describe, expect, test } from 'vitest';
import { comparer, lireLesCas } from './cas.exemples.ts';
import { appliquerMethode, listerMethodes } from './index.ts';

const CAS = lireLesCas();

describe('cas de référence', () => {
  test.each(CAS)(
    '$id ($methode) donne la sortie publiée',
    ({ methode, entrees, attendu, tolerance }) => {
      const resultat = appliquerMethode(methode, entrees);
      expect(resultat).toMatchObject({ ok: true });
      if (resultat.ok) expect(comparer(resultat.valeur, attendu, tolerance)).toEqual([]);
    },
  );

  test('chaque méthode exigée est au registre', () => {
    expect(listerMethodes()).toEqual(
      expect.arrayContaining([...new Set(CAS.map((cas) => cas.methode)), 'public-holidays']),
    );
  });
});
