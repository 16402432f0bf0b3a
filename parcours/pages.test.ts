import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPTES_DE_DEMONSTRATION } from '../src/app/demonstration/comptes.ts';
import {
  preparerDemonstration,
  SIREN_DE_DEMONSTRATION,
} from '../src/app/demonstration/index.server.ts';
import { creerLien, creerPersonne, donnerAcces } from '../src/socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { dansTerritoire } from '../src/socle/base/index.server.ts';
import { creerTerritoire, territoireDuSiren } from '../src/socle/territoire/index.server.ts';
import { ouvrirNavigateur } from './navigateur.ts';
import { type Service, servirPages } from './service.ts';
import { explorer, type Visite } from './visiter.ts';

const JOUR = '2026-11-24';
const RACINE = `/t/${SIREN_DE_DEMONSTRATION}`;
const MARS = '214201410';
const BELMONT = '214200156';
/** Adhère au service commun : elle a des états à lire. */
const CHARLIEU = '214200529';
const VOISINE = {
  siren: '244301107',
  courriel: 'pilote@haut-lignon.example',
  motDePasse: 'une phrase assez longue',
};

let essai: BaseDEssai;
let service: Service;
let navigateur: Browser;
let donnees: string;
const liens = { charlieu: '', belmont: '' };

const creerLeVoisin = async (): Promise<void> => {
  const cree = await creerTerritoire(essai.base, VOISINE.siren, 'Essai', JOUR);
  const personne = await creerPersonne(essai.base, {
    nom: 'Pilote voisine',
    courriel: VOISINE.courriel,
    motDePasse: VOISINE.motDePasse,
    estAdministrateur: false,
  });
  if (!cree.ok || !personne.ok) throw new Error('Le territoire voisin n’a pas pu être créé.');
  const { territoireId } = cree.valeur;
  await dansTerritoire(essai.base, { territoireId, auteur: 'Essai' }, (tx) =>
    donnerAcces(tx, {
      territoireId,
      personneId: personne.valeur.id,
      role: 'pilote',
      collectivite: undefined,
      auteur: 'Essai',
      aujourdhui: JOUR,
    }),
  );
};

