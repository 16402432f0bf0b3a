import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifierExplication } from '../../moteurs/calcul/index.ts';
import {
  avancementDeLAction,
  avancementDuSchema,
  glissementDeLAction,
  meteoDeLAction,
  prochaineEtape,
  retardDeLAction,
} from './action.ts';
import {
  cadreBudgetaireAttendu,
  limiteDuBudget,
  prochaineCommunication,
} from './communication-annuelle.ts';
import { ETATS_D_ACTION, type EtatDAction, jugerPassage } from './etats-d-action.ts';
import { jugerReleve, lireNombre, mesurerChemin, mesurerIndicateurs } from './indicateurs.ts';
import { AUJOURDHUI, uneAction, uneEtape } from './pilotage.exemples.ts';

const FAITE = '2026-06-30';

describe('L’avancement se calcule, il ne se déclare pas', () => {
  test('une action avance du poids de ses étapes atteintes', () => {
    const etapes = [
      uneEtape({ poids: 3, faiteLe: FAITE }),
      uneEtape({ poids: 1, faiteLe: FAITE }),
      uneEtape({ poids: 4 }),
    ];
    expect(avancementDeLAction({ etapes, avancementSaisi: 90 })).toBe(50);
  });

  test('sans étape, on reprend le pourcentage saisi', () => {
    expect(avancementDeLAction({ etapes: [], avancementSaisi: 40 })).toBe(40);
  });

  test('100 % veut dire que tout est atteint, et seulement cela', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ poids: fc.integer({ min: 1, max: 100 }), faite: fc.boolean() }), {
          minLength: 1,
          maxLength: 30,
        }),
        (lues) => {
          const etapes = lues.map(({ poids, faite }) =>
            uneEtape({ poids, faiteLe: faite ? FAITE : null }),
          );
          const avancement = avancementDeLAction({ etapes, avancementSaisi: 0 });
          expect(avancement === 100).toBe(lues.every(({ faite }) => faite));
          expect(avancement).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('l’avancement du schéma pèse les actions : (3×100 + 1×75 + 2×40 + 4×15) ÷ 10 = 51,50 %', () => {
    const actions = [
      [3, 100],
      [1, 75],
      [2, 40],
      [4, 15],
    ].map(([poids = 1, avancementSaisi = 0]) => uneAction({ poids, avancementSaisi, etapes: [] }));
    const avancement = avancementDuSchema(actions);
    expect(avancement?.part).toBe(0.515);
    expect(avancement === null ? ['rien'] : verifierExplication(avancement.explication)).toEqual(
      [],
    );
  });

  test('une action abandonnée ne compte plus, et sans action il n’y a pas d’avancement', () => {
    const abandonnee = uneAction({ etat: 'abandonnee', motif: 'refus des communes', etapes: [] });
    const faite = uneAction({ avancementSaisi: 80, etapes: [] });
    expect(avancementDuSchema([abandonnee, faite])?.part).toBe(0.8);
    expect(avancementDuSchema([abandonnee])).toBeNull();
  });
});

describe('Le retard se voit', () => {
  test.each([
    ['2026-11-24', 'vert'],
    ['2026-11-10', 'vert'],
    ['2026-11-09', 'orange'],
    ['2026-09-25', 'orange'],
    ['2026-09-24', 'rouge'],
  ] as const)('une étape prévue le %s est %s au 24 novembre 2026', (fin, meteo) => {
    expect(meteoDeLAction(uneAction({ etapes: [uneEtape({ fin })] }), AUJOURDHUI)).toBe(meteo);
  });

  test('une étape atteinte ou une action suspendue n’est pas en retard', () => {
    const etapes = [uneEtape({ fin: '2026-01-31', faiteLe: FAITE })];
    expect(retardDeLAction(uneAction({ etapes }), AUJOURDHUI)).toBe(0);
    const suspendue = uneAction({ etat: 'suspendue', etapes: [uneEtape({ fin: '2026-01-31' })] });
    expect(retardDeLAction(suspendue, AUJOURDHUI)).toBe(0);
  });

  test('le glissement compare la fin d’aujourd’hui à celle d’origine', () => {
    const etapes = [uneEtape({ fin: '2027-05-30', finInitiale: '2027-03-31' })];
    expect(glissementDeLAction(uneAction({ etapes }))).toBe(60);
    expect(glissementDeLAction(uneAction({ etapes: [] }))).toBe(0);
  });

  test('la prochaine étape est la plus proche qui reste à atteindre', () => {
    const etapes = [
      uneEtape({ libelle: 'faite', fin: '2026-01-31', faiteLe: FAITE }),
      uneEtape({ libelle: 'loin', fin: '2028-01-31' }),
      uneEtape({ libelle: 'proche', fin: '2027-01-31' }),
    ];
    expect(prochaineEtape(uneAction({ etapes }))?.libelle).toBe('proche');
  });
});

