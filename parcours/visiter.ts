import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { controlerAccessibilite, type Defaut, mesurerDebordement } from './navigateur.ts';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Ce qu’on a constaté d’une page. */
export interface Visite {
  readonly chemin: string;
  /** Le chemin sans ses identifiants : deux pages de même forme sont la même page. */
  readonly forme: string;
  readonly statut: number;
  readonly titre: string;
  readonly langue: string;
  readonly titresDePremierRang: number;
  readonly defauts: readonly Defaut[];
  readonly debordement: number;
  readonly erreurs: readonly string[];
  /** JavaScript reçu à froid, compressé, en kilooctets. */
  readonly kilooctets: number;
  readonly liens: readonly string[];
}

export const formeDe = (chemin: string): string =>
  (chemin.split(/[?#]/)[0] ?? '')
    .replace(/^\/c\/[^/]+/, '/c/:jeton')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/(?<!^\/(?:t|public)\/)\b\d{9}\b/g, ':siren')
    .replace(/\/(?<lieu>collecte|grilles)\/[a-z-]+/, '/$<lieu>/:grille')
    .replace(/\/redaction\/[a-z-]+$/, '/redaction/:section')
    .replaceAll(/\/[A-Z]{2,4}(?=\/|$)/g, '/:code')
    .replaceAll(/\/20\d\d(?=\/|$)/g, '/:annee')
    .replaceAll(/\/lignes\/[a-z]\d+$/g, '/lignes/:repere');

const poids = new Map<string, number>();

const peser = async (page: Page, chemin: string) => {
  const scripts: Promise<number>[] = [];
  page.on('response', (reponse) => {
    if (reponse.request().resourceType() !== 'script') return;
    const adresse = reponse.url();
    scripts.push(
      reponse
        .body()
        .then((corps) => poids.get(adresse) ?? gzipSync(corps, { level: 9 }).length)
        .then((octets) => {
          poids.set(adresse, octets);
          return octets;
        })
        .catch(() => poids.get(adresse) ?? 0),
    );
  });
  const reponse = await page.goto(chemin, { waitUntil: 'networkidle' });
  const octets = (await Promise.all(scripts)).reduce((somme, taille) => somme + taille, 0);
  return { statut: reponse?.status() ?? 0, kilooctets: octets / 1000 };
};

const lireLiens = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((lien) => !lien.hasAttribute('download') && lien.origin === location.origin)
      .map((lien) => `${lien.pathname}${lien.search}`),
  );

/** Ouvre une page à froid, à 360 px, et relève tout ce qu’on en attend. */
export const visiter = async (
  navigateur: Browser,
  adresse: string,
  chemin: string,
  session: Session | undefined,
): Promise<Visite> => {
  const contexte = await navigateur.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    baseURL: adresse,
    ...(session === undefined ? {} : { storageState: session }),
  });
  const page = await contexte.newPage();
  const erreurs: string[] = [];
  page.on('pageerror', (erreur) => erreurs.push(erreur.message));
  page.on('console', (message) => {
    if (message.type() === 'error') erreurs.push(message.text());
  });
  // Un lien qui télécharge le dit (attribut download) : sinon on croit ouvrir une page.
  const { statut, kilooctets } = await peser(page, chemin).catch((erreur: unknown) => {
    erreurs.push(String(erreur).split('\n')[0] ?? '');
    return { statut: 0, kilooctets: 0 };
  });
  const visite = {
    chemin,
    forme: formeDe(chemin),
    statut,
    titre: await page.title(),
    langue: (await page.locator('html').getAttribute('lang')) ?? '',
    titresDePremierRang: await page.locator('h1').count(),
    defauts: await controlerAccessibilite(page),
    debordement: await mesurerDebordement(page),
    erreurs,
    kilooctets,
    liens: await lireLiens(page),
  };
  await contexte.close();
  return visite;
};

/** Parcourt de lien en lien, une page par forme, depuis les chemins donnés. */
export const explorer = async (
  navigateur: Browser,
  adresse: string,
  departs: readonly string[],
  { session, garder }: { session?: Session; garder: (chemin: string) => boolean },
): Promise<readonly Visite[]> => {
  const vues = new Map<string, Visite>();
  const file = [...departs];
  for (let chemin = file.shift(); chemin !== undefined; chemin = file.shift()) {
    const forme = formeDe(chemin);
    if (vues.has(forme) || !garder(chemin)) continue;
    const visite = await visiter(navigateur, adresse, chemin, session);
    vues.set(forme, visite);
    file.push(...visite.liens.filter((lien) => !vues.has(formeDe(lien))));
  }
  return [...vues.values()];
};
