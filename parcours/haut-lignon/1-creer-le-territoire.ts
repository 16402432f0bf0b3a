import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { type Scene, voir } from '../scene.ts';
import { ACTEURS, COMMUNES, RACINE, TERRITOIRE } from './acteurs.ts';

const JOUR = '2026-09-07';
const MOT_DE_PASSE = 'une phrase assez longue';

const installer = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto('/');
  await page.getByLabel('Prénom et nom').fill(ACTEURS.pilote.nom);
  await page.getByLabel('Courriel').fill(ACTEURS.pilote.courriel);
  await page.getByLabel('Mot de passe').fill(MOT_DE_PASSE);
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await page.waitForURL('**/territoires/nouveau');
};

const choisir = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.getByLabel('Nom, commune membre ou SIREN').fill('chambon sur lignon');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: TERRITOIRE.nom }).click();
  await page.getByRole('button', { name: 'Créer ce territoire' }).click();
  await page.waitForURL(`**${RACINE}/territoire`);
  const texte = await voir(page, '6 communes, périmètre au');
  for (const { nom } of Object.values(COMMUNES)) expect(texte).toContain(nom);
  expect(texte).toContain('référence statistique');
  expect(texte).toContain('INSEE');
  expect(await page.locator('svg .carte-bulle, svg path').count()).toBeGreaterThanOrEqual(6);
};

/** Invite une personne, puis la fait entrer par le lien reçu dans la boîte d’envoi. */
const inviter =
  (acteur: 'presidente' | 'adjoint', role: string, commune?: string) =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe('pilote');
    await page.goto(`${RACINE}/acces`);
    const formulaire = page.locator('form', { hasText: 'Inviter une personne' });
    await formulaire.getByLabel('Prénom et nom').fill(ACTEURS[acteur].nom);
    await formulaire.getByLabel('Courriel professionnel').fill(ACTEURS[acteur].courriel);
    await formulaire.locator(`input[name=role][value=${role}]`).check();
    if (commune !== undefined)
      await formulaire.locator('[name=collectivite]').selectOption(commune);
    await formulaire.getByRole('button', { name: 'Inviter' }).click();
    await page.getByText(ACTEURS[acteur].courriel).first().waitFor();
    await page.goto(`${RACINE}/boite-d-envoi`);
    const courriels = await page.locator('pre').allTextContents();
    const lien = courriels
      .map((texte) => /http\S+lien-magique\S+/.exec(texte)?.[0])
      .find((trouve) => trouve !== undefined);
    expect(lien).toBeDefined();
    const invitee = await scene.pageDe(acteur);
    await invitee.goto(lien ?? '');
    await invitee.getByRole('button', { name: 'Entrer' }).click();
    await invitee.getByText(TERRITOIRE.nom).first().waitFor();
  };

export const creerLeTerritoire: Etape = {
  numero: 1,
  titre: 'Créer un territoire réel',
  recit:
    'La chargée de mission installe Ensemblier, retrouve sa communauté par le nom d’une commune, et invite deux élus.',
  gestes: [
    { acteur: 'pilote', le: JOUR, titre: 'crée le premier compte', jouer: installer },
    {
      acteur: 'pilote',
      le: JOUR,
      titre: 'retrouve sa communauté par une commune, et reçoit communes et populations',
      jouer: choisir,
    },
    {
      acteur: 'pilote',
      le: JOUR,
      titre: 'invite la présidente, qui entre par son lien',
      jouer: inviter('presidente', 'elu'),
    },
    {
      acteur: 'pilote',
      le: JOUR,
      titre: 'invite un adjoint de Tence, qui entre par son lien',
      jouer: inviter('adjoint', 'elu', COMMUNES.tence.siren),
    },
  ],
};
