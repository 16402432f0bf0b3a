import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creerPersonne, donnerAcces } from '../src/socle/acces/index.server.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../src/socle/base/index.server.ts';
import { creerTerritoire } from '../src/socle/territoire/index.server.ts';
import { controlerAccessibilite, mesurerDebordement, ouvrirNavigateur } from './navigateur.ts';
import { type Service, servirPages } from './service.ts';

const MOT_DE_PASSE = 'une phrase assez longue';
const PERIMETRES = '/t/200035202/elaborer/perimetres';
const MARS = '214201410';

let essai: BaseDEssai;
let service: Service;
let navigateur: Browser;
let donnees: string;
let pilote: Page;
let elu: Page;
let grille: string;

const creerCompte = async (
  contexte: Contexte,
  nom: string,
  role: 'pilote' | 'elu',
  collectivite?: string,
): Promise<string> => {
  const courriel = `${role}@exemple.fr`;
  const personne = await creerPersonne(essai.base, { nom, courriel, motDePasse: MOT_DE_PASSE });
  if (!personne.ok) throw new Error(personne.refus.message);
  const donne = await dansTerritoire(essai.base, contexte, (tx) =>
    donnerAcces(tx, {
      territoireId: contexte.territoireId,
      personneId: personne.valeur.id,
      role,
      collectivite,
      auteur: contexte.auteur,
      aujourdhui: '2026-11-24',
    }),
  );
  if (!donne.ok) throw new Error(donne.refus.message);
  return courriel;
};

/** Trois communes ont chacune un agent à temps très partiel sur l’instruction du droit des sols. */
const poserEffectifs = async ({ territoireId, auteur }: Contexte): Promise<void> => {
  const client = new pg.Client({ connectionString: essai.url });
  await client.connect();
  await client.query('begin');
  await client.query(
    "select set_config('app.territoire', $1, true), set_config('app.auteur', $2, true)",
    [territoireId, auteur],
  );
  for (const [rang, collectivite] of [MARS, '214200529', '214200073'].entries()) {
    await client.query(
      `insert into ligne_de_grille (territoire_id, id, grille, collectivite, cle, valeurs, source, ecrite_par)
       values ($1, gen_random_uuid(), 'grille-rh', $2, $3, $4, $5, $6)`,
      [
        territoireId,
        collectivite,
        `0000${rang}`,
        { matricule: `0000${rang}`, service: 'ADS', etp: '0.30', annee_naissance: '1980' },
        {
          type: 'cellule',
          fichierId: 'essai',
          fichier: 'rh.xlsx',
          feuille: 'Agents',
          ligne: 12 + rang,
          cellules: { etp: `O${12 + rang}` },
        },
        auteur,
      ],
    );
  }
  await client.query('commit');
  await client.end();
};

/** Un téléphone, JavaScript coupé, la personne entrée : tout doit quand même se faire. */
const entrerSansScript = async (courriel: string): Promise<Page> => {
  const contexte = await navigateur.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
    locale: 'fr-FR',
    baseURL: service.adresse,
  });
  const page = await contexte.newPage();
  await page.goto('/connexion');
  await page.getByLabel('Courriel', { exact: true }).first().fill(courriel);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(MOT_DE_PASSE);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  return page;
};

