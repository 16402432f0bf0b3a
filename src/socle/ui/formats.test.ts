import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accorder,
  formaterDuree,
  formaterEtp,
  formaterEtpCentiemes,
  formaterJour,
  formaterJourCourt,
  formaterMontantArrondi,
  formaterMontantEuros,
  formaterNombre,
  formaterOctets,
  formaterPourcent,
  formaterValeur,
  typographier,
} from './formats.ts';

/** Rend visibles les espaces : fine « _ », insécable « ~ ». */
const voir = (texte: string) => texte.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

test('les milliers se séparent par une espace fine insécable, les décimales par une virgule', () => {
  expect(voir(formaterNombre(1234567.5))).toBe('1_234_567,5');
  expect(voir(formaterNombre(999))).toBe('999');
  expect(voir(formaterNombre(-1234.56))).toBe('−1_234,56');
});

test('un nombre s’arrondit comme on l’écrit, et zéro n’a jamais de signe', () => {
  expect(formaterNombre(1.005)).toBe('1,01');
  expect(formaterNombre(-0.001)).toBe('0');
  expect(formaterNombre(2, { min: 2 })).toBe('2,00');
  expect(formaterNombre(Number.NaN)).toBe('–');
});

test('un montant en centimes s’écrit en euros, sans perte même très grand', () => {
  expect(voir(formaterMontantEuros(123456n))).toBe('1_234,56~€');
  expect(voir(formaterMontantEuros(-5n))).toBe('−0,05~€');
  expect(voir(formaterMontantEuros(9007199254740993n))).toBe('90_071_992_547_409,93~€');
  expect(voir(formaterMontantArrondi(123450n))).toBe('1_235~€');
  expect(voir(formaterMontantArrondi(-49n))).toBe('0~€');
});

test('tout montant écrit se relit à l’identique', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (centimes) => {
      const relu = formaterMontantEuros(centimes)
        .replace('−', '-')
        .replace(/[^\d-]/g, '');
      expect(BigInt(relu)).toBe(centimes);
    }),
  );
});

test('pourcentages, équivalents temps plein et valeurs du calcul portent leur unité', () => {
  expect(voir(formaterPourcent(0.284))).toBe('28~%');
  expect(voir(formaterPourcent(0.2845, 1))).toBe('28,5~%');
  expect(voir(formaterEtp(0.8))).toBe('0,80~ETP');
  expect(voir(formaterEtpCentiemes(1250))).toBe('12,50~ETP');
  expect(voir(formaterValeur('11518.23', '€'))).toBe('11_518,23~€');
  expect(voir(formaterValeur('-2584', 'hab.'))).toBe('−2_584~hab.');
  expect(formaterValeur('selon la clé', null)).toBe('selon la clé');
});

test('un mot s’accorde à partir de deux', () => {
  expect(voir(accorder(1.5, 'jour'))).toBe('1,5~jour');
  expect(voir(accorder(2584, 'habitant'))).toBe('2_584~habitants');
  expect(voir(accorder(0, 'avis', 'avis'))).toBe('0~avis');
});

test('une date s’écrit en toutes lettres, le premier du mois en ordinal', () => {
  expect(voir(formaterJour('2026-11-23', { semaine: true }))).toBe('lundi 23~novembre~2026');
  expect(voir(formaterJour('2026-03-01'))).toBe('1er~mars~2026');
  expect(formaterJourCourt('2026-03-01')).toBe('01/03/2026');
});

test('poids de fichiers et durées restent lisibles', () => {
  expect(voir(formaterOctets(1_430_000))).toBe('1,4~Mo');
  expect(voir(formaterOctets(12_400))).toBe('12~ko');
  expect(voir(formaterDuree(3900))).toBe('1~h~05');
  expect(voir(formaterDuree(59))).toBe('59~s');
});

test('la ponctuation double ne se détache jamais de son mot', () => {
  expect(voir(typographier('« Prêt » : 12 % de 1 234 € ?'))).toBe('«~Prêt~»~: 12~% de 1_234~€~?');
});

test('une apostrophe droite entre deux lettres devient courbe, celle d’un code reste', () => {
  expect(typographier("Indicateurs d'activité")).toBe('Indicateurs d’activité');
  expect(typographier("'ADS' et 5'")).toBe("'ADS' et 5'");
});
