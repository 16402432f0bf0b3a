import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import type { Contexte } from '../../socle/base/index.server.ts';
import { lireBoiteDEnvoi } from '../../socle/courriels/index.server.ts';
import { lireFichier } from '../../socle/depots/index.server.ts';
import {
  CHARLIEU,
  MARS,
  PONTCHATEAU,
  unTerritoire,
} from '../../socle/territoire/territoire.exemples.ts';
import { annulerEvenement, approuverSchema } from './adoption/adopter.server.ts';
import { evenementsVivants, trouverEvenement } from './adoption/evenements.ts';
import { rendreAvis } from './adoption/rendre-avis.server.ts';
import { saisirCommunes } from './adoption/transmettre.server.ts';
import {
  lireAdoption,
  lireFiches,
  listerVersions,
  semerAdoption,
  semerSchema,
} from './index.server.ts';
import { AGENTS, acceptee, codesDuRefus, ecrireAgents, enTransaction } from './schema.exemples.ts';
import { lireSchema } from './schema.sql.server.ts';

const AUJOURDHUI = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let ailleurs: Contexte;
const commune = (siren: string): Contexte => ({ ...contexte, collectivite: siren });

beforeAll(async () => {
  essai = await uneBase();
  contexte = (await unTerritoire(essai.base)).contexte;
  ailleurs = (await unTerritoire(essai.base, PONTCHATEAU)).contexte;
  await ecrireAgents(essai.base, contexte, AGENTS);
  await semerSchema(essai.base, contexte, '2026-07-20');
  await semerAdoption(essai.base, contexte, AUJOURDHUI, 'http://localhost:3000');
}, 120_000);
afterAll(() => essai.fermer());

const lire = async (qui: Contexte, le: `${number}-${number}-${number}` = AUJOURDHUI) => {
  const adoption = await enTransaction(essai.base, qui, (tx) => lireAdoption(tx, qui, le));
  if (adoption === null) throw new Error('Aucun schéma.');
  return adoption;
};