/** Regarde la page courante avec JavaScript : aucun défaut axe, aucun débordement, à trois largeurs. */
const controler = async (page: Page): Promise<void> => {
  const { pathname } = new URL(page.url());
  const contexte = await navigateur.newContext({
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    storageState: await page.context().storageState(),
  });
  const vue = await contexte.newPage();
  await vue.goto(page.url(), { waitUntil: 'networkidle' });
  for (const largeur of [360, 768, 1440]) {
    await vue.setViewportSize({ width: largeur, height: 900 });
    expect(await mesurerDebordement(vue), `${pathname} à ${largeur}`).toBe(0);
    const captures = process.env.CAPTURES;
    if (captures !== undefined) {
      const nom = `${pathname.slice(1).replaceAll('/', '_')}-${largeur}.png`;
      await vue.screenshot({ path: path.join(captures, nom), fullPage: true });
    }
  }
  expect(await controlerAccessibilite(vue), pathname).toEqual([]);
  await contexte.close();
};

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'parcours-perimetres-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = '2026-11-24';
  const cree = await creerTerritoire(essai.base, '200035202', 'Essai', '2026-11-24');
  if (!cree.ok) throw new Error(cree.refus.message);
  const contexte = { territoireId: cree.valeur.territoireId, auteur: 'Essai' };
  const courriels = [
    await creerCompte(contexte, 'Camille Pilote', 'pilote'),
    await creerCompte(contexte, 'Maire de Mars', 'elu', MARS),
  ] as const;
  await poserEffectifs(contexte);
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  navigateur = await ouvrirNavigateur();
  pilote = await entrerSansScript(courriels[0]);
  elu = await entrerSansScript(courriels[1]);
});
afterAll(async () => {
  await navigateur.close();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

test('sans grille, la page montre le premier geste à la pilote, et à l’élu de qui l’attendre', async () => {
  await pilote.goto(PERIMETRES);
  await pilote.getByText('Aucune grille d’aide à la décision').waitFor();
  await controler(pilote);
  await elu.goto(PERIMETRES);
  expect(await elu.getByRole('link', { name: 'Ouvrir une grille' }).count()).toBe(0);
});

test('une grille s’ouvre sur les services que révèlent les effectifs, déjà cochés', async () => {
  await pilote.getByRole('link', { name: 'Ouvrir une grille' }).click();
  await controler(pilote);
  const ads = pilote.getByRole('checkbox', { name: /Application du droit des sols/ });
  expect(await ads.isChecked()).toBe(true);
  expect(await pilote.getByText('des agents dans 3 collectivités').count()).toBe(1);
  await ads.uncheck();
  await pilote.getByLabel('Titre de la grille').fill('Atelier de novembre');
  await pilote.getByRole('button', { name: 'Ouvrir la grille' }).click();
  await pilote.getByText('Cochez au moins un service à examiner.').waitFor();
  await pilote.getByRole('checkbox', { name: /Application du droit des sols/ }).check();
  await pilote.getByRole('checkbox', { name: /Ressources humaines et paie/ }).check();
  await pilote.getByRole('button', { name: 'Ouvrir la grille' }).click();
  await pilote.getByRole('heading', { name: 'Que disent les notes' }).waitFor();
  grille = new URL(pilote.url()).pathname;
  await controler(pilote);
  await pilote.getByRole('link', { name: 'Résultat' }).click();
  await pilote.getByText('Rien à classer pour l’instant').waitFor();
  await controler(pilote);
});

const CRITERES = Array.from({ length: 16 }, (_, rang) => `CR${String(rang + 1).padStart(2, '0')}`);
const cocher = (page: Page, critere: string, note: number): Promise<void> =>
  page.locator(`input[name="note-${critere}"][value="${note}"]`).check();

test('un élu note sur son téléphone, sans JavaScript ; une note qui écarte se justifie, rien n’est perdu', async () => {
  await elu.goto(`${grille}/services/ADS`);
  await elu.getByText('Les effectifs déposés donnent').first().waitFor();
  const cellules = elu.locator('.arbre-source', { hasText: 'O12' });
  expect(await cellules.first().textContent()).toContain('fichier rh.xlsx');
  // L’ETP d’un agent est une donnée personnelle : un élu voit où est la cellule, pas sa valeur.
  expect(await elu.locator('main').textContent()).not.toContain('0,30');
  await controler(elu);
  for (const critere of CRITERES.filter((code) => !['CR03', 'CR04'].includes(code))) {
    await cocher(elu, critere, 4);
  }
  await cocher(elu, 'CR12', 1);
  await elu.getByRole('button', { name: 'Enregistrer et revenir à la grille' }).click();
  await elu.getByText('Cette note écarte le service : écrivez pourquoi.').waitFor();
  expect(await elu.locator('input[name="note-CR05"][value="4"]').isChecked()).toBe(true);
  await cocher(elu, 'CR12', 4);
  await elu.getByRole('button', { name: 'Enregistrer et revenir à la grille' }).click();
  await elu.getByText('Vos notes sont enregistrées').waitFor();
  expect(await elu.getByText('noté par vous').count()).toBe(1);
});

test('un élu pose ses cartes par leurs rangs, sans JavaScript', async () => {
  await elu.goto(`${grille}/cartes`);
  await controler(elu);
  await elu.locator('input[name="rang-CR11"]').fill('9');
  await elu.getByLabel(/pèse combien de fois/).fill('1');
  await elu.getByRole('button', { name: 'Poser mes cartes' }).click();
  await elu.getByText('Vos cartes ne sont pas encore posées').waitFor();
  expect(await elu.locator('input[name="rang-CR11"]').inputValue()).toBe('9');
  await elu.getByLabel(/pèse combien de fois/).fill('6,5');
  await elu.getByRole('button', { name: 'Poser mes cartes' }).click();
  await elu.getByText('Vos cartes sont posées').waitFor();
  expect(await elu.locator('input[name="rang-CR11"]').inputValue()).toBe('9');
});

test('la pilote note l’autre service, lit la phrase de l’élu et essaie d’autres poids', async () => {
  await pilote.goto(`${grille}/services/RH`);
  for (const critere of CRITERES) await cocher(pilote, critere, 3);
  await pilote.getByRole('button', { name: 'Enregistrer et revenir à la grille' }).click();
  await pilote.getByRole('link', { name: 'Résultat' }).click();
  const phrase = pilote.locator('.perimetres-phrase');
  expect(await phrase.textContent()).toContain('L’application du droit des sols arrive en tête');
  await controler(pilote);
  await pilote.locator('input[name="poids-CR01"]').fill('90');
  await pilote.getByRole('button', { name: 'Essayer ces poids' }).click();
  await pilote.getByText('Avec ces poids, la première place ne change pas').waitFor();
  await controler(pilote);
});

test('décider fige forme, communes, jour, motif et résultats ; revenir dessus les garde au dossier', async () => {
  await pilote.goto(`${grille}/decider/ADS`);
  await controler(pilote);
  await pilote.getByRole('checkbox', { name: 'Jarnosse' }).uncheck();
  await pilote.getByLabel('Motif').fill('Fin de l’appui de l’État');
  await pilote.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await pilote.getByText('Ce que l’instance avait sous les yeux').waitFor();
  const page = await pilote.locator('main').textContent();
  expect(page).toContain('Communes membres (24)');
  expect(page).toContain('Décidé le 24\u00a0novembre\u00a02026');
  await controler(pilote);
  const decision = new URL(pilote.url()).pathname;
  await pilote.goto(PERIMETRES);
  await controler(pilote);
  await pilote.goto(decision);
  await pilote.getByLabel('Pourquoi revenir sur ce choix').fill('Deux communes se retirent');
  await pilote.getByRole('button', { name: 'Revenir sur la décision' }).click();
  await pilote.getByText('Deux communes se retirent').waitFor();
  expect(await pilote.getByRole('button', { name: 'Revenir sur la décision' }).count()).toBe(0);
  await controler(pilote);
});

test('impossible en droit : la décision est refusée, avec qui peut agir et par où', async () => {
  await pilote.goto(`${grille}/services/RH`);
  await cocher(pilote, 'CR12', 1);
  await pilote
    .locator('textarea[name="justification-CR12"]')
    .fill('Pouvoir de police propre au maire');
  await pilote.getByRole('button', { name: 'Enregistrer et revenir à la grille' }).click();
  await pilote.goto(`${grille}/decider/RH`);
  await pilote.getByText('Ce périmètre ne peut pas être retenu').waitFor();
  expect(await pilote.getByRole('button', { name: 'Enregistrer la décision' }).count()).toBe(0);
  await controler(pilote);
});

test('un élu ne décide pas, ni n’ouvre de grille : refus qui dit à qui revient le geste', async () => {
  for (const chemin of [`${grille}/decider/ADS`, `${PERIMETRES}/nouvelle`]) {
    const reponse = await elu.goto(chemin);
    expect(reponse?.status()).toBe(403);
    expect(await elu.content()).toContain('pilote');
  }
});

test('une grille, un service ou une décision qui n’existent pas mènent à une page claire', async () => {
  for (const chemin of [
    '/pas-une-grille',
    '/01990000-0000-7000-8000-000000000000',
    '/decisions/x',
  ]) {
    const reponse = await pilote.goto(`${PERIMETRES}${chemin}`);
    expect(reponse?.status(), chemin).toBe(404);
  }
  expect((await pilote.goto(`${grille}/services/PAIN`))?.status()).toBe(404);
});
