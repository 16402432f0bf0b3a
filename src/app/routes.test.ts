import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { expect, test } from 'vitest';
import routes from './routes.ts';

const aplatir = (entrees: readonly RouteConfigEntry[]): RouteConfigEntry[] =>
  entrees.flatMap((entree) => [entree, ...aplatir(entree.children ?? [])]);

const toutes = aplatir(routes);

test('chaque route a un id explicite, écrit en minuscules et sans accent', () => {
  for (const entree of toutes) expect(entree.id ?? '', entree.file).toMatch(/^[a-z][a-z0-9-]*$/);
});

test('deux routes n’ont jamais le même id', () => {
  const ids = toutes.map(({ id }) => id);
  expect(ids.filter((id, rang) => ids.indexOf(id) !== rang)).toEqual([]);
});

test('chaque route montre un fichier qui existe', () => {
  const absents = toutes
    .map(({ file }) => file)
    .filter((file) => !existsSync(path.join(import.meta.dirname, file)));
  expect(absents).toEqual([]);
});
