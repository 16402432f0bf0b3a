import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Largeurs regardées : téléphone, tablette, poste de travail. */
export const LARGEURS = [360, 768, 1440] as const;

const DRAPEAUX = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CANDIDATS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Le navigateur de la machine (variable CHROMIUM pour en désigner un autre), ou null. */
export const trouverChromium = (): string | null =>
  [process.env.CHROMIUM ?? '', ...CANDIDATS].find((chemin) => existsSync(chemin)) ?? null;

/** Ouvre Chromium sans fenêtre. À fermer par `close()`. */
export const ouvrirNavigateur = (): Promise<Browser> => {
  const executablePath = trouverChromium();
  if (executablePath === null) {
    throw new Error('Chromium est introuvable : installez-le, ou désignez-le par CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: DRAPEAUX });
};

/** Ouvre une page. Sans `script`, JavaScript est coupé. Animations réduites, heure de Paris. */
export const ouvrirPage = async (
  navigateur: Browser,
  adresse: string,
  options: { largeur?: number; hauteur?: number; script?: boolean } = {},
): Promise<Page> => {
  const contexte = await navigateur.newContext({
    viewport: { width: options.largeur ?? 1440, height: options.hauteur ?? 900 },
    javaScriptEnabled: options.script ?? true,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  const page = await contexte.newPage();
  await page.goto(adresse, { waitUntil: options.script === false ? 'load' : 'networkidle' });
  return page;
};

/** Un défaut relevé par axe : la règle, ce qu’elle dit, les éléments en cause. */
export interface Defaut {
  regle: string;
  aide: string;
  elements: string[];
}

/** Contrôle la page par axe-core : WCAG 2.0 à 2.2, A et AA, et bonnes pratiques. */
export const controlerAccessibilite = async (page: Page): Promise<Defaut[]> => {
  const source = readFileSync(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  // Évalué par le protocole du navigateur : la politique de contenu de la page reste entière.
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, help, nodes }) => ({
      regle: id,
      aide: help,
      elements: nodes.map(
        ({ target, failureSummary }) => `${target.join(' ')} : ${failureSummary ?? ''}`,
      ),
    }));
  });
};

/** De combien de pixels la page déborde en largeur (0 : pas de défilement horizontal). */
export const mesurerDebordement = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/** Poids compressé, en octets, du JavaScript reçu par la page. */
export const peserScripts = async (navigateur: Browser, adresse: string): Promise<number> => {
  const { gzipSync } = await import('node:zlib');
  const contexte = await navigateur.newContext();
  const page = await contexte.newPage();
  const poids: Promise<number>[] = [];
  page.on('response', (reponse) => {
    if (reponse.request().resourceType() !== 'script') return;
    poids.push(reponse.body().then((corps) => gzipSync(corps, { level: 9 }).length));
  });
  await page.goto(adresse, { waitUntil: 'networkidle' });
  const tailles = await Promise.all(poids);
  await contexte.close();
  return tailles.reduce((somme, taille) => somme + taille, 0);
};

/** Garde une image de la page entière. */
export const capturer = async (page: Page, fichier: string): Promise<void> => {
  await page.screenshot({ path: fichier, fullPage: true });
};
