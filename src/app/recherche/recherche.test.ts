import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { semerSchema } from '../../elaboration/schema/index.server.ts';
import { semerMiseEnOeuvre } from '../../mise-en-oeuvre/refacturation/index.server.ts';
import type { Acces } from '../../socle/acces/index.server.ts';
import { aLeDroit, type Role } from '../../socle/acces/index.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { lireQuestion } from '../../socle/recherche/index.ts';
import { lireEnTete } from '../../socle/territoire/index.server.ts';
import {
  CHARLIEU,
  MARS,
  PONTCHATEAU,
  unTerritoire,
} from '../../socle/territoire/territoire.exemples.ts';
import { rechercherTout } from './rechercher-tout.server.ts';

const AUJOURDHUI = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let voisin: Contexte;

beforeAll(async () => {
  essai = await uneBase();
  ({ contexte } = await unTerritoire(essai.base));
  ({ contexte: voisin } = await unTerritoire(essai.base, PONTCHATEAU));
  await semerSchema(essai.base, contexte, '2026-07-20');
  await semerMiseEnOeuvre(essai.base, contexte, AUJOURDHUI);
}, 120_000);
afterAll(() => essai.fermer());

const acceder = async (role: Role, ou: Contexte, collectivite?: string): Promise<Acces> => {
  const cloisonne = collectivite === undefined ? ou : { ...ou, collectivite };
  return {
    base: essai.base,
    contexte: cloisonne,
    territoire: await dansTerritoire(essai.base, cloisonne, lireEnTete),
    personne: { id: 'p', nom: 'Essai', courriel: 'essai@exemple.fr', estAdministrateur: false },
    role,
    collectivite: collectivite ?? null,
    aujourdhui: AUJOURDHUI,
    peut: (droit) => aLeDroit(role, droit),
  };
};

const chercher = async (tapee: string, acces: Acces) => {
  const question = lireQuestion(tapee);
  if (question === null) throw new Error(`rien à chercher dans « ${tapee} »`);
  const groupes = await rechercherTout(acces, question);
  return Object.fromEntries(groupes.map(({ cle, trouvailles }) => [cle, trouvailles]));
};
const pilote = () => acceder('pilote', contexte);

describe('ce que trouve la pilote', () => {
  test('une commune, sans accents ni casse', async () => {
    const { collectivites } = await chercher('ECOCHE', await pilote());
    expect(collectivites?.map(({ titre }) => titre)).toEqual(['Écoche']);
  });

  test('un nom à trait d’union, tapé avec une espace', async () => {
    const { collectivites } = await chercher('saint nizier', await pilote());
    expect(collectivites?.[0]?.titre).toBe('Saint-Nizier-sous-Charlieu');
  });

  test('un montant, tel qu’il figure sur un état', async () => {
    const { etats, collectivites } = await chercher('1 274,48', await pilote());
    expect(etats?.length).toBeGreaterThan(0);
    expect(etats?.every(({ detail }) => /1\s274,48/.test(detail))).toBe(true);
    expect(collectivites).toBeUndefined();
  });

  test('un service commun, sa convention, ses états et la fiche dont il parle', async () => {
    const trouves = await chercher('droit des sols', await pilote());
    expect(Object.keys(trouves)).toEqual(
      expect.arrayContaining(['fiches', 'services', 'conventions', 'etats']),
    );
    expect(trouves.services?.[0]?.chemin).toMatch(/^mettre-en-oeuvre\/services-communs\//);
  });

  test('une section du schéma par ce qu’on y a écrit, une page du plan par son nom', async () => {
    const { sections } = await chercher('préambule', await pilote());
    expect(sections?.map(({ cle }) => cle)).toContain('preambule');
    const { pages } = await chercher('boite', await pilote());
    expect(pages?.map(({ titre }) => titre)).toEqual(['Boîte d’envoi']);
  });

  test('les états d’une commune, par son nom et son année', async () => {
    const { etats } = await chercher('Charlieu 2025 définitif', await pilote());
    expect(etats?.map(({ titre }) => titre)).toContainEqual(expect.stringContaining('Charlieu'));
  });
});

describe('ce que chacun ne trouve pas', () => {
  test('un autre territoire ne trouve rien du premier, pas même un montant', async () => {
    const autre = await acceder('pilote', voisin);
    for (const tapee of ['Écoche', '1 274,48', 'droit des sols', 'Charlieu']) {
      const { pages: _pages, ...reste } = await chercher(tapee, autre);
      expect(reste.collectivites, tapee).toBeUndefined();
      expect(reste.etats, tapee).toBeUndefined();
      expect(reste.services, tapee).toBeUndefined();
      expect(reste.conventions, tapee).toBeUndefined();
      expect(reste.fiches, tapee).toBeUndefined();
    }
  });

  test('une mairie ne trouve que ses propres états, et sa convention signée', async () => {
    const { etats = [] } = await chercher(
      'état 2025',
      await acceder('commune', contexte, CHARLIEU),
    );
    expect(etats.length).toBeGreaterThan(0);
    expect(etats.every(({ titre }) => titre.startsWith('Charlieu,'))).toBe(true);
    const mars = await chercher('droit des sols', await acceder('commune', contexte, MARS));
    expect(mars.etats).toBeUndefined();
    expect(mars.conventions).toBeUndefined();
  });

  test('ni une mairie ni un élu ne trouvent le texte du schéma en cours ni le menu de l’équipe', async () => {
    for (const role of ['commune', 'elu'] as const) {
      const trouves = await chercher('schéma', await acceder(role, contexte, MARS));
      expect(trouves.sections, role).toBeUndefined();
      expect(trouves.pages, role).toBeUndefined();
    }
  });

  test('un joker SQL n’est pas une question', () => {
    expect(lireQuestion('%')).toBeNull();
    expect(lireQuestion('a%b_')?.mots).toEqual(['a', 'b']);
  });
});
