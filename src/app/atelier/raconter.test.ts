import fs from 'node:fs';
import { expect, test } from 'vitest';
import type { EcritureDuJournal } from '../../socle/journal/index.ts';
import { OBJETS_DU_JOURNAL } from './objets-du-journal.ts';
import { detailler, direChangements, grouper, raconter } from './raconter.ts';

const uneEcriture = (ecarts: Partial<EcritureDuJournal> = {}): EcritureDuJournal => ({
  id: '1',
  le: new Date('2026-11-24T10:00:00Z'),
  auteur: 'Camille',
  objet: 'lien_personnel',
  objetId: 'x',
  action: 'creer',
  avant: null,
  apres: { collectivite: '214201410' },
  ...ecarts,
});
const NOMS = new Map([['214201410', 'Mars']]);
const conter = (ecritures: readonly EcritureDuJournal[]) =>
  grouper(ecritures).map((groupe) => raconter(groupe, NOMS));

test('une écriture nomme la commune plutôt que son SIREN', () => {
  expect(conter([uneEcriture()])).toEqual(['a créé un lien personnel (Mars)']);
});

test('ce qui s’est fait d’un coup se raconte d’un coup, et rien d’autre ne s’y mêle', () => {
  expect(
    conter([
      uneEcriture(),
      uneEcriture(),
      uneEcriture({ auteur: 'Dominique' }),
      uneEcriture({ le: new Date('2026-11-24T11:00:00Z') }),
    ]),
  ).toEqual([
    'a créé 2 liens personnels',
    'a créé un lien personnel (Mars)',
    'a créé un lien personnel (Mars)',
  ]);
});

test('une table qu’on ne connaît pas encore se raconte quand même', () => {
  expect(conter([uneEcriture({ objet: 'fiche_action', apres: {} })])).toEqual([
    'a créé fiche action',
  ]);
});

test('une modification dit l’avant et l’après avec des mots lisibles', () => {
  const [groupe] = grouper([
    uneEcriture({
      action: 'modifier',
      avant: { revoque_le: null },
      apres: { revoque_le: '2026-11-24' },
    }),
  ]);
  expect(groupe === undefined ? [] : detailler(groupe)).toEqual([
    { champ: 'retiré le', avant: null, apres: '2026-11-24' },
  ]);
});

test('chaque table suivie par l’historique a un nom lisible', () => {
  const migrations = new URL('../../../base/migrations/', import.meta.url);
  const suivies = fs
    .readdirSync(migrations)
    .flatMap((nom) => [
      ...fs
        .readFileSync(new URL(nom, migrations), 'utf8')
        .matchAll(/call proteger\('(\w+)'(?!, avec_journal)/g),
    ])
    .map(([, table]) => table ?? '');
  expect(suivies.length).toBeGreaterThan(20);
  expect(suivies.filter((table) => !Object.hasOwn(OBJETS_DU_JOURNAL, table))).toEqual([]);
});

test('une rédaction se dit récrite, sans montrer ce que garde la base', () => {
  expect(
    direChangements([
      { champ: 'version', avant: '1', apres: '2' },
      { champ: 'rédaction', avant: '{"mesures":[]}', apres: '{"mesures":["x"]}' },
    ]),
  ).toEqual({ phrase: 'rédaction (récrit) ; version, de « 1 » à « 2 »', seul: null });
});

test('une valeur seule garde son avant et son après, abrégés s’ils sont longs', () => {
  expect(direChangements([{ champ: 'titre', avant: null, apres: 'a'.repeat(200) }]).seul).toEqual({
    avant: 'vide',
    apres: `${'a'.repeat(90)}…`,
  });
  expect(direChangements([])).toEqual({ phrase: '', seul: null });
});
