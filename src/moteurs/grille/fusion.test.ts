import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fusionnerTroisVoies, type Valeurs } from './fusion.ts';

const agent = (matricule: string, quotite: string, grade = 'Attaché'): Valeurs => ({
  siren: '1',
  matricule,
  quotite,
  grade,
});
const CLE = ['siren', 'matricule'];
const fusionner = (base: Valeurs[], depose: Valeurs[], enLigne: Valeurs[]) =>
  fusionnerTroisVoies(base, depose, enLigne, CLE);

test('une ligne nouvelle dans le fichier est un ajout ; absente du fichier et inchangée en ligne, une suppression', () => {
  const f = fusionner([agent('1', '80')], [agent('2', '100')], [agent('1', '80')]);
  expect(f.ajouts.map((a) => a.valeurs.matricule)).toEqual(['2']);
  expect(f.suppressions.map((s) => s.valeurs.matricule)).toEqual(['1']);
  expect(f.fusionnees).toEqual([agent('2', '100')]);
});

test('un champ changé d’un seul côté est repris ; changé des deux côtés à l’identique, il ne compte pas', () => {
  const f = fusionner(
    [agent('1', '80')],
    [agent('1', '90')],
    [agent('1', '80', 'Attaché principal')],
  );
  expect(f.modifications).toMatchObject([
    { champs: [{ champ: 'quotite', base: '80', depose: '90', enLigne: '80' }] },
  ]);
  expect(f.fusionnees).toEqual([agent('1', '90', 'Attaché principal')]);
  expect(fusionner([agent('1', '80')], [agent('1', '90')], [agent('1', '90')])).toMatchObject({
    modifications: [],
    conflits: [],
  });
});

test('une cellule changée différemment des deux côtés est un conflit ; l’en-ligne reste en attendant', () => {
  const f = fusionner([agent('1', '80')], [agent('1', '90')], [agent('1', '50')]);
  expect(f.conflits).toMatchObject([{ champ: 'quotite', base: '80', depose: '90', enLigne: '50' }]);
  expect(f.fusionnees).toEqual([agent('1', '50')]);
});

test('supprimée d’un côté et modifiée de l’autre : conflit de ligne, rien n’est perdu', () => {
  expect(fusionner([agent('1', '80')], [], [agent('1', '50')])).toMatchObject({
    conflitsDeLignes: [{ sens: 'supprimee-dans-le-fichier' }],
    fusionnees: [{ quotite: '50' }],
  });
  expect(fusionner([agent('1', '80')], [agent('1', '90')], [])).toMatchObject({
    conflitsDeLignes: [{ sens: 'supprimee-en-ligne', depose: { quotite: '90' } }],
    fusionnees: [],
  });
});

const lignes = fc.uniqueArray(
  fc.record({
    siren: fc.constant('1'),
    matricule: fc.constantFrom('1', '2', '3', '4'),
    quotite: fc.constantFrom('', '50', '80'),
    grade: fc.constantFrom('A', 'B'),
  }),
  { selector: (l) => l.matricule },
);
const trier = (l: readonly Valeurs[]) =>
  [...l].sort((a, b) => (a.matricule ?? '').localeCompare(b.matricule ?? ''));

test('propriété : sans changement en ligne, la fusion est le fichier déposé, sans conflit', () => {
  fc.assert(
    fc.property(lignes, lignes, (base, depose) => {
      const f = fusionner(base, depose, base);
      expect(trier(f.fusionnees)).toEqual(trier(depose));
      expect([f.conflits, f.conflitsDeLignes]).toEqual([[], []]);
    }),
  );
});

test('propriété : un fichier rendu sans changement ne change rien à l’état en ligne', () => {
  fc.assert(
    fc.property(lignes, lignes, (base, enLigne) => {
      const f = fusionner(base, base, enLigne);
      expect(trier(f.fusionnees)).toEqual(trier(enLigne));
      expect([f.modifications, f.ajouts, f.conflits]).toEqual([[], [], []]);
    }),
  );
});

test('propriété : toute valeur déposée différente de la base est reprise, en conflit, ou égale à l’en-ligne', () => {
  fc.assert(
    fc.property(lignes, lignes, lignes, (base, depose, enLigne) => {
      const f = fusionner(base, depose, enLigne);
      for (const d of depose) {
        const b = base.find((l) => l.matricule === d.matricule);
        const fusionnee = f.fusionnees.find((l) => l.matricule === d.matricule);
        if ((b?.quotite ?? '') === d.quotite) continue;
        const enConflit =
          f.conflits.some((c) => c.champ === 'quotite' && c.depose === d.quotite) ||
          f.conflitsDeLignes.some((c) => c.depose?.matricule === d.matricule);
        expect(fusionnee?.quotite === d.quotite || enConflit).toBe(true);
      }
    }),
  );
});
