import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../../socle/base/index.server.ts';
import { territoireDuSiren } from '../../socle/territoire/index.server.ts';
import { preparerDemonstration, SIREN_DE_DEMONSTRATION } from './index.server.ts';

const MARS = '214201410';
const CHARLIEU = '214200529';

let essai: BaseDEssai;
let admin: pg.Client;
let territoireId: string;
let tables: readonly { readonly nom: string; readonly aCollectivite: boolean }[];

beforeAll(async () => {
  essai = await uneBase();
  process.env.ENSEMBLIER_AUJOURDHUI = '2026-11-24';
  delete process.env.ENSEMBLIER_SANS_DEMO;
  await preparerDemonstration(essai.url, () => undefined);
  const territoire = await territoireDuSiren(essai.base, SIREN_DE_DEMONSTRATION);
  territoireId = territoire?.territoireId ?? '';
  admin = new pg.Client({ connectionString: essai.url });
  await admin.connect();
  const { rows } = await admin.query<{ nom: string; acollectivite: boolean }>(
    `select c.relname as nom, exists (select from pg_attribute a
       where a.attrelid = c.oid and a.attname = 'collectivite') as acollectivite
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relforcerowsecurity and c.relname <> 'journal_ecriture' order by 1`,
  );
  tables = rows.map(({ nom, acollectivite }) => ({ nom, aCollectivite: acollectivite }));
}, 300_000);
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await admin.end();
  await essai.fermer();
});

const qui = (role: string, collectivite?: string): Contexte => ({
  territoireId,
  auteur: 'Essai',
  role,
  collectivite,
});

const RETOUR = new Error('retour arrière');

/** Ce que la base répond à un geste, annulé aussitôt : « refuse », « rien » (aucune ligne) ou « ecrit ». */
const tenter = async (
  contexte: Contexte,
  geste: (tx: Parameters<Parameters<typeof dansTerritoire>[2]>[0]) => Promise<bigint>,
): Promise<'refuse' | 'rien' | 'ecrit'> => {
  let lignes = 0n;
  try {
    await dansTerritoire(essai.base, contexte, async (tx) => {
      lignes = await geste(tx);
      throw RETOUR;
    });
  } catch (erreur) {
    if (erreur !== RETOUR) {
      // Une autre contrainte (clé, doublon) n’arrête que ce que les droits ont laissé passer.
      return (erreur as { code?: string }).code === '42501' ? 'refuse' : 'ecrit';
    }
  }
  return lignes > 0n ? 'ecrit' : 'rien';
};

const inserer = async (contexte: Contexte, table: string, ligne: unknown) =>
  tenter(contexte, async (tx) => {
    const fait = await sql`insert into ${sql.id(table)}
      select (jsonb_populate_record(null::${sql.id(table)}, ${JSON.stringify(ligne)}::jsonb)).*`.execute(
      tx,
    );
    return fait.numAffectedRows ?? 0n;
  });
const modifier = (contexte: Contexte, table: string) =>
  tenter(contexte, async (tx) => {
    const fait = await sql`update ${sql.id(table)} set territoire_id = territoire_id`.execute(tx);
    return fait.numAffectedRows ?? 0n;
  });
const supprimer = (contexte: Contexte, table: string) =>
  tenter(contexte, async (tx) => {
    const fait = await sql`delete from ${sql.id(table)}`.execute(tx);
    return fait.numAffectedRows ?? 0n;
  });

/** Une ligne de la table, telle quelle ; propre à cette collectivité quand la table en a une. */
const uneLigne = async (
  { nom, aCollectivite }: { readonly nom: string; readonly aCollectivite: boolean },
  collectivite: string,
): Promise<unknown> => {
  const { rows } = await admin.query<{ ligne: unknown }>(
    `select to_jsonb(t) as ligne from "${nom}" t ${aCollectivite ? 'where collectivite = $1' : ''} limit 1`,
    aCollectivite ? [collectivite] : [],
  );
  const { territoire_id: _, ...reste } = (rows[0]?.ligne ?? {}) as Record<string, unknown>;
  return { ...reste, territoire_id: territoireId, ...(aCollectivite ? { collectivite } : {}) };
};

