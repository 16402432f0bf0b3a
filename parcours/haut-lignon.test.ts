import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leHautLignon } from './haut-lignon/index.ts';
import { type DefautDePage, ouvrirScene, type Scene } from './scene.ts';

let scene: Scene;
/** Le premier geste manqué : les suivants s’appuient sur lui, ils ne sont pas tentés. */
let manque: string | null = null;

beforeAll(async () => {
  scene = await ouvrirScene(leHautLignon.acteurs, '2026-09-07');
});
afterAll(async () => {
  await scene.fermer();
});

/** Regarder chaque page coûte la moitié du temps : REGARD=non le saute, en travaillant. */
const regarde = process.env.REGARD !== 'non';

describe(leHautLignon.titre, () => {
  for (const { numero, titre, gestes } of leHautLignon.etapes) {
    describe(`${numero}. ${titre}`, () => {
      const defauts: DefautDePage[] = [];
      for (const geste of gestes) {
        const nom = leHautLignon.acteurs[geste.acteur]?.nom ?? geste.acteur;
        test(`${geste.le}, ${nom} ${geste.titre}`, { timeout: 180_000 }, async () => {
          if (manque !== null) expect.fail(`Pas tenté : « ${manque} » a manqué.`);
          scene.choisirJour(geste.le);
          try {
            await geste.jouer(scene);
          } catch (erreur) {
            manque = `${nom} ${geste.titre}`;
            const page = await scene.pageDe(geste.acteur);
            const texte = (await page.locator('body').textContent()) ?? '';
            throw new Error(`Sur ${page.url()} : ${texte.slice(0, 1500)}`, { cause: erreur });
          }
          // Tout de suite : plus tard, la page aurait changé d’état.
          if (regarde) defauts.push(...(await scene.controlerPages()));
        });
      }

      test.skipIf(!regarde)(
        'chaque page traversée : aucun défaut d’accessibilité, aucun débordement, aucune erreur de console',
        () => {
          expect(defauts).toEqual([]);
          expect(scene.releverIncidents()).toEqual([]);
        },
      );
    });
  }
});
