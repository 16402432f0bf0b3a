import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ajouterJours,
  calculerEcheance,
  estFerie,
  estOuvrable,
  formaterDate,
  formaterJour,
  formaterJourCourt,
  type Jour,
  jourDeSemaine,
  joursFeries,
  paques,
} from './index.ts';

describe('jours fériés', () => {
  test('le dimanche de Pâques suit le calendrier grégorien, jusque dans ses extrêmes', () => {
    expect(paques(2026)).toBe('2026-04-05');
    expect(paques(2027)).toBe('2027-03-28');
    expect(paques(1818)).toBe('1818-03-22');
    expect(paques(1943)).toBe('1943-04-25');
    expect(paques(2038)).toBe('2038-04-25');
  });

  test('la métropole a onze jours fériés, rangés dans l’ordre du calendrier', () => {
    expect(joursFeries(2026).map((fete) => fete.jour)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  test('l’Alsace et la Moselle ajoutent le Vendredi saint et la Saint-Étienne', () => {
    expect(estFerie('2026-04-03')).toBe(false);
    expect(estFerie('2026-04-03', { alsaceMoselle: true })).toBe(true);
    expect(estFerie('2026-12-26', { alsaceMoselle: true })).toBe(true);
    expect(joursFeries(2026, { alsaceMoselle: true })).toHaveLength(13);
  });

  test('Pâques est un dimanche, entre le 22 mars et le 25 avril, toutes les années', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (annee) => {
        const jour = paques(annee);
        expect(jourDeSemaine(jour)).toBe(7);
        expect(jour.slice(5) >= '03-22' && jour.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});

describe('échéances', () => {
  test('un délai franc compte un jour de plus', () => {
    expect(calculerEcheance('2026-03-02', { jours: 5 }).echeance).toBe('2026-03-07');
    expect(calculerEcheance('2026-03-02', { jours: 5, franc: true }).echeance).toBe('2026-03-08');
  });

  test('sans prorogation prévue, l’échéance reste au samedi ; prévue, elle passe au lundi', () => {
    expect(calculerEcheance('2026-01-31', { mois: 1 })).toEqual({
      echeance: '2026-02-28',
      avantProrogation: '2026-02-28',
      prorogee: false,
      lendemain: '2026-03-01',
    });
    expect(calculerEcheance('2026-01-31', { mois: 1, prorogation: true })).toEqual({
      echeance: '2026-03-02',
      avantProrogation: '2026-02-28',
      prorogee: true,
      lendemain: '2026-03-03',
    });
  });

  test('à Strasbourg, le délai qui finit le 26 décembre passe au premier jour ouvrable', () => {
    const delai = { mois: 3, prorogation: true } as const;
    expect(calculerEcheance('2025-09-26', delai).echeance).toBe('2025-12-26');
    expect(calculerEcheance('2025-09-26', { ...delai, alsaceMoselle: true }).echeance).toBe(
      '2025-12-29',
    );
  });

  test('les mois se comptent avant les jours', () => {
    expect(calculerEcheance('2026-01-30', { mois: 1, jours: 2 }).echeance).toBe('2026-03-02');
  });

  test('une échéance prorogée est ouvrable et n’avance jamais', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20000 }),
        fc.integer({ min: 0, max: 24 }),
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        (decalage, mois, jours, franc) => {
          const depart: Jour = ajouterJours('2000-01-01', decalage);
          const calcul = calculerEcheance(depart, { mois, jours, franc, prorogation: true });
          expect(estOuvrable(calcul.echeance)).toBe(true);
          expect(calcul.echeance >= calcul.avantProrogation).toBe(true);
          expect(calcul.prorogee).toBe(!estOuvrable(calcul.avantProrogation));
        },
      ),
    );
  });
});

describe('écriture des jours', () => {
  test('le jour s’écrit en toutes lettres, et le premier du mois « 1er »', () => {
    expect(formaterJour('2026-11-23')).toBe('lundi 23 novembre 2026');
    expect(formaterJour('2026-05-01')).toBe('vendredi 1er mai 2026');
    expect(formaterDate('2026-08-01')).toBe('1er août 2026');
  });

  test('la forme courte garde deux chiffres pour le jour et le mois', () => {
    expect(formaterJourCourt('2026-03-02')).toBe('02/03/2026');
    expect(formaterJourCourt('2026-11-23')).toBe('23/11/2026');
  });
});
