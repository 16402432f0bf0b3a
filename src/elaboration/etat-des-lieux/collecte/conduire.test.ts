import { afterAll, beforeAll, expect, test } from 'vitest';
import { trouverLien } from '../../../socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireBoiteDEnvoi } from '../../../socle/courriels/index.server.ts';
import { unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import { changerAttente, lireAttentes } from './campagnes.sql.server.ts';
import { CHARLIEU, EPCI, MARS, uneCampagne } from './collecte.exemples.ts';
import { lancerCampagne, relancerCollectivites } from './conduire.server.ts';

let essai: BaseDEssai;
let pilote: Contexte;
beforeAll(async () => {
  essai = await uneBase();
  pilote = (await unTerritoire(essai.base)).contexte;
});
afterAll(() => essai.fermer());

const boite = () => dansTerritoire(essai.base, pilote, (tx) => lireBoiteDEnvoi(tx));
const jetonDe = (texte: string): string => /\/c\/([\w-]{43})/.exec(texte)?.[1] ?? '';

let campagneId: string;

test('lancer une campagne dépose un courriel, avec son lien personnel, à qui a une adresse', async () => {
  const lancee = await lancerCampagne(
    essai.base,
    pilote,
    uneCampagne(),
    [
      { siren: MARS, courriel: 'mairie@mars.example' },
      { siren: CHARLIEU, courriel: 'mairie@charlieu.example' },
      { siren: EPCI, courriel: null },
    ],
    '2026-11-24',
  );
  if (!lancee.ok) throw new Error(lancee.refus.message);
  campagneId = lancee.valeur.id;
  expect(lancee.valeur.courriels).toBe(2);
  const courriels = await boite();
  expect(courriels.map(({ destinataire }) => destinataire).toSorted()).toEqual([
    'mairie@charlieu.example',
    'mairie@mars.example',
  ]);
  const deMars = courriels.find(({ collectivite }) => collectivite === MARS);
  expect(deMars?.objet).toContain('Mars');
  expect(deMars?.texte).toContain('22 décembre 2026'.replace(' ', '\u00a0').replace(' ', '\u00a0'));
  const lien = await trouverLien(essai.base, jetonDe(deMars?.texte ?? ''));
  expect(lien).toMatchObject({ collectivite: MARS, revoqueLe: null });
});

test('relancer écrit à celles qui n’ont pas rendu, et nomme celles qui n’ont pas d’adresse', async () => {
  await dansTerritoire(essai.base, pilote, (tx) =>
    changerAttente(tx, pilote, {
      campagneId,
      collectivite: CHARLIEU,
      etat: 'rendue',
      aujourdhui: '2026-12-01',
    }),
  );
  const faite = await relancerCollectivites(
    essai.base,
    pilote,
    campagneId,
    undefined,
    '2026-12-15',
  );
  expect(faite).toEqual({ ok: true, valeur: { relancees: 1, sansAdresse: [EPCI] } });
  const [relance] = await boite();
  expect(relance).toMatchObject({ genre: 'relance', collectivite: MARS });
  expect(relance?.texte).toContain('dans 7\u00a0jours');
  const attentes = await dansTerritoire(essai.base, pilote, (tx) =>
    lireAttentes(tx, pilote, campagneId),
  );
  expect(attentes.find(({ collectivite }) => collectivite === MARS)).toMatchObject({
    relances: 1,
    derniereRelanceLe: '2026-12-15',
  });
});

test('la même commune n’est pas relancée deux fois en trois jours', async () => {
  const faite = await relancerCollectivites(
    essai.base,
    pilote,
    campagneId,
    new Set([MARS]),
    '2026-12-17',
  );
  expect(faite).toMatchObject({ ok: true, valeur: { relancees: 0 } });
});

test('une campagne refusée n’envoie aucun courriel', async () => {
  const avant = (await boite()).length;
  const refusee = await lancerCampagne(
    essai.base,
    pilote,
    uneCampagne(),
    [{ siren: MARS, courriel: 'mairie@mars.example' }],
    '2026-11-24',
  );
  expect(refusee.ok ? null : refusee.refus.code).toBe('campagne-ouverte');
  expect((await boite()).length).toBe(avant);
});
