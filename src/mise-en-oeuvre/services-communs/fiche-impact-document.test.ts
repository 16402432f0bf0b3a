import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  entrer,
  poserEnvironnement,
  unePersonne,
  uneRequete,
} from '../../socle/acces/acces.exemples.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import {
  CHARLIEU,
  CHARLIEU_BELMONT,
  MARS,
  unTerritoire,
} from '../../socle/territoire/territoire.exemples.ts';
import {
  enregistrerFaits,
  enregistrerRedaction,
  lireConvention,
} from '../conventions/index.server.ts';
import { versionCourante, versTerritoireInstruit } from '../conventions/index.ts';
import { enregistrerAgents } from './agents.sql.server.ts';
import { type AgentDuService, autresParCategorie } from './agents.ts';
import { composerFicheDImpact } from './composer-fiche.server.ts';
import { loader as ouvrirLaPage } from './fiche-impact.page.tsx';
import { loader as telecharger } from './fiche-impact.route.ts';
import { enregistrerFicheDImpact, lireFicheDImpact } from './fiche-impact.sql.server.ts';
import { naitreDeLaFiche } from './naitre.server.ts';
import { ecrireFicheComplete } from './semis.server.ts';
import { lireServiceCommun } from './services-communs.sql.server.ts';

const LE = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let serviceId: string;
let conventionId: string;
let cookieDuService: string;
let cookieDeCommune: string;

const unAgent = (matricule: string, ecarts: Partial<AgentDuService> = {}): AgentDuService => ({
  collectivite: CHARLIEU,
  matricule,
  metier: 'Instructeur',
  categorie: 'B',
  situation: 'transfert',
  quotite: 100,
  etpCentiemes: 100,
  coutCentimes: 4_000_000n,
  source: {},
  ...ecarts,
});
const appeler = <V>(page: (appel: never) => Promise<V>, cookie: string, format = '') =>
  page({
    request: uneRequete({ cookie }),
    params: { siren: CHARLIEU_BELMONT, service: serviceId, format },
    context: {},
  } as never);
const poserAgents = (combien: number) =>
  dansTerritoire(essai.base, contexte, (tx) =>
    enregistrerAgents(
      tx,
      contexte,
      serviceId,
      Array.from({ length: combien }, (_, rang) => unAgent(`M-${rang}`)),
    ),
  );
const composer = () =>
  dansTerritoire(essai.base, contexte, async (tx) => {
    const service = await lireServiceCommun(tx, contexte, serviceId);
    if (service === null) throw new Error('service attendu');
    const compose = await composerFicheDImpact(tx, contexte, service, LE);
    if (!compose.ok) throw new Error(JSON.stringify(compose.refus));
    return compose.valeur;
  });
/** Écrit ce que la convention attend avant de passer devant les comités. */
const completerConvention = async (tx: Transaction<unknown>) => {
  const convention = await lireConvention(tx, contexte, conventionId);
  if (convention === null) throw new Error('convention attendue');
  const { contenu, revision } = versionCourante(convention);
  const complet = {
    ...contenu,
    contexte: 'Chaque commune instruisait seule.',
    missions: [
      {
        intitule: 'Instruction des autorisations d’urbanisme',
        autorite: 'maire',
        competenceTransferee: false,
        centreDeGestion: false,
      },
    ],
    exclusions: ['le contentieux pénal'],
    actesReserves: ['la décision et sa signature'],
    lieu: 'siège de la communauté',
    horaires: 'du lundi au vendredi',
    transferes: 6,
    postes: [
      {
        intitule: 'Instructrice ou instructeur',
        categorie: 'B',
        origine: 'Charlieu',
        situation: 'transfert',
        quotite: 100,
        etpCentiemes: 600,
      },
    ],
    finances: {
      ...contenu.finances,
      annee: 2027,
      postes: [{ libelle: 'Personnel', centimes: '10000000' }],
      simulation: [
        { membre: 'Charlieu', centimes: '7000000' },
        { membre: 'Mars', centimes: '3000000' },
      ],
    },
    suivi: { composition: 'un élu par membre', frequence: 'une fois par an' },
    preavisMois: 12,
    sortie: {
      agents: 'Ils restent au gestionnaire.',
      biens: 'Ils restent au gestionnaire.',
      contrats: 'Ils sont repris par le gestionnaire.',
      chargesResiduellesMois: 12,
    },
    tribunal: 'Lyon',
    lieuDeSignature: 'Charlieu',
  } as const;
  await enregistrerRedaction(tx, contexte, conventionId, { contenu: complet, revision });
};

