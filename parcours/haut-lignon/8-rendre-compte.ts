import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { type Scene, telecharger, voir } from '../scene.ts';
import { ACTEURS, RACINE, TERRITOIRE } from './acteurs.ts';
import { estBalise, lireDocument } from './documents.ts';
import { remplirLaRedaction } from './rediger.ts';

const SUIVI = '2029-02-12';
const PUBLICATION = '2029-02-26';
const PILOTAGE = `${RACINE}/mettre-en-oeuvre/pilotage`;

const ETATS = [
  ['decidee', 'Décidée'],
  ['en-preparation', 'En préparation'],
  ['en-service', 'En service'],
] as const;

const suivre = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(PILOTAGE);
  const suivreLesActions = page.getByRole('button', { name: 'Suivre ces actions' });
  if (await suivreLesActions.count()) await suivreLesActions.click();
  await page
    .getByRole('link', { name: /Application du droit des sols/ })
    .first()
    .click();
  await page.locator('[name=etat]').waitFor();
  // Les états se suivent : décidée, en préparation, en service, chacun daté au journal.
  for (const [etat, libelle] of ETATS) {
    await page.locator('select[name=etat]').selectOption(etat);
    await page.locator('[name=pilote]').fill('Chargée d’urbanisme');
    await page.locator('[name=acte]').fill('convention signée le 6 décembre 2027');
    for (const faite of await page.locator('input[name^="etape-"][name$="-faite"]').all()) {
      const rang = (await faite.getAttribute('name'))?.split('-')[1] ?? '';
      if ((await page.locator(`[name="etape-${rang}-libelle"]`).inputValue()) !== '')
        await faite.fill('2027-12-10');
    }
    await page
      .getByLabel('Commentaire de travail')
      .fill('Recruter avant l’été, sans en parler encore.');
    await page.getByRole('button', { name: 'Enregistrer le suivi' }).click();
    await voir(page, `${libelle}, avancement de 100 %`);
  }
  await page.locator('select[name=indicateur]').selectOption('Dossiers instruits dans le délai');
  await page.locator('input[name=valeur]').fill('94');
  await page.getByRole('button', { name: 'Inscrire le relevé' }).click();
  await voir(page, 'Dossiers instruits dans le délai : 94 %');
};

const etablirLeRapport = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${PILOTAGE}/rapport/2028`);
  await page.locator('[name=seance]').fill('2029-02-19');
  const attendu = (await page.locator('main').textContent())?.includes('ce doit être le vote')
    ? 'budget'
    : 'dob';
  await page.locator(`input[name=cadre][value=${attendu}]`).check();
  await remplirLaRedaction(page.locator('main form').first(), {
    faits: 'Le service commun instruit pour les six communes.',
    achats: '',
    parc: '',
  });
  await page.getByRole('button', { name: 'Enregistrer la rédaction' }).click();
  await page.getByRole('button', { name: 'Établir la version définitive' }).click();
  await page.getByRole('table').filter({ hasText: 'définiti' }).first().waitFor();
};

const publier = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${PILOTAGE}/publication`);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await voir(page, 'En ligne depuis le 26 février 2029');
};

const lireSansCompte = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('habitant');
  await page.goto(`/public/${TERRITOIRE.siren}`);
  const texte = await voir(page, 'Application du droit des sols');
  expect(await page.locator('body').textContent()).toContain(TERRITOIRE.nom);
  expect(texte).not.toContain('sans en parler encore');
  expect(texte).not.toContain(ACTEURS.pilote.nom);
  for (const format of ['PDF', 'DOCX', 'ODT']) {
    const rapport = await telecharger(page, () =>
      page.getByRole('link', { name: `Rapport (${format})` }).click(),
    );
    const lu = await lireDocument(rapport);
    expect(lu, format).toContain('Le service commun instruit pour les six communes');
    expect(lu, format).not.toContain('sans en parler encore');
    if (format === 'PDF') expect(await estBalise(rapport)).toBe(true);
  }
};

export const rendreCompte: Etape = {
  numero: 8,
  titre: 'Rendre compte',
  recit:
    'L’action est suivie, le rapport annuel établi, la page publiée ; une habitante la lit sans compte.',
  gestes: [
    { acteur: 'pilote', le: SUIVI, titre: 'suit l’action et relève un indicateur', jouer: suivre },
    {
      acteur: 'pilote',
      le: PUBLICATION,
      titre: 'établit le rapport annuel 2028',
      jouer: etablirLeRapport,
    },
    { acteur: 'pilote', le: PUBLICATION, titre: 'publie l’état du jour', jouer: publier },
    {
      acteur: 'habitant',
      le: PUBLICATION,
      titre: 'lit la page publique et le rapport, sans compte ni JavaScript',
      jouer: lireSansCompte,
    },
  ],
};
