import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { habillerTerritoire } from '../territoire/index.server.ts';
import { MARS, unTerritoire } from '../territoire/territoire.exemples.ts';
import { lireFiltresDuJournal, lireJournal } from './index.server.ts';
import { listerChangements } from './index.ts';

let essai: BaseDEssai;
let contexte: Contexte;
beforeAll(async () => {
  essai = await uneBase();
  ({ contexte } = await unTerritoire(essai.base));
  await dansTerritoire(essai.base, { ...contexte, auteur: 'Dominique Finances' }, (tx) =>
    habillerTerritoire(tx, { couleur: '#1f6f78', logoFichierId: null }),
  );
});
afterAll(() => essai.fermer());

test('le journal dit qui a changé quoi, avant et après', async () => {
  const [derniere] = await dansTerritoire(essai.base, contexte, (tx) => lireJournal(tx));
  expect(derniere).toMatchObject({
    auteur: 'Dominique Finances',
    objet: 'territoire',
    action: 'modifier',
  });
  expect(derniere === undefined ? [] : listerChangements(derniere)).toEqual([
    { champ: 'couleur', avant: null, apres: '#1f6f78' },
  ]);
});

test('il se filtre et se pagine sans rien sauter ni répéter', async () => {
  const tout = await dansTerritoire(essai.base, contexte, (tx) =>
    lireJournal(tx, { combien: 1000 }),
  );
  const pages: string[] = [];
  let avantId: string | undefined;
  for (;;) {
    const page = await dansTerritoire(essai.base, contexte, (tx) =>
      lireJournal(tx, { avantId, combien: 40 }),
    );
    if (page.length === 0) break;
    pages.push(...page.map(({ id }) => id));
    avantId = page.at(-1)?.id;
  }
  expect(pages).toEqual(tout.map(({ id }) => id));
  const communes = await dansTerritoire(essai.base, contexte, (tx) =>
    lireJournal(tx, { objet: 'collectivite', combien: 1000 }),
  );
  expect(communes).toHaveLength(26);
  const filtres = await dansTerritoire(essai.base, contexte, (tx) => lireFiltresDuJournal(tx));
  expect(filtres.auteurs).toEqual(['Dominique Finances', 'pilote@exemple.fr']);
});

test('ni un autre territoire, ni une commune ne lisent le journal', async () => {
  for (const autre of [
    { ...contexte, territoireId: nouvelId() },
    { ...contexte, collectivite: MARS },
  ]) {
    expect(await dansTerritoire(essai.base, autre, (tx) => lireJournal(tx))).toEqual([]);
  }
});
