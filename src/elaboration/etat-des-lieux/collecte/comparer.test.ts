import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHARLIEU, MARS } from './collecte.exemples.ts';
import { aTrancher, comparer, type DemandeDeComparaison, resoudre } from './comparer.ts';
import type { LignePrete } from './depot.ts';
import type { LigneDeGrille } from './ligne.ts';

type Valeurs = Readonly<Record<string, string>>;

const SCHEMA = { cle: ['siren', 'matricule'], collectivite: { siren: 'siren', nom: null } };
const CHAMPS = ['siren', 'matricule', 'service', 'quotite'];

const valeurs = (ecarts: Valeurs = {}): Valeurs => ({
  siren: MARS,
  matricule: '00009',
  service: 'VOI',
  quotite: '100',
  ...ecarts,
});
const prete = (ecarts: Valeurs = {}): LignePrete => ({
  repere: 'l0',
  ligne: 2,
  feuille: null,
  valeurs: valeurs(ecarts),
  estCorrigee: false,
});
const enLigne = (ecarts: Valeurs = {}): LigneDeGrille => {
  const v = valeurs(ecarts);
  return {
    id: `id-${v.matricule}`,
    grille: 'grille-rh',
    collectivite: v.siren ?? '',
    cle: v.matricule ?? '',
    valeurs: v,
    source: { type: 'saisie', auteur: 'x', le: '2026-01-01' },
    version: 1,
  };
};
const demande = (ecarts: Partial<DemandeDeComparaison>): DemandeDeComparaison => ({
  schema: SCHEMA,
  champs: CHAMPS,
  pretes: [],
  enLigne: [],
  base: null,
  parDefaut: MARS,
  ...ecarts,
});
const SANS = { conflits: {}, retraits: {} };

describe('comparaison à trois voies, cellule par cellule', () => {
  test.each([
    {
      base: '100',
      depose: '80',
      enLigne: '100',
      issue: 'depose',
      cas: 'changée dans le fichier seul',
    },
    { base: '100', depose: '100', enLigne: '90', issue: 'en-ligne', cas: 'changée en ligne seule' },
    { base: '100', depose: '80', enLigne: '90', issue: 'conflit', cas: 'changée des deux côtés' },
  ])('une cellule $cas : $issue', ({ base, depose, enLigne: actuelle, issue }) => {
    const [ligne] = comparer(
      demande({
        base: [valeurs({ quotite: base })],
        pretes: [prete({ quotite: depose })],
        enLigne: [enLigne({ quotite: actuelle })],
      }),
    );
    expect(ligne?.cellules).toEqual([{ champ: 'quotite', base, depose, enLigne: actuelle, issue }]);
  });

  test('changée pareil des deux côtés : rien à trancher, rien à écrire', () => {
    const comparees = comparer(
      demande({
        base: [valeurs()],
        pretes: [prete({ quotite: '80' })],
        enLigne: [enLigne({ quotite: '80' })],
      }),
    );
    expect(aTrancher(comparees, SANS)).toEqual({ conflits: [], retraits: [] });
    expect(resoudre(comparees, SANS).ecrites).toEqual([]);
  });

  test('deux changements sur deux cellules d’une même ligne se réunissent sans conflit', () => {
    const comparees = comparer(
      demande({
        base: [valeurs()],
        pretes: [prete({ quotite: '80' })],
        enLigne: [enLigne({ service: 'EV' })],
      }),
    );
    expect(resoudre(comparees, SANS).ecrites[0]?.valeurs).toEqual(
      valeurs({ quotite: '80', service: 'EV' }),
    );
  });

  test('un conflit attend une décision, puis la suit', () => {
    const comparees = comparer(
      demande({
        base: [valeurs()],
        pretes: [prete({ quotite: '80' })],
        enLigne: [enLigne({ quotite: '90' })],
      }),
    );
    const [cle = ''] = aTrancher(comparees, SANS).conflits;
    expect(cle).toBe(`${MARS}/00009/quotite`);
    const depose = { conflits: { [cle]: 'depose' as const }, retraits: {} };
    expect(aTrancher(comparees, depose).conflits).toEqual([]);
    expect(resoudre(comparees, depose).ecrites[0]?.valeurs.quotite).toBe('80');
    const garde = { conflits: { [cle]: 'en-ligne' as const }, retraits: {} };
    expect(resoudre(comparees, garde).ecrites).toEqual([]);
  });

  test('sans gabarit remis, le fichier fait foi et la différence se voit', () => {
    const [ligne] = comparer(demande({ pretes: [prete({ quotite: '80' })], enLigne: [enLigne()] }));
    expect(ligne).toMatchObject({
      statut: 'modifiee',
      cellules: [{ base: null, issue: 'depose' }],
    });
  });
});

