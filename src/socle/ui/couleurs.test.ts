import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accorderCouleur,
  attribuerTeintes,
  CLASSES_DE_CARTE,
  mesurerContraste,
  PALETTE,
  TEINTES,
} from './couleurs.ts';

const feuille = readFileSync(path.join(import.meta.dirname, 'styles', 'jetons.css'), 'utf8');
const lireJeton = (nom: string) => new RegExp(`--${nom}: (#[0-9a-f]{6});`).exec(feuille)?.[1];
const enTirets = (nom: string) => nom.replace(/[A-Z]/g, (lettre) => `-${lettre.toLowerCase()}`);

test('la feuille de style et le code portent les mêmes couleurs', () => {
  for (const [nom, valeur] of Object.entries(PALETTE)) {
    expect(lireJeton(enTirets(nom)), nom).toBe(valeur);
  }
  TEINTES.forEach((teinte, rang) => {
    expect(lireJeton(`teinte-${rang + 1}`)).toBe(teinte);
  });
});

test('le texte courant atteint le contraste AAA sur tous les fonds', () => {
  for (const fond of [PALETTE.blanc, PALETTE.papier, PALETTE.papierFonce, PALETTE.encreVoile]) {
    expect(mesurerContraste(PALETTE.texte, fond)).toBeGreaterThan(7);
    expect(mesurerContraste(PALETTE.encre, fond)).toBeGreaterThan(7);
    expect(mesurerContraste(PALETTE.texteDoux, fond)).toBeGreaterThan(6.5);
  }
  expect(mesurerContraste(PALETTE.blanc, PALETTE.encreForte)).toBeGreaterThan(7);
});

test('les messages d’attention, de refus et de réussite atteignent AAA sur leur voile', () => {
  expect(mesurerContraste(PALETTE.ocreTexte, PALETTE.ocreVoile)).toBeGreaterThan(7);
  expect(mesurerContraste(PALETTE.briqueTexte, PALETTE.briqueVoile)).toBeGreaterThan(7);
  expect(mesurerContraste(PALETTE.feuilleTexte, PALETTE.feuilleVoile)).toBeGreaterThan(7);
  expect(mesurerContraste(PALETTE.encre, PALETTE.encreClaire)).toBeGreaterThan(7);
});

test('bords de champs et teintes de graphiques se voient sur le blanc (3:1)', () => {
  for (const couleur of [PALETTE.filetFort, ...TEINTES]) {
    expect(mesurerContraste(couleur, PALETTE.blanc), couleur).toBeGreaterThanOrEqual(3);
  }
});

test('le nom d’une commune se lit sur l’aplat de sa classe, clair ou foncé', () => {
  CLASSES_DE_CARTE.forEach(({ fond, texte }, rang) => {
    expect(mesurerContraste(texte, fond), `classe ${rang + 1}`).toBeGreaterThanOrEqual(4.5);
    expect(lireJeton(`carte-${rang + 1}`)).toBe(fond);
    expect(lireJeton(`carte-texte-${rang + 1}`)).toBe(texte);
  });
});

test('la couleur d’un territoire, quelle qu’elle soit, devient lisible', () => {
  const canal = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(canal, canal, canal), fc.boolean(), (rvb, clair) => {
      const voulue = `#${rvb.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
      const fond = clair ? '#ffffff' : '#000000';
      expect(mesurerContraste(accorderCouleur(voulue, fond), fond)).toBeGreaterThanOrEqual(7);
    }),
  );
  expect(accorderCouleur('rouge', '#ffffff')).toBe(PALETTE.encre);
});

test('une commune garde sa teinte quel que soit l’ordre d’affichage', () => {
  const codes = ['42052', '42007', '42177', '42014'];
  const endroit = attribuerTeintes(codes);
  const envers = attribuerTeintes([...codes].reverse());
  for (const code of codes) expect(envers.get(code)).toBe(endroit.get(code));
});
