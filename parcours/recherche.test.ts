import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { semerMiseEnOeuvre } from '../src/mise-en-oeuvre/refacturation/index.server.ts';
import { creerPersonne, donnerAcces } from '../src/socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../src/socle/base/index.server.ts';
import {
  CHARLIEU_BELMONT,
  MARS,
  unTerritoire,
} from '../src/socle/territoire/territoire.exemples.ts';
import { controlerAccessibilite, mesurerDebordement, ouvrirNavigateur } from './navigateur.ts';
import { type Service, servirPages } from './service.ts';

const AUJOURDHUI = '2026-11-24';
const MOT_DE_PASSE = 'une phrase assez longue';
let essai: BaseDEssai;
let service: Service;
let navigateur: Browser;
let donnees: string;

const donnerCompte = async (
  contexte: Contexte,
  courriel: string,
  role: 'pilote' | 'commune',
): Promise<void> => {
  const cree = await creerPersonne(essai.base, {
    nom: courriel,
    courriel,
    motDePasse: MOT_DE_PASSE,
    estAdministrateur: false,
  });
  if (!cree.ok) throw new Error(cree.refus.message);
  const donne = await dansTerritoire(essai.base, contexte, (tx) =>
    donnerAcces(tx, {
      territoireId: contexte.territoireId,
      personneId: cree.valeur.id,
      role,
      collectivite: role === 'commune' ? MARS : undefined,
      auteur: contexte.auteur,
      aujourdhui: AUJOURDHUI,
    }),
  );
  if (!donne.ok) throw new Error(donne.refus.message);
};

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'parcours-recherche-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = AUJOURDHUI;
  const { contexte } = await unTerritoire(essai.base);
  await semerMiseEnOeuvre(essai.base, contexte, AUJOURDHUI);
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  await donnerCompte(contexte, 'pilote@exemple.fr', 'pilote');
  await donnerCompte(contexte, 'mairie@exemple.fr', 'commune');
  navigateur = await ouvrirNavigateur();
}, 120_000);
afterAll(async () => {
  await navigateur.close();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

const entrer = async (courriel: string, script: boolean): Promise<Page> => {
  const contexte = await navigateur.newContext({
    viewport: script ? { width: 1440, height: 900 } : { width: 360, height: 740 },
    javaScriptEnabled: script,
    locale: 'fr-FR',
    baseURL: service.adresse,
  });
  const page = await contexte.newPage();
  await page.goto('/connexion');
  const formulaire = page.locator('form:has([name=motDePasse])');
  await formulaire.locator('[name=courriel]').fill(courriel);
  await formulaire.locator('[name=motDePasse]').fill(MOT_DE_PASSE);
  await formulaire.getByRole('button').first().click();
  await page.waitForURL((url) => url.pathname !== '/connexion');
  return page;
};

test('la pilote tape Ctrl+K, un montant, et ouvre l’état qui le porte', async () => {
  const page = await entrer('pilote@exemple.fr', true);
  await page.goto(`/t/${CHARLIEU_BELMONT}`, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('1 274,48');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/recherche?q=*');
  expect(await controlerAccessibilite(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await mesurerDebordement(page)).toBe(0);
  await page.locator('.trouvailles a').first().click();
  await page.waitForURL('**/refacturation/etats/*');
  expect(await page.content()).toMatch(/1\s274,48/);
});

test('sans JavaScript, au téléphone : la loupe, la question, le vide qui dit quoi faire', async () => {
  const page = await entrer('pilote@exemple.fr', false);
  await page.goto(`/t/${CHARLIEU_BELMONT}`);
  await page.getByRole('link', { name: 'Rechercher' }).click();
  await page.getByLabel('Mots ou montant cherchés').fill('ecoche');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  expect(await page.locator('main').textContent()).toContain('Écoche');
  await page.getByLabel('Mots ou montant cherchés').fill('introuvable');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  expect(await page.locator('main').textContent()).toContain('Rien ne répond à « introuvable »');
});

test('une mairie ne trouve pas le montant d’une autre', async () => {
  const page = await entrer('mairie@exemple.fr', false);
  await page.goto(`/t/${CHARLIEU_BELMONT}/recherche?q=1%20274%2C48`);
  expect(await page.locator('main').textContent()).toContain('Rien ne répond');
});
