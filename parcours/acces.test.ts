import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { controlerAccessibilite, mesurerDebordement, ouvrirNavigateur } from './navigateur.ts';
import { type Service, servirPages } from './service.ts';

let essai: BaseDEssai;
let service: Service;
let navigateur: Browser;
let page: Page;
let donnees: string;
const MOT_DE_PASSE = 'une phrase assez longue';

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'parcours-acces-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = '2026-11-24';
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  navigateur = await ouvrirNavigateur();
  page = await ouvrirSansScript();
});
afterAll(async () => {
  await navigateur.close();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

/** Un téléphone, JavaScript coupé : tout doit quand même se faire. */
const ouvrirSansScript = async (): Promise<Page> => {
  const contexte = await navigateur.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
    locale: 'fr-FR',
    baseURL: service.adresse,
  });
  return contexte.newPage();
};

/** Regarde la page courante avec JavaScript : aucun défaut axe, aucun débordement à 360 px. */
const controler = async (chemin: string): Promise<void> => {
  const contexte = await navigateur.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    storageState: await page.context().storageState(),
  });
  const vue = await contexte.newPage();
  await vue.goto(`${service.adresse}${chemin}`, { waitUntil: 'networkidle' });
  expect(await controlerAccessibilite(vue), chemin).toEqual([]);
  expect(await mesurerDebordement(vue), chemin).toBe(0);
  const captures = process.env.CAPTURES;
  if (captures !== undefined) {
    for (const largeur of [360, 1440]) {
      await vue.setViewportSize({ width: largeur, height: 900 });
      const nom = `${chemin.split('?')[0]?.replaceAll('/', '_') ?? ''}-${largeur}.png`;
      await vue.screenshot({ path: path.join(captures, nom), fullPage: true });
    }
  }
  await contexte.close();
};

test('au premier démarrage, on crée l’administrateur puis un territoire réel, sans JavaScript', async () => {
  await page.goto('/');
  expect(new URL(page.url()).pathname).toBe('/installation');
  await controler('/installation');
  await page.getByLabel('Prénom et nom').fill('Camille Pilote');
  await page.getByLabel('Courriel').fill('camille@exemple.fr');
  await page.getByLabel('Mot de passe').fill('court');
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  expect(await page.content()).toContain('Choisissez au moins 12 caractères');
  await page.getByLabel('Prénom et nom').fill('Camille Pilote');
  await page.getByLabel('Courriel').fill('camille@exemple.fr');
  await page.getByLabel('Mot de passe').fill(MOT_DE_PASSE);
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  expect(new URL(page.url()).pathname).toBe('/territoires/nouveau');
  await page.getByLabel('Nom, commune membre ou SIREN').fill('charlieu');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: 'CC Charlieu-Belmont' }).click();
  await controler(`${new URL(page.url()).pathname}${new URL(page.url()).search}`);
  await page.getByRole('button', { name: 'Créer ce territoire' }).click();
  expect(new URL(page.url()).pathname).toBe('/t/200035202/territoire');
});

test('la fiche donne populations, millésimes et sources, et se lit sur un téléphone', async () => {
  await page.goto('/t/200035202/territoire');
  const texte = await page.locator('main').textContent();
  expect(texte).toMatch(/23\s470\s*habitants/);
  expect(texte).toContain('référence statistique 2022');
  expect(texte).toContain('référence statistique 2023');
  await controler('/t/200035202/territoire');
});

test('un territoire sans contour embarqué montre des bulles', async () => {
  await page.goto('/territoires/nouveau?siren=200000438');
  await page.getByRole('button', { name: 'Créer ce territoire' }).click();
  expect(await page.locator('svg circle.carte-bulle').count()).toBe(9);
  await controler('/t/200000438/territoire');
});

