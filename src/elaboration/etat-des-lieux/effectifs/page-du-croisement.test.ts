import { expect, test } from 'vitest';
import { pageDuCroisement } from './page-du-croisement.ts';

test('sans demande, aucune case du croisement n’est envoyée', () => {
  expect(pageDuCroisement(new URLSearchParams('age=62'), 158)).toMatchObject({
    estDemande: false,
    tranche: [0, 0],
  });
});

test.each([
  { requete: 'voir=croisement', collectivites: 158, page: 1, pages: 8, tranche: [0, 20] },
  { requete: 'voir=croisement&page=8', collectivites: 158, page: 8, pages: 8, tranche: [140, 160] },
  { requete: 'voir=croisement&page=99', collectivites: 26, page: 2, pages: 2, tranche: [20, 40] },
  { requete: 'voir=croisement&page=-3', collectivites: 26, page: 1, pages: 2, tranche: [0, 20] },
  { requete: 'voir=croisement&page=x', collectivites: 0, page: 1, pages: 1, tranche: [0, 20] },
])(
  '$requete, $collectivites employeurs : page $page sur $pages',
  ({ requete, collectivites, ...attendu }) => {
    expect(pageDuCroisement(new URLSearchParams(requete), collectivites)).toEqual({
      estDemande: true,
      ...attendu,
    });
  },
);
