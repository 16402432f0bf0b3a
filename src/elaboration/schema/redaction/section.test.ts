import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  entrer,
  poserEnvironnement,
  unePersonne,
  uneRequete,
} from '../../../socle/acces/acces.exemples.ts';
import { type BaseDEssai, uneBase } from '../../../socle/base/base.exemples.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { unTerritoire } from '../../../socle/territoire/territoire.exemples.ts';
import { loader } from './section.page.tsx';
import { SECTIONS } from './sections.ts';

let essai: BaseDEssai;
let contexte: Contexte;
beforeAll(async () => {
  essai = await uneBase();
  poserEnvironnement(essai.url);
  contexte = (await unTerritoire(essai.base)).contexte;
});
afterAll(() => essai.fermer());

test('regarder une section n’ouvre pas le schéma : rien ne s’écrit avant le premier envoi', async () => {
  const cookie = await entrer(essai.base, await unePersonne(essai.base, contexte));
  const lue = await loader({
    request: uneRequete({ cookie }),
    params: { siren: '200035202', section: SECTIONS[0]?.code },
    context: {},
  } as never);
  expect(lue).toMatchObject({ version: 0, redaction: {} });
  const { rows } = await dansTerritoire(essai.base, contexte, (tx) =>
    sql`select id from schema`.execute(tx),
  );
  expect(rows).toEqual([]);
});
