import { setTimeout as attendre } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../../../socle/base/index.server.ts';
import { lireFichier } from '../../../socle/depots/index.server.ts';
import { estimerLignes } from '../../../socle/tableurs/index.server.ts';
import { unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import {
  annulerTravail,
  type Executant,
  traiterTravaux,
} from '../../../socle/travaux/index.server.ts';
import { abandonnerDepot } from './changer-depot.server.ts';
import { CHARLIEU, enCsv, MARS, unAgentRendu } from './collecte.exemples.ts';
import { deposerGrille, LIGNES_LUES_TOUT_DE_SUITE } from './deposer.server.ts';
import { lireDepot } from './depots.sql.server.ts';
import { composerGabarit } from './gabarit.server.ts';
import {
  LECTURE_DE_DEPOT,
  lireDepotEnFond,
  rangerLectureInaboutie,
  suivreLecture,
} from './lire-en-fond.server.ts';
import { confirmerTout, validerDepot } from './valider.server.ts';

const JOUR = '2026-11-24';
const GROS = LIGNES_LUES_TOUT_DE_SUITE + 500;
let essai: BaseDEssai;
let pilote: Contexte;
const enTantQue = (siren: string): Contexte => ({ ...pilote, auteur: siren, collectivite: siren });
const mars = () => enTantQue(MARS);

beforeAll(async () => {
  essai = await uneBase();
  pilote = (await unTerritoire(essai.base)).contexte;
});
afterAll(() => essai.fermer());
beforeEach(() =>
  dansTerritoire(essai.base, pilote, async (tx) => {
    await sql`delete from fichier_en_lecture`.execute(tx);
    await sql`delete from travail`.execute(tx);
    await sql`delete from ligne_de_grille`.execute(tx);
    await sql`delete from depot_de_grille`.execute(tx);
  }),
);

const csv = (combien: number, ecarts: Readonly<Record<string, string>> = {}) =>
  enCsv(
    Array.from({ length: combien }, (_, rang) =>
      unAgentRendu({ matricule: String(rang + 1).padStart(5, '0'), ...ecarts }),
    ),
  );
const deposer = async (
  texte: string,
  contexte = mars(),
  collectivite: { siren: string; nom: string } | null = { siren: MARS, nom: 'Mars' },
) => {
  const fait = await deposerGrille(
    essai.base,
    contexte,
    { grille: 'grille-rh', collectivite, nom: 'rh.csv', octets: new TextEncoder().encode(texte) },
    JOUR,
  );
  if (!fait.ok) throw new Error(fait.refus.message);
  return fait.valeur;
};
const lire = async (id: string, contexte = pilote) => {
  const depot = await dansTerritoire(essai.base, contexte, (tx) => lireDepot(tx, contexte, id));
  if (depot === null) throw new Error('dépôt attendu');
  return depot;
};
const compter = async (table: string) =>
  dansTerritoire(essai.base, pilote, async (tx) => {
    const { rows } = await sql<{
      combien: bigint;
    }>`select count(*) as combien from ${sql.table(table)}`.execute(tx);
    return Number(rows[0]?.combien);
  });

/** Fait tous les travaux en attente, puis s’arrête. */
const travailler = async (executant: Executant = lireDepotEnFond) => {
  const arreter = await traiterTravaux({
    base: essai.base,
    url: essai.url,
    registre: { [LECTURE_DE_DEPOT]: executant },
    rangements: { [LECTURE_DE_DEPOT]: rangerLectureInaboutie },
    periodeMs: 100,
    signaler: () => undefined,
  });
  for (let essais = 0; essais < 400; essais += 1) {
    const restants = await dansTerritoire(essai.base, pilote, (tx) =>
      sql`select 1 from travail where etat in ('en-attente', 'en-cours')`.execute(tx),
    );
    if (restants.rows.length === 0) break;
    await attendre(50);
  }
  await arreter();
};

describe('un gros fichier est gardé aussitôt, puis lu en arrière-plan', () => {
  test('le dépôt naît « en lecture » ; une fois lu il se vérifie et se valide comme un autre', async () => {
    const texte = csv(GROS);
    const { id, estRefuse } = await deposer(texte);
    expect(estRefuse).toBe(false);
    expect(await lire(id)).toMatchObject({ etat: 'en-lecture', fichierId: null });
    expect(await confirmerTout(essai.base, mars(), id)).toMatchObject({
      refus: { code: 'depot-ferme', message: expect.stringContaining('en cours de lecture') },
    });
    await travailler();
    const depot = await lire(id);
    expect(depot.etat).toBe('a-verifier');
    expect(depot.lecture.lignes.length).toBe(GROS);
    const garde = await dansTerritoire(essai.base, mars(), (tx) =>
      lireFichier(tx, depot.fichierId ?? ''),
    );
    expect(new TextDecoder().decode(garde?.octets)).toBe(texte);
    expect(await compter('fichier_en_lecture')).toBe(0);
    await confirmerTout(essai.base, mars(), id);
    expect(await validerDepot(essai.base, mars(), id, JOUR)).toMatchObject({
      ok: true,
      valeur: { ecrites: GROS },
    });
  });

  test('une lecture en arrière-plan lit exactement ce qu’une lecture immédiate aurait lu', async () => {
    const { lireFichierRendu } = await import('./lire-fichier.server.ts');
    const { lireMoyens } = await import('./territoire-de-lecture.server.ts');
    const texte = csv(GROS, { quotite: '0,8' });
    const moyens = await dansTerritoire(essai.base, mars(), (tx) =>
      lireMoyens(tx, mars(), 'grille-rh', MARS),
    );
    const immediate = await lireFichierRendu(
      {
        grille: 'grille-rh',
        collectivite: { siren: MARS, nom: 'Mars' },
        nom: 'rh.csv',
        octets: new TextEncoder().encode(texte),
      },
      moyens,
      JOUR,
    );
    const { id } = await deposer(texte);
    await travailler();
    expect((await lire(id)).lecture).toEqual(JSON.parse(JSON.stringify(immediate.lecture)));
  });

  test('le cas courant, un modèle de trois cents lignes, est lu tout de suite', async () => {
    const { id } = await deposer(csv(300));
    expect((await lire(id)).etat).toBe('a-verifier');
    await confirmerTout(essai.base, mars(), id);
    await validerDepot(essai.base, mars(), id, JOUR);
    for (const format of ['xlsx', 'ods', 'csv'] as const) {
      const gabarit = await composerGabarit(essai.base, mars(), 'grille-rh', MARS, format);
      const octets = gabarit.ok ? gabarit.valeur.octets : new Uint8Array();
      expect(estimerLignes(octets)).toBeGreaterThan(50);
      expect(estimerLignes(octets)).toBeLessThan(LIGNES_LUES_TOUT_DE_SUITE);
    }
  });

  test('redéposer le même fichier pendant sa lecture la reprend, sans la demander deux fois', async () => {
    const premier = await deposer(csv(GROS));
    const second = await deposer(csv(GROS));
    expect(second).toEqual({ id: premier.id, estRefuse: false, estRepris: true });
    expect(await compter('travail')).toBe(1);
  });

  test('le service dépose un gros fichier pour plusieurs collectivités', async () => {
    const texte =
      csv(GROS) + csv(1, { siren: CHARLIEU, collectivite: 'Charlieu' }).split('\r\n')[1];
    const { id } = await deposer(texte, pilote, null);
    await travailler();
    expect((await lire(id)).lecture.lignes.length).toBe(GROS + 1);
  });
});

describe('une lecture qui n’aboutit pas ne laisse rien derrière elle', () => {
  test('une panne se dit sur le dépôt, et le fichier n’est plus gardé', async () => {
    const { id } = await deposer(csv(GROS));
    await travailler(() => Promise.reject(new Error('secret interne')));
    const depot = await lire(id);
    expect(depot).toMatchObject({ etat: 'refuse', fichierId: null });
    expect(depot.lecture.erreurs?.[0]?.message).toContain('Déposez-le de nouveau');
    expect(JSON.stringify(depot)).not.toContain('secret interne');
    expect(await compter('fichier_en_lecture')).toBe(0);
    expect((await deposer(csv(GROS))).id).not.toBe(id);
  });

  test('un fichier illisible est refusé avec sa raison, comme un petit', async () => {
    const { id } = await deposer('pas;une;grille\r\n'.repeat(30_000));
    expect((await lire(id)).etat).toBe('en-lecture');
    await travailler();
    const depot = await lire(id);
    expect(depot).toMatchObject({ etat: 'refuse', fichierId: null });
    expect(depot.lecture.erreurs?.[0]?.message.length).toBeGreaterThan(20);
    expect(await compter('fichier_en_lecture')).toBe(0);
  });

  test('abandonné par la commune avant d’être lu, il est oublié aussitôt', async () => {
    const { id } = await deposer(csv(GROS));
    expect(await abandonnerDepot(essai.base, mars(), id)).toMatchObject({ ok: true });
    expect(await compter('fichier_en_lecture')).toBe(0);
    await travailler();
    expect((await lire(id)).etat).toBe('abandonne');
  });

  test('son travail annulé depuis la page des travaux, le dépôt est abandonné', async () => {
    const { id } = await deposer(csv(GROS));
    await dansTerritoire(essai.base, pilote, async (tx) => {
      const travail = await suivreLecture(tx, pilote, id);
      await annulerTravail(tx, travail?.id ?? '');
    });
    await travailler();
    expect((await lire(id)).etat).toBe('abandonne');
    expect(await compter('fichier_en_lecture')).toBe(0);
  });

  test('remplacé pendant sa lecture par un fichier plus récent, il ne revient pas', async () => {
    const ancien = await deposer(csv(GROS));
    const recent = await deposer(csv(3));
    expect((await lire(ancien.id)).etat).toBe('abandonne');
    expect(await compter('fichier_en_lecture')).toBe(0);
    await travailler();
    expect((await lire(ancien.id)).etat).toBe('abandonne');
    expect((await lire(recent.id)).etat).toBe('a-verifier');
  });

  test('deux gros fichiers de suite : le dernier déposé fait foi, quel que soit l’ordre de lecture', async () => {
    const ancien = await deposer(csv(GROS));
    const recent = await deposer(csv(GROS + 1));
    await travailler();
    expect((await lire(ancien.id)).etat).toBe('abandonne');
    expect((await lire(recent.id)).etat).toBe('a-verifier');
  });
});

describe('ce que voient les autres', () => {
  test('ni une autre commune, ni un autre territoire ne voient la lecture ou son fichier', async () => {
    const { id } = await deposer(csv(GROS));
    const regarder = (contexte: Contexte) =>
      dansTerritoire(essai.base, contexte, async (tx) => ({
        depot: await lireDepot(tx, contexte, id),
        travail: await suivreLecture(tx, contexte, id),
        octets: (await sql`select 1 from fichier_en_lecture`.execute(tx)).rows.length,
      }));
    const rien = { depot: null, travail: null, octets: 0 };
    expect(await regarder(enTantQue(CHARLIEU))).toEqual(rien);
    expect(await regarder({ ...pilote, territoireId: nouvelId() })).toEqual(rien);
    expect(await regarder(mars())).toMatchObject({ depot: { id }, octets: 1 });
    expect((await regarder(mars())).travail?.libelle).toContain('Mars');
  });

  test('une colonne nominative d’un gros fichier n’est nulle part une fois la lecture faite', async () => {
    const [entete = '', ...rangees] = csv(GROS).trimEnd().split('\r\n');
    const texte = [`${entete},Nom`, ...rangees.map((rangee) => `${rangee},LARDEMELLE`)].join(
      '\r\n',
    );
    const { id } = await deposer(texte);
    await travailler();
    expect((await lire(id)).estExpurge).toBe(true);
    const { rows } = await dansTerritoire(essai.base, pilote, (tx) =>
      sql<{ tout: string }>`select
        (select coalesce(string_agg(convert_from(contenu, 'UTF8'), ''), '') from fichier_depose) ||
        (select coalesce(string_agg(f::text, ''), '') from fichier_en_lecture f) ||
        (select string_agg(d::text, '') from depot_de_grille d) ||
        (select string_agg(t::text, '') from travail t) ||
        (select coalesce(string_agg(j::text, ''), '') from journal_ecriture j) as tout`.execute(tx),
    );
    expect(rows[0]?.tout).toContain('[retiré]');
    expect(rows[0]?.tout).not.toContain('LARDEMELLE');
    expect(rows[0]?.tout).not.toContain(Buffer.from('LARDEMELLE').toString('hex'));
  });
});
