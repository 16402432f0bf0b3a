import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BaseDEssai, uneBase } from '../base/base.exemples.ts';
import { type Contexte, dansTerritoire, nouvelId } from '../base/index.server.ts';
import { CHARLIEU, MARS, unTerritoire } from '../territoire/territoire.exemples.ts';
import {
  deposerFichier,
  type FichierADeposer,
  lireFichier,
  listerFichiers,
} from './index.server.ts';
import { assainirNom, TAILLE_MAXIMALE, typeDuNom } from './index.ts';

let essai: BaseDEssai;
let contexte: Contexte;
beforeAll(async () => {
  essai = await uneBase();
  ({ contexte } = await unTerritoire(essai.base));
});
afterAll(() => essai.fermer());

const deposer = (fichier: FichierADeposer, autre: Contexte = contexte) =>
  dansTerritoire(essai.base, autre, (tx) => deposerFichier(tx, fichier));
const lire = (id: string, autre: Contexte = contexte) =>
  dansTerritoire(essai.base, autre, (tx) => lireFichier(tx, id));
const octets = (texte: string) => new TextEncoder().encode(texte);

test('un fichier déposé ressort à l’octet près, avec son empreinte, son auteur et son type', async () => {
  const contenu = Uint8Array.from({ length: 70_000 }, (_, rang) => rang % 251);
  const depose = await deposer({ nom: 'Grille RH.xlsx', octets: contenu, collectivite: MARS });
  if (!depose.ok) throw new Error(depose.refus.message);
  const { fichier, dejaDepose } = depose.valeur;
  expect(dejaDepose).toBe(false);
  expect(fichier).toMatchObject({
    nom: 'Grille RH.xlsx',
    taille: 70_000,
    deposePar: contexte.auteur,
    collectivite: MARS,
    empreinte: createHash('sha256').update(contenu).digest('hex'),
  });
  expect(fichier.typeMime).toContain('spreadsheetml');
  const relu = await lire(fichier.id);
  expect(Buffer.compare(Buffer.from(relu?.octets ?? []), Buffer.from(contenu))).toBe(0);
});

test('une tranche d’un tampon plus grand se dépose sans ce qui l’entoure', async () => {
  const tampon = octets('avant|dedans|après');
  const depose = await deposer({ nom: 'a.txt', octets: tampon.subarray(6, 12) });
  const relu = await lire(depose.ok ? depose.valeur.fichier.id : '');
  expect(new TextDecoder().decode(relu?.octets)).toBe('dedans');
});

test('le même contenu redéposé par la même commune est reconnu, même renommé', async () => {
  const premier = await deposer({ nom: 'a.csv', octets: octets('x;y'), collectivite: MARS });
  const second = await deposer({ nom: 'b.csv', octets: octets('x;y'), collectivite: MARS });
  expect(second).toMatchObject({ ok: true, valeur: { dejaDepose: true } });
  expect(second.ok && second.valeur.fichier.id).toBe(premier.ok && premier.valeur.fichier.id);
  const autre = await deposer({ nom: 'a.csv', octets: octets('x;y'), collectivite: CHARLIEU });
  expect(autre).toMatchObject({ ok: true, valeur: { dejaDepose: false } });
});

test('un fichier vide ou de plus de 25 Mo est refusé, en disant quoi faire', async () => {
  expect(await deposer({ nom: 'vide.csv', octets: new Uint8Array() })).toMatchObject({
    refus: { code: 'fichier-vide' },
  });
  const lourd = await deposer({ nom: 'gros.xlsx', octets: new Uint8Array(TAILLE_MAXIMALE + 1) });
  expect(lourd).toMatchObject({ refus: { code: 'fichier-trop-lourd' } });
  expect(lourd.ok ? '' : lourd.refus.message).toContain('CSV');
});

test('ni un autre territoire, ni une autre commune ne lisent un fichier', async () => {
  const depose = await deposer({
    nom: 'rh.csv',
    octets: octets('confidentiel'),
    collectivite: MARS,
  });
  const id = depose.ok ? depose.valeur.fichier.id : '';
  expect(await lire(id, { ...contexte, territoireId: nouvelId() })).toBeNull();
  expect(await lire(id, { ...contexte, collectivite: CHARLIEU })).toBeNull();
  expect(await lire(id, { ...contexte, collectivite: MARS })).not.toBeNull();
  const vus = await dansTerritoire(essai.base, { ...contexte, collectivite: CHARLIEU }, (tx) =>
    listerFichiers(tx),
  );
  expect(vus.every(({ collectivite }) => collectivite === CHARLIEU)).toBe(true);
  await expect(
    deposer(
      { nom: 'a.csv', octets: octets('chez le voisin'), collectivite: MARS },
      { ...contexte, collectivite: CHARLIEU },
    ),
  ).rejects.toThrow(/row-level security/);
});

test('un nom de fichier ne porte ni chemin, ni caractère de commande, et garde son extension', () => {
  expect(assainirNom('C:\\Users\\moi\\rh.xlsx')).toBe('rh.xlsx');
  expect(assainirNom('../../etc/passwd')).toBe('passwd');
  expect(assainirNom('...')).toBe('fichier');
  expect(assainirNom(`${'a'.repeat(300)}.xlsx`)).toMatch(/^a+\.xlsx$/);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (nom) => {
      const propre = assainirNom(nom);
      expect(propre.length).toBeGreaterThan(0);
      expect(propre.length).toBeLessThanOrEqual(150);
      expect(propre).not.toMatch(/[\\/\p{Cc}]/u);
    }),
  );
  expect(typeDuNom('x.ODS')).toContain('opendocument');
  expect(typeDuNom('sans-extension')).toBe('application/octet-stream');
});
