import { expect, test } from 'vitest';
import type { NoeudExplique } from '../../moteurs/calcul/index.ts';
import { aLaDemande } from './a-la-demande.ts';

const part = (nom: string): NoeudExplique => ({
  libelle: `Part de ${nom}`,
  valeur: '12.50',
  unite: '€',
  formule: 'total × clé ÷ Σ clés',
  operandes: [{ libelle: 'Total', valeur: '100.00', unite: '€' }],
});

test('seul le chiffre demandé envoie son détail ; les autres, de quoi le demander', () => {
  const composees: string[] = [];
  const montrer = (demandee: string | null) =>
    ['mars', 'boyer'].map((nom) =>
      aLaDemande(demandee)(
        `part-${nom}`,
        () => {
          composees.push(nom);
          return part(nom);
        },
        part(nom),
      ),
    );
  expect(montrer('part-boyer')).toEqual([
    { libelle: 'Part de mars', valeur: '12.50', unite: '€', aDemander: true },
    part('boyer'),
  ]);
  // Une explication que personne n’a demandée n’est pas même composée.
  expect(composees).toEqual(['boyer']);
  expect(montrer(null).every(({ aDemander }) => aDemander === true)).toBe(true);
});
