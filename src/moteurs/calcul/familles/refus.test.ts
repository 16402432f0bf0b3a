import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoeudExplique } from '../montants/explication.ts';
import { verifierExplication } from '../montants/remonter.ts';
import { calculerCas } from './calculer-cas.ts';

interface Cas {
  readonly id: string;
  readonly famille: string;
  readonly entrees: Readonly<Record<string, unknown>>;
}

const { cas: CAS } = JSON.parse(
  readFileSync(
    new URL('../../../referentiel/donnees/couts-et-cles-exemples.json', import.meta.url),
    'utf8',
  ),
) as { readonly cas: readonly Cas[] };

const refusDe = (famille: string, entrees: unknown) => {
  const resultat = calculerCas(famille, entrees);
  return resultat.ok ? [] : resultat.refus.map(({ code, chemin }) => [code, chemin ?? '']);
};

const CLE = { A: 2, B: 1 };

describe('est refusé, avec un code et le chemin de la faute', () => {
  test.each<[string, string, unknown, readonly (readonly [string, string])[]]>([
    ['une famille inconnue', 'magie', {}, [['famille-inconnue', '']]],
    ['une famille au nom de propriété', 'constructor', {}, [['famille-inconnue', '']]],
    ['une entrée qui n’est pas un objet', 'arrondi', [1], [['entree-mal-formee', '']]],
    ['une entrée nulle', 'arrondi', null, [['entree-mal-formee', '']]],
    ['une forme inconnue', 'arrondi', { bonjour: 1 }, [['forme-inconnue', '']]],
    ['un montant absent', 'arrondi', { cle: CLE }, [['champ-absent', 'montant']]],
    [
      'un montant à virgule',
      'arrondi',
      { montant: '12,345', cle: CLE },
      [['montant-illisible', 'montant']],
    ],
    [
      'un montant de texte',
      'arrondi',
      { montant: 'abc', cle: CLE },
      [['montant-illisible', 'montant']],
    ],
    [
      'un montant trop précis',
      'arrondi',
      { montant: '12.345', cle: CLE },
      [['montant-trop-precis', 'montant']],
    ],
    [
      'une clé négative',
      'cle_population',
      { montant: '1.00', cle: { A: 1, B: -1 } },
      [['cle-negative', 'cle.B']],
    ],
    [
      'une clé illisible',
      'cle_population',
      { montant: '1.00', cle: { A: 'x' } },
      [['nombre-illisible', 'cle.A']],
    ],
    [
      'une clé nulle (null)',
      'cle_population',
      { montant: '1.00', cle: { A: null } },
      [['champ-absent', 'cle.A']],
    ],
    [
      'des clés toutes nulles',
      'cle_population',
      { montant: '1.00', cle: { A: 0, B: '0.0' } },
      [['cles-toutes-nulles', 'cle']],
    ],
    [
      'une clé vide',
      'cle_population',
      { montant: '1.00', cle: {} },
      [['cles-toutes-nulles', 'cle']],
    ],
    [
      'un pas nul',
      'arrondi',
      { montant: '1.00', cle: CLE, pas: '0.00' },
      [['pas-invalide', 'pas']],
    ],
    [
      'un arrondi inconnu',
      'arrondi',
      { montant: '1.00', cle: CLE, arrondi: 'au_hasard' },
      [['choix-inconnu', 'arrondi']],
    ],
    [
      'toutes les fautes à la fois',
      'arrondi',
      { montant: 'x', cle: { A: -1, B: 'y' } },
      [
        ['montant-illisible', 'montant'],
        ['cle-negative', 'cle.A'],
        ['nombre-illisible', 'cle.B'],
      ],
    ],
    [
      'des planchers au-dessus du montant',
      'plafond_plancher',
      { montant: '100.00', cle: CLE, planchers: { A: '60.00', B: '41.00' } },
      [['planchers-au-dessus-du-montant', 'planchers']],
    ],
    [
      'des plafonds au-dessous du montant',
      'plafond_plancher',
      { montant: '100.00', cle: CLE, plafonds: { A: '60.00', B: '39.00' } },
      [['plafonds-au-dessous-du-montant', 'plafonds']],
    ],
    [
      'des pondérations qui ne font pas 100 %',
      'cle_mixte',
      {
        montant: '100.00',
        composantes: [
          { ponderation: '0.5', valeurs: CLE },
          { ponderation: '0.4', valeurs: CLE },
        ],
      },
      [['ponderations-incompletes', 'composantes']],
    ],
    [
      'un membre sans valeur pour un critère',
      'cle_mixte',
      {
        montant: '100.00',
        composantes: [
          { ponderation: '0.5', valeurs: CLE },
          { ponderation: '0.5', valeurs: { A: 1 } },
        ],
      },
      [['valeur-de-cle-absente', 'composantes[1].valeurs.B']],
    ],
    [
      'un acte sans pondération',
      'cle_actes',
      { montant: '1.00', ponderations: { PC: '1' }, actes: { A: { PC: 1, DP: 2 } } },
      [['type-d-acte-inconnu', 'actes.A.DP']],
    ],
    [
      'un acte sans tarif',
      'tarif_acte',
      { tarifs: { PC: '1.00' }, actes: { A: { DP: 2 } } },
      [['type-d-acte-inconnu', 'actes.A.DP']],
    ],
    [
      'une part fixe de plus de 100 %',
      'forfait_variable',
      { montant: '1.00', part_fixe: '20', valeurs: CLE },
      [['taux-hors-bornes', 'part_fixe']],
    ],
    [
      'une population hors strate, des strates qui se chevauchent',
      'forfait',
      {
        strates: [
          { de: 100, a: 500, forfait: '1.00' },
          { de: 400, a: 1000, forfait: '2.00' },
        ],
        populations: { A: 50 },
      },
      [
        ['strates-chevauchantes', 'strates'],
        ['hors-strate', 'populations.A'],
      ],
    ],
    [
      'un 31 février',
      'prorata_temporis',
      { montant: '1.00', cle: CLE, entree: { A: '2027-02-31' } },
      [['jour-illisible', 'entree.A']],
    ],
    [
      'une année introuvable',
      'prorata_temporis',
      { montant: '1.00', cle: CLE },
      [['annee-indeterminee', 'annee']],
    ],
    [
      'un entrant sans clé',
      'prorata_temporis',
      { montant: '1.00', cle: CLE, entree: { Z: '2027-02-01' } },
      [['membre-inconnu', 'entree.Z']],
    ],
    [
      'des unités totales nulles',
      'd5211_16',
      { charges: { personnel: '1.00' }, unites: 0, recours: { x: 1 } },
      [['nombre-hors-bornes', 'unites']],
    ],
    [
      'une durée nulle',
      'biens',
      { valeur: '1.00', duree_ans: 0, jours_usage_prevus: 1 },
      [['nombre-hors-bornes', 'duree_ans']],
    ],
    [
      'un prêt qui finit avant de commencer',
      'biens',
      { tarif_jour: '1.00', emprunts: [{ commune: 'A', du: '2027-05-03', au: '2027-05-02' }] },
      [['dates-incoherentes', 'emprunts[0].au']],
    ],
    [
      'un décompte de réponses faux',
      'accompagnement',
      { repondants: 9, reponses: { tout_a_fait: 8 } },
      [['reponses-incompletes', 'reponses']],
    ],
    [
      'un nombre d’acomptes démesuré',
      'cycle_annuel',
      { previsionnel: { montant: '1.00', cle: CLE }, nombre_acomptes: 1e9 },
      [['nombre-hors-bornes', 'nombre_acomptes']],
    ],
  ])('%s', (_, famille, entrees, attendus) => {
    expect(refusDe(famille, entrees)).toEqual(attendus);
  });
});

