import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  entrer,
  poserEnvironnement,
  unePersonne,
  uneRequete,
} from '../../socle/acces/acces.exemples.ts';
import { creerLien } from '../../socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTableur } from '../../socle/tableurs/index.server.ts';
import { unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import {
  CHARLIEU,
  EPCI,
  enCsv,
  MARS,
  unAgentRendu,
  uneLigneAEcrire,
} from './collecte/collecte.exemples.ts';
import { deposerGrille } from './collecte/deposer.server.ts';
import { loader as ouvrirDepot } from './collecte/depot.page.tsx';
import { loader as telechargerGabarit } from './collecte/gabarit.route.ts';
import { loader as ouvrirGrille } from './collecte/grille.page.tsx';
import { ecrireLignes } from './collecte/lignes.sql.server.ts';
import type { DepotMontre } from './collecte/preparer-depot.server.ts';
import { lignesDeCharlieu } from './effectifs/effectifs.exemples.ts';
import { loader as ouvrirEffectifs } from './effectifs/effectifs.page.tsx';
import { loader as exporterEffectifs } from './effectifs/export.route.ts';
import { loader as ouvrirSources } from './effectifs/sources.page.tsx';

let essai: BaseDEssai;
let pilote: Contexte;
let jetonDeMars: string;
const cookies: Record<string, string> = {};
const AUJOURDHUI = '2026-11-24';

beforeAll(async () => {
  essai = await uneBase();
  poserEnvironnement(essai.url);
  process.env.ENSEMBLIER_AUJOURDHUI = AUJOURDHUI;
  pilote = (await unTerritoire(essai.base)).contexte;
  jetonDeMars = await unLien(MARS);
  for (const [role, collectivite] of [
    ['pilote', undefined],
    ['elu', MARS],
    ['commune', MARS],
  ] as const) {
    const personne = await unePersonne(essai.base, pilote, role, collectivite);
    cookies[role] = await entrer(essai.base, personne);
  }
  await dansTerritoire(essai.base, pilote, (tx) =>
    ecrireLignes(tx, pilote, {
      ecrites: lignesDeCharlieu().map(({ collectivite, cle, valeurs, source }) =>
        uneLigneAEcrire({ collectivite, cle, valeurs, source }),
      ),
      retirees: [],
      depotId: null,
    }),
  );
});
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await essai.fermer();
});

const unLien = async (collectivite: string, aujourdhui: '2026-01-01' | '2026-11-24' = AUJOURDHUI) =>
  (
    await dansTerritoire(essai.base, pilote, (tx) =>
      creerLien(tx, {
        territoireId: pilote.territoireId,
        collectivite,
        auteur: 'pilote',
        aujourdhui,
      }),
    )
  ).jeton;

type Loader = (demande: never) => Promise<unknown>;
const appeler = (loader: Loader, params: Record<string, string>, role?: string, requete = '') =>
  loader({
    request: uneRequete({
      chemin: `/essai${requete}`,
      ...(role === undefined ? {} : { cookie: cookies[role] ?? '' }),
    }),
    params,
    context: {},
  } as never);
const statut = async (demande: Promise<unknown>): Promise<number> => {
  try {
    await demande;
    return 200;
  } catch (refus) {
    const { init } = refus as { readonly init?: { readonly status?: number } };
    return init?.status ?? 500;
  }
};