describe('lignes ajoutées, retirées, absentes', () => {
  test('une ligne du gabarit qui n’est plus dans le fichier : retrait à confirmer, jamais d’office', () => {
    const comparees = comparer(demande({ base: [valeurs()], enLigne: [enLigne()] }));
    expect(aTrancher(comparees, SANS).retraits).toEqual([`${MARS}/00009`]);
    expect(resoudre(comparees, SANS).retirees).toEqual([]);
    const retirer = { conflits: {}, retraits: { [`${MARS}/00009`]: 'retirer' as const } };
    expect(resoudre(comparees, retirer).retirees).toEqual(['id-00009']);
  });

  test('une ligne ajoutée en ligne depuis le gabarit est gardée sans rien demander', () => {
    const comparees = comparer(demande({ base: [], enLigne: [enLigne()] }));
    expect(comparees[0]?.statut).toBe('absente');
    expect(aTrancher(comparees, SANS)).toEqual({ conflits: [], retraits: [] });
  });

  test.each([
    { fichier: '100', statut: 'deja-retiree' },
    { fichier: '80', statut: 'conflit-de-ligne' },
  ])('retirée en ligne, quotité $fichier dans le fichier : $statut', ({ fichier, statut }) => {
    const [ligne] = comparer(demande({ base: [valeurs()], pretes: [prete({ quotite: fichier })] }));
    expect(ligne?.statut).toBe(statut);
  });

  test('retirée du fichier mais modifiée en ligne : à trancher', () => {
    const comparees = comparer(
      demande({ base: [valeurs()], enLigne: [enLigne({ quotite: '50' })] }),
    );
    expect(aTrancher(comparees, SANS).conflits).toEqual([`${MARS}/00009/`]);
  });

  test('le même matricule dans deux communes : deux lignes', () => {
    const comparees = comparer(
      demande({ pretes: [prete(), prete({ siren: CHARLIEU })], enLigne: [enLigne()] }),
    );
    expect(comparees.map(({ statut }) => statut)).toEqual(['inchangee', 'ajoutee']);
  });
});

test('propriété : redéposer le gabarit intact n’écrit, ne retire et ne demande rien', () => {
  const ligne = fc.record({
    matricule: fc.integer({ min: 1, max: 40 }).map(String),
    service: fc.constantFrom('VOI', 'EV', 'FIN'),
    quotite: fc.constantFrom('50', '80', '100'),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(ligne, { selector: ({ matricule }) => matricule, maxLength: 20 }),
      fc.uniqueArray(ligne, { selector: ({ matricule }) => matricule, maxLength: 20 }),
      (gabarit, actuelles) => {
        const base = gabarit.map((l) => valeurs(l));
        const comparees = comparer(
          demande({
            base,
            pretes: gabarit.map((l) => prete(l)),
            enLigne: actuelles.map((l) => enLigne(l)),
          }),
        );
        const { ecrites, retirees } = resoudre(comparees, SANS);
        const connues = new Set(base.map(({ matricule }) => matricule));
        expect(retirees).toEqual([]);
        expect(ecrites).toEqual([]);
        const { conflits } = aTrancher(comparees, SANS);
        expect(conflits.every((cle) => connues.has(cle.split('/')[1] ?? ''))).toBe(true);
      },
    ),
  );
});