/** Tout ce qu’un rôle arrive à écrire, table par table : « ajoute », « modifie », « supprime ». */
const ecrituresDe = async (contexte: Contexte, chez: string): Promise<readonly string[]> => {
  const faites: string[] = [];
  for (const table of tables) {
    const ligne = await uneLigne(table, chez);
    const { nom } = table;
    if ((await inserer(contexte, nom, ligne)) === 'ecrit') faites.push(`ajoute ${nom}`);
    if ((await modifier(contexte, nom)) === 'ecrit') faites.push(`modifie ${nom}`);
    if ((await supprimer(contexte, nom)) === 'ecrit') faites.push(`supprime ${nom}`);
  }
  return faites;
};

describe('la base elle-même refuse ce qu’un rôle n’a pas à écrire', () => {
  test('chaque table cloisonnée dit qui y ajoute, y modifie et y supprime', async () => {
    const { rows } = await admin.query<{ nom: string }>(
      `select c.relname as nom from pg_class c where c.relnamespace = 'public'::regnamespace
         and c.relforcerowsecurity and c.relname <> 'journal_ecriture' and (select count(*) from pg_policy p
         where p.polrelid = c.oid and p.polname in ('role_insert', 'role_update', 'role_delete')) <> 3`,
    );
    expect(rows).toEqual([]);
    expect(tables.length).toBeGreaterThan(40);
  });

  test('la lecture seule n’écrit nulle part', async () => {
    expect(await ecrituresDe(qui('lecture'), MARS)).toEqual([]);
  }, 120_000);

  test('un élu d’une commune note, pèse, et joint une pièce au nom de sa commune', async () => {
    expect(await ecrituresDe(qui('elu', MARS), MARS)).toEqual([
      'ajoute fichier_depose',
      'ajoute jeu_de_cartes',
      'modifie jeu_de_cartes',
      'ajoute note_de_critere',
      'modifie note_de_critere',
    ]);
  }, 120_000);

  test('un élu rattaché à aucune commune note et pèse seulement', async () => {
    expect(await ecrituresDe(qui('elu'), MARS)).toEqual([
      'ajoute jeu_de_cartes',
      'modifie jeu_de_cartes',
      'ajoute note_de_critere',
      'modifie note_de_critere',
    ]);
  }, 120_000);

  test('une commune rend ses grilles, et n’efface que ses propres lignes', async () => {
    expect(await ecrituresDe(qui('commune', MARS), MARS)).toEqual([
      'modifie attente_de_grille',
      'ajoute depot_de_grille',
      'ajoute fichier_depose',
      'ajoute fichier_en_lecture',
      'ajoute gabarit_remis',
      'ajoute ligne_de_grille',
      'modifie ligne_de_grille',
      'supprime ligne_de_grille',
      'ajoute travail',
    ]);
  }, 120_000);

  test('une commune n’ajoute rien chez une autre', async () => {
    const ecrites: string[] = [];
    for (const table of tables.filter(({ aCollectivite }) => aCollectivite)) {
      const ligne = await uneLigne(table, CHARLIEU);
      const issue = await inserer(qui('commune', MARS), table.nom, ligne);
      if (issue !== 'refuse') ecrites.push(table.nom);
    }
    expect(ecrites).toEqual([]);
  });

  test('une commune ne lit d’une autre que ce que tout le territoire connaît', async () => {
    const lues: string[] = [];
    for (const { nom } of tables.filter(({ aCollectivite }) => aCollectivite)) {
      const { rows } = await dansTerritoire(essai.base, qui('commune', MARS), (tx) =>
        sql`select 1 from ${sql.id(nom)} where collectivite <> ${MARS} limit 1`.execute(tx),
      );
      if (rows.length > 0) lues.push(nom);
    }
    expect(lues).toEqual(['adhesion']);
  });

  test('les opinions nommées des évaluateurs ne se lisent pas d’une commune', async () => {
    for (const table of ['note_de_critere', 'jeu_de_cartes']) {
      const { rows } = await dansTerritoire(essai.base, qui('commune', MARS), (tx) =>
        sql`select 1 from ${sql.id(table)} limit 1`.execute(tx),
      );
      expect(rows, table).toEqual([]);
    }
  });

  test('le service de l’intercommunalité n’engage pas le territoire à la place de la pilote', async () => {
    const ecrites = await ecrituresDe(qui('service'), MARS);
    for (const nom of ['evenement_adoption', 'saisine', 'publication', 'decision_de_perimetre']) {
      expect(ecrites.filter((une) => une.endsWith(` ${nom}`))).toEqual([]);
    }
  }, 120_000);
});