beforeAll(async () => {
  essai = await uneBase();
  poserEnvironnement(essai.url);
  process.env.ENSEMBLIER_AUJOURDHUI = LE;
  ({ contexte } = await unTerritoire(essai.base));
  const ne = await dansTerritoire(essai.base, contexte, (tx) =>
    naitreDeLaFiche(
      tx,
      contexte,
      {
        id: '01900000-0000-7000-8000-0000000000f1',
        code: 'F01',
        titre: 'Instruction du droit des sols',
        service: 'ADS',
        objectifs: 'Assurer la continuité.',
        perimetre: [CHARLIEU, MARS],
        indicateurs: [],
        calendrier: [{ debut: '2027-01-01' }],
      },
      LE,
    ),
  );
  if (!ne.ok) throw new Error(ne.refus.message);
  ({ serviceId, conventionId } = ne.valeur);
  await poserAgents(6);
  cookieDuService = await entrer(essai.base, await unePersonne(essai.base, contexte, 'service'));
  cookieDeCommune = await entrer(
    essai.base,
    await unePersonne(essai.base, contexte, 'commune', MARS),
  );
}, 60_000);
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await essai.fermer();
});

describe('le document de la fiche d’impact', () => {
  test('les agents hors du service se comptent par catégorie, chez les seuls participants', () => {
    const autres = autresParCategorie(
      [
        unAgent('1'),
        unAgent('2'),
        unAgent('3', { categorie: 'C' }),
        unAgent('1', { collectivite: MARS }),
      ],
      [unAgent('1')],
      [CHARLIEU],
    );
    expect([...autres]).toEqual([
      ['B', 1],
      ['C', 1],
    ]);
  });

  test('incomplète, elle est refusée en disant quoi écrire, et la page le dit déjà', async () => {
    await expect(appeler(telecharger, cookieDuService, 'pdf')).rejects.toMatchObject({
      init: { status: 422 },
      data: { quoi: expect.stringContaining('Après') },
    });
    const { manques } = await appeler(ouvrirLaPage, cookieDuService);
    expect(manques.length).toBeGreaterThan(0);
  });

  test.each([
    ['pdf', '%PDF'],
    ['docx', 'PK'],
    ['odt', 'PK'],
  ])('complète, elle se télécharge en %s', async (format, debut) => {
    await dansTerritoire(essai.base, contexte, (tx) =>
      ecrireFicheComplete(tx, contexte, serviceId),
    );
    const reponse = await appeler(telecharger, cookieDuService, format);
    const octets = await reponse.bytes();
    expect(new TextDecoder().decode(octets.slice(0, debut.length))).toBe(debut);
    expect(reponse.headers.get('content-disposition')).toContain(`.${format}`);
    expect((await appeler(ouvrirLaPage, cookieDuService)).manques).toEqual([]);
  });

  test('elle compte les agents sans en nommer aucun', async () => {
    const texte = JSON.stringify((await composer()).blocs);
    expect(texte).toContain('Catégorie B');
    expect(texte).not.toContain('M-0');
    expect(texte).toContain('Aucun avis n’est encore recueilli');
  });

  test('moins de cinq agents concernés : refusée, on pourrait les reconnaître', async () => {
    await poserAgents(2);
    await expect(appeler(telecharger, cookieDuService, 'pdf')).rejects.toMatchObject({
      init: { status: 422 },
      data: { quoi: expect.stringContaining('moins de cinq agents') },
    });
    await poserAgents(6);
  });

  test('figée, elle porte sa version et les avis rendus dessus ; modifiée, la suivante et aucun avis', async () => {
    await dansTerritoire(essai.base, contexte, async (tx) => {
      const jugement = {
        territoire: versTerritoireInstruit(await lireTerritoire(tx)),
        aujourdhui: LE,
      } as const;
      await completerConvention(tx);
      const lue = await lireFicheDImpact(tx, contexte, serviceId);
      const rubriques = Object.keys(lue?.fiche.rubriques ?? {});
      const donnees = { rubriques, version: '1', fiche: lue?.fiche };
      const avis = {
        type: 'avis-cst',
        le: LE,
        siren: MARS,
        donnees: { sens: 'favorable' },
      } as const;
      for (const fait of [{ type: 'fiche-impact', le: LE, siren: null, donnees } as const, avis]) {
        const verse = await enregistrerFaits(tx, contexte, conventionId, [fait], jugement);
        if (!verse.ok) throw new Error(JSON.stringify(verse.refus));
      }
    });
    const figee = await composer();
    expect(figee.metadonnees.version).toBe('1');
    expect(JSON.stringify(figee.blocs)).toContain('Comité social territorial, Mars');
    await dansTerritoire(essai.base, contexte, async (tx) => {
      const lue = await lireFicheDImpact(tx, contexte, serviceId);
      if (lue === null) throw new Error('fiche attendue');
      await enregistrerFicheDImpact(tx, contexte, serviceId, {
        fiche: { ...lue.fiche, mesures: ['Tutorat'] },
        version: lue.version,
      });
    });
    const suivante = await composer();
    expect(suivante.metadonnees.version).toBe('2');
    expect(JSON.stringify(suivante.blocs)).not.toContain('Comité social territorial, Mars');
  });

  test('une commune n’ouvre pas la fiche en cours d’écriture ; un format inconnu n’existe pas', async () => {
    await expect(appeler(telecharger, cookieDeCommune, 'pdf')).rejects.toMatchObject({
      init: { status: 403 },
    });
    await expect(appeler(telecharger, cookieDuService, 'exe')).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});