test('la pilote crée les liens des communes, en envoie un, en retire un', async () => {
  await page.goto('/t/200035202/acces');
  await page.getByRole('button', { name: 'Créer les liens manquants' }).click();
  expect(await page.locator('code').count()).toBe(25);
  await page.getByLabel('Collectivité', { exact: true }).selectOption({ label: 'Mars' });
  await page.getByLabel('Courriel (facultatif)', { exact: true }).fill('mairie@mars.example');
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  expect(await page.content()).toContain(
    'Le courriel pour mairie@mars.example est dans la boîte d’envoi.',
  );
  await page.getByRole('button', { name: 'Retirer le lien de Arcinges' }).click();
  expect(await page.content()).toContain('il n’ouvre plus rien');
  await controler('/t/200035202/acces');
});

test('sans SMTP, le courriel attend dans la boîte d’envoi et se note transmis', async () => {
  await page.goto('/t/200035202/boite-d-envoi');
  expect(await page.locator('main').textContent()).toContain('le lien personnel de Mars');
  await controler('/t/200035202/boite-d-envoi');
  await page.getByRole('button', { name: 'Noter comme transmis' }).click();
  expect(await page.locator('main').textContent()).toContain('transmis à la main');
});

test('la personne invitée entre par son lien, une seule fois, et ne voit que son rôle', async () => {
  await page.goto('/t/200035202/acces');
  const formulaire = page.locator('form', { hasText: 'Inviter une personne' });
  await formulaire.getByLabel('Prénom et nom').fill('Dominique Lecture');
  await formulaire.getByLabel('Courriel professionnel').fill('dominique@exemple.fr');
  await formulaire.getByLabel('Lecture', { exact: false }).first().check();
  await formulaire.getByRole('button', { name: 'Inviter' }).click();
  await page.goto('/t/200035202/boite-d-envoi');
  const texte = (await page.locator('pre').first().textContent()) ?? '';
  const lien = /http\S+lien-magique\S+/.exec(texte)?.[0] ?? '';
  const invitee = await ouvrirSansScript();
  await invitee.goto(lien);
  await invitee.getByRole('button', { name: 'Entrer' }).click();
  expect(await invitee.locator('main').textContent()).toContain('CC Charlieu-Belmont');
  const refus = await invitee.goto('/t/200035202/acces');
  expect(refus?.status()).toBe(403);
  expect(await invitee.locator('main').textContent()).toContain(
    'Votre rôle ne permet pas ce geste',
  );
  await invitee.goto(lien);
  await invitee.getByRole('button', { name: 'Entrer' }).click();
  expect(await invitee.locator('main').textContent()).toContain('a déjà servi');
});

test('l’historique raconte qui a fait quoi', async () => {
  await page.goto('/t/200035202/historique?objet=lien_personnel');
  const texte = await page.locator('main').textContent();
  expect(texte).toContain('Camille Pilote');
  expect(texte).toContain('un lien personnel');
  await controler('/t/200035202/historique');
});

test('après déconnexion, tout redemande d’entrer, et la connexion ramène à la page voulue', async () => {
  await controler('/compte');
  await page.goto('/deconnexion');
  await controler('/deconnexion');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.goto('/t/200035202/historique');
  expect(new URL(page.url()).pathname).toBe('/connexion');
  await controler('/connexion');
  const entrer = page.locator('form').first();
  await entrer.getByLabel('Courriel').fill('camille@exemple.fr');
  await entrer.getByLabel('Mot de passe').fill('mauvais mot de passe');
  await entrer.getByRole('button', { name: 'Se connecter' }).click();
  expect(await page.content()).toContain('ne vont pas ensemble');
  await entrer.getByLabel('Courriel').fill('camille@exemple.fr');
  await entrer.getByLabel('Mot de passe').fill(MOT_DE_PASSE);
  await entrer.getByRole('button', { name: 'Se connecter' }).click();
  expect(new URL(page.url()).pathname).toBe('/t/200035202/historique');
  await page.goto('/');
  await controler('/');
});
