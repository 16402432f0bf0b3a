import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import manifeste from '../../referentiel/donnees/demo-sale/manifeste.json' with { type: 'json' };
import { fabriquerGabarit } from './ecrire-tableur.server.ts';
import { CHARLIEU_BELMONT, enCsv, lire, octetsDe, unAgent } from './essais.exemples.ts';
import { lireTableur } from './lire-tableur.server.ts';

// La bibliothèque des vieux XLS écrit sur la sortie d’erreur les enregistrements qu’elle ne connaît pas.
beforeAll(() => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

/** Générateur déterministe (Mulberry32). */
const hasard = (graine: number) => {
  let etat = graine;
  return (): number => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const FICHIERS = [
  ...manifeste.fichiers
    .map((f) => ({ fichier: f.fichier, grille: f.grille }))
    .filter(({ fichier }) => fichier !== 'rh-vide.csv'),
  { fichier: 'biff-saint-nizier.xls', grille: 'grille-rh' },
];

describe.each(FICHIERS)('$fichier abîmé', ({ fichier, grille }) => {
  const sain = octetsDe(`demo-sale/${fichier}`);

  test('des octets retournés au hasard ne lèvent jamais d’exception', async () => {
    const tirer = hasard(7);
    for (let essai = 0; essai < 25; essai += 1) {
      const abime = sain.slice();
      for (let n = 0; n < 1 + Math.floor(tirer() * 12); n += 1)
        abime[Math.floor(tirer() * abime.length)] = Math.floor(tirer() * 256);
      const lecture = await lire(grille, fichier, abime);
      expect(lecture.bilan.lignesImportees).toBe(lecture.lignes.length);
    }
  });

  test('une troncature donne un refus ou une lecture partielle, jamais une exception', async () => {
    for (const part of [0.02, 0.3, 0.6, 0.95]) {
      const lecture = await lire(grille, fichier, sain.slice(0, Math.floor(sain.length * part)));
      if (lecture.bilan.fichierRefuse) expect(lecture.erreurs?.[0]?.message).toMatch(/\S/);
    }
  });
});

test.each([
  ['un PDF', strToU8('%PDF-1.7\n…'), 'type-non-admis'],
  ['une image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'type-non-admis'],
  [
    'un document Word',
    zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }),
    'type-non-admis',
  ],
  [
    'un texte ODT',
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8('<x/>'),
    }),
    'type-non-admis',
  ],
  [
    'un classeur chiffré',
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from('EncryptedPackage', (c) => [c.charCodeAt(0), 0]).flat(),
    ]),
    'fichier-chiffre',
  ],
  [
    'un ODS chiffré',
    zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': strToU8('zz'),
      'META-INF/manifest.xml': strToU8('<m><manifest:encryption-data/></m>'),
    }),
    'fichier-chiffre',
  ],
  ['un fichier vide', new Uint8Array(), 'fichier-vide'],
  ['des espaces', strToU8(' \n \n'), 'fichier-vide'],
  ['des octets quelconques', new Uint8Array(2000).map((_, i) => (i * 37) % 256), 'type-inconnu'],
])('%s est refusé avec un code et un message utile', async (_nom, octets, code) => {
  const lu = await lireTableur(octets, 'depot.xlsx');
  expect(lu).toMatchObject({ ok: false, refus: { code } });
  const lecture = await lire('grille-rh', 'depot.xlsx', octets);
  expect(lecture).toMatchObject({
    lignes: [],
    bilan: { fichierRefuse: true },
    anomalies: [{ action: 'bloquer_fichier', cellule: null }],
    erreurs: [{ code }],
  });
});

test('une archive piégée est refusée sans remplir la mémoire', async () => {
  const bombe = zipSync(
    {
      mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': new Uint8Array(210 * 1024 * 1024),
    },
    { level: 1 },
  );
  expect(bombe.length).toBeLessThan(3_000_000);
  expect(await lireTableur(bombe, 'bombe.ods')).toMatchObject({
    ok: false,
    refus: { code: 'fichier-trop-grand' },
  });
});

test('un million de lignes vides répétées ne sont pas déroulées', async () => {
  const fait = await fabriquerGabarit({
    grille: 'grille-rh',
    territoire: CHARLIEU_BELMONT,
    siren: '214200529',
    format: 'ods',
    vides: 2,
  });
  const lu = await lireTableur(fait.ok ? fait.valeur : new Uint8Array(), 'g.ods');
  expect(lu.ok && lu.valeur.feuilles[0]?.rangees.length).toBe(3);
  const ads = await lireTableur(octetsDe('demo-sale/ads-2025.ods'), 'ads.ods');
  expect(ads.ok && ads.valeur.feuilles[0]?.rangees.length).toBeLessThan(200);
});

test('20 000 agents sont lus, doublons et totaux compris', async () => {
  const colonnes = Object.fromEntries(Object.keys(unAgent()).map((champ) => [champ, champ]));
  const agents = Array.from({ length: 20_000 }, (_, i) =>
    unAgent({
      siren: '214200529',
      collectivite: 'Charlieu',
      matricule: String(i).padStart(5, '0'),
      cout_charge_annuel: '35 000,00',
    }),
  );
  const lecture = await lire(
    'grille-rh',
    'grand.csv',
    enCsv(colonnes, [...agents, agents[0] ?? {}]),
  );
  expect(lecture.bilan).toMatchObject({ lignesImportees: 20_000, lignesBloquees: 0 });
  expect(lecture.anomalies.filter((a) => a.regle === 'doublon-identique')).toHaveLength(1);
});
