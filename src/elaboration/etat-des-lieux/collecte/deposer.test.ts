import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accepter } from '../../../moteurs/resultat/index.ts';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireFichier } from '../../../socle/depots/index.server.ts';
import { ecrireTableur, lireTableur } from '../../../socle/tableurs/index.server.ts';
import { unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import { lireAttentes, ouvrirCampagne } from './campagnes.sql.server.ts';
import { changerDepot } from './changer-depot.server.ts';
import {
  CHARLIEU,
  EPCI,
  enCsv,
  MARS,
  unAgentRendu,
  unClasseur,
  uneCampagne,
} from './collecte.exemples.ts';
import { deposerGrille } from './deposer.server.ts';
import { corriger, type DecisionsDeDepot, laisserDeCote } from './depot.ts';
import { lireDepot, listerDepots } from './depots.sql.server.ts';
import { composerGabarit } from './gabarit.server.ts';
import { corrigerLigne, ecrireLignes, lireLignes } from './lignes.sql.server.ts';
import { comparerDepot, confirmerTout, validerDepot } from './valider.server.ts';

const JOUR = '2026-11-24';
let essai: BaseDEssai;
let pilote: Contexte;
let campagneId: string;
const enTantQue = (siren: string): Contexte => ({ ...pilote, auteur: siren, collectivite: siren });
const mars = () => enTantQue(MARS);

beforeAll(async () => {
  essai = await uneBase();
  pilote = (await unTerritoire(essai.base)).contexte;
  const ouverte = await dansTerritoire(essai.base, pilote, (tx) =>
    ouvrirCampagne(
      tx,
      pilote,
      uneCampagne(),
      [MARS, CHARLIEU, EPCI].map((siren) => ({ siren, courriel: null })),
      JOUR,
    ),
  );
  if (!ouverte.ok) throw new Error(ouverte.refus.message);
  campagneId = ouverte.valeur;
});
afterAll(() => essai.fermer());

const lignesDe = (siren: string) =>
  dansTerritoire(essai.base, pilote, (tx) =>
    lireLignes(tx, pilote, 'grille-rh', { collectivites: [siren] }),
  );
const vider = async () => {
  const lignes = await dansTerritoire(essai.base, pilote, (tx) =>
    lireLignes(tx, pilote, 'grille-rh'),
  );
  await dansTerritoire(essai.base, pilote, async (tx) => {
    await ecrireLignes(tx, pilote, {
      ecrites: [],
      retirees: lignes.map(({ id }) => id),
      depotId: null,
    });
    await sql`update depot_de_grille set etat = 'abandonne' where etat = 'a-verifier'`.execute(tx);
    await sql`update depot_de_grille set gabarit_id = null`.execute(tx);
    await sql`delete from gabarit_remis`.execute(tx);
  });
};
const deposer = async (
  octets: Uint8Array | string,
  ecarts: Partial<Parameters<typeof deposerGrille>[2]> = {},
  contexte = mars(),
) => {
  const fait = await deposerGrille(
    essai.base,
    contexte,
    {
      grille: 'grille-rh',
      collectivite: { siren: MARS, nom: 'Mars' },
      nom: 'rh-mars.csv',
      octets: typeof octets === 'string' ? new TextEncoder().encode(octets) : octets,
      ...ecarts,
    },
    JOUR,
  );
  if (!fait.ok) throw new Error(fait.refus.message);
  return fait.valeur;
};
const gabarit = async (...demande: Parameters<typeof composerGabarit>) => {
  const compose = await composerGabarit(...demande);
  if (!compose.ok) throw new Error(compose.refus.message);
  return compose.valeur;
};
const decider = (id: string, changer: (decisions: DecisionsDeDepot) => DecisionsDeDepot) =>
  changerDepot(essai.base, mars(), id, ({ decisions }) => accepter(changer(decisions)));
const lire = async (id: string) => {
  const depot = await dansTerritoire(essai.base, pilote, (tx) => lireDepot(tx, pilote, id));
  if (depot === null) throw new Error('dépôt attendu');
  return depot;
};
const valider = (id: string, contexte = mars()) => validerDepot(essai.base, contexte, id, JOUR);

describe('déposer, vérifier, valider', () => {
  beforeEach(vider);

  test('rien n’est écrit dans les lignes avant « valider »', async () => {
    const { id } = await deposer(enCsv([unAgentRendu(), unAgentRendu({ matricule: '00010' })]));
    expect((await lire(id)).lecture.lignes.length).toBe(2);
    expect(await lignesDe(MARS)).toEqual([]);
    await confirmerTout(essai.base, mars(), id);
    expect(await valider(id)).toEqual({ ok: true, valeur: { ecrites: 2, retirees: 0 } });
    expect((await lignesDe(MARS)).map(({ cle }) => cle)).toEqual(['00009', '00010']);
  });

  test('chaque ligne validée remonte à la cellule du fichier gardé', async () => {
    const { id } = await deposer(enCsv([unAgentRendu()]));
    await confirmerTout(essai.base, mars(), id);
    await valider(id);
    const [ligne] = await lignesDe(MARS);
    expect(ligne?.source).toMatchObject({
      type: 'cellule',
      fichier: 'rh-mars.csv',
      ligne: 2,
      cellules: { matricule: 'C2', etp: 'O2', cout_charge_annuel: 'R2' },
    });
    const fichierId = ligne?.source.type === 'cellule' ? ligne.source.fichierId : '';
    const garde = await dansTerritoire(essai.base, mars(), (tx) => lireFichier(tx, fichierId));
    expect(new TextDecoder().decode(garde?.octets)).toBe(enCsv([unAgentRendu()]));
  });

  test('une ligne bloquée empêche de valider ; corrigée ou laissée de côté, elle ne l’empêche plus', async () => {
    const { id } = await deposer(
      enCsv([
        unAgentRendu(),
        unAgentRendu({ matricule: '00010', service_1: 'Zorglub', service: 'Zorglub' }),
      ]),
    );
    await confirmerTout(essai.base, mars(), id);
    const refusee = await valider(id);
    expect(refusee.ok ? null : refusee.refus.code).toBe('reste-a-faire');
    expect((await lire(id)).lecture.bloquees[0]?.lues).toContain('Zorglub');
    await decider(id, (decisions) => laisserDeCote(decisions, 'b0'));
    await decider(id, (decisions) =>
      corriger(decisions, 'b0', [unAgentRendu({ matricule: '00010' })]),
    );
    expect(await valider(id)).toMatchObject({ ok: true, valeur: { ecrites: 2 } });
    const corrigee = (await lignesDe(MARS)).find(({ cle }) => cle === '00010');
    expect(corrigee?.source).toEqual({ type: 'saisie', auteur: MARS, le: JOUR });
  });

  test('valider note la grille rendue, et ne se fait qu’une fois', async () => {
    const { id } = await deposer(enCsv([unAgentRendu()]));
    await confirmerTout(essai.base, mars(), id);
    const [premiere, seconde] = await Promise.all([valider(id), valider(id, pilote)]);
    expect([premiere.ok, seconde.ok].filter(Boolean).length).toBe(1);
    const attentes = await dansTerritoire(essai.base, pilote, (tx) =>
      lireAttentes(tx, pilote, campagneId),
    );
    expect(attentes.find(({ collectivite }) => collectivite === MARS)?.etat).toBe('rendue');
  });

  test('redéposer le même fichier après une coupure reprend le dépôt ouvert', async () => {
    const premier = await deposer(enCsv([unAgentRendu()]));
    const second = await deposer(enCsv([unAgentRendu()]));
    expect(second).toEqual({ id: premier.id, estRefuse: false, estRepris: true });
  });

  test('un nouveau fichier remplace le dépôt ouvert', async () => {
    const premier = await deposer(enCsv([unAgentRendu()]));
    await deposer(enCsv([unAgentRendu({ quotite: '90', etp: '0.90' })]));
    expect((await lire(premier.id)).etat).toBe('abandonne');
    expect((await valider(premier.id)).ok).toBe(false);
  });

  test('deux lignes corrigées à la même clé ne se départagent pas toutes seules', async () => {
    const { id } = await deposer(enCsv([unAgentRendu(), unAgentRendu({ matricule: '00010' })]));
    await confirmerTout(essai.base, mars(), id);
    await decider(id, (decisions) => corriger(decisions, 'l1', [unAgentRendu()]));
    const refusee = await valider(id);
    expect(refusee.ok ? null : refusee.refus.code).toBe('doublon');
  });

  test('deux personnes qui vérifient ensemble ne s’effacent pas leurs décisions', async () => {
    const { id } = await deposer(enCsv([unAgentRendu(), unAgentRendu({ matricule: '00010' })]));
    await Promise.all([
      decider(id, (decisions) => laisserDeCote(decisions, 'l0')),
      decider(id, (decisions) => laisserDeCote(decisions, 'l1')),
    ]);
    expect((await lire(id)).decisions.laissees.toSorted()).toEqual(['l0', 'l1']);
  });
});

test('un modèle rendu sans aucune ligne ne passe pas pour une grille rendue', async () => {
  await vider();
  const { id } = await deposer(`${Object.keys(unAgentRendu()).join(',')}\r\n`);
  await confirmerTout(essai.base, mars(), id);
  const refusee = await valider(id);
  expect(refusee.ok ? null : refusee.refus.code).toBe('aucune-ligne');
});

describe('ce qu’une commune ne rend pas', () => {
  beforeEach(vider);

  test('les lignes d’une autre commune ne sont ni gardées ni écrites, et c’est dit', async () => {
    const { id } = await deposer(
      enCsv([
        unAgentRendu(),
        unAgentRendu({ siren: CHARLIEU, collectivite: 'Charlieu', matricule: '00077' }),
      ]),
    );
    const { lecture } = await lire(id);
    expect(lecture.lignes.map(({ valeurs }) => valeurs.siren)).toEqual([MARS]);
    expect(lecture.anomalies.map(({ regle }) => regle)).toContain('collectivite-autre');
  });

  test('une commune ne dépose pas pour plusieurs', async () => {
    await expect(deposer(enCsv([unAgentRendu()]), { collectivite: null })).rejects.toThrow(
      /ses seules lignes/,
    );
  });

  test('le service de l’EPCI dépose un fichier pour plusieurs collectivités', async () => {
    const csv = enCsv([
      unAgentRendu(),
      unAgentRendu({ siren: CHARLIEU, collectivite: 'Charlieu' }),
    ]);
    const { id } = await deposer(csv, { collectivite: null }, pilote);
    await confirmerTout(essai.base, pilote, id);
    expect(await valider(id, pilote)).toMatchObject({ ok: true, valeur: { ecrites: 2 } });
    expect((await lignesDe(CHARLIEU)).length).toBe(1);
    const deMars = await dansTerritoire(essai.base, mars(), (tx) =>
      listerDepots(tx, mars(), 'grille-rh'),
    );
    expect(deMars.some((depot) => depot.id === id)).toBe(false);
  });
});

describe('une colonne nominative imprévue n’est jamais enregistrée', () => {
  test.each(['csv', 'xlsx', 'ods'] as const)(
    'fichier %s : ni le nom ni le numéro ne sont en base',
    async (format) => {
      await vider();
      const agent = unAgentRendu();
      const entetes = ['Nom', ...Object.keys(agent), 'Remarque'];
      const rangee = [
        'LARDEMELLE',
        ...Object.values(agent),
        'voir Mme Poncelinaud, 06 12 34 56 78',
      ];
      const octets = await ecrireTableur(unClasseur('Agents', [entetes, rangee]), format);
      const { id } = await deposer(octets, { nom: `rh.${format}` });
      const depot = await lire(id);
      expect(depot.estExpurge).toBe(true);
      expect(depot.lecture.lignes.length).toBe(1);
      const garde = await dansTerritoire(essai.base, mars(), (tx) =>
        lireFichier(tx, depot.fichierId ?? ''),
      );
      const relu = await lireTableur(garde?.octets ?? new Uint8Array(), garde?.nom ?? '');
      const cellules = relu.ok
        ? relu.valeur.feuilles[0]?.rangees[1]?.cellules.map((c) => c?.texte ?? '')
        : [];
      expect(cellules?.[0]).toBe('[retiré]');
      expect(cellules?.[3]).toBe('00009');
      const { rows } = await dansTerritoire(essai.base, pilote, (tx) =>
        sql<{
          tout: string;
        }>`select coalesce(string_agg(d.contenu::text || d.decisions::text, ''), '') ||
        (select coalesce(string_agg(coalesce(apres::text, ''), ''), '') from journal_ecriture) as tout
        from depot_de_grille d`.execute(tx),
      );
      expect(rows[0]?.tout).not.toMatch(/LARDEMELLE|Poncelinaud|06 12 34 56 78/);
      expect(JSON.stringify(relu)).not.toMatch(/LARDEMELLE|Poncelinaud|06 12 34 56 78/);
    },
  );
});

describe('un fichier refusé le dit, et rien n’est perdu', () => {
  const zip = [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0, 1, 2, 3];
  test.each([
    { cas: 'vide', nom: 'rh.csv', octets: new Uint8Array() },
    { cas: 'PDF', nom: 'rh.xlsx', octets: new TextEncoder().encode('%PDF-1.7\n1 0 obj') },
    { cas: 'classeur tronqué', nom: 'rh.xlsx', octets: new Uint8Array(zip) },
    {
      cas: 'image',
      nom: 'rh.ods',
      octets: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
    },
    { cas: 'plus de 25 Mo', nom: 'rh.csv', octets: new Uint8Array(26 * 1024 * 1024).fill(65) },
  ])('$cas', async ({ nom, octets }) => {
    await vider();
    const { id: bon } = await deposer(enCsv([unAgentRendu()]));
    const { id, estRefuse } = await deposer(octets, { nom });
    const depot = await lire(id);
    expect(estRefuse).toBe(true);
    expect(depot).toMatchObject({ etat: 'refuse', fichierId: null });
    expect(depot.lecture.erreurs?.[0]?.message.length).toBeGreaterThan(20);
    expect((await lire(bon)).etat).toBe('a-verifier');
  });

  test('une formule malveillante n’est ni exécutée ni gardée comme formule', async () => {
    await vider();
    const { id } = await deposer(
      enCsv([unAgentRendu({ metier: '=HYPERLINK("http://exemple.invalid";"ici")' })]),
    );
    const depot = await lire(id);
    const lues = [
      ...depot.lecture.lignes.map(({ valeurs }) => valeurs.metier ?? ''),
      ...depot.lecture.bloquees.flatMap(({ lues: l }) => l.map((v) => v ?? '')),
    ];
    expect(lues.length).toBeGreaterThan(0);
    const { octets } = await gabarit(essai.base, mars(), 'grille-rh', MARS, 'csv');
    expect(new TextDecoder().decode(octets)).not.toMatch(/(^|,)"?=/m);
  });
});

describe('comparer au gabarit remis', () => {
  beforeEach(vider);
  const enLigne = async () => {
    const { id } = await deposer(enCsv([unAgentRendu(), unAgentRendu({ matricule: '00010' })]));
    await confirmerTout(essai.base, mars(), id);
    await valider(id);
    return gabarit(essai.base, mars(), 'grille-rh', MARS, 'csv');
  };
  const comparer = async (id: string) => {
    const depot = await lire(id);
    return dansTerritoire(essai.base, mars(), (tx) =>
      comparerDepot(tx, mars(), depot, { verrouiller: false }),
    );
  };

  test('redéposer le gabarit intact ne change rien', async () => {
    const { octets } = await enLigne();
    const { id } = await deposer(octets);
    const { comparees } = await comparer(id);
    expect(comparees.map(({ statut }) => statut)).toEqual(['inchangee', 'inchangee']);
    await confirmerTout(essai.base, mars(), id);
    expect(await valider(id)).toEqual({ ok: true, valeur: { ecrites: 0, retirees: 0 } });
  });

  test('une cellule changée des deux côtés attend qu’une personne tranche', async () => {
    const { octets } = await enLigne();
    const [ligne] = await lignesDe(MARS);
    if (ligne === undefined) throw new Error('ligne attendue');
    await dansTerritoire(essai.base, pilote, (tx) =>
      corrigerLigne(tx, pilote, { ...ligne, valeurs: { ...ligne.valeurs, metier: 'Jardinier' } }),
    );
    const texte = new TextDecoder()
      .decode(octets)
      .replace('Agent technique polyvalent', 'Cantonnier');
    const { id } = await deposer(texte);
    await confirmerTout(essai.base, mars(), id);
    const refusee = await valider(id);
    expect(refusee.ok ? null : refusee.refus.code).toBe('a-trancher');
    await decider(id, (decisions) => ({
      ...decisions,
      conflits: { [`${MARS}/00009/metier`]: 'depose' as const },
    }));
    expect(await valider(id)).toEqual({ ok: true, valeur: { ecrites: 1, retirees: 0 } });
    expect((await lignesDe(MARS))[0]?.valeurs.metier).toBe('Cantonnier');
  });

  test('une ligne absente du fichier n’est retirée que sur demande', async () => {
    const { octets } = await enLigne();
    const texte = new TextDecoder().decode(octets).split('\n').slice(0, 2).join('\n');
    const { id } = await deposer(texte);
    await confirmerTout(essai.base, mars(), id);
    expect((await valider(id)).ok).toBe(false);
    await decider(id, (decisions) => ({
      ...decisions,
      retraits: { [`${MARS}/00010`]: 'retirer' as const },
    }));
    expect(await valider(id)).toEqual({ ok: true, valeur: { ecrites: 0, retirees: 1 } });
    expect((await lignesDe(MARS)).map(({ cle }) => cle)).toEqual(['00009']);
  });
});

test('une écriture confirmée est apprise : au dépôt suivant, rien n’est demandé', async () => {
  await vider();
  const agent = unAgentRendu({ service: 'Cantine', service_1: 'Cantine' });
  const premier = await deposer(enCsv([agent]));
  const aConfirmer = async (id: string) =>
    (await lire(id)).lecture.anomalies.filter(
      ({ action, lue, cellule }) =>
        action === 'reparer_et_signaler' && lue === 'Cantine' && cellule !== null,
    ).length;
  expect(await aConfirmer(premier.id)).toBe(2);
  await confirmerTout(essai.base, mars(), premier.id);
  await valider(premier.id);
  const second = await deposer(enCsv([{ ...agent, matricule: '00015' }]));
  expect(await aConfirmer(second.id)).toBe(0);
  expect((await lire(second.id)).lecture.lignes[0]?.valeurs.service).toBe('REST');
});

test('une autre grille du registre se dépose et se valide de même (actes d’urbanisme)', async () => {
  const csv = `siren,collectivite,annee,mois,type_acte,nombre\r\n${MARS},Mars,2025,3,DP,7\r\n${MARS},Mars,2025,4,PC,1\r\n`;
  const { id } = await deposer(csv, { grille: 'prestations-ads', nom: 'ads.csv' });
  await confirmerTout(essai.base, mars(), id);
  expect(await valider(id)).toEqual({ ok: true, valeur: { ecrites: 2, retirees: 0 } });
  const lignes = await dansTerritoire(essai.base, pilote, (tx) =>
    lireLignes(tx, pilote, 'prestations-ads'),
  );
  expect(lignes.map(({ cle }) => cle)).toEqual(['2025 · 3 · DP', '2025 · 4 · PC']);
});