const creerLeLien = async (collectivite: string): Promise<string> => {
  const territoire = await territoireDuSiren(essai.base, SIREN_DE_DEMONSTRATION);
  if (territoire === null) throw new Error('La démonstration manque.');
  const { territoireId } = territoire;
  const { jeton } = await dansTerritoire(essai.base, { territoireId, auteur: 'Essai' }, (tx) =>
    creerLien(tx, {
      territoireId,
      collectivite,
      destinataire: undefined,
      auteur: 'Essai',
      aujourdhui: JOUR,
    }),
  );
  return `/c/${jeton}`;
};

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'parcours-pages-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = JOUR;
  delete process.env.ENSEMBLIER_SANS_DEMO;
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  await preparerDemonstration(essai.url, () => undefined);
  await creerLeVoisin();
  liens.charlieu = await creerLeLien(CHARLIEU);
  liens.belmont = await creerLeLien(BELMONT);
  navigateur = await ouvrirNavigateur();
});
afterAll(async () => {
  await navigateur.close();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

const entrer = async (courriel: string, motDePasse: string): Promise<BrowserContext> => {
  const contexte = await navigateur.newContext({ baseURL: service.adresse, locale: 'fr-FR' });
  const page = await contexte.newPage();
  await page.goto('/connexion');
  const formulaire = page.locator('form', { has: page.locator('[name=motDePasse]') });
  await formulaire.locator('[name=courriel]').fill(courriel);
  await formulaire.locator('[name=motDePasse]').fill(motDePasse);
  await formulaire.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((adresse) => adresse.pathname !== '/connexion');
  await page.close();
  return contexte;
};

const compteDe = (role: string) => {
  const compte = COMPTES_DE_DEMONSTRATION.find((un) => un.role === role);
  if (compte === undefined) throw new Error(`Aucun compte « ${role} ».`);
  return compte;
};

const doublons = (visites: readonly Visite[]): readonly string[] =>
  [...Map.groupBy(visites, ({ titre }) => titre)]
    .filter(([, memes]) => memes.length > 1)
    .map(([titre, memes]) => `${titre} : ${memes.map(({ forme }) => forme).join(', ')}`);

/** Ce qu’on attend de toute page, quel que soit le rôle. */
const controler = (visites: readonly Visite[], poidsMaximal: number): void => {
  expect(visites.filter(({ statut }) => statut !== 200).map(({ chemin }) => chemin)).toEqual([]);
  expect(visites.filter(({ erreurs }) => erreurs.length > 0)).toEqual([]);
  expect(
    visites
      .filter(({ defauts }) => defauts.length > 0)
      .map(({ chemin, defauts }) => ({ chemin, defauts })),
  ).toEqual([]);
  expect(
    visites
      .filter(({ debordement }) => debordement > 0)
      .map(({ chemin, debordement }) => `${chemin} : ${debordement} px`),
  ).toEqual([]);
  expect(visites.filter(({ langue }) => langue !== 'fr').map(({ chemin }) => chemin)).toEqual([]);
  expect(
    visites
      .filter(({ titre }) => !/^\S.{4,} – Ensemblier$/.test(titre))
      .map(({ chemin }) => chemin),
  ).toEqual([]);
  expect(
    visites.filter(({ titresDePremierRang: n }) => n !== 1).map(({ chemin }) => chemin),
  ).toEqual([]);
  expect(doublons(visites)).toEqual([]);
  expect(
    visites
      .filter(({ kilooctets }) => kilooctets > poidsMaximal)
      .map(({ chemin, kilooctets }) => `${chemin} : ${Math.round(kilooctets)} ko`),
  ).toEqual([]);
};

let dePilote: readonly Visite[] = [];
let deCharlieu: readonly Visite[] = [];

describe('toutes les pages atteignables, de lien en lien', () => {
  test('sans compte : la page des habitants, la connexion, la déclaration', async () => {
    const visites = await explorer(
      navigateur,
      service.adresse,
      [`/public/${SIREN_DE_DEMONSTRATION}`, '/connexion', '/accessibilite'],
      { garder: (chemin) => /^\/(?:public|connexion|accessibilite)/.test(chemin) },
    );
    expect(visites.length).toBeGreaterThanOrEqual(3);
    controler(visites, 150);
  });

  test('une commune, par son lien', async () => {
    deCharlieu = await explorer(
      navigateur,
      service.adresse,
      [`${liens.charlieu}/grilles/grille-rh`, liens.charlieu],
      {
        garder: (chemin) => chemin.startsWith('/c/'),
      },
    );
    expect(deCharlieu.length).toBeGreaterThanOrEqual(6);
    controler(deCharlieu, 150);
  });

  test('un secrétariat de mairie, par son compte', async () => {
    const { courriel, motDePasse } = compteDe('commune');
    const contexte = await entrer(courriel, motDePasse);
    const visites = await explorer(navigateur, service.adresse, [RACINE], {
      session: await contexte.storageState(),
      garder: (chemin) => chemin.startsWith(RACINE),
    });
    expect(visites.length).toBeGreaterThanOrEqual(4);
    controler(visites, 150);
  });

  test('une élue', async () => {
    const { courriel, motDePasse } = compteDe('elu');
    const contexte = await entrer(courriel, motDePasse);
    const visites = await explorer(navigateur, service.adresse, [RACINE], {
      session: await contexte.storageState(),
      garder: (chemin) => chemin.startsWith(RACINE),
    });
    expect(visites.length).toBeGreaterThanOrEqual(8);
    controler(visites, 150);
  });

  test('la pilote', { timeout: 600_000 }, async () => {
    const { courriel, motDePasse } = compteDe('pilote');
    const contexte = await entrer(courriel, motDePasse);
    dePilote = await explorer(navigateur, service.adresse, [RACINE, '/', '/compte'], {
      session: await contexte.storageState(),
      garder: (chemin) => /^\/(?:t\/|compte|$)/.test(chemin),
    });
    expect(dePilote.length).toBeGreaterThanOrEqual(30);
    controler(dePilote, 300);
  });
});

const statuts = async (
  contexte: BrowserContext,
  chemins: readonly string[],
): Promise<readonly string[]> => {
  const ouverts: string[] = [];
  for (const chemin of chemins) {
    const statut = (await contexte.request.get(chemin, { maxRedirects: 0 })).status();
    if (statut !== 403 && statut !== 404) ouverts.push(`${chemin} : ${statut}`);
  }
  return ouverts;
};

describe('chacun chez soi', () => {
  test('la pilote d’un autre territoire n’ouvre aucune adresse de celui-ci', async () => {
    const voisine = await entrer(VOISINE.courriel, VOISINE.motDePasse);
    const chemins = dePilote
      .map(({ chemin }) => chemin)
      .filter((chemin) => chemin.startsWith('/t/'));
    expect(chemins.length).toBeGreaterThan(25);
    expect(await statuts(voisine, chemins)).toEqual([]);
    // Ni les mêmes objets, sous sa propre racine.
    const sousSaRacine = chemins
      .filter((chemin) => /[0-9a-f]{8}-[0-9a-f-]{27}/.test(chemin))
      .map((chemin) => chemin.replace(RACINE, `/t/${VOISINE.siren}`));
    expect(sousSaRacine.length).toBeGreaterThan(4);
    expect(await statuts(voisine, sousSaRacine)).toEqual([]);
  });

  test('une commune n’ouvre, par son lien, aucun objet d’une autre', async () => {
    const contexte = await navigateur.newContext({ baseURL: service.adresse });
    const objets = deCharlieu
      .map(({ chemin }) => chemin)
      .filter((chemin) => /[0-9a-f]{8}-[0-9a-f-]{27}/.test(chemin))
      .map((chemin) => chemin.replace(liens.charlieu, liens.belmont));
    expect(objets.length).toBeGreaterThan(1);
    // Le schéma transmis est le même pour toutes : chacune le lit.
    expect(
      await statuts(
        contexte,
        objets.filter((chemin) => !chemin.includes('/avis/')),
      ),
    ).toEqual([]);
  });

  test('le secrétariat de Mars n’ouvre pas la grille d’une autre commune', async () => {
    const { courriel, motDePasse } = compteDe('commune');
    const mairie = await entrer(courriel, motDePasse);
    const chemins = ['', '/gabarit/xlsx', '/lignes/nouvelle'].map(
      (suite) => `${RACINE}/elaborer/collecte/grille-rh/${BELMONT}${suite}`,
    );
    expect(await statuts(mairie, chemins)).toEqual([]);
    const sienne = await mairie.request.get(`${RACINE}/elaborer/collecte/grille-rh/${MARS}`);
    expect(sienne.status()).toBe(200);
  });

  test('sans compte, toute adresse de travail demande d’entrer', async () => {
    const inconnu = await navigateur.newContext({ baseURL: service.adresse });
    for (const { chemin } of dePilote.filter((visite) => visite.chemin.startsWith('/t/'))) {
      const reponse = await inconnu.request.get(chemin, { maxRedirects: 0 });
      expect(reponse.status(), chemin).toBe(302);
      expect(reponse.headers().location, chemin).toMatch(/^\/connexion/);
    }
  });
});
