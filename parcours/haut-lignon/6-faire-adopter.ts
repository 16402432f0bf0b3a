import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { reprendre, type Scene, telecharger, voir } from '../scene.ts';
import { ACTEURS, CLES_DES_COMMUNES, type CleDeCommune, COMMUNES, RACINE } from './acteurs.ts';
import { lireDocument } from './documents.ts';

const RAPPORT = '2026-11-16';
const RECEPTION = '2026-11-20';
const DELIBERATION = '2026-12-15';
const AVANT_L_HEURE = '2027-01-15';
const APRES_TROIS_MOIS = '2027-02-24';
const ADOPTION = `${RACINE}/elaborer/adoption`;

const etablir = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(ADOPTION);
  await page.getByRole('button', { name: 'Établir le rapport' }).click();
  await voir(page, 'Le rapport du 16 novembre 2026 se transmet');
};

const saisir = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${ADOPTION}/saisines`);
  for (const cle of CLES_DES_COMMUNES) {
    await page
      .getByLabel(`Adresse de la mairie, ${COMMUNES[cle].nom}`)
      .fill(ACTEURS[cle].courriel ?? '');
  }
  await page.getByRole('button', { name: 'Saisir les communes cochées' }).click();
  await voir(page, '6 attendus');
  await page.goto(`${RACINE}/boite-d-envoi`);
  const courriels = await page.locator('article li').allTextContents();
  for (const cle of CLES_DES_COMMUNES) {
    const lien = courriels
      .filter((texte) => texte.includes(`À ${ACTEURS[cle].courriel}`))
      .map((texte) => /http\S+\/c\/[\w-]+\/avis/.exec(texte)?.[0])
      .find((trouve) => trouve !== undefined);
    expect(lien, `saisine de ${COMMUNES[cle].nom}`).toBeDefined();
    scene.garde.set(`avis:${cle}`, lien);
  }
};

const rendreAvis =
  (cle: CleDeCommune, sens: string, reserves: string) =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe(cle);
    await page.goto(reprendre<string>(scene, `avis:${cle}`));
    await voir(page, 'Quel est l’avis de votre conseil municipal ?');
    const rapport = await telecharger(page, () =>
      page.getByRole('link', { name: 'PDF', exact: true }).click(),
    );
    expect(await lireDocument(rapport)).toContain('Quatre instructeurs à temps partagé');
    await page.getByLabel('Date de la délibération').fill('2026-12-14');
    await page.locator(`input[name=sens][value=${sens}]`).check();
    await page.getByLabel('Réserves ou motifs').fill(reserves);
    await page.getByLabel('Numéro de la délibération').fill('2026-58');
    await page.locator('input[name=piece]').setInputFiles({
      name: 'deliberation.pdf',
      mimeType: 'application/pdf',
      buffer: rapport.octets,
    });
    await page.getByRole('button', { name: 'Déposer l’avis' }).click();
    await voir(page, 'Délibération du 14 décembre 2026, n° 2026-58');
  };

const etreRefuse = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${ADOPTION}/approbation`);
  const texte = await voir(page, 'Le schéma ne peut pas encore être approuvé');
  expect(texte).toContain('L. 5211-39-1');
  for (const cle of ['chenereilles', 'mazet'] as const) {
    expect(texte).toContain(COMMUNES[cle].nom);
  }
  expect(texte).not.toContain('Enregistrer l’approbation');
};

const approuver = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(ADOPTION);
  await voir(page, '4 réputés favorables');
  await page.goto(`${ADOPTION}/approbation`);
  await page.getByLabel('Numéro de la délibération').fill('2027-12');
  await page.getByRole('button', { name: 'Enregistrer l’approbation' }).click();
  await voir(page, 'Il reste à l’adresser à 6 conseils');
};

const adresser = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${ADOPTION}/envois`);
  await page.getByRole('button', { name: /Adresser|Envoyer/ }).click();
  await voir(page, 'adressé à toutes les communes');
};

export const faireAdopter: Etape = {
  numero: 6,
  titre: 'Faire adopter le schéma',
  recit:
    'Chaque conseil est saisi à une date prouvée ; deux délibèrent, quatre laissent passer trois mois ; le schéma s’approuve ensuite, pas avant.',
  gestes: [
    { acteur: 'pilote', le: RAPPORT, titre: 'établit le rapport', jouer: etablir },
    { acteur: 'pilote', le: RECEPTION, titre: 'saisit les six conseils', jouer: saisir },
    {
      acteur: 'tence',
      le: DELIBERATION,
      titre: 'dépose par son lien l’avis favorable de son conseil, délibération jointe',
      jouer: rendreAvis('tence', 'favorable', ''),
    },
    {
      acteur: 'le-chambon',
      le: DELIBERATION,
      titre: 'dépose un avis favorable avec réserves',
      jouer: rendreAvis('le-chambon', 'reserve', 'Maintenir une permanence au Chambon.'),
    },
    {
      acteur: 'pilote',
      le: AVANT_L_HEURE,
      titre: 'ne peut pas approuver avant l’heure : l’article et les communes attendues sont dits',
      jouer: etreRefuse,
    },
    {
      acteur: 'pilote',
      le: APRES_TROIS_MOIS,
      titre: 'approuve : quatre silences valent avis favorable',
      jouer: approuver,
    },
    {
      acteur: 'pilote',
      le: APRES_TROIS_MOIS,
      titre: 'adresse le schéma approuvé aux six communes',
      jouer: adresser,
    },
  ],
};
