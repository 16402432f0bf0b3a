import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourcesDe, verifierExplication } from '../../moteurs/calcul/index.ts';
import { type BaseDEssai, uneBase } from '../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../socle/base/index.server.ts';
import { CHARLIEU, MARS, unTerritoire } from '../../socle/territoire/territoire.exemples.ts';
import { lireServicesCommuns } from '../services-communs/index.server.ts';
import { ajouterCout } from './couts-saisis.sql.server.ts';
import { referenceDe } from './ecritures.ts';
import { emettre, reverifier, simuler } from './emettre.server.ts';
import { lireEmissions } from './emissions.sql.server.ts';
import { lireEtatDeCommune, lireEtatsEmis } from './etats-emis.sql.server.ts';
import { lireExercices } from './ouvrir-exercice.sql.server.ts';
import { semerMiseEnOeuvre } from './semis/semer.server.ts';
import { suivreEtat } from './suivre.server.ts';

const AUJOURDHUI = '2026-11-24';
let essai: BaseDEssai;
let contexte: Contexte;
let serviceId: string;

beforeAll(async () => {
  essai = await uneBase();
  ({ contexte } = await unTerritoire(essai.base));
  await semerMiseEnOeuvre(essai.base, contexte, AUJOURDHUI);
  const [service] = await dansTerritoire(essai.base, contexte, (tx) =>
    lireServicesCommuns(tx, contexte),
  );
  serviceId = service?.id ?? '';
}, 120_000);
afterAll(() => essai.fermer());

const emissions = () =>
  dansTerritoire(essai.base, contexte, (tx) => lireEmissions(tx, contexte, { serviceId }));
const definitif = async () => {
  const trouve = (await emissions()).find(({ nature }) => nature === 'definitif');
  if (trouve === undefined) throw new Error('état définitif attendu');
  return trouve;
};

describe('l’exercice 2025 du droit des sols, sur les actes et le budget importés', () => {
  test('le coût net est la somme des dépenses réalisées, sans le remboursement des communes', async () => {
    const etat = await definitif();
    expect(etat.coutCentimes).toBe(15_157_633n);
    expect(etat.communesCentimes).toBe(10_610_343n);
    expect(etat.epciCentimes).toBe(etat.coutCentimes - etat.communesCentimes);
  });

  test('22 communes adhérentes ont leur état, numéroté à la suite ; Mars, qui n’adhère pas, n’en a pas', async () => {
    const etats = await dansTerritoire(essai.base, contexte, (tx) => lireEtatsEmis(tx, contexte));
    expect(etats).toHaveLength(44);
    expect(etats.map(({ numero }) => numero).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 44 }, (_, rang) => rang + 1),
    );
    expect(etats.some(({ collectivite }) => collectivite === MARS)).toBe(false);
  });

  test('acomptes émis plus solde font la part définitive, au centime, pour chaque commune', async () => {
    const etats = await dansTerritoire(essai.base, contexte, (tx) => lireEtatsEmis(tx, contexte));
    const parCommune = Map.groupBy(etats, ({ collectivite }) => collectivite);
    for (const siens of parCommune.values()) {
      const appele = siens.reduce((somme, { appelCentimes }) => somme + appelCentimes, 0n);
      const part = siens.find(({ nature }) => nature === 'definitif')?.partCentimes;
      expect(appele).toBe(part);
    }
    const { communesCentimes } = await definitif();
    const total = etats
      .filter(({ nature }) => nature === 'definitif')
      .reduce((somme, { partCentimes }) => somme + partCentimes, 0n);
    expect(total).toBe(communesCentimes);
  });

  test('chaque part remonte à la cellule du fichier d’actes et à celle du budget', async () => {
    const etats = await dansTerritoire(essai.base, contexte, (tx) =>
      lireEtatsEmis(tx, contexte, { collectivite: CHARLIEU }),
    );
    const dernier = etats.find(({ nature }) => nature === 'definitif');
    const etat = await dansTerritoire(essai.base, contexte, (tx) =>
      lireEtatDeCommune(tx, contexte, dernier?.id ?? ''),
    );
    if (etat === null) throw new Error('état attendu');
    expect(verifierExplication(etat.contenu.explication)).toEqual([]);
    const cellules = sourcesDe(etat.contenu.explication).flatMap(({ source }) =>
      source.type === 'cellule' ? [source] : [],
    );
    const actes = cellules.filter(({ fichier }) => fichier === 'prestations-ads.csv');
    expect(actes.length).toBe(etat.contenu.actes.length);
    expect(actes.every(({ cellule, depot }) => /^F\d+$/.test(cellule) && depot !== undefined)).toBe(
      true,
    );
    expect(
      cellules.some(
        ({ fichier, cellule }) => fichier === 'budget-services.csv' && /^J\d+$/.test(cellule),
      ),
    ).toBe(true);
    expect(referenceDe(etat)).toMatch(/^2025-00\d\d$/);
  });

  test('recalculé depuis ses seules entrées figées, l’état redonne les mêmes centimes', async () => {
    for (const { id } of await emissions()) {
      const verifie = await dansTerritoire(essai.base, contexte, (tx) =>
        reverifier(tx, contexte, id),
      );
      expect(verifie?.estIdentique).toBe(true);
    }
  });

  test('un état émis ne se modifie ni ne s’efface', async () => {
    for (const requete of [
      sql`update etat_emis set cout_centimes = 0`,
      sql`delete from part_etat`,
      sql`update part_etat set appel_centimes = 0`,
    ])
      await expect(
        dansTerritoire(essai.base, contexte, (tx) => requete.execute(tx)),
      ).rejects.toThrow(/permission denied/);
  });
});

