import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ouvrirFiche } from '../src/elaboration/schema/fiches/ouvrir-fiche.server.ts';
import { lireActions, ouvrirSuivi } from '../src/mise-en-oeuvre/pilotage/actions.sql.server.ts';
import { uneFicheASuivre } from '../src/mise-en-oeuvre/pilotage/pilotage.exemples.ts';
import { MOT_DE_PASSE, unePersonne } from '../src/socle/acces/acces.exemples.ts';
import { type BaseDEssai, uneBase } from '../src/socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../src/socle/base/index.server.ts';
import { unTerritoire } from '../src/socle/territoire/territoire.exemples.ts';
import { controlerAccessibilite, ouvrirNavigateur } from './navigateur.ts';
import { voir } from './scene.ts';
import { type Service, servirPages } from './service.ts';

const SIREN = '200035202';
const MARS = '214201410';
const CHARLIEU = '214200529';
const JOUR = '2026-11-24';

let essai: BaseDEssai;
let donnees: string;
let service: Service;
let navigateur: Browser;
let contexte: Contexte;
let une: Page;
let autre: Page;
let fiche: string;

const entrer = async (): Promise<Page> => {
  const { courriel } = await unePersonne(essai.base, contexte, 'pilote');
  const session = await navigateur.newContext({ baseURL: service.adresse, locale: 'fr-FR' });
  const page = await session.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto('/connexion');
  const formulaire = page.locator('form', { has: page.locator('[name=motDePasse]') });
  await formulaire.locator('[name=courriel]').fill(courriel);
  await formulaire.locator('[name=motDePasse]').fill(MOT_DE_PASSE);
  await formulaire.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((adresse) => adresse.pathname !== '/connexion');
  return page;
};

beforeAll(async () => {
  essai = await uneBase();
  donnees = fs.mkdtempSync(path.join(os.tmpdir(), 'deux-personnes-'));
  process.env.ENSEMBLIER_BASE = essai.url;
  process.env.ENSEMBLIER_SECRET = 'secret-de-parcours-de-plus-de-trente-deux-caracteres';
  process.env.ENSEMBLIER_DONNEES = donnees;
  process.env.ENSEMBLIER_AUJOURDHUI = JOUR;
  service = await servirPages();
  process.env.ENSEMBLIER_ADRESSE = service.adresse;
  contexte = (await unTerritoire(essai.base)).contexte;
  navigateur = await ouvrirNavigateur();
  [une, autre] = [await entrer(), await entrer()];
});
afterAll(async () => {
  delete process.env.ENSEMBLIER_AUJOURDHUI;
  await navigateur.close();
  await service.arreter();
  await essai.fermer();
  fs.rmSync(donnees, { recursive: true });
});

beforeEach(async () => {
  const ouverte = await dansTerritoire(essai.base, contexte, (tx) =>
    ouvrirFiche(
      tx,
      contexte,
      {
        titre: 'Instruction du droit des sols',
        service: 'ADS',
        forme: 'service-commun',
        perimetre: [MARS, CHARLIEU],
      },
      JOUR,
    ),
  );
  if (!ouverte.ok) throw new Error(JSON.stringify(ouverte.refus));
  fiche = `/t/${SIREN}/elaborer/schema/fiches/${ouverte.valeur}`;
});

/** Les deux ouvrent la même page avant que l’une n’enregistre. */
const ouvrirTousDeux = async (chemin: string): Promise<void> => {
  for (const page of [une, autre]) {
    await page.goto(chemin);
    await page.waitForLoadState('networkidle');
  }
};
const envoyer = async (page: Page, bouton: string): Promise<void> => {
  await page.getByRole('button', { name: bouton }).click();
};
/** Regardée d’en haut : un champ à demi passé sous la barre fixe n’est pas un défaut. */
const controler = async (page: Page) => {
  await page.evaluate('scrollTo(0, 0)');
  return controlerAccessibilite(page);
};
const champ = (page: Page, nom: string) => page.locator(`[name="${nom}"]`);

const commentaire = (page: Page) => page.locator('textarea[name="commentaire"]');

test('la fiche : deux champs différents, tout est gardé et le second l’apprend', async () => {
  await ouvrirTousDeux(`${fiche}/modifier`);
  await champ(une, 'objectif').fill('Tenir les délais d’instruction.');
  await champ(autre, 'constat').fill('Une absence arrête tout.');
  await envoyer(une, 'Enregistrer la fiche');
  await une.waitForURL(`**${fiche}`);
  await envoyer(autre, 'Enregistrer la fiche');
  await voir(autre, 'Enregistré, sans rien perdre');
  await autre.goto(`${fiche}/modifier`);
  expect(await champ(autre, 'objectif').inputValue()).toBe('Tenir les délais d’instruction.');
  expect(await champ(autre, 'constat').inputValue()).toBe('Une absence arrête tout.');
});

test('la fiche : le même champ, le second voit les deux textes, garde le sien ou l’autre', async () => {
  await ouvrirTousDeux(`${fiche}/modifier`);
  await champ(une, 'objectif').fill('Texte de la pilote.');
  await champ(autre, 'objectif').fill('Texte des finances.');
  await envoyer(une, 'Enregistrer la fiche');
  await une.waitForURL(`**${fiche}`);
  await envoyer(autre, 'Enregistrer la fiche');
  const page = await voir(autre, 'Vous étiez deux à écrire');
  expect(page).toContain('Texte de la pilote.');
  expect(await champ(autre, 'objectif').inputValue()).toBe('Texte des finances.');
  expect(await controler(autre)).toEqual([]);
  await envoyer(autre, 'Enregistrer la fiche');
  await autre.waitForURL(`**${fiche}`);
  await une.goto(`${fiche}/modifier`);
  expect(await champ(une, 'objectif').inputValue()).toBe('Texte des finances.');
});