describe('le schéma semé va du brouillon à l’approbation', () => {
  test('quatre fiches prêtes, leurs moyens figés à leur jour', async () => {
    const fiches = await enTransaction(essai.base, contexte, (tx) => lireFiches(tx, contexte));
    expect(fiches.map(({ code, service, etat }) => `${code} ${service} ${etat}`)).toEqual([
      'F01 ADS prete',
      'F02 RH prete',
      'F03 CP prete',
      'F04 VOI prete',
    ]);
    expect(fiches[0]?.moyens.figesLe).toBe('2026-07-20');
    expect(fiches[0]?.impactParPersonnePublique).toHaveLength(23);
  });

  test('neuf conseils se sont exprimés, les seize autres sont réputés favorables le lendemain du terme', async () => {
    const { sortie, saisines } = await lire(contexte);
    const tacites = sortie.avis?.filter(({ tacite }) => tacite) ?? [];
    expect(tacites).toHaveLength(16);
    expect(sortie.avis?.filter(({ sens }) => sens === 'en-attente')).toEqual([]);
    expect(saisines).toHaveLength(25);
    const echeances = new Map(saisines.map((saisine) => [saisine.recueLe, saisine]));
    expect(echeances.get('2026-07-27')).toMatchObject({
      echeance: '2026-10-27',
      taciteLe: '2026-10-28',
      article: 'CGCT, art. L. 5211-39-1',
    });
    expect(sortie.etat).toBe('adresse');
  });

  test('l’échéance figée est celle que la procédure calcule', async () => {
    const { sortie, saisines, communes } = await lire(contexte);
    for (const { siren, codeInsee } of communes) {
      const figee = saisines.find(({ collectivite }) => collectivite === siren)?.echeance;
      const calculee = sortie.echeances.find(
        (echeance) => echeance.code === 'SCH-06' && echeance.commune === codeInsee,
      );
      expect(figee).toBe(calculee?.echeance);
    }
  });

  test('chaque saisine a son courriel, avec l’échéance et le lien personnel', async () => {
    const boite = await enTransaction(essai.base, contexte, (tx) => lireBoiteDEnvoi(tx));
    const saisines = boite.filter(({ genre }) => genre === 'saisine');
    expect(saisines).toHaveLength(25);
    expect(saisines[0]?.texte).toContain('réputé favorable');
    expect(saisines[0]?.texte).toMatch(/http:\/\/localhost:3000\/c\/[\w-]{43}\/avis/);
  });

  test('deux versions sont gardées, chacune en trois formats avec son empreinte', async () => {
    await enTransaction(essai.base, contexte, async (tx) => {
      const schema = await lireSchema(tx, contexte);
      const versions = await listerVersions(tx, contexte, schema?.id ?? '');
      expect(versions.map(({ genre }) => genre)).toEqual(['schema-approuve', 'rapport']);
      expect(new Set(versions.map(({ empreinte }) => empreinte)).size).toBe(2);
      for (const { fichiers } of versions) {
        const pdf = await lireFichier(tx, fichiers.pdf);
        expect(
          Buffer.from(pdf?.octets ?? [])
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-');
        for (const id of [fichiers.docx, fichiers.odt]) {
          const zip = await lireFichier(tx, id);
          expect(
            Buffer.from(zip?.octets ?? [])
              .subarray(0, 2)
              .toString(),
          ).toBe('PK');
        }
      }
    });
  });
});

describe('le registre est cloisonné', () => {
  test('un autre territoire ne voit ni schéma, ni fiche, ni événement', async () => {
    await enTransaction(essai.base, ailleurs, async (tx) => {
      expect(await lireSchema(tx, ailleurs)).toBeNull();
      expect(await lireFiches(tx, ailleurs)).toEqual([]);
    });
  });

  test('une commune lit son avis et ce qui regarde tous ; jamais l’avis d’une autre', async () => {
    const { evenements, saisines, sortie } = await lire(commune(MARS));
    const proprietaires = new Set(evenements.map(({ collectivite }) => collectivite));
    expect(proprietaires).toEqual(new Set([MARS, null]));
    expect(saisines.map(({ collectivite }) => collectivite)).toEqual([MARS]);
    expect(sortie.avis).toHaveLength(1);
  });

  test('une commune ne voit que ses propres moyens figés, et le total du schéma', async () => {
    const qui = commune(CHARLIEU);
    const fiches = await enTransaction(essai.base, qui, (tx) => lireFiches(tx, qui));
    const collectivites = fiches.flatMap(({ moyens }) =>
      moyens.parCollectivite.map(({ collectivite }) => collectivite),
    );
    expect([...new Set(collectivites)]).toEqual([CHARLIEU]);
  });

  test('une commune n’écrit pas au nom d’une autre', async () => {
    const qui = commune(MARS);
    const avis = {
      siren: CHARLIEU,
      le: AUJOURDHUI,
      sens: 'favorable',
      numero: '',
      reserves: '',
      piece: null,
    } as const;
    const resultat = await enTransaction(essai.base, qui, (tx) =>
      rendreAvis(tx, qui, avis, AUJOURDHUI),
    );
    expect(codesDuRefus(resultat)).toEqual(['commune-inconnue']);
  });

  test.each([
    'update evenement_adoption set le = le',
    'delete from evenement_adoption',
    'delete from saisine',
    'update version_document set titre = titre',
  ])('la base refuse de réécrire le registre : %s', async (ordre) => {
    const essayer = enTransaction(essai.base, contexte, (tx) => sql.raw(ordre).execute(tx));
    await expect(essayer).rejects.toThrow(/permission denied/);
  });

  test('la base refuse qu’une commune inscrive une approbation', async () => {
    const { schema } = await lire(contexte);
    const qui = commune(MARS);
    const essayer = enTransaction(essai.base, qui, (tx) =>
      sql`insert into evenement_adoption (territoire_id, id, schema_id, type, le, collectivite, saisi_le, saisi_par)
        values (${qui.territoireId}, gen_random_uuid(), ${schema.id}, 'approbation', ${AUJOURDHUI}, ${MARS}, ${AUJOURDHUI}, 'x')`.execute(
        tx,
      ),
    );
    await expect(essayer).rejects.toThrow(/row-level security/);
  });
});

describe('une correction est un événement de plus', () => {
  test('on ne coupe pas le fil : l’approbation s’annule après les envois, jamais avant', async () => {
    const { evenements } = await lire(contexte);
    const approbation = trouverEvenement(evenementsVivants(evenements), 'approbation');
    const annuler = (id: string, motif: string) =>
      enTransaction(essai.base, contexte, (tx) =>
        annulerEvenement(tx, contexte, { id, motif }, { aujourdhui: AUJOURDHUI }),
      );
    expect(codesDuRefus(await annuler(approbation?.id ?? '', 'date fausse'))).toEqual([
      'suite-a-annuler',
    ]);
    const envoi = evenementsVivants(evenements).find(({ type }) => type === 'envoi');
    expect(codesDuRefus(await annuler(envoi?.id ?? '', '  '))).toEqual(['motif-absent']);
    acceptee(await annuler(envoi?.id ?? '', 'adresse erronée'));
    const apres = await lire(contexte);
    expect(apres.evenements).toHaveLength(evenements.length + 1);
    expect(apres.sortie.etat).toBe('approuve');
    expect(codesDuRefus(await annuler(envoi?.id ?? '', 'encore'))).toEqual(['evenement-inconnu']);
  });

  test('approuver deux fois, ou saisir deux fois, est un refus motivé', async () => {
    const approuver = await enTransaction(essai.base, contexte, (tx) =>
      approuverSchema(tx, contexte, { le: AUJOURDHUI, numero: '1' }, { aujourdhui: AUJOURDHUI }),
    );
    expect(codesDuRefus(approuver)).toEqual(['deja-approuve']);
    const saisir = await enTransaction(essai.base, contexte, (tx) =>
      saisirCommunes(
        tx,
        contexte,
        [{ siren: MARS, recueLe: AUJOURDHUI, preuve: '', courriel: null }],
        { aujourdhui: AUJOURDHUI, adresse: '' },
      ),
    );
    expect(codesDuRefus(saisir)).toEqual(['deja-saisie']);
  });
});
