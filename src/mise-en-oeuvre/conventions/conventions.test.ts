import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { versionCourante } from './convention.ts';
import { PARTIES, unContenu } from './conventions.exemples.ts';
import { lireConvention, lireConventionsEnVigueur } from './conventions.sql.server.ts';
import { creerConvention } from './creer-convention.sql.server.ts';
import { annulerFait, enregistrerFaits } from './faits.sql.server.ts';
import type { TerritoireInstruit } from './instruire.ts';
import { changerMembres, enregistrerParties } from './parties.sql.server.ts';
import { versTerritoireInstruit } from './territoire-instruit.ts';
import { empreinteDe, enregistrerRedaction } from './versions.sql.server.ts';

let essai: BaseDEssai;
let contexte: Contexte;
let territoire: TerritoireInstruit;
const AUJOURDHUI = '2026-11-24';
const SIRENS = PARTIES.map(({ siren }) => siren);

beforeAll(async () => {
  essai = await uneBase();
  const cree = await unTerritoire(essai.base);
  ({ contexte } = cree);
  territoire = versTerritoireInstruit(cree.territoire);
});
afterAll(() => essai.fermer());

const creer = (ecarts = {}) =>
  dansTerritoire(essai.base, contexte, (tx) =>
    creerConvention(
      tx,
      contexte,
      {
        sorte: 'service-commun',
        titre: 'Droit des sols',
        objetId: null,
        contenu: unContenu(ecarts),
        parties: PARTIES,
      },
      AUJOURDHUI,
    ),
  );
const lire = async (id: string) => {
  const convention = await dansTerritoire(essai.base, contexte, (tx) =>
    lireConvention(tx, contexte, id),
  );
  if (convention === null) throw new Error('convention absente');
  return convention;
};
type Jour = `${number}-${number}-${number}`;
const verser = (
  id: string,
  type: string,
  le: Jour,
  donnees = {},
  sirens: readonly (string | null)[] = SIRENS,
) =>
  dansTerritoire(essai.base, contexte, (tx) =>
    enregistrerFaits(
      tx,
      contexte,
      id,
      sirens.map((siren) => ({ type, le, siren, donnees })),
      { territoire, aujourdhui: AUJOURDHUI },
    ),
  );
const FICHE = {
  rubriques: ['organisation', 'conditions-de-travail', 'remuneration', 'droits-acquis'],
};

const menerALaSignature = async (): Promise<string> => {
  const id = await creer();
  await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
  await verser(id, 'avis-cst', '2024-09-10', { sens: 'favorable' });
  await verser(id, 'deliberation', '2024-10-15', { sens: 'favorable' });
  const signee = await verser(id, 'signature', '2024-11-20');
  if (!signee.ok) throw new Error(JSON.stringify(signee.refus));
  return id;
};