test('l’impact : chacun ajoute celui d’une commune, les deux sont gardés', async () => {
  await ouvrirTousDeux(`${fiche}/impact`);
  await champ(une, `${MARS}.cout`).fill('1 500');
  await champ(autre, `${CHARLIEU}.cout`).fill('2 500');
  await envoyer(une, 'Enregistrer l’impact');
  await une.waitForURL(`**${fiche}`);
  await envoyer(autre, 'Enregistrer l’impact');
  await voir(autre, /Enregistré, sans rien perdre.*impact de Mars/);
  await autre.goto(`${fiche}/impact`);
  expect(await champ(autre, `${MARS}.cout`).inputValue()).toBe('1500,00');
  expect(await champ(autre, `${CHARLIEU}.cout`).inputValue()).toBe('2500,00');
});

test('l’impact : la même case, le second voit la valeur en ligne, puis tranche', async () => {
  await ouvrirTousDeux(`${fiche}/impact`);
  await champ(une, `${MARS}.cout`).fill('1 500');
  await champ(une, `${CHARLIEU}.creations`).fill('0,50');
  await champ(autre, `${MARS}.cout`).fill('1 800');
  await envoyer(une, 'Enregistrer l’impact');
  await une.waitForURL(`**${fiche}`);
  await envoyer(autre, 'Enregistrer l’impact');
  expect(await voir(autre, 'Vous étiez deux à écrire')).toContain('en ligne : 1500,00');
  expect(await champ(autre, `${MARS}.cout`).inputValue()).toBe('1800,00');
  expect(await champ(autre, `${CHARLIEU}.creations`).inputValue()).toBe('0,50');
  expect(await controler(autre)).toEqual([]);
  await envoyer(autre, 'Enregistrer l’impact');
  await autre.waitForURL(`**${fiche}`);
  await une.goto(`${fiche}/impact`);
  expect(await champ(une, `${MARS}.cout`).inputValue()).toBe('1800,00');
  expect(await champ(une, `${CHARLIEU}.creations`).inputValue()).toBe('0,50');
});

test('une section encore vide, écrite à deux : rien ne se perd', async () => {
  const section = `/t/${SIREN}/elaborer/schema/redaction/preambule`;
  await ouvrirTousDeux(section);
  const nom = (await une.locator('main textarea').first().getAttribute('name')) ?? '';
  await champ(une, nom).fill('Préambule de la pilote.');
  await champ(autre, nom).fill('Préambule des finances.');
  await envoyer(une, 'Enregistrer la section');
  await voir(une, 'La section est enregistrée');
  await envoyer(autre, 'Enregistrer la section');
  expect(await voir(autre, 'Vous étiez deux à écrire')).toContain('Préambule de la pilote.');
  expect(await champ(autre, nom).inputValue()).toBe('Préambule des finances.');
  await envoyer(autre, 'Enregistrer la section');
  await voir(autre, 'La section est enregistrée');
});

test('le suivi d’une action : refusé une fois en montrant l’autre texte, puis enregistré', async () => {
  const suivie = await dansTerritoire(essai.base, contexte, async (tx) => {
    await ouvrirSuivi(tx, contexte, [uneFicheASuivre()], JOUR);
    return (await lireActions(tx, contexte))[0];
  });
  await ouvrirTousDeux(`/t/${SIREN}/mettre-en-oeuvre/pilotage/actions/${suivie?.id ?? ''}`);
  await commentaire(une).fill('Commentaire de la pilote.');
  await commentaire(autre).fill('Commentaire des finances.');
  await envoyer(une, 'Enregistrer le suivi');
  await voir(une, 'par Personne');
  await une.waitForLoadState('networkidle');
  await envoyer(autre, 'Enregistrer le suivi');
  await voir(autre, /Rien n’est enregistré.*Commentaire de la pilote/);
  expect(await commentaire(autre).inputValue()).toBe('Commentaire des finances.');
  await envoyer(autre, 'Enregistrer le suivi');
  await expect
    .poll(() => autre.locator('main').textContent())
    .not.toContain('Rien n’est enregistré');
  await une.reload();
  expect(await commentaire(une).inputValue()).toBe('Commentaire des finances.');
});

test('le rapport annuel, écrit à deux : le second voit ce qui diffère, puis enregistre', async () => {
  await ouvrirTousDeux(`/t/${SIREN}/mettre-en-oeuvre/pilotage/rapport/2026`);
  await champ(une, 'gains').fill('Gains de la pilote.');
  await champ(autre, 'gains').fill('Gains des finances.');
  await envoyer(une, 'Enregistrer la rédaction');
  await voir(une, 'Dernière écriture');
  await envoyer(autre, 'Enregistrer la rédaction');
  await voir(autre, /Rien n’est enregistré.*Gains de la pilote/);
  expect(await champ(autre, 'gains').inputValue()).toBe('Gains des finances.');
  expect(await controler(autre)).toEqual([]);
  await envoyer(autre, 'Enregistrer la rédaction');
  await expect
    .poll(() => autre.locator('main').textContent())
    .not.toContain('Rien n’est enregistré');
  await une.reload();
  expect(await champ(une, 'gains').inputValue()).toBe('Gains des finances.');
});
