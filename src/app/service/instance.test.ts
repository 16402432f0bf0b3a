import { expect, test } from 'vitest';
import { remede } from './instance.server.ts';

test.each([
  ['EROFS', 'lecture seule'],
  ['EACCES', 'le droit d’y écrire'],
  ['ENOSPC', 'Libérez de la place'],
  ['ENOTDIR', 'Vérifiez ce chemin'],
])('un dossier de données inutilisable (%s) dit son remède', (code, dit) => {
  expect(remede(Object.assign(new Error('essai'), { code }))).toContain(dit);
});