describe('une commune ne voit que son état', () => {
  const charlieu = () => ({ ...contexte, collectivite: CHARLIEU });
  test('les siens, et aucun autre', async () => {
    const vus = await dansTerritoire(essai.base, charlieu(), (tx) => lireEtatsEmis(tx, charlieu()));
    expect(vus).toHaveLength(2);
    expect(vus.every(({ collectivite }) => collectivite === CHARLIEU)).toBe(true);
  });
  test('pas davantage par l’identifiant d’un autre', async () => {
    const [autre] = await dansTerritoire(essai.base, contexte, (tx) =>
      lireEtatsEmis(tx, contexte, { collectivite: '214200073' }),
    );
    const vu = await dansTerritoire(essai.base, charlieu(), (tx) =>
      lireEtatDeCommune(tx, charlieu(), autre?.id ?? ''),
    );
    expect(vu).toBeNull();
  });
  test('ni les entrées figées, ni les coûts saisis', async () => {
    expect(
      await dansTerritoire(essai.base, charlieu(), (tx) => lireEmissions(tx, charlieu())),
    ).toEqual([]);
  });
  test('et n’émet rien', async () => {
    await expect(
      emettre(
        essai.base,
        charlieu(),
        { serviceId, annee: 2024, nature: 'definitif', commentaire: '' },
        AUJOURDHUI,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('émettre se mérite', () => {
  const demander = (
    annee: number,
    nature: 'previsionnel' | 'definitif' | 'rectificatif',
    le: `${number}-${number}-${number}` = AUJOURDHUI,
  ) => emettre(essai.base, contexte, { serviceId, annee, nature, commentaire: 'explication' }, le);
  const code = async (promesse: ReturnType<typeof demander>) => {
    const resultat = await promesse;
    return resultat.ok ? 'émis' : (resultat.refus[0]?.code ?? '');
  };

  test('pas deux fois', async () => {
    expect(await code(demander(2025, 'definitif'))).toBe('deja-emis');
    expect(await code(demander(2025, 'previsionnel'))).toBe('deja-definitif');
  });
  test('pas avant la clôture de l’exercice', async () => {
    expect(await code(demander(2026, 'definitif'))).toBe('exercice-en-cours');
  });
  test('pas sans convention en vigueur : ce qui est signé est ce qui est facturé', async () => {
    expect(await code(demander(2024, 'definitif'))).toBe('convention-non-signee');
  });

  test('simuler 2026 n’écrit rien', async () => {
    const avant = await emissions();
    const simulee = await dansTerritoire(essai.base, contexte, (tx) =>
      simuler(tx, contexte, { serviceId, annee: 2026, nature: 'previsionnel', exerciceId: null }),
    );
    expect(simulee.ok && simulee.valeur.resultat.parts).toHaveLength(22);
    expect(await emissions()).toEqual(avant);
  });

  test('deux émissions au même instant : une seule a lieu, et les numéros se suivent', async () => {
    const codes = await Promise.all([
      code(demander(2026, 'previsionnel')),
      code(demander(2026, 'previsionnel')),
    ]);
    expect(codes.toSorted()).toEqual(['deja-emis', 'émis']);
    const etats = await dansTerritoire(essai.base, contexte, (tx) => lireEtatsEmis(tx, contexte));
    const de2026 = etats.filter(({ annee }) => annee === 2026).map(({ numero }) => numero);
    expect(de2026.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 22 }, (_, rang) => rang + 1),
    );
  });

  test('un rectificatif n’appelle que la différence, et dit ce qu’il rectifie', async () => {
    const exercices = await dansTerritoire(essai.base, contexte, (tx) =>
      lireExercices(tx, contexte),
    );
    const exercice = exercices.find(({ annee }) => annee === 2025);
    await dansTerritoire(essai.base, contexte, (tx) =>
      ajouterCout(
        tx,
        contexte,
        exercice?.id ?? '',
        {
          base: 'realise',
          sens: 'recette',
          poste: 'Recettes',
          libelle: 'Dotation reçue',
          centimes: 1_000_000n,
        },
        AUJOURDHUI,
      ),
    );
    expect(await code(demander(2025, 'rectificatif'))).toBe('émis');
    const etats = await dansTerritoire(essai.base, contexte, (tx) =>
      lireEtatsEmis(tx, contexte, { collectivite: CHARLIEU }),
    );
    const de2025 = etats.filter(({ annee }) => annee === 2025);
    const rectificatif = de2025.find(({ nature }) => nature === 'rectificatif');
    expect((rectificatif?.appelCentimes ?? 0n) < 0n).toBe(true);
    expect(de2025.reduce((somme, { appelCentimes }) => somme + appelCentimes, 0n)).toBe(
      rectificatif?.partCentimes,
    );
    const entier = await dansTerritoire(essai.base, contexte, (tx) =>
      lireEtatDeCommune(tx, contexte, rectificatif?.id ?? ''),
    );
    expect(entier?.contenu.sens).toBe('avoir');
    expect(entier?.contenu.rectifie).toBe(
      referenceDe(de2025.find(({ nature }) => nature === 'definitif') ?? { annee: 0, numero: 0 }),
    );
  });
});

test('cliqué deux fois à la même seconde, un état ne se valide qu’une fois', async () => {
  const [etat] = await dansTerritoire(essai.base, contexte, (tx) =>
    lireEtatsEmis(tx, contexte, { collectivite: CHARLIEU }),
  );
  const commune = { ...contexte, collectivite: CHARLIEU };
  const formulaire = new FormData();
  formulaire.set('geste', 'valider');
  const valider = () =>
    suivreEtat(essai.base, commune, etat?.id ?? '', formulaire, etat?.emisLe ?? AUJOURDHUI);
  const issues = await Promise.all([valider(), valider(), valider()]);
  expect(issues.filter(({ ok }) => ok)).toHaveLength(1);
});
