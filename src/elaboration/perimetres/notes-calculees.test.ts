import { expect, test } from 'vitest';
import { montrerNoteCalculee } from './montrer-grille.ts';
import { noterContinuite, noterMasseCritique } from './notes-calculees.ts';
import { unePresence } from './perimetres.exemples.ts';
import { releverPresences } from './presences.ts';

test.each([
  { etp: 40, attendu: 5, cas: 'moins d’un demi-ETP presque partout' },
  { etp: 80, attendu: 4, cas: 'des fractions de poste dans la majorité' },
  { etp: 200, attendu: 2, cas: 'des services constitués' },
  { etp: 400, attendu: 1, cas: 'des services étoffés' },
])('masse critique : $cas donne $attendu', ({ etp, attendu }) => {
  const presences = [1, 2, 3].map(() => unePresence({ etpCentiemes: etp }));
  expect(noterMasseCritique(presences)?.note).toBe(attendu);
});

test('masse critique : l’intercommunalité et les communes sans agent ne comptent pas', () => {
  const presences = [
    unePresence({ etpCentiemes: 80 }),
    unePresence({ estEpci: true, etpCentiemes: 900 }),
    unePresence({ agents: 0, etpCentiemes: 0 }),
  ];
  expect(noterMasseCritique(presences)).toMatchObject({ note: 4 });
  expect(noterMasseCritique(presences)?.mesures).toHaveLength(1);
  expect(noterMasseCritique([unePresence({ estEpci: true })])).toBeNull();
});

test('continuité : un agent unique partout et des départs proches donnent la note la plus forte', () => {
  expect(noterContinuite([unePresence({ agents: 1, departsACinqAns: 1 })])?.note).toBe(5);
  expect(noterContinuite([unePresence({ agents: 3 })])?.note).toBe(1);
  expect(noterContinuite([])).toBeNull();
});

test('sous cinq agents, la part des départs désignerait quelqu’un : elle ne s’écrit pas', () => {
  const petite = noterContinuite([unePresence({ agents: 2, departsACinqAns: 1 })]);
  const grande = noterContinuite([unePresence({ agents: 10, departsACinqAns: 3 })]);
  expect(petite?.phrase).not.toContain('50');
  expect(grande?.phrase).toContain('30\u00a0% des agents');
});

test('sans droit nominatif, la note montre où sont les cellules mais ni ETP ni nombre d’agents', () => {
  const calculee = noterMasseCritique([unePresence({ etpCentiemes: 40 })]);
  if (calculee === null) throw new Error('note attendue');
  const [mesure] = montrerNoteCalculee(calculee, false).mesures;
  expect(mesure).toMatchObject({
    nom: 'Mars',
    classe: 'moins d’un demi-ETP',
    agents: null,
    etpCentiemes: null,
    cellules: [{ fichier: 'rh.xlsx', cellule: 'O12', etpCentiemes: null }],
  });
  expect(montrerNoteCalculee(calculee, true).mesures[0]?.etpCentiemes).toBe(40);
});

test('une présence dit ses agents, ses ETP, ses départs, et la cellule ou la saisie d’où ils viennent', () => {
  const presences = releverPresences(
    {
      parCollectivite: [
        {
          collectivite: '200035202',
          agents: 1,
          etpCentiemes: 100,
          sources: [
            {
              ligneId: 'c',
              etpCentiemes: 100,
              source: { type: 'saisie', auteur: 'Camille', le: '2026-02-03' },
            },
          ],
        },
        {
          collectivite: '214201410',
          agents: 2,
          etpCentiemes: 70,
          sources: [
            {
              ligneId: 'a',
              etpCentiemes: 40,
              source: {
                type: 'cellule',
                fichier: 'rh.xlsx',
                feuille: 'Agents',
                ligne: 12,
                cellules: { etp: 'O12' },
              },
            },
            {
              ligneId: 'b',
              etpCentiemes: 30,
              source: {
                type: 'cellule',
                fichier: 'rh.csv',
                feuille: null,
                ligne: 13,
                cellules: {},
              },
            },
          ],
        },
      ],
    },
    new Set(['b']),
    {
      sirenEpci: '200035202',
      noms: new Map([
        ['214201410', 'Mars'],
        ['200035202', 'CC Charlieu-Belmont'],
      ]),
    },
  );
  expect(presences).toMatchObject([
    { nom: 'CC Charlieu-Belmont', estEpci: true, cellules: [{ cellule: null, auteur: 'Camille' }] },
    {
      nom: 'Mars',
      estEpci: false,
      agents: 2,
      etpCentiemes: 70,
      departsACinqAns: 1,
      cellules: [{ cellule: 'O12' }, { cellule: 'ligne 13' }],
    },
  ]);
});