describe('une commune ne voit que sa grille', () => {
  const grille = 'grille-rh';

  test('son lien ouvre sa grille', async () => {
    expect(await statut(appeler(ouvrirGrille, { jeton: jetonDeMars, grille }))).toBe(200);
  });

  test.each([
    { cas: 'lien expiré', jeton: () => unLien(MARS, '2026-01-01'), attendu: 410 },
    { cas: 'lien inventé', jeton: () => Promise.resolve('x'.repeat(43)), attendu: 404 },
  ])('$cas : $attendu', async ({ jeton, attendu }) => {
    expect(await statut(appeler(ouvrirGrille, { jeton: await jeton(), grille }))).toBe(attendu);
  });

  test('le dépôt d’une autre commune n’existe pas pour elle', async () => {
    const depose = await deposerGrille(
      essai.base,
      { ...pilote, collectivite: CHARLIEU },
      {
        grille,
        collectivite: { siren: CHARLIEU, nom: 'Charlieu' },
        nom: 'rh.csv',
        octets: new TextEncoder().encode(
          'siren,collectivite,matricule\n214200529,Charlieu,00001\n',
        ),
      },
      AUJOURDHUI,
    );
    const depot = depose.ok ? depose.valeur.id : '';
    expect(await statut(appeler(ouvrirDepot, { jeton: jetonDeMars, grille, depot }))).toBe(404);
    const jeton = await unLien(CHARLIEU);
    expect(await statut(appeler(ouvrirDepot, { jeton, grille, depot }))).toBe(200);
  });

  test('par son lien, elle suit la lecture d’un gros fichier ; une autre commune n’en voit rien', async () => {
    const depose = await deposerGrille(
      essai.base,
      { ...pilote, collectivite: MARS },
      {
        grille,
        collectivite: { siren: MARS, nom: 'Mars' },
        nom: 'gros.csv',
        octets: new TextEncoder().encode(enCsv(Array(2000).fill(unAgentRendu()))),
      },
      AUJOURDHUI,
    );
    const depot = depose.ok ? depose.valeur.id : '';
    const params = { jeton: jetonDeMars, grille, depot };
    expect(await appeler(ouvrirDepot, params)).toMatchObject({
      depot: { etat: 'en-lecture' },
      lecture: { part: null },
    });
    const jeton = await unLien(CHARLIEU);
    expect(await statut(appeler(ouvrirDepot, { ...params, jeton }))).toBe(404);
  });

  test('des centaines de lignes bloquées se montrent page par page', async () => {
    const depose = await deposerGrille(
      essai.base,
      { ...pilote, collectivite: MARS },
      {
        grille,
        collectivite: { siren: MARS, nom: 'Mars' },
        nom: 'bloquees.csv',
        octets: new TextEncoder().encode(
          enCsv(
            Array.from({ length: 120 }, (_, rang) =>
              unAgentRendu({ matricule: String(700_000 + rang) }),
            ),
          ),
        ),
      },
      AUJOURDHUI,
    );
    const params = { jeton: jetonDeMars, grille, depot: depose.ok ? depose.valeur.id : '' };
    const bloquees = async (requete: string) =>
      ((await appeler(ouvrirDepot, params, undefined, requete)) as DepotMontre).bloquees;
    const premiere = await bloquees('');
    expect(premiere).toMatchObject({ nombre: 120, premiere: 'b0', page: 1, pages: 3 });
    expect(premiere.lignes.length).toBe(50);
    const derniere = await bloquees('?bloquees=99');
    expect(derniere.lignes.map(({ repere }) => repere).at(-1)).toBe('b119');
    expect(derniere.lignes.length).toBe(20);
  });

  test('un compte de commune n’ouvre pas la grille d’une autre', async () => {
    const ouvrir = (collectivite: string) =>
      statut(appeler(ouvrirGrille, { siren: EPCI, grille, collectivite }, 'commune'));
    expect(await ouvrir(MARS)).toBe(200);
    expect(await ouvrir(CHARLIEU)).toBe(403);
    expect(await ouvrir('plusieurs')).toBe(403);
  });

  test('un élu n’ouvre aucune grille : elle est nominative', async () => {
    const params = { siren: EPCI, grille, collectivite: MARS };
    expect(await statut(appeler(ouvrirGrille, params, 'elu'))).toBe(403);
  });

  test('son gabarit ne porte que ses lignes', async () => {
    const reponse = (await appeler(telechargerGabarit, {
      jeton: jetonDeMars,
      grille,
      format: 'ods',
    })) as Response;
    expect(reponse.headers.get('content-disposition')).toContain('grille-rh-mars.ods');
    const lu = await lireTableur(new Uint8Array(await reponse.arrayBuffer()), 'gabarit.ods');
    const rangees = lu.ok ? (lu.valeur.feuilles[0]?.rangees ?? []) : [];
    const sirens = rangees.slice(1).map(({ cellules }) => cellules[0]?.texte ?? '');
    expect(new Set(sirens.filter((siren) => siren !== ''))).toEqual(new Set([MARS]));
  });
});

describe('les effectifs se montrent selon le droit', () => {
  interface Vue {
    readonly data: {
      readonly effectifs: {
        readonly total: { readonly agents: number };
        readonly casesMasquees: number;
        readonly parCollectivite: readonly { readonly code: string; readonly mesure: unknown }[];
      };
    };
  }
  const voir = async (role: string) =>
    ((await appeler(ouvrirEffectifs, { siren: EPCI }, role)) as Vue).data.effectifs;

  test('la pilote voit les 400 agents sans masque', async () => {
    expect(await voir('pilote')).toMatchObject({ total: { agents: 400 }, casesMasquees: 0 });
  });

  test('un élu voit la synthèse de tout le territoire, petits effectifs masqués', async () => {
    const effectifs = await voir('elu');
    expect(effectifs.total.agents).toBe(400);
    expect(effectifs.casesMasquees).toBeGreaterThan(100);
    const boyer = effectifs.parCollectivite.find(({ code }) => code === '214200255');
    expect(boyer?.mesure).toBeNull();
  });

  test('un élu n’ouvre pas les cellules d’un total ; la pilote, si', async () => {
    expect(await statut(appeler(ouvrirSources, { siren: EPCI }, 'elu'))).toBe(403);
    expect(await statut(appeler(ouvrirSources, { siren: EPCI }, 'pilote', '?service=ADS'))).toBe(
      200,
    );
  });

  test.each(['ods', 'xlsx', 'csv'] as const)(
    'l’export %s d’un élu est masqué comme l’écran',
    async (format) => {
      const reponse = (await appeler(
        exporterEffectifs,
        { siren: EPCI, format },
        'elu',
      )) as Response;
      const lu = await lireTableur(
        new Uint8Array(await reponse.arrayBuffer()),
        `effectifs.${format}`,
      );
      if (!lu.ok) throw new Error(lu.refus.message);
      const [croisement] = lu.valeur.feuilles;
      const agents = (croisement?.rangees.slice(1) ?? []).map(
        ({ cellules }) => cellules[4]?.texte ?? '',
      );
      expect(agents).toContain('masqué');
      expect(agents.filter((texte) => Number(texte) > 0 && Number(texte) < 5)).toEqual([]);
    },
  );
});