test('une clé d’entrée sans effet est signalée, jamais ignorée en silence', () => {
  const resultat = calculerCas('plafond_plancher', {
    montant: '1.00',
    cle: CLE,
    plafond: { A: '0.10' },
  });
  expect(resultat).toMatchObject({
    valeur: { avertissements: ['« plafond » n’est pas employé par ce calcul.'] },
  });
});

/** Remplace ou retire une valeur, à un endroit quelconque de l’entrée. */
const abimer = (valeur: unknown, chemin: readonly number[], parasite: unknown): unknown => {
  const [rang, ...suite] = chemin;
  if (rang === undefined || typeof valeur !== 'object' || valeur === null) return parasite;
  const cles = Object.keys(valeur);
  const cle = cles[rang % Math.max(cles.length, 1)] ?? 'ajout';
  const copie: Record<string, unknown> | unknown[] = Array.isArray(valeur)
    ? [...(valeur as unknown[])]
    : { ...valeur };
  const dedans = (valeur as Record<string, unknown>)[cle];
  Object.defineProperty(copie, cle, {
    value: abimer(dedans, suite, parasite),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copie;
};

test('une entrée abîmée n’importe où est calculée ou refusée en français, jamais une exception', () => {
  const parasites = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      'abc',
      '12,345',
      '-1',
      '0',
      0,
      -1,
      1e308,
      5e-324,
      Number.NaN,
    ),
    fc.constantFrom<unknown>(
      [],
      {},
      [[]],
      true,
      '9'.repeat(90),
      '2028-02-30',
      { A: {} },
      '__proto__',
    ),
    fc.jsonValue(),
  );
  let refuses = 0;
  let calcules = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...CAS),
      fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
      parasites,
      ({ famille, entrees }, chemin, parasite) => {
        const resultat = calculerCas(famille, abimer(entrees, chemin, parasite));
        if (resultat.ok) {
          calcules += 1;
          expect(verifierExplication(resultat.valeur.explication as NoeudExplique)).toEqual([]);
        } else {
          refuses += 1;
          expect(resultat.refus.length).toBeGreaterThan(0);
          for (const { code, message } of resultat.refus) {
            expect(code).toMatch(/^[a-z0-9-]+$/);
            expect(message.length).toBeGreaterThan(15);
          }
        }
      },
    ),
    { numRuns: 3000 },
  );
  expect(refuses).toBeGreaterThan(500);
  expect(calcules).toBeGreaterThan(100);
});
