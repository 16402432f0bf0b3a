import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  preparerDemonstration,
  SIREN_DE_DEMONSTRATION,
} from '../src/app/demonstration/index.server.ts';
import { creerLien } from '../src/socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../src/socle/base/index.server.ts';
import { territoireDuSiren } from '../src/socle/territoire/index.server.ts';
import { MARS, PONTCHATEAU, unTerritoire } from '../src/socle/territoire/territoire.exemples.ts';
import { lancerTravail, traiterTravaux } from '../src/socle/travaux/index.server.ts';
import {
  capturer,
  controlerAccessibilite,
  LARGEURS,
  mesurerDebordement,
  ouvrirNavigateur,
  peserScripts,
} from './navigateur.ts';
import { type Service, servirPages } from './service.ts';

const AUJOURDHUI = '2026-11-24';
const RACINE = `/t/${SIREN_DE_DEMONSTRATION}`;
const PILOTAGE = `${RACINE}/mettre-en-oeuvre/pilotage`;
const PUBLIQUE = `/public/${SIREN_DE_DEMONSTRATION}`;

let essai: BaseDEssai;
let service: Service;
let navigateur: Browser;
let donnees: string;
let contexte: Contexte;

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'parcours-compte-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = AUJOURDHUI;
  process.env.ENSEMBLIER_ADRESSE ??= 'http://localhost:3000';
  await preparerDemonstration(essai.url, () => undefined);
  await unTerritoire(essai.base, PONTCHATEAU);
  const territoire = await territoireDuSiren(essai.base, SIREN_DE_DEMONSTRATION);
  contexte = { territoireId: territoire?.territoireId ?? '', auteur: 'Parcours' };
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  navigateur = await ouvrirNavigateur();
}, 240_000);
afterAll(async () => {
  await navigateur.close();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

const ouvrir = async (largeur = 1440, script = true): Promise<Page> => {
  const vue = await navigateur.newContext({
    viewport: { width: largeur, height: 900 },
    javaScriptEnabled: script,
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    baseURL: service.adresse,
  });
  return vue.newPage();
};

const entrer = async (courriel: string, largeur = 1440, script = true): Promise<Page> => {
  const page = await ouvrir(largeur, script);
  await page.goto('/connexion');
  const formulaire = page.locator('form:has([name=motDePasse])');
  await formulaire.locator('[name=courriel]').fill(courriel);
  await formulaire.locator('[name=motDePasse]').fill('ensemblier-demo');
  await formulaire.locator('button').first().click();
  await page.waitForURL((adresse) => adresse.pathname !== '/connexion');
  return page;
};

/** À chaque largeur : aucun défaut axe, aucun débordement ; une image si l’on en veut (CAPTURES). */
const regarder = async (page: Page, chemin: string): Promise<void> => {
  for (const largeur of LARGEURS) {
    await page.setViewportSize({ width: largeur, height: 900 });
    await page.goto(chemin, { waitUntil: 'networkidle' });
    expect(await controlerAccessibilite(page), `${chemin} à ${largeur}`).toEqual([]);
    expect(await mesurerDebordement(page), `${chemin} à ${largeur}`).toBe(0);
    const dossier = process.env.CAPTURES;
    if (dossier === undefined) continue;
    await capturer(
      page,
      path.join(dossier, `${chemin.replaceAll(/[^a-z0-9]+/gi, '_')}-${largeur}.png`),
    );
  }
};

const texteDe = async (page: Page): Promise<string> =>
  (await page.locator('main').textContent())?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? '';

describe('La page des habitants', () => {
  test('sans compte ni JavaScript, on lit l’avancement, les communes, l’adoption et les coûts', async () => {
    const page = await ouvrir(360, false);
    await page.goto(PUBLIQUE);
    const texte = await texteDe(page);
    for (const titre of [
      'Le schéma est réalisé à',
      'Quelles communes participent ?',
      'Comment le schéma a été adopté',
      'Ce que cela coûte',
    ]) {
      expect(texte).toContain(titre);
    }
    expect(await page.locator('table.matrice tbody tr').count()).toBe(25);
  });

  test('elle ne nomme ni agent, ni pilote, ni auteur, ni adresse', async () => {
    const page = await ouvrir();
    const reponse = await page.goto(PUBLIQUE);
    const source = (await reponse?.text()) ?? '';
    expect(source.length).toBeGreaterThan(5000);
    for (const interdit of [
      'Camille',
      'Dominique',
      'Démonstration',
      'matricule',
      'Benali',
      'Direction générale des services',
      'Deux communes demandent un nouveau recensement',
      '@',
    ]) {
      expect(source, interdit).not.toContain(interdit);
    }
  });

  test('un territoire qui n’a rien publié le dit ; un territoire inconnu n’existe pas', async () => {
    const page = await ouvrir(360, false);
    const vide = await page.goto(`/public/${PONTCHATEAU}`);
    expect(vide?.status()).toBe(200);
    expect(await texteDe(page)).toContain('Rien n’est encore publié');
    const rapport = await page.request.get(`/public/${PONTCHATEAU}/rapport/pdf`);
    expect(rapport.status()).toBe(404);
    expect((await page.goto('/public/123456789'))?.status()).toBe(404);
  });

  test('elle pèse au plus 150 ko de JavaScript', async () => {
    expect(await peserScripts(navigateur, `${service.adresse}${PUBLIQUE}`)).toBeLessThan(150_000);
  });

  test('elle se lit à 360, 768 et 1 440 px sans défaut', async () => {
    const page = await ouvrir();
    await regarder(page, PUBLIQUE);
    await regarder(page, `/public/${PONTCHATEAU}`);
  });
});

describe('L’équipe', () => {
  test('l’accueil dit où l’on en est, ce qu’on attend, et la prochaine échéance', async () => {
    const page = await entrer('pilote@charlieu-belmont.example');
    await page.goto(RACINE);
    const texte = await texteDe(page);
    expect(texte).toContain('Prochaine échéance');
    expect(texte).toMatch(/\d+ sur \d+ grilles rendues/);
    expect(texte).toContain('4 sur 4 fiches prêtes');
    expect(texte).toContain('Approuvé et adressé aux communes');
    await regarder(page, RACINE);
    await page.context().close();
  }, 120_000);

  test('le suivi, une action, le rapport et la publication sont sans défaut', async () => {
    const page = await entrer('pilote@charlieu-belmont.example');
    await page.goto(PILOTAGE);
    const action = await page.locator('main table a').first().getAttribute('href');
    for (const chemin of [
      PILOTAGE,
      action ?? '',
      `${PILOTAGE}/rapport/2026`,
      `${PILOTAGE}/publication`,
      `${RACINE}/travaux`,
    ]) {
      await regarder(page, chemin);
    }
    await page.context().close();
  }, 240_000);

  test('sans JavaScript, une étape atteinte fait monter l’avancement, et publier fige la page', async () => {
    const page = await entrer('pilote@charlieu-belmont.example', 1440, false);
    await page.goto(PILOTAGE);
    await page.locator('main table a').first().click();
    const avant = /avancement de (\d+) %/.exec(await texteDe(page))?.[1] ?? '';
    const restante = page.locator('input[name$="-faite"]');
    const rang = await restante.evaluateAll((champs) =>
      champs.findIndex((champ) => (champ as HTMLInputElement).value === ''),
    );
    await restante.nth(rang).fill(AUJOURDHUI);
    await page.getByRole('button', { name: 'Enregistrer le suivi' }).click();
    const apres = /avancement de (\d+) %/.exec(await texteDe(page))?.[1] ?? '';
    expect(Number(apres)).toBeGreaterThan(Number(avant));
    await page.goto(PUBLIQUE);
    const publie = await texteDe(page);
    await page.goto(`${PILOTAGE}/publication`);
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.goto(PUBLIQUE);
    expect(await texteDe(page)).not.toBe(publie);
    await page.context().close();
  });

  test('un long travail se suit, s’annule et se retrouve, sans JavaScript', async () => {
    const { territoireId, auteur } = contexte;
    const id = await dansTerritoire(essai.base, contexte, (tx) =>
      lancerTravail(tx, {
        territoireId,
        auteur,
        genre: 'essai-de-parcours',
        libelle: 'Lecture de la grille RH',
        entree: {},
      }),
    );
    // Un travail qui avance sans fin, jusqu’à ce qu’on l’arrête.
    const arreter = await traiterTravaux({
      base: essai.base,
      url: essai.url,
      periodeMs: 100,
      registre: {
        'essai-de-parcours': async (_entree, suivi) => {
          for (let fait = 1; ; fait += 1) {
            await suivi.avancer(fait, fait + 10, 'Lecture des lignes');
            await new Promise((suite) => setTimeout(suite, 50));
          }
        },
      },
    });
    const page = await entrer('pilote@charlieu-belmont.example', 360, false);
    const reponse = await page.goto(`${RACINE}/travaux/${id}`);
    expect(await reponse?.text()).toContain('http-equiv="refresh"');
    expect(await texteDe(page)).toContain('Lecture de la grille RH');
    const vue = await entrer('pilote@charlieu-belmont.example');
    await regarder(vue, `${RACINE}/travaux/${id}`);
    await vue.context().close();
    await page.getByRole('button', { name: 'Annuler ce travail' }).click();
    await page.getByText('Travail annulé').waitFor();
    await arreter();
    await page.getByRole('link', { name: 'Voir tous les travaux' }).click();
    expect(await texteDe(page)).toContain('Annulé');
    await page.context().close();
  }, 120_000);
});

describe('La commune et l’élu n’ont pas de menu à apprendre', () => {
  const lien = async (): Promise<string> => {
    const { jeton } = await dansTerritoire(essai.base, contexte, (tx) =>
      creerLien(tx, { ...contexte, collectivite: MARS, aujourdhui: AUJOURDHUI }),
    );
    return `/c/${jeton}`;
  };

  test('par son lien, sans JavaScript, la commune voit ce qu’on attend d’elle en quatre blocs', async () => {
    const page = await ouvrir(360, false);
    const chemin = await lien();
    await page.goto(chemin);
    const titres = await page.locator('main h2').allTextContents();
    expect(titres).toEqual([
      'Vos grilles',
      'L’avis de votre conseil',
      'Ce que vous payez',
      'Vos services mutualisés',
    ]);
    expect(await page.locator('nav').count()).toBe(0);
    await page
      .getByRole('link', { name: /^Rendre la grille/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toContain(`${chemin}/grilles/`);
    const vue = await ouvrir();
    await regarder(vue, chemin);
    expect(await peserScripts(navigateur, `${service.adresse}${chemin}`)).toBeLessThan(150_000);
  }, 120_000);

  test.each([
    ['maire@mars.example', false],
    ['mairie@mars.example', true],
  ])(
    '%s a une page simple ; rendre la grille : %s',
    async (courriel, peutRendre) => {
      const page = await entrer(courriel);
      await page.goto(RACINE);
      expect(await page.locator('#plan').count()).toBe(0);
      expect(await texteDe(page)).toContain('Mars et la mutualisation');
      const rendre = page.getByRole('link', { name: /la grille :/ });
      expect((await rendre.count()) > 0).toBe(peutRendre);
      await regarder(page, RACINE);
      for (const adresse of await page
        .locator('main a')
        .evaluateAll((liens) => liens.map((unLien) => (unLien as HTMLAnchorElement).pathname))) {
        const reponse = await page.request.get(adresse);
        expect(reponse.status(), adresse).toBe(200);
      }
      await page.context().close();
    },
    120_000,
  );
});
