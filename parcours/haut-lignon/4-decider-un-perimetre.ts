import { expect } from 'vitest';
import type { Etape } from '../scenario.ts';
import { reprendre, type Scene, voir } from '../scene.ts';
import { ACTEURS, RACINE } from './acteurs.ts';

const OUVERTURE = '2026-10-12';
const ATELIER = '2026-10-19';
const COMITE = '2026-10-26';
const PERIMETRES = `${RACINE}/elaborer/perimetres`;

const EXAMINES = {
  ADS: 'Application du droit des sols',
  FIN: 'Finances et comptabilité',
  VOI: 'Voirie et réseaux',
} as const;

/** La note d’un élu à chaque service : haute pour le droit des sols, basse pour la voirie. */
const NOTES = {
  presidente: { ADS: 5, FIN: 3, VOI: 2 },
  adjoint: { ADS: 4, FIN: 4, VOI: 2 },
} as const;

const ouvrirLaGrille = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(PERIMETRES);
  await page.getByRole('link', { name: 'Ouvrir une grille' }).first().click();
  await page.getByLabel('Titre de la grille').fill('Atelier d’octobre');
  for (const caseACocher of await page.locator('input[name=services]').all()) {
    const code = (await caseACocher.getAttribute('value')) ?? '';
    await caseACocher.setChecked(Object.hasOwn(EXAMINES, code));
  }
  await page.getByRole('button', { name: 'Ouvrir la grille' }).click();
  const texte = await voir(page, 'Que disent les notes ?');
  for (const libelle of Object.values(EXAMINES)) expect(texte).toContain(libelle);
  scene.garde.set('grille-de-decision', new URL(page.url()).pathname);
};

/** Un élu note les trois services, puis pose ses cartes. */
const noter =
  (acteur: keyof typeof NOTES) =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe(acteur);
    const grille = reprendre<string>(scene, 'grille-de-decision');
    for (const code of Object.keys(EXAMINES) as (keyof typeof EXAMINES)[]) {
      await page.goto(`${grille}/services/${code}`);
      await voir(page, `Vous notez en tant que ${ACTEURS[acteur].nom}`);
      const note = String(NOTES[acteur][code]);
      for (const choix of await page.locator(`input[type=radio][value="${note}"]`).all()) {
        await choix.check();
      }
      await page.getByRole('button', { name: 'Enregistrer et revenir à la grille' }).click();
      await voir(page, 'Vos notes sont enregistrées');
    }
  };

const poserSesCartes =
  (acteur: keyof typeof NOTES, premier: string, rapport: string) =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe(acteur);
    await page.goto(`${reprendre<string>(scene, 'grille-de-decision')}/cartes`);
    await page.locator(`input[name="rang-${premier}"]`).fill('30');
    await page.getByLabel(/pèse combien de fois/).fill(rapport);
    await page.getByRole('button', { name: 'Poser mes cartes' }).click();
    await voir(page, 'Vos cartes sont posées');
  };

const lireLeResultat = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${reprendre<string>(scene, 'grille-de-decision')}/resultat`);
  await voir(page, 'À quel point est-ce solide ?');
  const phrase = (await page.locator('.perimetres-phrase').first().textContent()) ?? '';
  expect(phrase).toMatch(/droit des sols/);
  // Médianes 4,5, 3,5 et 2 sur toutes les lignes : (note − 1) / 4, quels que soient les poids.
  const texte = await voir(page, `${EXAMINES.ADS}1er87,5`);
  expect(texte).toContain(`${EXAMINES.FIN}2e62,5`);
  expect(texte).toContain(`${EXAMINES.VOI}3e25`);
};

const decider = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(`${reprendre<string>(scene, 'grille-de-decision')}/decider/ADS`);
  await page.getByLabel('Forme retenue').selectOption('service-commun');
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await page
    .getByLabel('Motif')
    .fill('Deux départs à cinq ans, des règles chaque année plus exigeantes.');
  await page.getByLabel('Instance qui a choisi').fill('Comité de pilotage du 26 octobre 2026');
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click();
  const texte = await voir(page, 'Revenir sur cette décision');
  expect(texte).toContain('Application du droit des sols : service commun');
  expect(texte).toContain('Communes membres (6)');
};

export const deciderUnPerimetre: Etape = {
  numero: 4,
  titre: 'Décider un périmètre',
  recit:
    'Deux élus notent trois services et posent leurs cartes ; le résultat se lit en une phrase ; le comité décide.',
  gestes: [
    {
      acteur: 'pilote',
      le: OUVERTURE,
      titre: 'ouvre une grille sur trois services',
      jouer: ouvrirLaGrille,
    },
    {
      acteur: 'presidente',
      le: ATELIER,
      titre: 'note les trois services',
      jouer: noter('presidente'),
    },
    { acteur: 'adjoint', le: ATELIER, titre: 'note les trois services', jouer: noter('adjoint') },
    {
      acteur: 'presidente',
      le: ATELIER,
      titre: 'pose ses cartes : la continuité du service d’abord',
      jouer: poserSesCartes('presidente', 'CR04', '8'),
    },
    {
      acteur: 'adjoint',
      le: ATELIER,
      titre: 'pose ses cartes : le gain financier d’abord',
      jouer: poserSesCartes('adjoint', 'CR08', '10'),
    },
    {
      acteur: 'pilote',
      le: COMITE,
      titre: 'lit le résultat en une phrase, et sa solidité',
      jouer: lireLeResultat,
    },
    {
      acteur: 'pilote',
      le: COMITE,
      titre: 'enregistre la décision : un service commun, les six communes',
      jouer: decider,
    },
  ],
};
