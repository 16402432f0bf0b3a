import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leHautLignon } from './haut-lignon/index.ts';
import { ouvrirScene, type Scene } from './scene.ts';

let scene: Scene;
/** Le premier geste manqué : les suivants s’appuient sur lui, ils ne sont pas tentés. */
let manque: string | null = null;

beforeAll(async () => {
  scene = await ouvrirScene(leHautLignon.acteurs, '2026-09-07');
});
afterAll(async () => {
  await scene.fermer();
});

describe(leHautLignon.titre, () => {
  for (const { numero, titre, gestes } of leHautLignon.etapes) {
    describe(`${numero}. ${titre}`, () => {
      for (const geste of gestes) {
        const nom = leHautLignon.acteurs[geste.acteur]?.nom ?? geste.acteur;
        test(`${geste.le}, ${nom} ${geste.titre}`, async () => {
          if (manque !== null) expect.fail(`Pas tenté : « ${manque} » a manqué.`);
          scene.choisirJour(geste.le);
          try {
            await geste.jouer(scene);
          } catch (erreur) {
            manque = `${nom} ${geste.titre}`;
            const page = await scene.pageDe(geste.acteur);
            const texte = (await page.locator('main').textContent()) ?? '';
            throw new Error(`Sur ${page.url()} : ${texte.slice(0, 1500)}`, { cause: erreur });
          }
        });
      }

      // Pour rejouer vite en travaillant : REGARD=non saute le regard sur les pages.
      test.skipIf(process.env.REGARD === 'non')(
        'chaque page traversée : aucun défaut d’accessibilité, aucun débordement, aucune erreur de console',
        { timeout: 180_000 },
        async () => {
          expect(await scene.controlerPages()).toEqual([]);
          expect(scene.releverIncidents()).toEqual([]);
        },
      );
    });
  }
});
