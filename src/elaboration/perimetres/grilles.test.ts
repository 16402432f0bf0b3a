import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, unContexte, uneBase } from '../../socle/base/base.exemples.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import {
  annulerDecision,
  lirePerimetresRetenus,
  retenirPerimetre,
  type TablesDecisions,
} from './decisions.sql.server.ts';
import {
  lireGrille,
  listerGrilles,
  noter,
  ouvrirGrille,
  poserCartes,
  type TablesPerimetres,
} from './grilles.sql.server.ts';
import { uneNote } from './perimetres.exemples.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await uneBase();
});
afterAll(() => essai.fermer());

const SERVICES = [
  { service: 'ADS', libelle: 'L’instruction du droit des sols' },
  { service: 'RH', libelle: 'La paie' },
];

test('une grille se relit avec ses services, ses notes et ses cartes ; noter deux fois remplace', async () => {
  const contexte = unContexte();
  const grille = await dansTerritoire<TablesPerimetres, unknown>(
    essai.base,
    contexte,
    async (tx) => {
      const id = await ouvrirGrille(tx, contexte, 'Support', SERVICES, '2026-11-24');
      await noter(tx, contexte, id, [uneNote({ note: 2 })], '2026-11-24');
      await noter(
        tx,
        contexte,
        id,
        [uneNote({ note: 5, justification: 'Revu en comité' })],
        '2026-11-25',
      );
      const posees = await poserCartes(
        tx,
        contexte,
        id,
        { evaluateur: 'Maire de Mars', rangees: [['CR02'], 1, ['CR01']], rapport: 4 },
        '2026-11-25',
      );
      expect(posees.ok).toBe(true);
      return lireGrille(tx, contexte, id);
    },
  );
  expect(grille).toMatchObject({
    services: SERVICES,
    notes: [{ note: 5, justification: 'Revu en comité' }],
    cartes: [{ rangees: [['CR02'], 1, ['CR01']], rapport: 4 }],
  });
});

test('un autre territoire ne voit ni grille ni décision', async () => {
  const contexte = unContexte();
  await dansTerritoire<TablesPerimetres, unknown>(essai.base, contexte, (tx) =>
    ouvrirGrille(tx, contexte, 'Support', SERVICES, '2026-11-24'),
  );
  const ailleurs = unContexte();
  const vues = await dansTerritoire<TablesPerimetres, unknown>(essai.base, ailleurs, (tx) =>
    listerGrilles(tx, contexte),
  );
  expect(vues).toEqual([]);
});

test('un service ne se décide qu’une fois ; revenir sur la décision la garde au dossier', async () => {
  const contexte = unContexte();
  const decision = (grilleId: string) => ({
    grilleId,
    service: 'ADS',
    libelle: 'L’instruction du droit des sols',
    forme: 'service-commun' as const,
    membres: ['214201410'],
    instance: 'Comité de pilotage',
    decideLe: '2026-11-24' as const,
    motif: 'Fin de l’appui de l’État',
    phrase: 'En tête dans 90 % des cas.',
    resultat: { scores: [70] },
  });
  await dansTerritoire<TablesPerimetres & TablesDecisions, unknown>(
    essai.base,
    contexte,
    async (tx) => {
      const id = await ouvrirGrille(tx, contexte, 'Support', SERVICES, '2026-11-24');
      const premiere = await retenirPerimetre(tx, contexte, decision(id));
      const seconde = await retenirPerimetre(tx, contexte, decision(id));
      expect(seconde).toMatchObject({ ok: false, refus: { code: 'perimetre-deja-decide' } });
      expect(await lirePerimetresRetenus(tx, contexte)).toMatchObject([
        { service: 'ADS', decideLe: '2026-11-24' },
      ]);
      if (premiere.ok) await annulerDecision(tx, contexte, premiere.valeur, '2026-12-01');
      expect(await lirePerimetresRetenus(tx, contexte)).toEqual([]);
      expect((await retenirPerimetre(tx, contexte, decision(id))).ok).toBe(true);
    },
  );
});
