import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import { type ChampARediger, ecrireValeur, type Redaction } from './champs.ts';
import { fusionner } from './fusionner.ts';
import { enCentimes, lireCentiemes, lireMontant, lireSaisie } from './lire-saisie.ts';

const CHAMPS: readonly ChampARediger[] = [
  { nom: 'objectif', libelle: 'Objectif', genre: 'texte-long' },
  { nom: 'entree', libelle: 'Entrée', genre: 'jour' },
  { nom: 'cout', libelle: 'Coût', genre: 'montant' },
  { nom: 'missions', libelle: 'Missions', genre: 'liste' },
  {
    nom: 'etapes',
    libelle: 'Étapes',
    genre: 'lignes',
    colonnes: [
      { nom: 'quoi', libelle: 'Quoi', genre: 'texte' },
      { nom: 'quand', libelle: 'Quand', genre: 'jour' },
    ],
  },
];
const lire = (envoi: Readonly<Record<string, string>>) =>
  lireSaisie(CHAMPS, (nom) => envoi[nom] ?? null);

describe('un formulaire se lit d’après ses champs', () => {
  test.each([
    ['18 500', '18500.00'],
    ['18\u202f500,5 €', '18500.50'],
    ['-1200', '-1200.00'],
    ['\u22121 200,05', '-1200.05'],
    ['0', '0.00'],
    ['douze', null],
    ['1,234', null],
    ['', null],
  ])('le montant « %s » se lit %s', (texte, attendu) => {
    expect(lireMontant(texte)).toBe(attendu);
  });

  test.each([
    ['0,50', 50],
    ['-1', -100],
    ['', null],
    ['beaucoup', null],
  ])('« %s » ETP se lit %s centièmes', (texte, attendu) => {
    expect(lireCentiemes(texte)).toBe(attendu);
  });

  test('un montant écrit puis relu est le même au centime', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (centimes) => {
        expect(enCentimes(ecrireMontant(centimes))).toBe(centimes);
        expect(lireMontant(ecrireMontant(centimes).replace('.', ','))).toBe(
          ecrireMontant(centimes),
        );
      }),
    );
  });

  test('une liste se lit ligne par ligne, puces retirées ; une ligne de tableau vide disparaît', () => {
    const { redaction, erreurs } = lire({
      missions: '- instruire\r\n\r\n• conseiller\n',
      'etapes.nombre': '3',
      'etapes.0.quoi': 'Délibérer',
      'etapes.0.quand': '2027-01-15',
      'etapes.2.quoi': 'Ouvrir',
    });
    expect(redaction.missions).toEqual(['instruire', 'conseiller']);
    expect(redaction.etapes).toEqual([
      { quoi: 'Délibérer', quand: '2027-01-15' },
      { quoi: 'Ouvrir', quand: '' },
    ]);
    expect(erreurs).toEqual({});
  });

  test('une valeur illisible est signalée à son champ, et gardée telle qu’elle a été tapée', () => {
    const { redaction, erreurs } = lire({
      cout: 'beaucoup',
      entree: '2027-02-30',
      'etapes.nombre': '1',
      'etapes.0.quand': '2027-13-01',
    });
    expect(Object.keys(erreurs).sort((a, b) => a.localeCompare(b))).toEqual([
      'cout',
      'entree',
      'etapes',
    ]);
    expect(redaction.cout).toBe('beaucoup');
  });

  test('un nombre de lignes forgé n’épuise pas la mémoire', () => {
    expect(lire({ 'etapes.nombre': '1e9' }).redaction.etapes).toEqual([]);
  });

  test('les caractères de commande disparaissent, le texte reste', () => {
    expect(lire({ objectif: 'Ins\u0000truire\u0007 vite' }).redaction.objectif).toBe(
      'Instruire vite',
    );
  });
});

describe('deux personnes sur le même texte', () => {
  const base: Redaction = { objectif: 'A', missions: ['x'] };

  test('chacune un champ différent : les deux changements sont gardés', () => {
    const fusion = fusionner(
      CHAMPS,
      base,
      { ...base, objectif: 'Autre' },
      { ...base, missions: ['y'] },
    );
    expect(fusion.conflits).toEqual([]);
    expect(fusion.redaction).toMatchObject({ objectif: 'Autre', missions: ['y'] });
    expect(fusion.repris.map(({ nom }) => nom)).toEqual(['objectif']);
  });

  test('le même champ, différemment : les deux textes sont rendus, le vôtre reste dans le champ', () => {
    const fusion = fusionner(
      CHAMPS,
      base,
      { ...base, objectif: 'Le leur' },
      { ...base, objectif: 'Le vôtre' },
    );
    expect(fusion.conflits).toHaveLength(1);
    expect(fusion.conflits[0]).toMatchObject({ enLigne: 'Le leur', votre: 'Le vôtre' });
    expect(fusion.redaction.objectif).toBe('Le vôtre');
  });

  test('le même champ, à l’identique : aucun conflit', () => {
    const memes = { ...base, objectif: 'Pareil' };
    expect(fusionner(CHAMPS, base, memes, memes).conflits).toEqual([]);
  });

  test('sans version de départ connue, tout écart est montré', () => {
    expect(fusionner(CHAMPS, null, base, { ...base, objectif: 'B' }).conflits).toHaveLength(1);
  });

  test('rien ne se perd : chaque valeur changée par l’un ou l’autre est dans le résultat ou montrée', () => {
    const texte = fc.constantFrom('', 'a', 'b', 'c');
    const redaction = fc.record({ objectif: texte, entree: texte, cout: texte });
    fc.assert(
      fc.property(redaction, redaction, redaction, (depart, leur, votre) => {
        const fusion = fusionner(CHAMPS, depart, leur, votre);
        for (const { nom } of CHAMPS.slice(0, 3)) {
          const cle = nom as 'objectif' | 'entree' | 'cout';
          const montre = fusion.conflits.find(({ champ }) => champ.nom === nom);
          const gardees = [fusion.redaction[nom], montre?.enLigne, montre?.votre];
          if (leur[cle] !== depart[cle]) expect(gardees).toContain(leur[cle]);
          if (votre[cle] !== depart[cle]) expect(gardees).toContain(votre[cle]);
        }
      }),
    );
  });

  test('une valeur s’écrit pour être comparée à l’œil', () => {
    const etapes = CHAMPS[4];
    if (etapes === undefined) throw new Error('champ absent');
    expect(ecrireValeur(etapes, [{ quoi: 'Ouvrir', quand: '2027-07-01' }])).toBe(
      'Ouvrir · 2027-07-01',
    );
    const [, entree, cout] = CHAMPS;
    if (entree === undefined || cout === undefined) throw new Error('champ absent');
    expect(ecrireValeur(entree, '2027-07-01')).toBe('1er juillet 2027');
    expect(ecrireValeur(cout, '18500.50')).toBe('18500,50 €');
  });
});