describe('le registre de l’adoption, vu de la base', () => {
  /** Un événement de ce type, et la commune qu’il concerne. */
  const unEvenement = async (type: string, sauf = '') => {
    const { rows } = await admin.query<{ id: string; collectivite: string; schema_id: string }>(
      `select id, collectivite, schema_id from evenement_adoption
       where type = $1 and collectivite <> $2 order by id limit 1`,
      [type, sauf],
    );
    const [evenement] = rows;
    if (evenement === undefined) throw new Error(`Aucun événement « ${type} ».`);
    return evenement;
  };
  const annuler = (
    contexte: Contexte,
    { id, schema_id }: { readonly id: string; readonly schema_id: string },
    collectivite: string | null,
  ) =>
    inserer(contexte, 'evenement_adoption', {
      territoire_id: territoireId,
      id: nouvelId(),
      schema_id,
      type: 'annulation',
      le: '2026-11-24',
      collectivite,
      details: {},
      annule: id,
      motif: 'Essai',
      saisi_le: '2026-11-24',
      saisi_par: 'Essai',
    });

  test.each(['commune', 'elu'])('%s : son avis s’annule, aucun autre fait', async (role) => {
    const avis = await unEvenement('deliberation');
    const saisine = await unEvenement('notification');
    const { collectivite } = avis;
    const autre = await unEvenement('deliberation', collectivite);
    const moi = qui(role, collectivite);
    expect(await annuler(moi, avis, collectivite)).toBe('ecrit');
    expect(await annuler(moi, autre, collectivite)).toBe('refuse');
    expect(await annuler(moi, autre, autre.collectivite)).toBe('refuse');
    expect(await annuler(qui(role, saisine.collectivite), saisine, saisine.collectivite)).toBe(
      'refuse',
    );
  });

  test.each(['rapport-etabli', 'approbation'])(
    'l’annulation de l’événement « %s » revient à la pilote',
    async (type) => {
      const { rows } = await admin.query<{ id: string; schema_id: string }>(
        'select id, schema_id from evenement_adoption where type = $1 limit 1',
        [type],
      );
      const [fait] = rows;
      if (fait === undefined) throw new Error(`Aucun événement « ${type} ».`);
      expect(await annuler(qui('commune', MARS), fait, MARS)).toBe('refuse');
      expect(await annuler(qui('elu'), fait, null)).toBe('refuse');
      expect(await annuler(qui('pilote'), fait, null)).toBe('ecrit');
    },
  );
});

describe('l’état d’une commune, vu de la base', () => {
  const suivre = async (contexte: Contexte, geste: string, collectivite: string) => {
    const { rows } = await admin.query<{ id: string }>(
      'select id from part_etat where collectivite = $1 limit 1',
      [CHARLIEU],
    );
    return inserer(contexte, 'suite_etat', {
      territoire_id: territoireId,
      id: nouvelId(),
      part_id: rows[0]?.id,
      collectivite,
      geste,
      motif: 'Essai',
      le: '2026-11-24',
      par: 'Essai',
    });
  };

  test('elle valide ou conteste le sien, jamais celui d’une autre', async () => {
    expect(await suivre(qui('commune', CHARLIEU), 'contester', CHARLIEU)).toBe('ecrit');
    expect(await suivre(qui('commune', MARS), 'contester', MARS)).toBe('refuse');
  });

  test('elle ne répond pas à sa place : répondre revient à l’intercommunalité', async () => {
    expect(await suivre(qui('commune', CHARLIEU), 'repondre', CHARLIEU)).toBe('refuse');
    expect(await suivre(qui('service'), 'repondre', CHARLIEU)).toBe('ecrit');
    expect(await suivre(qui('service'), 'valider', CHARLIEU)).toBe('refuse');
  });
});
