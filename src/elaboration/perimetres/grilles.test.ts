import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, unContexte, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { creerTerritoire } from '../../socle/territoire/index.server.ts';
import { completerGrille } from './conduire.server.ts';
import {
  type DecisionAPrendre,
  lireDecision,
  lirePerimetresRetenus,
  retenirPerimetre,
  revenirSurDecision,
  type TablesDecisions,
} from './decisions.sql.server.ts';
import { figerNotesCalculees, noter, poserCartes } from './evaluations.sql.server.ts';
import {
  ajouterServices,
  lireGrille,
  listerGrilles,
  ouvrirGrille,
  type TablesPerimetres,
} from './grilles.sql.server.ts';
import { noterMasseCritique } from './notes-calculees.ts';
import { desCartes, figer, uneNote, unePresence } from './perimetres.exemples.ts';
import { aDesPerimetresSemes, semerPerimetres } from './semer.server.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await uneBase();
});
afterAll(() => essai.fermer());

type Tx = Transaction<TablesPerimetres & TablesDecisions>;
const dans = <V>(contexte: Contexte, travail: (tx: Tx) => Promise<V>): Promise<V> =>
  dansTerritoire(essai.base, contexte, travail);

const SERVICES = [
  { service: 'RH', libelle: 'Ressources humaines et paie' },
  { service: 'ADS', libelle: 'Application du droit des sols' },
  { service: 'ECO', libelle: 'Économie' },
];
const ouvrir = (contexte: Contexte) =>
  dans(contexte, (tx) => ouvrirGrille(tx, contexte, 'Support', SERVICES, '2026-11-24'));

const uneDecision = (grilleId: string): DecisionAPrendre => ({
  grilleId,
  service: 'ADS',
  libelle: 'Application du droit des sols',
  forme: 'service-commun',
  membres: ['214201410'],
  instance: 'Comité de pilotage',
  decideLe: '2026-11-24',
  motif: 'Fin de l’appui de l’État',
  phrase: 'En tête dans 90 % des cas.',
  resultat: {
    versionCriteres: '1.0',
    tirages: 20_000,
    graine: 2026,
    score: 70,
    completude: 1,
    aDebattre: [],
    originePoids: '',
    poids: {},
    notes: {},
    classement: [],
  },
});

test('les services d’une grille se rangent dans l’ordre du français, accents compris', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  const grille = await dans(contexte, (tx) => lireGrille(tx, contexte, id));
  expect(grille?.services.map(({ service }) => service)).toEqual(['ADS', 'ECO', 'RH']);
});

test('noter deux fois remplace, et deux homonymes restent deux évaluateurs', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  await dans(contexte, async (tx) => {
    await noter(
      tx,
      contexte,
      id,
      [uneNote({ evaluateur: 'a', nom: 'Dupont', note: 2 })],
      '2026-11-24',
    );
    await noter(
      tx,
      contexte,
      id,
      [uneNote({ evaluateur: 'b', nom: 'Dupont', note: 1 })],
      '2026-11-24',
    );
    const revue = uneNote({ evaluateur: 'a', nom: 'Dupont', note: 5, justification: 'Revu' });
    await noter(tx, contexte, id, [revue], '2026-11-25');
  });
  const grille = await dans(contexte, (tx) => lireGrille(tx, contexte, id));
  expect(grille?.notes).toMatchObject([
    { evaluateur: 'a', nom: 'Dupont', note: 5, justification: 'Revu' },
    { evaluateur: 'b', nom: 'Dupont', note: 1 },
  ]);
  const [resume] = await dans(contexte, (tx) => listerGrilles(tx, contexte));
  expect(resume).toMatchObject({ services: 3, evaluateurs: 2 });
});

test('les cartes se relisent telles que posées ; un rapport de 1 ou moins est refusé', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  const poser = (rapport: number) =>
    dans(contexte, (tx) => poserCartes(tx, contexte, id, desCartes({ rapport }), '2026-11-25'));
  expect((await poser(4)).ok).toBe(true);
  expect(await poser(1)).toMatchObject({ ok: false, refus: { code: 'rapport-trop-petit' } });
  expect(await poser(Number.NaN)).toMatchObject({ ok: false });
  const grille = await dans(contexte, (tx) => lireGrille(tx, contexte, id));
  expect(grille?.cartes).toMatchObject([{ rangees: [['CR02'], 1, ['CR01']], rapport: 4 }]);
});

test('les notes calculées se figent avec leurs cellules, et recalculer les remplace toutes', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  const calculee = noterMasseCritique([unePresence()]);
  if (calculee === null) throw new Error('note attendue');
  const figerUne = (service: string) =>
    dans(contexte, (tx) => figerNotesCalculees(tx, contexte, id, [figer(service, calculee)]));
  await figerUne('ADS');
  await figerUne('RH');
  const grille = await dans(contexte, (tx) => lireGrille(tx, contexte, id));
  expect(grille?.calculees).toMatchObject([
    { service: 'RH', critere: 'CR03', note: 5, mesures: [{ cellules: [{ cellule: 'O12' }] }] },
  ]);
});

