import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centile, mediane } from './cas.ts';
import { CAS, chargerCas } from './registre.ts';

let dossier: string;
beforeAll(() => {
  dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-mesures-'));
});
afterAll(() => {
  fs.rmSync(dossier, { recursive: true });
});

describe.each(Object.keys(CAS))('cas mesuré « %s »', (nom) => {
  test('il se fabrique, se prépare et s’exécute à sa plus petite taille', async () => {
    const cas = await chargerCas(nom);
    const [taille = 0] = cas.tailles;
    expect(cas.tailles).toEqual([...cas.tailles].sort((a, b) => a - b));
    await cas.fabriquer?.(taille, dossier);
    const executer = await cas.preparer(taille, dossier);
    expect(await executer()).toBeDefined();
  });
});

test('un cas inconnu est une erreur qui cite les cas connus', () => {
  expect(() => chargerCas('rien')).toThrow('Cas inconnu : rien. Connus : lecture-xlsx');
});

test('la médiane et le 95ᵉ centile se lisent dans la liste triée', () => {
  expect(mediane([9, 1, 5])).toBe(5);
  expect(mediane([4, 1, 2, 9])).toBe(3);
  const cent = Array.from({ length: 100 }, (_, rang) => 100 - rang);
  expect(centile(cent, 95)).toBe(95);
  expect(centile([7], 95)).toBe(7);
});
