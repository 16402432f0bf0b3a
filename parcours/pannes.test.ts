import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOT_DE_PASSE, unePersonne } from '../src/socle/acces/acces.exemples.ts';
import {
  creerBaseSiAbsente,
  demarrerEmbarque,
  migrer,
  ouvrirBase,
  type ServeurEmbarque,
} from '../src/socle/base/index.server.ts';
import { unTerritoire } from '../src/socle/territoire/territoire.exemples.ts';
import { controlerAccessibilite, ouvrirNavigateur } from './navigateur.ts';
import { type Service, servirPages } from './service.ts';

const SIREN = '200035202';
const OBJECTIFS = 'Une paie tenue à deux, sans rupture pendant les congés.';

let donnees: string;
let postgres: ServeurEmbarque;
let service: Service;
let navigateur: Browser;
let page: Page;

/** Éteint la base pour de bon, fait un geste, puis la rallume. */
const baseEteinte = async (geste: () => Promise<void>): Promise<void> => {
  await postgres.arreter();
  try {
    await geste();
  } finally {
    postgres = await demarrerEmbarque(donnees);
  }
};

beforeAll(async () => {
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'pannes-'));
  fs.chmodSync(donnees, 0o755);
  postgres = await demarrerEmbarque(donnees);
  await creerBaseSiAbsente(postgres.adresse('postgres'), 'ensemblier');
  const url = postgres.adresse('ensemblier');
  await migrer(url, path.resolve('base/migrations'));
  process.env.ENSEMBLIER_BASE = url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  const base = ouvrirBase(url, { connexions: 2 });
  const { contexte } = await unTerritoire(base);
  const { courriel } = await unePersonne(base, contexte, 'pilote');
  await base.destroy();
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  navigateur = await ouvrirNavigateur();
  const session = await navigateur.newContext({ baseURL: service.adresse, locale: 'fr-FR' });
  page = await session.newPage();
  await page.goto('/connexion');
  const formulaire = page.locator('form', { has: page.locator('[name=motDePasse]') });
  await formulaire.locator('[name=courriel]').fill(courriel);
  await formulaire.locator('[name=motDePasse]').fill(MOT_DE_PASSE);
  await formulaire.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((adresse) => adresse.pathname !== '/connexion');
});
afterAll(async () => {
  await navigateur.close();
  await service.arreter();
  await postgres.arreter();
  fs.rmSync(donnees, { recursive: true, force: true });
});

/** Un témoin posé dans la page : encore là, la navigation s’est faite sans rechargement. */
const poserTemoin = () => page.evaluate("globalThis.temoin = 'ici'");
const estSansRechargement = async (): Promise<boolean> =>
  (await page.evaluate('globalThis.temoin')) === 'ici';
const titre = (nom: string) => page.getByRole('heading', { level: 1, name: nom });

test('la base éteinte pendant une navigation est dite telle, et la suite reprend quand elle revient', async () => {
  await page.goto(`/t/${SIREN}`);
  await page.waitForLoadState('networkidle');
  await poserTemoin();
  await baseEteinte(async () => {
    await page.locator(`a[href="/t/${SIREN}/elaborer/schema"]`).first().click();
    await titre('La base de données ne répond pas').waitFor();
    expect(await page.locator('main').textContent()).toContain('Erreur 503');
    // Une lecture n’est pas un envoi : il n’y a rien à refaire.
    expect(await page.getByRole('button', { name: 'Envoyer de nouveau' }).count()).toBe(0);
    expect(await controlerAccessibilite(page)).toEqual([]);
  });
  expect(await estSansRechargement()).toBe(true);
  await page.getByRole('link', { name: 'Revenir au territoire' }).click();
  await titre('La base de données ne répond pas').waitFor({ state: 'detached' });
  expect(await page.locator('main').textContent()).not.toContain('Erreur');
});

test('la base éteinte pendant un envoi : la saisie est gardée, et repart d’un bouton', async () => {
  await page.goto(`/t/${SIREN}/elaborer/schema/redaction/preambule`);
  await page.waitForLoadState('networkidle');
  await poserTemoin();
  const champ = page.locator('main textarea').first();
  const nom = (await champ.getAttribute('name')) ?? '';
  await champ.fill(OBJECTIFS);
  await baseEteinte(async () => {
    await page.getByRole('button', { name: 'Enregistrer la section' }).click();
    await titre('La base de données ne répond pas').waitFor();
    expect(await controlerAccessibilite(page)).toEqual([]);
  });
  expect(await estSansRechargement()).toBe(true);
  await page.getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await page.getByText('La section est enregistrée').waitFor();
  await page.reload();
  expect(await page.locator(`textarea[name="${nom}"]`).inputValue()).toBe(OBJECTIFS);
});

test('un fichier trop lourd, envoyé sans rechargement, dit qu’il est trop lourd', async () => {
  await page.goto(`/t/${SIREN}/elaborer/collecte/grille-rh/214201410`);
  await page.waitForLoadState('networkidle');
  await poserTemoin();
  const lourd = path.join(donnees, 'grille.csv');
  fs.writeFileSync(lourd, Buffer.alloc(70 * 1024 * 1024, 'a'));
  await page.locator('input[type=file]').first().setInputFiles(lourd);
  await page
    .getByRole('button', { name: /^Déposer/ })
    .first()
    .click();
  await titre('Ce fichier est trop lourd').waitFor();
  expect(await page.locator('main').textContent()).toContain('Rien n’a été enregistré');
  expect(await page.getByRole('button', { name: 'Envoyer de nouveau' }).count()).toBe(0);
});
