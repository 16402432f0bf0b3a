import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unContenu } from '../conventions.exemples.ts';
import { ecrirePourcentage, lireEuros, lirePourcentage } from './lire-champs.ts';
import { lireSection } from './lire-section.ts';

const lecture =
  (champs: Readonly<Record<string, string>>) =>
  (nom: string): string =>
    champs[nom] ?? '';
const FINANCES = {
  annee: '2027',
  mode: 'critere',
  critere: 'population',
  quotePartEpci: '30',
  'acomptes.taux': '80',
  'acomptes.nombre': '4',
  'structure.taux': '0',
  'bareme.0.type': 'PC',
  'bareme.0.libelle': 'Permis',
  'bareme.0.poids': '1,5',
};
const finances = (plus: Readonly<Record<string, string>> = {}) =>
  lireSection('finances', unContenu(), lecture({ ...FINANCES, ...plus }));

describe('la rédaction, section par section', () => {
  test('une section enregistrée ne touche pas aux autres', () => {
    const lu = lireSection(
      'objet',
      unContenu(),
      lecture({ nom: 'Droit des sols', objectifs: 'a\n\n b ' }),
    );
    expect(lu.ok && lu.valeur.objectifs).toEqual(['a', 'b']);
    expect(lu.ok && lu.valeur.finances).toEqual(unContenu().finances);
  });

  test('les nombres s’écrivent à la française', () => {
    const lu = finances();
    expect(lu.ok && lu.valeur.finances).toMatchObject({
      annee: 2027,
      quotePartEpci: '0.3',
      acomptes: { nombre: 4, taux: '0.8' },
      bareme: [{ type: 'PC', poids: '1.5' }],
    });
  });

  test('des pondérations qui ne font pas 100 % sont refusées', () => {
    const mixte = {
      mode: 'mixte',
      'composantes.0.critere': 'population',
      'composantes.0.ponderation': '60',
      'composantes.1.critere': 'egalitaire',
      'composantes.1.ponderation': '39',
    };
    const refuse = finances(mixte);
    expect(refuse.ok ? '' : refuse.refus[0]?.code).toBe('ponderations-incompletes');
    const admis = finances({ ...mixte, 'composantes.1.ponderation': '40' });
    expect(admis.ok && admis.valeur.finances.cle).toMatchObject({
      mode: 'mixte',
      methode: 'taux-composite',
    });
  });

  test('chaque mode de clé se lit', () => {
    const modes = [
      { mode: 'gratuit' },
      { mode: 'fixe-et-variable', partFixe: '20', variable: 'population' },
      { mode: 'forfait', 'strates.0.de': '0', 'strates.0.forfait': '600' },
      { mode: 'acte', 'bareme.0.tarif': '155,50' },
    ];
    for (const champs of modes) {
      const lu = finances(champs);
      expect(lu.ok && lu.valeur.finances.cle.mode).toBe(champs.mode);
    }
  });

  test('un taux illisible est refusé et le dit', () => {
    const refuse = finances({ quotePartEpci: 'trente' });
    expect(refuse.ok ? '' : refuse.refus[0]?.message).toContain('pour cent');
  });

  test('zéro agent transféré s’écrit ; vide, il reste à écrire', () => {
    const lire = (transferes: string) => {
      const lu = lireSection('agents', unContenu(), lecture({ transferes }));
      return lu.ok ? lu.valeur.transferes : undefined;
    };
    expect([lire('0'), lire('')]).toEqual([0, null]);
  });

  test('un pourcentage écrit puis relu ne change pas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (centiemes) => {
        const ecrit = String(centiemes / 100).replace('.', ',');
        const fraction = lirePourcentage(ecrit);
        expect(fraction === null ? null : ecrirePourcentage(fraction)).toBe(ecrit);
      }),
    );
  });

  test('les euros se lisent en centimes, sans rien arrondir', () => {
    expect([lireEuros('1 234,56 €'), lireEuros('12'), lireEuros('1,234')]).toEqual([
      '123456',
      '1200',
      null,
    ]);
  });
});
