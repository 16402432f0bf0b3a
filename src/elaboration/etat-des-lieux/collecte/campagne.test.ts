import { describe, expect, test } from 'vitest';
import {
  type Attente,
  aRelancer,
  type Campagne,
  echeanceProposee,
  jugerCampagne,
  photoProposee,
} from './campagne.ts';
import { CHARLIEU, MARS, uneCampagne } from './collecte.exemples.ts';
import { mesurerCompletude } from './completude.ts';
import { direRelances } from './courriels-de-collecte.ts';

const uneAttente = (ecarts: Partial<Attente> = {}): Attente => ({
  campagneId: 'campagne-rh',
  collectivite: MARS,
  etat: 'attendue',
  motif: null,
  courriel: 'mairie@mars.fr',
  relances: 0,
  derniereRelanceLe: null,
  rendueLe: null,
  renduePar: null,
  ...ecarts,
});

const campagne: Campagne = {
  ...uneCampagne(),
  id: 'campagne-rh',
  lanceeLe: '2026-11-24',
  lanceePar: 'pilote',
  closeLe: null,
  version: 1,
};

describe('lancer une campagne', () => {
  test('la photo proposée est le 31 décembre dernier, l’échéance dans quatre semaines', () => {
    expect(photoProposee('2026-11-24')).toBe('2025-12-31');
    expect(echeanceProposee('2026-11-24')).toBe('2026-12-22');
  });

  test.each([
    { ecarts: { echeance: '2026-11-23' }, code: 'echeance-passee' },
    { ecarts: { photoAu: '2026-12-31' }, code: 'photo-future' },
  ] as const)('refus : $code', ({ ecarts, code }) => {
    const juge = jugerCampagne(uneCampagne(ecarts), '2026-11-24');
    expect(juge.ok ? null : juge.refus.code).toBe(code);
  });

  test('une échéance du jour même est admise', () => {
    expect(jugerCampagne(uneCampagne({ echeance: '2026-11-24' }), '2026-11-24').ok).toBe(true);
  });
});

describe('relancer', () => {
  test('seules les collectivités qui n’ont pas rendu sont relancées', () => {
    const { retenues } = aRelancer(
      [uneAttente(), uneAttente({ collectivite: CHARLIEU, etat: 'rendue' })],
      '2026-11-24',
    );
    expect(retenues.map(({ collectivite }) => collectivite)).toEqual([MARS]);
  });

  test.each([
    { derniere: '2026-11-21', relancee: true },
    { derniere: '2026-11-22', relancee: false },
  ] as const)(
    'relancée le $derniere, elle l’est de nouveau le 24 : $relancee',
    ({ derniere, relancee }) => {
      const { retenues } = aRelancer([uneAttente({ derniereRelanceLe: derniere })], '2026-11-24');
      expect(retenues.length === 1).toBe(relancee);
    },
  );

  test('une commune sans adresse est nommée, jamais oubliée', () => {
    const { sansAdresse } = aRelancer([uneAttente({ courriel: null })], '2026-11-24');
    expect(sansAdresse.map(({ collectivite }) => collectivite)).toEqual([MARS]);
  });
});

describe('la complétude', () => {
  const faits = {
    lignesPar: new Map([[MARS, 12]]),
    depotsOuverts: new Map([[CHARLIEU, 'depot-1']]),
  };
  test('rendue et sans objet comptent comme répondues ; un dépôt ouvert est en cours', () => {
    const completude = mesurerCompletude(
      campagne,
      [
        uneAttente({ etat: 'rendue', rendueLe: '2026-11-24' }),
        uneAttente({ collectivite: CHARLIEU }),
        uneAttente({ collectivite: '214200255', etat: 'sans-objet', motif: 'Aucun agent' }),
      ],
      faits,
      '2026-11-24',
    );
    expect(completude.suivis.map(({ suivi }) => suivi)).toEqual([
      'rendue',
      'en-cours',
      'sans-objet',
    ]);
    expect(completude).toMatchObject({
      repondues: 2,
      pourcentage: 66,
      lignes: 12,
      joursRestants: 28,
    });
  });

  test.each([
    { jour: '2026-12-22', suivi: 'attendue' },
    { jour: '2026-12-23', suivi: 'en-retard' },
  ] as const)('le $jour, une grille attendue pour le 22 est $suivi', ({ jour, suivi }) => {
    const { suivis } = mesurerCompletude(
      campagne,
      [uneAttente()],
      { lignesPar: new Map(), depotsOuverts: new Map() },
      jour,
    );
    expect(suivis[0]?.suivi).toBe(suivi);
  });
});

describe('ce qu’une relance annonce', () => {
  test('sans aucune adresse, elle ne prétend pas être partie', () => {
    expect(direRelances(0, 14)).toContain(
      'Aucune relance n’est partie. 14\u00a0collectivités n’ont',
    );
  });
  test('elle s’accorde au nombre', () => {
    expect(direRelances(1, 0)).toBe('1\u00a0relance est dans la boîte d’envoi.');
  });
});
