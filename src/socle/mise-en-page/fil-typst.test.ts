import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentComplet } from './documents.exemples.ts';
import { calculerEmpreinte, mettreEnPage } from './index.server.ts';

const ICI = path.dirname(fileURLToPath(import.meta.url));
const RACINE = path.resolve(ICI, '../../..');

/** Dossier d’essai dans l’arbre du projet : le programme empaqueté y cherche le gabarit. */
let dossier = '';
beforeAll(() => {
  fs.mkdirSync(path.join(RACINE, 'node_modules', '.cache'), { recursive: true });
  dossier = fs.mkdtempSync(path.join(RACINE, 'node_modules', '.cache', 'mise-en-page-'));
});
afterAll(() => fs.rmSync(dossier, { recursive: true, force: true }));

const programme = (porte: string): string => {
  const document = JSON.stringify(documentComplet());
  return `import { mettreEnPage } from ${JSON.stringify(porte)};
const pdf = await mettreEnPage(${document}, { format: 'pdf' });
process.stdout.write(String.fromCharCode(...pdf.slice(0, 5)));
`;
};

describe('Le fil de mise en page', () => {
  test('marche dans un programme TypeScript exécuté directement, qui finit de lui-même', () => {
    // Node n’efface pas les types sous node_modules : le programme est ailleurs.
    const ailleurs = fs.mkdtempSync(path.join(os.tmpdir(), 'mise-en-page-'));
    const fichier = path.join(ailleurs, 'direct.mts');
    fs.writeFileSync(fichier, programme(path.join(ICI, 'index.server.ts')));
    const sortie = execFileSync(process.execPath, [fichier], { encoding: 'utf8', timeout: 50_000 });
    fs.rmSync(ailleurs, { recursive: true, force: true });
    expect(sortie).toBe('%PDF-');
  });

  test('marche dans le serveur empaqueté par Vite', async () => {
    const entree = path.join(dossier, 'entree.ts');
    fs.writeFileSync(entree, programme(path.join(ICI, 'index.server.ts')));
    await build({
      root: RACINE,
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: entree,
        outDir: path.join(dossier, 'paquet'),
        emptyOutDir: true,
        target: 'node22',
      },
    });
    const [paquet] = fs
      .readdirSync(path.join(dossier, 'paquet'))
      .filter((nom) => /\.m?js$/u.test(nom));
    const sortie = execFileSync(process.execPath, [path.join(dossier, 'paquet', paquet ?? '')], {
      encoding: 'utf8',
      timeout: 50_000,
    });
    expect(sortie).toBe('%PDF-');
  });

  test('sert plusieurs demandes à la fois, chacune avec son document', async () => {
    const pdfs = await Promise.all(
      ['Arcinges', 'Boyer', 'Mars'].map((nom) =>
        mettreEnPage(documentComplet({ nom }), { format: 'pdf' }),
      ),
    );
    expect(new Set(pdfs.map((pdf) => Buffer.from(pdf).toString('base64'))).size).toBe(3);
  });

  test('un document que Typst refuse est une erreur, et le suivant se met en page', async () => {
    const bon = documentComplet();
    const mauvais = {
      ...bon,
      blocs: [{ type: 'figure' as const, svg: '<svg', remplacement: 'x', legende: null }],
    };
    await expect(mettreEnPage(mauvais, { format: 'pdf' })).rejects.toThrow(
      'Le PDF n’a pas pu être mis en page',
    );
    await expect(mettreEnPage(bon, { format: 'pdf' })).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('L’empreinte d’un document', () => {
  test('ne dépend pas de l’ordre des clés, et change avec le moindre mot', () => {
    const document = documentComplet();
    const remelange = {
      clauses: document.clauses,
      blocs: document.blocs,
      metadonnees: document.metadonnees,
      modele: document.modele,
    };
    expect(calculerEmpreinte(remelange)).toBe(calculerEmpreinte(document));
    expect(calculerEmpreinte(documentComplet({ nom: 'Arcinge' }))).not.toBe(
      calculerEmpreinte(document),
    );
    expect(calculerEmpreinte(document)).toMatch(/^[0-9a-f]{64}$/u);
  });
});