describe('Une action ne change d’état que si elle a de quoi', () => {
  const faits = { pilote: 'X', acte: '', motif: '', nombreDeJalons: 1 };

  test('elle n’entre pas en service sans l’acte qui la crée (SCH-11)', () => {
    const refus = jugerPassage('en-preparation', 'en-service', faits);
    expect(refus).toMatchObject({
      ok: false,
      refus: { code: 'passage-incomplet', chemin: 'acte' },
    });
    expect(
      jugerPassage('en-preparation', 'en-service', { ...faits, acte: 'Convention 2026-12' }).ok,
    ).toBe(true);
  });

  test('la suspendre ou l’abandonner demande un motif, d’où qu’elle parte', () => {
    const etats = Object.keys(ETATS_D_ACTION) as EtatDAction[];
    for (const de of etats.filter((etat) => etat !== 'abandonnee')) {
      expect(jugerPassage(de, 'abandonnee', faits)).toMatchObject({ refus: { chemin: 'motif' } });
      expect(jugerPassage(de, 'abandonnee', { ...faits, motif: 'coût trop élevé' }).ok).toBe(true);
    }
  });

  test('elle ne saute pas d’étape', () => {
    expect(jugerPassage('a-l-etude', 'en-service', { ...faits, acte: 'x' })).toMatchObject({
      refus: { code: 'passage-impossible' },
    });
  });
});

describe('Un indicateur se relit à la française', () => {
  test.each([
    ['1 234,5', 1234.5],
    ['92 %', 92],
    ['-3', -3],
    ['', null],
    ['environ 6', null],
  ])('« %s » se lit %s', (texte, nombre) => {
    expect(lireNombre(texte)).toBe(nombre);
  });

  test.each([
    [6, 2, 4, 0.5],
    [6, 2, 1, 1],
    [0, 100, 25, 0.25],
    [null, 80, 40, 0.5],
    [5, 5, 5, 1],
    [5, null, 5, null],
  ])('de %s vers %s, une valeur de %s est à %s du chemin', (depart, cible, valeur, part) => {
    expect(mesurerChemin(depart, cible, valeur)).toBe(part);
  });

  test('le dernier relevé est le plus récent, quel que soit l’ordre de saisie', () => {
    const { indicateurs, id } = uneAction();
    const releve = (le: '2026-03-01' | '2026-09-01', valeur: number) => ({
      id: le,
      actionId: id,
      indicateur: 'Délai moyen',
      le,
      valeur,
      commentaire: '',
    });
    const [mesure] = mesurerIndicateurs(indicateurs, [
      releve('2026-09-01', 2),
      releve('2026-03-01', 5),
    ]);
    expect(mesure).toMatchObject({ dernier: { valeur: 2 }, part: 1, estAtteint: true });
  });

  test('un relevé futur ou d’un indicateur absent de la fiche est refusé', () => {
    const { indicateurs } = uneAction();
    const releve = {
      indicateur: 'Délai moyen',
      le: '2026-11-25',
      valeur: 3,
      commentaire: '',
    } as const;
    expect(jugerReleve(releve, indicateurs, AUJOURDHUI)).toMatchObject({
      refus: { code: 'releve-futur' },
    });
    expect(
      jugerReleve({ ...releve, le: AUJOURDHUI, indicateur: 'Autre' }, indicateurs, AUJOURDHUI),
    ).toMatchObject({ refus: { code: 'indicateur-inconnu' } });
  });
});

describe('La communication annuelle suit le débat d’orientation budgétaire ou le budget (L. 5211-39-1)', () => {
  test('une commune de 3 500 habitants suffit pour le débat', () => {
    expect(cadreBudgetaireAttendu([200, 3500])).toBe('dob');
    expect(cadreBudgetaireAttendu([200, 3499])).toBe('budget');
  });

  test('le budget se vote au plus tard le 15 avril, le 30 l’année du renouvellement', () => {
    expect([2026, 2027, 2032].map(limiteDuBudget)).toEqual([
      '2026-04-30',
      '2027-04-15',
      '2032-04-30',
    ]);
  });

  test('le débat tient dans les dix semaines qui précèdent le budget, jamais le jour du vote', () => {
    expect(prochaineCommunication(AUJOURDHUI, 'dob', [])).toEqual({
      exercice: 2026,
      debut: '2027-02-04',
      limite: '2027-04-14',
      cadre: 'dob',
    });
    expect(prochaineCommunication('2027-04-15', 'budget', []).limite).toBe('2027-04-15');
    expect(prochaineCommunication('2027-04-16', 'budget', []).exercice).toBe(2027);
  });
});
