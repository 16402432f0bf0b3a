import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exempleDuModele } from '../../referentiel/modeles/index.ts';

const ENTREE = fileURLToPath(new URL('./entree.ts', import.meta.url));
const NOM = 'convention-service-commun';

let dossier = '';
beforeAll(() => {
  dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'document-'));
  fs.writeFileSync(path.join(dossier, 'd.json'), JSON.stringify(exempleDuModele(NOM)));
  fs.writeFileSync(path.join(dossier, 'vide.json'), '{}');
});
afterAll(() => fs.rmSync(dossier, { recursive: true, force: true }));

const lancer = (...mots: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ENTREE, 'document', ...mots], {
    cwd: dossier,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { code: status, json: stdout === '' ? null : (JSON.parse(stdout) as unknown), stderr };
};

describe('ensemblier document', () => {
  test.each([
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
    ['odt', 'PK'],
  ])('écrit le document en %s et rend sa description', (format, debut) => {
    const sortie = path.join(dossier, `convention.${format}`);
    const { code, json } = lancer(
      NOM,
      '--donnees',
      'd.json',
      '--format',
      format,
      '--sortie',
      sortie,
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({ modele: NOM, format, sortie, etat: 'definitif' });
    expect(fs.readFileSync(sortie).subarray(0, debut.length).toString('latin1')).toBe(debut);
  });

  test('des champs manquants donnent le code 2, toutes les erreurs, et aucun fichier', () => {
    const { code, json, stderr } = lancer(
      NOM,
      '--donnees',
      'vide.json',
      '--format',
      'pdf',
      '--sortie',
      'rien.pdf',
    );
    expect(code).toBe(2);
    expect(json).toMatchObject({
      erreurs: expect.arrayContaining([
        expect.objectContaining({
          code: 'champ-manquant',
          chemin: 'parties',
          article: 'CGCT, art. L. 5211-4-2',
        }),
      ]),
    });
    expect(fs.existsSync(path.join(dossier, 'rien.pdf'))).toBe(false);
    expect(stderr).toBe('');
  });

  test('en projet, les mêmes données se composent', () => {
    expect(
      lancer(
        NOM,
        '--donnees',
        'vide.json',
        '--format',
        'odt',
        '--sortie',
        'p.odt',
        '--etat',
        'projet',
      ),
    ).toMatchObject({ code: 0, json: { etat: 'projet' } });
  });

  test.each([
    [['bail', '--donnees', 'd.json', '--format', 'pdf', '--sortie', 'x'], 'bail'],
    [[NOM, '--donnees', 'd.json', '--format', 'rtf', '--sortie', 'x'], 'rtf'],
    [[NOM, '--donnees', 'absent.json', '--format', 'pdf', '--sortie', 'x'], 'absent.json'],
    [[NOM, '--donnees', 'd.json', '--format', 'pdf'], '--sortie'],
    [
      [NOM, '--donnees', 'd.json', '--format', 'pdf', '--sortie', 'x', '--le', '2027-02-30'],
      '--le',
    ],
  ])('une erreur d’usage dit quoi faire : %o', (mots, attendu) => {
    const { code, json, stderr } = lancer(...mots);
    expect([code, json]).toEqual([1, null]);
    expect(stderr).toContain(attendu);
  });

  test('un fichier qui ne peut pas s’écrire donne le code 3', () => {
    expect(
      lancer(NOM, '--donnees', 'd.json', '--format', 'odt', '--sortie', 'nulle/part/x.odt').code,
    ).toBe(3);
  });
});
