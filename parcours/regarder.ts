// Regarder des pages connecté : node outils/avec-node24.mjs parcours/regarder.ts <adresse> <dossier> <courriel> <largeur> <chemin>…
import path from 'node:path';
import {
  capturer,
  controlerAccessibilite,
  mesurerDebordement,
  ouvrirNavigateur,
} from './navigateur.ts';

const [adresse = '', dossier = '', courriel = '', largeur = '1440', ...chemins] =
  process.argv.slice(2);
const navigateur = await ouvrirNavigateur();
const contexte = await navigateur.newContext({
  viewport: { width: Number(largeur), height: 900 },
  locale: 'fr-FR',
  baseURL: adresse,
  reducedMotion: 'reduce',
});
const page = await contexte.newPage();
if (courriel !== '-') {
  await page.goto('/connexion');
  await page.locator('form:has([name=motDePasse]) [name=courriel]').fill(courriel);
  await page.locator('[name=motDePasse]').fill('ensemblier-demo');
  await page.locator('form:has([name=motDePasse]) button').first().click();
  await page.waitForURL((url) => url.pathname !== '/connexion');
}
for (const chemin of chemins) {
  const reponse = await page.goto(chemin, { waitUntil: 'networkidle' });
  const nom = `${chemin.replaceAll(/[^a-z0-9]+/gi, '_')}-${largeur}.png`;
  await capturer(page, path.join(dossier, nom));
  const defauts = await controlerAccessibilite(page);
  process.stdout.write(
    `${reponse?.status() ?? 0} ${chemin} axe=${defauts.length} débordement=${await mesurerDebordement(page)} ${nom} ${defauts.map(({ regle }) => regle).join(',')}\n`,
  );
}
await navigateur.close();
