import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Jour } from '../src/moteurs/calendrier/index.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import {
  controlerAccessibilite,
  type Defaut,
  mesurerDebordement,
  ouvrirNavigateur,
} from './navigateur.ts';
import type { Acteur } from './scenario.ts';
import { type Service, servirPages } from './service.ts';

/** Ce qu’une page montrée à 360 px a de défectueux ; une liste vide est attendue. */
export interface DefautDePage {
  readonly chemin: string;
  readonly defauts: readonly Defaut[];
  readonly debordement: number;
}

/** Un fichier reçu du navigateur. */
export interface Recu {
  readonly nom: string;
  readonly octets: Buffer;
}

/** La scène d’un parcours : l’application complète, le jour, et une page par acteur. */
export interface Scene {
  readonly base: BaseDEssai;
  readonly service: Service;
  readonly navigateur: Browser;
  /** Ce que les gestes se transmettent : liens, fichiers, montants. */
  readonly garde: Map<string, unknown>;
  /** Avance ou recule le jour de l’application. */
  readonly choisirJour: (jour: Jour) => void;
  /** La page d’un acteur, ouverte à son premier geste et gardée ensuite. */
  readonly pageDe: (acteur: string) => Promise<Page>;
  /** Regarde la page où se trouve l’acteur, telle quelle (un refus, une erreur de saisie). */
  readonly regarderIci: (acteur: string) => Promise<void>;
  /** Regarde à 360 px, avec JavaScript, chaque page traversée depuis le dernier appel. */
  readonly controlerPages: () => Promise<readonly DefautDePage[]>;
  /** Erreurs de console et exceptions, depuis le dernier appel. */
  readonly releverIncidents: () => readonly string[];
  readonly fermer: () => Promise<void>;
}

const MONTRE = { width: 360, height: 740 } as const;

/** Une même page sous plusieurs adresses (jeton, identifiant) ne se regarde qu’une fois par forme. */
const formeDe = (chemin: string): string =>
  chemin
    .replace(/#.*$/, '')
    .replaceAll(/=\d+/g, '=n')
    .replace(/\/c\/[^/?]+/, '/c/:jeton')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/(?<=\/t\/\d{9}.*)\d{9}/g, ':siren');

/** Chromium note en erreur toute réponse de refus ; un refus attendu n’est pas un incident. */
const estUnRefusServi = (message: string): boolean =>
  /status of (?:401|403|404|409|413|422)\b/.test(message);

