import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  controlerAccessibilite,
  LARGEURS,
  mesurerDebordement,
  ouvrirNavigateur,
  ouvrirPage,
  peserScripts,
  trouverChromium,
} from './navigateur.ts';
import { type Service, servirPages } from './service.ts';

const FAMILLES = [
  'chiffres',
  'depot',
  'tableaux',
  'temps',
  'decision',
  'documents',
  'etats',
  'champs',
];
const PAGES = [
  '/accessibilite',
  '/adresse-inconnue',
  '/composants/page-simple',
  ...FAMILLES.map((famille) => `/composants/${famille}`),
];

describe.skipIf(trouverChromium() === null)('les motifs, dans un vrai navigateur', () => {
  let navigateur: Browser;
  let service: Service;
  beforeAll(async () => {
    service = await servirPages();
    navigateur = await ouvrirNavigateur();
  });
  afterAll(async () => {
    await navigateur.close();
    await service.arreter();
  });
  const ouvrir = (chemin: string, options: Parameters<typeof ouvrirPage>[2] = {}) =>
    ouvrirPage(navigateur, service.adresse + chemin, options);
  const fermer = (page: Page) => page.context().close();

  test('le contrôle d’accessibilité voit un défaut quand il y en a un', async () => {
    const page = await ouvrir('/accessibilite');
    await page.evaluate(() => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input type="text">');
    });
    const defauts = await controlerAccessibilite(page);
    expect(defauts.map(({ regle }) => regle)).toContain('label');
    await fermer(page);
  });

  test.each(PAGES)(
    '%s : aucun défaut axe, aucun débordement, de 320 à 1 440 px',
    async (chemin) => {
      for (const largeur of [320, ...LARGEURS]) {
        const page = await ouvrir(chemin, { largeur });
        expect(await mesurerDebordement(page), `${largeur} px`).toBe(0);
        expect(await controlerAccessibilite(page), `${largeur} px`).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.title()).toMatch(/Ensemblier/);
        await fermer(page);
      }
    },
  );

  test('rien ne vient d’ailleurs, et la politique de contenu ne bloque rien', async () => {
    const contexte = await navigateur.newContext();
    const page = await contexte.newPage();
    const plaintes: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') plaintes.push(message.text());
    });
    page.on('request', (requete) => {
      const url = requete.url();
      if (!url.startsWith(service.adresse) && !url.startsWith('data:')) plaintes.push(url);
    });
    await page.goto(`${service.adresse}/composants`, { waitUntil: 'networkidle' });
    expect(plaintes).toEqual([]);
    await contexte.close();
  });

  test('le poids du JavaScript tient : 150 ko pour une commune, 300 ko pour le travail', async () => {
    for (const chemin of ['/accessibilite', '/composants/page-simple']) {
      expect(await peserScripts(navigateur, service.adresse + chemin)).toBeLessThan(150_000);
    }
    expect(await peserScripts(navigateur, `${service.adresse}/composants`)).toBeLessThan(300_000);
  });

  test('au clavier, le premier arrêt mène au contenu', async () => {
    const page = await ouvrir('/composants/chiffres');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await fermer(page);
  });

  test.each([true, false])(
    'un chiffre s’ouvre et se ferme au clavier (JavaScript : %s)',
    async (script) => {
      const page = await ouvrir('/composants/chiffres', { script });
      const chiffre = page.getByRole('button', { name: /Expliquer ce chiffre/ });
      await chiffre.focus();
      await page.keyboard.press('Enter');
      const volet = page.getByRole('dialog');
      await expect.poll(() => volet.isVisible()).toBe(true);
      expect(await volet.textContent()).toContain('Cellule E14, fichier budget-services-2025.csv');
      if (script) expect(await controlerAccessibilite(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => volet.isVisible()).toBe(false);
      await fermer(page);
    },
  );

  test.each([true, false])(
    'le lien d’un chiffre ouvre son explication (JavaScript : %s)',
    async (script) => {
      const page = await ouvrir('/composants/chiffres#part-pouilly', { script });
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(true);
      await fermer(page);
    },
  );

  test('sur un téléphone sans JavaScript, le plan s’ouvre et mène ailleurs', async () => {
    const page = await ouvrir('/composants/chiffres', { largeur: 360, script: false });
    const lien = page.getByRole('link', { name: /Décision/ });
    expect(await lien.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Plan de la démarche' }).click();
    await lien.click();
    await page.waitForURL('**/composants/decision');
    await fermer(page);
  });

  test('sans JavaScript, le tableau dense se pagine, se trie et se filtre', async () => {
    const page = await ouvrir('/composants/tableaux', { script: false });
    const lignes = page.getByRole('region', { name: /Agents du territoire/ }).locator('tbody tr');
    expect(await lignes.count()).toBe(100);
    await page.getByRole('link', { name: 'Page 100' }).click();
    expect(await lignes.last().textContent()).toContain('10000');
    await page.goto(`${service.adresse}/composants/tableaux?agents-tri=-cout&agents-filtre=ecoche`);
    expect(await lignes.first().textContent()).toContain('Écoche');
    expect(await lignes.count()).toBe(100);
    await fermer(page);
  });

  test('avec JavaScript, dix mille lignes ne chargent que celles qu’on voit, et se copient', async () => {
    const page = await ouvrir('/composants/tableaux');
    const grille = page.getByRole('grid', { name: /Agents du territoire/ });
    expect(await grille.locator('tbody tr').count()).toBeLessThan(80);
    await grille.locator('[data-place="0-0"]').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    const copie = await page.evaluate(() => {
      const presse = new DataTransfer();
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: presse, bubbles: true, cancelable: true }),
      );
      return presse.getData('text/plain');
    });
    expect(copie).toBe('00002\tÉcoche');
    await page.keyboard.press('Control+End');
    await expect.poll(() => grille.locator('tbody tr').last().textContent()).not.toBe('');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place')))
      .toBe('9999-6');
    await fermer(page);
  });

  test('hors ligne, la page dit ce qui est sauf et quoi faire', async () => {
    const page = await ouvrir('/composants/chiffres');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: /Décision/ }).click();
    await page.getByRole('heading', { name: 'Vous êtes hors ligne' }).waitFor();
    await fermer(page);
  });

  test('Ctrl+K mène à la recherche', async () => {
    const page = await ouvrir('/composants/chiffres');
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('recherche-generale');
    await fermer(page);
  });

  test('les cartes s’ordonnent au clavier, et l’envoi porte leur rang', async () => {
    const page = await ouvrir('/composants/decision');
    await page.getByRole('button', { name: 'Monter Simplicité' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('input[name="rang-simplicite"]').inputValue()).toBe('2');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Monter Simplicité',
    );
    await fermer(page);
  });

  test('une liste où l’on tape oublie les accents ; sans JavaScript, elle reste une liste', async () => {
    const page = await ouvrir('/composants/champs');
    const champ = page.getByRole('combobox', { name: 'Commune' });
    await champ.fill('ecoche');
    await page.getByRole('option', { name: 'Écoche' }).click();
    expect(await page.locator('input[name="commune"]').inputValue()).toBe('42086');
    await fermer(page);
    const sans = await ouvrir('/composants/champs', { script: false });
    expect(await sans.locator('select[name="commune"] option').count()).toBeGreaterThan(20);
    await fermer(sans);
  });
});