test('un autre territoire ne voit ni grille ni décision', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  await dans(contexte, (tx) => retenirPerimetre(tx, contexte, uneDecision(id)));
  const ailleurs = unContexte();
  // Même en nommant le territoire visé, la transaction d’un autre ne voit rien.
  expect(await dans(ailleurs, (tx) => listerGrilles(tx, contexte))).toEqual([]);
  expect(await dans(ailleurs, (tx) => lirePerimetresRetenus(tx, contexte))).toEqual([]);
});

test('un élu note et pose ses cartes, mais n’ouvre pas de grille et ne décide pas', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  const elu = { ...contexte, auteur: 'Maire de Mars', role: 'elu', collectivite: '214201410' };
  await dans(elu, async (tx) => {
    await noter(tx, elu, id, [uneNote()], '2026-11-24');
    await poserCartes(tx, elu, id, desCartes(), '2026-11-24');
  });
  const grille = await dans(elu, (tx) => lireGrille(tx, elu, id));
  expect([grille?.notes.length, grille?.cartes.length]).toEqual([1, 1]);
  await expect(ouvrir(elu)).rejects.toThrow();
  await expect(
    dans(elu, (tx) => ajouterServices(tx, elu, id, [{ service: 'CP', libelle: 'Achats' }])),
  ).rejects.toThrow();
  const decidee = dans(elu, async (tx) => (await retenirPerimetre(tx, elu, uneDecision(id))).ok);
  expect(await decidee.catch(() => false)).toBe(false);
});

test('un service ne se décide qu’une fois ; revenir sur la décision se motive et la garde au dossier', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  await dans(contexte, async (tx) => {
    const premiere = await retenirPerimetre(tx, contexte, uneDecision(id));
    if (!premiere.ok) throw new Error(premiere.refus.message);
    expect(await retenirPerimetre(tx, contexte, uneDecision(id))).toMatchObject({
      ok: false,
      refus: { code: 'perimetre-deja-decide' },
    });
    expect(await lirePerimetresRetenus(tx, contexte)).toMatchObject([
      { service: 'ADS', decideLe: '2026-11-24' },
    ]);
    const revenir = (motif: string) =>
      revenirSurDecision(tx, contexte, premiere.valeur, motif, '2026-12-01');
    expect(await revenir(' ')).toMatchObject({ ok: false, refus: { code: 'motif-absent' } });
    expect((await revenir('Deux communes se retirent')).ok).toBe(true);
    expect(await revenir('Encore')).toMatchObject({ refus: { code: 'decision-deja-annulee' } });
    expect(await lirePerimetresRetenus(tx, contexte)).toEqual([]);
    expect(await lireDecision(tx, contexte, premiere.valeur)).toMatchObject({
      annuleeLe: '2026-12-01',
      annuleeMotif: 'Deux communes se retirent',
      resultat: { score: 70 },
    });
    expect((await retenirPerimetre(tx, contexte, uneDecision(id))).ok).toBe(true);
  });
});

test('deux décisions lancées au même instant sur un service : une seule est retenue', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  const decider = () => dans(contexte, (tx) => retenirPerimetre(tx, contexte, uneDecision(id)));
  const issues = await Promise.all([decider(), decider()]);
  expect(issues.filter(({ ok }) => ok)).toHaveLength(1);
});

test('un service absent de la grille ne se décide pas', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  const decision = { ...uneDecision(id), service: 'POL' };
  expect(await dans(contexte, (tx) => retenirPerimetre(tx, contexte, decision))).toMatchObject({
    ok: false,
    refus: { code: 'service-absent-de-la-grille' },
  });
});

test('compléter une grille garde les services et les notes déjà là', async () => {
  const contexte = unContexte();
  const id = await ouvrir(contexte);
  await dans(contexte, async (tx) => {
    await noter(tx, contexte, id, [uneNote()], '2026-11-24');
    await completerGrille(
      tx,
      contexte,
      id,
      [{ service: 'CP', libelle: 'Commande publique' }, ...SERVICES],
      '2026-11-25',
    );
  });
  const grille = await dans(contexte, (tx) => lireGrille(tx, contexte, id));
  expect([grille?.services.length, grille?.notes.length]).toEqual([4, 1]);
});

test('le semis donne une grille notée par trois personnes et un service commun de 22 communes', async () => {
  const cree = await creerTerritoire(essai.base, '200035202', 'Démonstration', '2026-11-24');
  if (!cree.ok) throw new Error(cree.refus.message);
  const contexte = { territoireId: cree.valeur.territoireId, auteur: 'Démonstration' };
  expect(await aDesPerimetresSemes(essai.base, contexte)).toBe(false);
  await semerPerimetres(essai.base, contexte, '2026-11-24');
  expect(await aDesPerimetresSemes(essai.base, contexte)).toBe(true);
  const [retenu] = await dans(contexte, (tx) => lirePerimetresRetenus(tx, contexte));
  expect(retenu).toMatchObject({
    service: 'ADS',
    forme: 'service-commun',
    decideLe: '2026-10-25',
    instance: 'Comité de pilotage',
  });
  expect(retenu?.membres).toHaveLength(22);
  expect(retenu?.membres).not.toContain('214201410');
  expect(retenu?.phrase).toMatch(/^L’application du droit des sols arrive en tête dans/);
  const [resume] = await dans(contexte, (tx) => listerGrilles(tx, contexte));
  expect(resume).toMatchObject({ services: 7, evaluateurs: 3, ouverteLe: '2026-09-25' });
});
