import fs from 'node:fs';
import { ouvrirNavigateur, controlerAccessibilite, mesurerDebordement } from './parcours/navigateur.ts';
const { jeton, s, c, e } = JSON.parse(fs.readFileSync('/tmp/conv-ids.json', 'utf8'));
const A = 'http://localhost:37411', R = '/t/200035202/mettre-en-oeuvre';
const nav = await ouvrirNavigateur();
const vers = async (page, chemin, nom) => {
  const r = await page.goto(A + chemin, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `/tmp/conv-vues/${nom}.png`, fullPage: true });
  console.log(r.status(), nom, 'axe', (await controlerAccessibilite(page)).map((d) => d.regle), 'déb', await mesurerDebordement(page));
};
// commune, sans JavaScript
for (const largeur of [360, 768]) {
  const ctx = await nav.newContext({ viewport: { width: largeur, height: 800 }, javaScriptEnabled: false, locale: 'fr-FR' });
  const p = await ctx.newPage();
  const aller = async (chemin, nom) => { const r = await p.goto(A + chemin); await p.screenshot({ path: `/tmp/conv-vues/${nom}-${largeur}.png`, fullPage: true }); console.log(r.status(), nom, largeur); };
  await aller(`/c/${jeton}/etats`, 'commune-etats');
  await aller(`/c/${jeton}/etats/${e[0]}`, 'commune-etat');
  if (largeur === 360) {
    for (const f of ['pdf', 'ods']) { const r = await ctx.request.get(`${A}/c/${jeton}/etats/${e[0]}/${f}`); const b = await r.body(); fs.writeFileSync(`/tmp/conv-vues/etat.${f}`, b); console.log(f, r.status(), r.headers()['content-type'], b.length); }
    const r = await ctx.request.get(`${A}/c/${jeton}/etats/01900000-0000-7000-8000-000000000001`); console.log('autre', r.status());
  }
  await ctx.close();
}
// avec JavaScript : axe, volet d’explication
{
  const ctx = await nav.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR', reducedMotion: 'reduce' });
  const p = await ctx.newPage();
  await vers(p, `/c/${jeton}/etats`, 'commune-etats-1440');
  await vers(p, `/c/${jeton}/etats/${e[0]}`, 'commune-etat-1440');
  await p.locator('.chiffre-bouton').first().click();
  for (const d of await p.locator('#part details').all()) await d.evaluate((el) => { el.open = true; });
  await p.screenshot({ path: '/tmp/conv-vues/volet.png' });
  console.log('volet axe', (await controlerAccessibilite(p)).map((d) => d.regle), (await p.locator('#part').innerText()).match(/Cellule \w+/g)?.slice(0, 4));
  // pilote : avenant
  await p.goto(A + '/connexion');
  await p.locator('form:has([name=motDePasse]) [name=courriel]').fill('pilote@charlieu-belmont.example');
  await p.locator('[name=motDePasse]').fill('ensemblier-demo');
  await p.locator('form:has([name=motDePasse]) button').first().click();
  await p.waitForLoadState('networkidle');
  await p.goto(`${A}${R}/conventions/${c}`, { waitUntil: 'networkidle' });
  await p.getByRole('button', { name: 'Préparer un avenant' }).click();
  await p.waitForURL((u) => !u.pathname.endsWith(c));
  await p.waitForLoadState('networkidle');
  const chemin = new URL(p.url()).pathname;
  for (const w of [1440, 768, 360]) { await p.setViewportSize({ width: w, height: 900 }); await vers(p, chemin, `avenant-${w}`); }
  for (const sec of ['objet', 'agents', 'duree', 'parties', 'finances']) await vers(p, `${chemin}/redaction/${sec}`, `redaction-${sec}-360`);
  await p.setViewportSize({ width: 1440, height: 900 });
  await vers(p, `${R}/refacturation/${s}/2026`, 'exercice-2026');
  await vers(p, `${R}/refacturation/${s}/2024`, 'exercice-2024');
  await vers(p, `${R}/refacturation/${s}/2027?projet`, 'exercice-2027-projet');
  const r = await p.request.get(`${A}${chemin}/document/pdf`); console.log('pdf avenant', r.status(), (await r.body()).length);
  await p.goto(`${A}${R}/refacturation/${s}/2025`, { waitUntil: 'networkidle' });
  await p.getByRole('link', { name: 'Recalculer l’état définitif' }).click();
  await p.waitForLoadState('networkidle');
  console.log('vérification', await p.getByText('Recalculé à l’identique').count());
}
await nav.close();