describe('la convention en base', () => {
  test('naît en brouillon, se relit entière, l’intercommunalité en tête des parties', async () => {
    const convention = await lire(await creer());
    expect(convention.parties.map(({ qualite }) => qualite)).toEqual([
      'epci',
      'commune',
      'commune',
    ]);
    expect(versionCourante(convention)).toMatchObject({
      numero: 1,
      figeeLe: null,
      contenu: unContenu(),
    });
  });

  test('le premier avis de comité fige la version et lui donne son empreinte', async () => {
    const id = await creer();
    await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
    await verser(id, 'avis-cst', '2024-09-10', { sens: 'favorable' });
    expect(versionCourante(await lire(id))).toMatchObject({
      figeeLe: '2024-09-10',
      empreinte: empreinteDe(unContenu()),
    });
  });

  test('une rédaction incomplète ne part pas en comité : ce qui manque est nommé', async () => {
    const id = await creer({ horaires: '' });
    await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
    const refuse = await verser(id, 'avis-cst', '2024-09-10', { sens: 'favorable' });
    expect(refuse.ok ? [] : refuse.refus.map(({ message }) => message)).toEqual([
      'Les horaires : à écrire d’abord.',
    ]);
    expect((await lire(id)).evenements).toHaveLength(1);
  });

  test('figée, elle ne se modifie pas : une nouvelle version s’ouvre', async () => {
    const id = await creer();
    await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
    await verser(id, 'avis-cst', '2024-09-10', { sens: 'favorable' });
    const revision = versionCourante(await lire(id)).revision;
    const ecrite = await dansTerritoire(essai.base, contexte, (tx) =>
      enregistrerRedaction(tx, contexte, id, {
        contenu: unContenu({ lieu: 'Belmont' }),
        revision,
        motif: 'amendement de Mars',
      }),
    );
    expect(ecrite.ok && ecrite.valeur.numero).toBe(2);
    const { versions } = await lire(id);
    expect(versions.map(({ contenu }) => contenu.lieu)).toEqual([
      'siège de la communauté',
      'Belmont',
    ]);
  });

  test('même en SQL, une version figée refuse tout changement', async () => {
    const id = await menerALaSignature();
    await expect(
      dansTerritoire(essai.base, contexte, (tx) =>
        sql`update version_convention set motif = 'autre' where convention_id = ${id}`.execute(tx),
      ),
    ).rejects.toThrow(/figée/);
  });

  test('les faits ne se modifient ni ne s’effacent', async () => {
    const id = await menerALaSignature();
    for (const requete of [
      sql`update evenement_convention set le = '2020-01-01' where convention_id = ${id}`,
      sql`delete from evenement_convention where convention_id = ${id}`,
    ])
      await expect(
        dansTerritoire(essai.base, contexte, (tx) => requete.execute(tx)),
      ).rejects.toThrow(/permission denied/);
  });

  test('signée, elle ne s’écrit plus, ni ses représentants', async () => {
    const id = await menerALaSignature();
    const [redaction, parties] = await dansTerritoire(essai.base, contexte, async (tx) => [
      await enregistrerRedaction(tx, contexte, id, { contenu: unContenu(), revision: 1 }),
      await enregistrerParties(tx, contexte, id, PARTIES),
    ]);
    expect([redaction, parties].map((un) => (un?.ok ? '' : un?.refus.code))).toEqual([
      'convention-signee',
      'convention-signee',
    ]);
  });

  test('deux personnes qui rédigent ensemble : la seconde voit les deux textes, rien n’est perdu', async () => {
    const id = await creer();
    const ecrire = (lieu: string) =>
      dansTerritoire(essai.base, contexte, (tx) =>
        enregistrerRedaction(tx, contexte, id, { contenu: unContenu({ lieu }), revision: 1 }),
      );
    const resultats = await Promise.all([ecrire('Charlieu'), ecrire('Belmont')]);
    const refuses = resultats.filter((un) => !un.ok);
    expect(refuses).toHaveLength(1);
    expect(refuses[0]).toMatchObject({ refus: { code: 'redaction-changee' } });
    expect(refuses[0] && !refuses[0].ok && 'enLigne' in refuses[0].refus).toBe(true);
  });

  test('deux signatures au même instant : une seule est retenue', async () => {
    const id = await creer();
    await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
    await verser(id, 'avis-cst', '2024-09-10', { sens: 'favorable' });
    await verser(id, 'deliberation', '2024-10-15', { sens: 'favorable' });
    const signer = () => verser(id, 'signature', '2024-11-20', {}, [SIRENS[0] ?? '']);
    const resultats = await Promise.all([signer(), signer()]);
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('un fait annulé reste au dossier avec son motif', async () => {
    const id = await creer();
    await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
    const [fait] = (await lire(id)).evenements;
    await dansTerritoire(essai.base, contexte, (tx) =>
      annulerFait(tx, contexte, id, fait?.id ?? '', {
        territoire,
        aujourdhui: AUJOURDHUI,
        motif: 'mauvaise date',
      }),
    );
    const { evenements } = await lire(id);
    expect(evenements).toHaveLength(2);
    expect(evenements.find(({ annule }) => annule === fait?.id)?.donnees).toEqual({
      motif: 'mauvaise date',
    });
  });

  test('transmise et en service, elle est en vigueur du jour d’effet', async () => {
    const id = await menerALaSignature();
    await verser(id, 'transmission', '2024-11-25', {}, [null]);
    const effet = await verser(id, 'effet', '2025-01-01', {}, [null]);
    expect(effet.ok).toBe(true);
    const enVigueur = (le: Jour) =>
      dansTerritoire(essai.base, contexte, (tx) => lireConventionsEnVigueur(tx, contexte, le));
    expect((await enVigueur('2024-12-31')).map((un) => un.id)).not.toContain(id);
    expect((await enVigueur('2025-01-01')).map((un) => un.id)).toContain(id);
  });

  test('une commune lit les conventions et n’en écrit aucune', async () => {
    const id = await creer();
    const commune = { ...contexte, collectivite: '214201410' };
    const lue = await dansTerritoire(essai.base, commune, (tx) => lireConvention(tx, commune, id));
    expect(lue?.id).toBe(id);
    await expect(
      dansTerritoire(essai.base, commune, (tx) =>
        creerConvention(
          tx,
          commune,
          { sorte: 'service-commun', titre: 'x', objetId: null, contenu: unContenu(), parties: [] },
          AUJOURDHUI,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('une commune s’ajoute ou se retire du projet, plus une fois la version figée', async () => {
    const id = await creer();
    const cuinzier = {
      ...PARTIES[1],
      siren: '214200792',
      nom: 'Cuinzier',
    } as (typeof PARTIES)[number];
    const changer = (quoi: Parameters<typeof changerMembres>[3]) =>
      dansTerritoire(essai.base, contexte, (tx) => changerMembres(tx, contexte, id, quoi));
    await changer({ ajoutee: cuinzier });
    await changer({ retiree: '214201410' });
    expect((await lire(id)).parties.map(({ nom }) => nom)).toEqual([
      'CC Charlieu-Belmont',
      'Charlieu',
      'Cuinzier',
    ]);
    const sirens = [SIRENS[0] ?? '', SIRENS[1] ?? '', cuinzier.siren];
    await verser(id, 'fiche-impact', '2024-06-03', FICHE, [null]);
    await verser(id, 'avis-cst', '2024-09-10', { sens: 'favorable' }, sirens);
    const refuse = await changer({ retiree: cuinzier.siren });
    expect(refuse.ok ? '' : refuse.refus.code).toBe('version-figee');
  });

  test('un autre territoire ne la voit pas', async () => {
    const id = await creer();
    const ailleurs = { territoireId: '01900000-0000-7000-8000-000000000000', auteur: 'autre' };
    expect(
      await dansTerritoire(essai.base, ailleurs, (tx) => lireConvention(tx, ailleurs, id)),
    ).toBeNull();
  });
});