const ecouter = (page: Page, incidents: string[]): void => {
  page.on('pageerror', (erreur) => incidents.push(`${page.url()} : ${erreur.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || estUnRefusServi(message.text())) return;
    incidents.push(`${page.url()} : ${message.text()}`);
  });
};

const reglerEnvironnement = (essai: BaseDEssai, donnees: string, jour: Jour): void => {
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = jour;
};

/** Garde des images quand la variable CAPTURES désigne un dossier. */
const garderImages = async (vue: Page, forme: string): Promise<void> => {
  const dossier = process.env.CAPTURES;
  if (dossier === undefined || dossier === '') return;
  const nom = forme.replaceAll(/[^a-z0-9]+/gi, '_').slice(0, 90);
  for (const largeur of [360, 1440]) {
    await vue.setViewportSize({ width: largeur, height: 900 });
    await vue.screenshot({ path: path.join(dossier, `${nom}-${largeur}.png`), fullPage: true });
  }
};

/** Ouvre la scène : base neuve, application construite et servie, navigateur. */
export const ouvrirScene = async (
  acteurs: Readonly<Record<string, Acteur>>,
  jour: Jour,
): Promise<Scene> => {
  const base = await uneBase();
  const donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'parcours-'));
  reglerEnvironnement(base, donnees, jour);
  const service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  const navigateur = await ouvrirNavigateur();
  const pages = new Map<string, Page>();
  const vues = new Map<string, BrowserContext>();
  const formes = new Set<string>();
  const incidents: string[] = [];
  let traversees: { acteur: string; chemin: string }[] = [];

  const ouvrirContexte = (acteur: string): Promise<BrowserContext> =>
    navigateur.newContext({
      viewport: acteurs[acteur]?.sansScript === true ? MONTRE : { width: 1440, height: 900 },
      javaScriptEnabled: acteurs[acteur]?.sansScript !== true,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
      baseURL: service.adresse,
    });
  const pageDe = async (acteur: string): Promise<Page> => {
    const connue = pages.get(acteur);
    if (connue !== undefined) return connue;
    if (acteurs[acteur] === undefined) throw new Error(`« ${acteur} » n’est pas un acteur.`);
    const page = await (await ouvrirContexte(acteur)).newPage();
    page.setDefaultTimeout(15_000);
    ecouter(page, incidents);
    page.on('framenavigated', (cadre) => {
      if (cadre !== page.mainFrame() || !cadre.url().startsWith(service.adresse)) return;
      traversees.push({ acteur, chemin: cadre.url().slice(service.adresse.length) });
    });
    pages.set(acteur, page);
    return page;
  };
  /** Une vue au téléphone, JavaScript actif, qui partage la session de l’acteur. */
  const vueDe = async (acteur: string): Promise<Page> => {
    const page = await pageDe(acteur);
    await vues.get(acteur)?.close();
    const contexte = await navigateur.newContext({
      viewport: MONTRE,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      baseURL: service.adresse,
      storageState: await page.context().storageState(),
    });
    vues.set(acteur, contexte);
    const vue = await contexte.newPage();
    ecouter(vue, incidents);
    return vue;
  };
  const examiner = async (vue: Page, chemin: string): Promise<DefautDePage[]> => {
    const defauts = await controlerAccessibilite(vue);
    const debordement = await mesurerDebordement(vue);
    return defauts.length > 0 || debordement > 0 ? [{ chemin, defauts, debordement }] : [];
  };
  const controlerPages = async (): Promise<readonly DefautDePage[]> => {
    const constats: DefautDePage[] = [];
    const aVoir = traversees.filter(({ acteur, chemin }) => {
      const forme = formeDe(`${acteurs[acteur]?.entree ?? ''} ${chemin}`);
      const estNeuve = !formes.has(forme);
      formes.add(forme);
      return estNeuve;
    });
    traversees = [];
    for (const acteur of new Set(aVoir.map(({ acteur: qui }) => qui))) {
      const vue = await vueDe(acteur);
      for (const { chemin } of aVoir.filter(({ acteur: qui }) => qui === acteur)) {
        await vue.goto(chemin);
        // Le temps que React reprenne la page : une erreur d’hydratation se dit à ce moment.
        await vue.waitForTimeout(150);
        constats.push(...(await examiner(vue, chemin)));
        await garderImages(vue, formeDe(chemin));
        await vue.setViewportSize(MONTRE);
      }
    }
    return constats;
  };
  return {
    base,
    service,
    navigateur,
    garde: new Map(),
    choisirJour: (choisi) => {
      process.env.ENSEMBLIER_AUJOURDHUI = choisi;
    },
    pageDe,
    regarderIci: async (acteur) => {
      const page = await pageDe(acteur);
      const constats = await examiner(page, page.url());
      if (constats.length > 0) throw new Error(JSON.stringify(constats, null, 2));
    },
    controlerPages,
    releverIncidents: () => {
      const releves = [...incidents];
      incidents.length = 0;
      return releves;
    },
    fermer: async () => {
      await navigateur.close();
      await service.arreter();
      await base.fermer();
      fs.rmSync(donnees, { recursive: true });
    },
  };
};

/** Déclenche un téléchargement et rend le fichier reçu. */
export const telecharger = async (
  page: Page,
  declencher: () => Promise<unknown>,
): Promise<Recu> => {
  const [recu]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    declencher(),
  ]);
  return { nom: recu.suggestedFilename(), octets: fs.readFileSync(await recu.path()) };
};

/** Le texte de la page, espaces ramenés à un seul : « 23 400 habitants » se compare sans surprise. */
export const lireTexte = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');

/** Ce qu’un geste précédent a gardé ; une erreur claire s’il ne l’a pas fait. */
export const reprendre = <T>(scene: Scene, cle: string): T => {
  if (!scene.garde.has(cle)) throw new Error(`Un geste précédent devait garder « ${cle} ».`);
  return scene.garde.get(cle) as T;
};

/** Ouvre un repli de la page, s’il est fermé. */
export const deplier = async (page: Page, nom: string): Promise<void> => {
  const repli = page.locator('details:not([open]) > summary', { hasText: nom });
  if (await repli.count()) await repli.first().click();
};

/** Attend que la page montre ce texte, espaces insécables compris ; échoue en montrant la page. */
export const voir = async (page: Page, attendu: string | RegExp): Promise<string> => {
  const lire = () => lireTexte(page);
  const assertion = expect.poll(lire, { timeout: 10_000 });
  await (typeof attendu === 'string' ? assertion.toContain(attendu) : assertion.toMatch(attendu));
  return lire();
};
