import { expect } from 'vitest';
import type { Etape, Geste } from '../scenario.ts';
import { type Scene, telecharger, voir } from '../scene.ts';
import { RACINE } from './acteurs.ts';
import { compterLesFichiers } from './compter-les-fichiers.ts';
import { enCentiemes, lireRangees } from './tableurs.ts';

const JOUR = '2026-10-05';
const EFFECTIFS = `${RACINE}/elaborer/effectifs`;

const ecrireEtp = (centiemes: bigint): string => {
  const dixiemes = (centiemes + 5n) / 10n;
  return `${dixiemes / 10n},${dixiemes % 10n}`;
};

const lireLesTotaux = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(EFFECTIFS);
  const { agents, etpCentiemes, coutCentimes } = compterLesFichiers(scene);
  await voir(
    page,
    `${agents} agents occupent ${agents} postes, soit ${ecrireEtp(etpCentiemes)} ETP et ${Math.round(Number(coutCentimes) / 100_000)} k€ par an`,
  );
};

const LETTRES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Du total du service jusqu’à la cellule du fichier de Tence. */
const remonterAUneCellule = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('pilote');
  await page.goto(EFFECTIFS);
  await page.getByRole('link', { name: 'Application du droit des sols' }).first().click();
  const ads = compterLesFichiers(scene).parService.get('ADS');
  await voir(page, `${ads?.agents} agents`);
  const rangee = page.locator('tr', { hasText: '00002' });
  const texte = ((await rangee.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  expect(texte).toContain('grille-rh-tence.xlsx');
  // Deuxième agent, sous l’en-tête : rangée 3 ; ETP en O, coût en R.
  expect(texte).toContain(`${LETTRES[14]}3`);
  expect(texte).toContain(`${LETTRES[17]}3`);
  expect(texte).toMatch(/36 888,40/);
  const total = ((await page.locator('tfoot').textContent()) ?? '').replaceAll(/\s+/g, '');
  const euros = String(ads?.coutCentimes);
  expect(total.replaceAll('\u202f', '')).toContain(`${euros.slice(0, -2)},${euros.slice(-2)}`);
};

const exporter =
  (format: 'ODS' | 'XLSX' | 'CSV') =>
  async (scene: Scene): Promise<void> => {
    const page = await scene.pageDe('pilote');
    await page.goto(EFFECTIFS);
    const recu = await telecharger(page, () =>
      page.getByRole('link', { name: format, exact: true }).click(),
    );
    const compte = compterLesFichiers(scene);
    const croisement = lireRangees(recu.octets, format === 'CSV' ? undefined : 'Croisement');
    const [entete = [], ...lignes] = croisement;
    const somme = (titre: string, garder: (ligne: (typeof lignes)[number]) => boolean) =>
      lignes
        .filter(garder)
        .reduce((cumul, ligne) => cumul + enCentiemes(ligne[entete.indexOf(titre)]), 0n);
    expect(somme('ETP', () => true)).toBe(compte.etpCentiemes);
    expect(somme('Coût chargé annuel (€)', () => true)).toBe(compte.coutCentimes);
    const deLADS = (ligne: (typeof lignes)[number]) => ligne[entete.indexOf('Code')] === 'ADS';
    expect(somme('ETP', deLADS)).toBe(compte.parService.get('ADS')?.etpCentiemes);
  };

/** Une élue lit les effectifs, mais aucun petit effectif ni aucune ligne d’agent. */
const lireSansNominatif = async (scene: Scene): Promise<void> => {
  const page = await scene.pageDe('presidente');
  await page.goto(EFFECTIFS);
  await voir(page, 'Les petits effectifs sont masqués');
  const refus = await page.goto(`${EFFECTIFS}/sources?service=ADS`);
  expect(refus?.status()).toBe(403);
};

export const comprendreLesEffectifs: Etape = {
  numero: 3,
  titre: 'Comprendre les effectifs',
  recit:
    'Les totaux se lisent à l’écran, se remontent jusqu’à la cellule du fichier rendu, et s’exportent sans changer d’un centime.',
  gestes: [
    {
      acteur: 'pilote',
      le: JOUR,
      titre: 'lit des totaux qui sont ceux des fichiers déposés',
      jouer: lireLesTotaux,
    },
    {
      acteur: 'pilote',
      le: JOUR,
      titre: 'remonte du total d’un service à la cellule du fichier',
      jouer: remonterAUneCellule,
    },
    ...(['ODS', 'XLSX', 'CSV'] as const).map(
      (format): Geste => ({
        acteur: 'pilote',
        le: JOUR,
        titre: `exporte en ${format} : les sommes sont celles des fichiers`,
        jouer: exporter(format),
      }),
    ),
    {
      acteur: 'presidente',
      le: JOUR,
      titre: 'lit les effectifs sans voir aucun agent',
      jouer: lireSansNominatif,
    },
  ],
};
