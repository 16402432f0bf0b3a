import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { consoliderNotes } from './consolidation.ts';
import { type CritereNote, type ReglesDeNotation, scorerOption } from './score.ts';

interface GrilleEcrite {
  readonly criteres: readonly { readonly code: string; readonly poids: number }[];
  readonly calcul: {
    readonly completudeMinimale: number;
    readonly veto: readonly { readonly critere: string; readonly note: number }[];
    readonly seuils: ReglesDeNotation['seuils'];
    readonly exempleDeControle: {
      readonly notes: Readonly<Record<string, number>>;
      readonly scoreAttendu: number;
    };
  };
}

const GRILLE = JSON.parse(
  readFileSync(
    new URL('../../../referentiel/donnees/criteres-perimetre.json', import.meta.url),
    'utf8',
  ),
) as GrilleEcrite;

const { exempleDeControle, seuils, completudeMinimale, veto } = GRILLE.calcul;

const REGLES: ReglesDeNotation = {
  noteMin: 1,
  noteMax: 5,
  completudeMinimale,
  seuils,
  vetos: veto.map(({ critere, note }) => ({
    critere,
    note,
    effet: critere === 'CR12' ? 'eliminatoire' : 'bloquant',
  })),
};

const PESES: readonly CritereNote[] = GRILLE.criteres;
const AVEC_FILTRE = PESES.map((critere) => ({ ...critere, estFiltre: critere.code === 'CR12' }));
const NOTES = exempleDeControle.notes;

describe('score de la grille d’aide à la décision', () => {
  test('l’exemple de contrôle, tous critères pesés, donne le score attendu', () => {
    const resultat = scorerOption(PESES, NOTES, REGLES);
    expect(resultat.score).toBeCloseTo(exempleDeControle.scoreAttendu, 9);
    expect(resultat.decision?.decision).toBe('prioritaire');
  });

  test('CR12 en filtre : ses cinq points reviennent aux autres au prorata', () => {
    const resultat = scorerOption(AVEC_FILTRE, NOTES, REGLES);
    expect(resultat.score).toBeCloseTo((68.5 / 95) * 100, 9);
    expect(resultat.filtres).toEqual([{ code: 'CR12', avis: 'oui' }]);
    expect(resultat.apports.reduce((total, a) => total + a.poids, 0)).toBeCloseTo(100, 9);
    expect(resultat.apports.reduce((total, a) => total + a.points, 0)).toBeCloseTo(
      resultat.score ?? -1,
      9,
    );
    expect(resultat.apports.find((a) => a.code === 'CR01')?.poids).toBeCloseTo(1200 / 95, 9);
    expect(resultat.apports.some((a) => a.code === 'CR12')).toBe(false);
  });

  test.each([
    [1, 'non', true],
    [2, 'sous-condition', false],
    [3, 'sous-condition', false],
    [4, 'oui', false],
    [null, 'a-verifier', false],
  ] as const)('CR12 noté %s : « %s »', (note, avis, estEcartee) => {
    const resultat = scorerOption(AVEC_FILTRE, { ...NOTES, CR12: note }, REGLES);
    expect(resultat.filtres[0]?.avis).toBe(avis);
    expect(resultat.estEcartee).toBe(estEcartee);
    expect(resultat.estProvisoire).toBe(note === null);
    expect(resultat.score).toBeCloseTo((68.5 / 95) * 100, 9);
  });

  test('une opposition majoritaire des communes bloque, sauf décision motivée', () => {
    const notes = { ...NOTES, CR01: 1 };
    expect(scorerOption(AVEC_FILTRE, notes, REGLES)).toMatchObject({
      estEcartee: true,
      estClassable: false,
      decision: null,
      vetos: [{ critere: 'CR01', estLeve: false }],
    });
    expect(scorerOption(AVEC_FILTRE, notes, REGLES, ['CR01'])).toMatchObject({
      estEcartee: false,
      estClassable: true,
      vetos: [{ critere: 'CR01', estLeve: true }],
    });
  });

  test('un veto éliminatoire ne se lève pas', () => {
    const notes = { ...NOTES, CR12: 1 };
    expect(scorerOption(PESES, notes, REGLES, ['CR12']).estEcartee).toBe(true);
  });

  test('sous 70 % de poids noté, on montre un score provisoire sans classer', () => {
    const sept = Object.fromEntries(
      ['CR01', 'CR02', 'CR03', 'CR04', 'CR05', 'CR06', 'CR07', 'CR08'].map((code) => [code, 4]),
    );
    const presque = scorerOption(PESES, sept, REGLES);
    expect(presque.completude).toBeCloseTo(0.65, 9);
    expect(presque).toMatchObject({ score: 75, estProvisoire: true, estClassable: false });
    const assez = scorerOption(PESES, { ...sept, CR09: 4 }, REGLES);
    expect(assez.completude).toBeCloseTo(0.7, 9);
    expect(assez).toMatchObject({ estProvisoire: true, estClassable: true });
  });

  test('sans aucune note il n’y a pas de score', () => {
    expect(scorerOption(PESES, {}, REGLES)).toMatchObject({
      score: null,
      completude: 0,
      estClassable: false,
    });
  });

  test.each([
    [5, 'prioritaire'],
    [3.8, 'prioritaire'],
    [3, 'a_approfondir'],
    [2.2, 'cooperation'],
    [2, 'maintien'],
  ])('des notes toutes à %s donnent « %s »', (note, decision) => {
    const notes = Object.fromEntries(PESES.map(({ code }) => [code, note]));
    expect(scorerOption(AVEC_FILTRE, notes, REGLES).decision?.decision).toBe(decision);
  });
});

describe('consolidation des évaluateurs', () => {
  test('la médiane, les extrêmes et l’écart sont montrés', () => {
    expect(consoliderNotes([5, 2, null, 3, 4])).toEqual({
      mediane: 3.5,
      min: 2,
      max: 5,
      ecart: 3,
      evaluateurs: 4,
      estADebattre: true,
    });
    expect(consoliderNotes([4, 2, 3])).toMatchObject({ mediane: 3, ecart: 2, estADebattre: false });
  });

  test('sans note il n’y a rien à consolider', () => {
    expect(consoliderNotes([null, null])).toBeNull();
  });
});
