import { describe, expect, test } from 'vitest';
import { blocsDeType, modeleDEssai } from './document.exemples.ts';
import {
  composer,
  controlerDonnees,
  controlerModele,
  decrireChamps,
  type Modele,
} from './index.ts';

const MODELE: Modele = modeleDEssai({
  titre: 'Convention de {{duree.ans}} ans',
  champs: [
    {
      nom: 'duree',
      libelle: 'Durée',
      type: 'objet',
      ou: 'Convention › Durée',
      article: 'CGCT, art. L. 5211-4-2',
      champs: [
        { nom: 'ans', libelle: 'Nombre d’années', type: 'entier', requis: true },
        { nom: 'fin', libelle: 'Fin', type: 'date', requisSi: 'duree.ans > 3' },
      ],
    },
    {
      nom: 'parties',
      libelle: 'Parties',
      type: 'liste',
      requis: true,
      minimum: 2,
      champs: [{ nom: 'nom', libelle: 'Nom de la partie', type: 'texte', requis: true }],
    },
    { nom: 'cout', libelle: 'Coût', type: 'montant' },
  ],
  exigences: [
    {
      code: 'X-1',
      refuserSi: 'cout < 0',
      message: 'Le coût ({{cout}}) est négatif.',
      article: 'Art. 1',
      chemin: 'cout',
    },
  ],
  texte: 'Durée : {{duree.ans}} ans, coût {{cout}}.',
});

const COMPLET = { duree: { ans: 3 }, parties: [{ nom: 'A' }, { nom: 'B' }], cout: '12.30' };

describe('Un champ manquant est un refus motivé, avant toute mise en page', () => {
  test('tous les manques sont dits à la fois : libellé, chemin, où les renseigner, article', () => {
    expect(controlerDonnees(MODELE, { parties: [{ nom: 'A' }, {}] })).toEqual([
      {
        code: 'champ-manquant',
        message: 'Renseignez « Nombre d’années » : Convention › Durée.',
        chemin: 'duree.ans',
        libelle: 'Nombre d’années',
        article: 'CGCT, art. L. 5211-4-2',
        ou: 'Convention › Durée',
      },
      expect.objectContaining({ code: 'champ-manquant', chemin: 'parties[1].nom' }),
    ]);
  });

  test('une liste trop courte est un manque', () => {
    expect(controlerDonnees(MODELE, { ...COMPLET, parties: [{ nom: 'A' }] })).toEqual([
      expect.objectContaining({
        chemin: 'parties',
        message: 'Renseignez « Parties » (au moins 2).',
      }),
    ]);
  });

  test('un champ requis sous condition ne l’est que si elle est vraie', () => {
    expect(controlerDonnees(MODELE, COMPLET)).toEqual([]);
    expect(controlerDonnees(MODELE, { ...COMPLET, duree: { ans: 4 } })).toEqual([
      expect.objectContaining({ chemin: 'duree.fin' }),
    ]);
  });

  test('une exigence de droit non respectée est un refus, avec son code et son article', () => {
    expect(controlerDonnees(MODELE, { ...COMPLET, cout: '-1' })).toEqual([
      {
        code: 'X-1',
        message: 'Le coût (−1,00\u00a0€) est négatif.',
        article: 'Art. 1',
        chemin: 'cout',
      },
    ]);
  });

  test.each([
    ['cout', '12,30'],
    ['cout', '1.234'],
    ['cout', 'abc'],
    ['cout', 0.1 + 0.2],
    ['cout', Number.NaN],
    ['cout', {}],
    ['duree', 'x'],
    ['duree', { ans: 1.5 }],
    ['duree', { ans: 'x' }],
    ['duree', { ans: 4, fin: '2027-02-30' }],
    ['parties', {}],
    ['parties', ['x', 'y']],
  ])('une valeur illisible est refusée : %s = %o', (nom, valeur) => {
    expect(controlerDonnees(MODELE, { ...COMPLET, [nom]: valeur })[0]).toMatchObject({
      code: 'champ-invalide',
    });
  });

  test.each([null, 3, 'x', []])(
    'des données qui ne sont pas un objet sont refusées : %o',
    (donnees) => {
      expect(composer(MODELE, donnees, { le: '2026-11-24' }).ok).toBe(false);
    },
  );

  test('une clé héritée de l’objet ne compte pas comme une donnée', () => {
    const donnees: unknown = JSON.parse(
      '{"__proto__": {"duree": {"ans": 3}}, "parties": [{"nom":"A"},{"nom":"B"}]}',
    );
    expect(controlerDonnees(MODELE, donnees)[0]).toMatchObject({ chemin: 'duree.ans' });
  });

  test('un montant s’accepte en centimes ou en euros', () => {
    for (const cout of [1230n, '12.30', 12.3]) {
      const resultat = composer(MODELE, { ...COMPLET, cout }, { le: '2026-11-24' });
      expect(resultat.ok && JSON.stringify(resultat.valeur.blocs)).toContain('12,30');
    }
  });
});

describe('Un projet se compose malgré les manques', () => {
  test('chaque manque se voit dans le texte, et le document se dit projet', () => {
    const resultat = composer(MODELE, {}, { le: '2026-11-24', brouillon: true });
    if (!resultat.ok) throw new Error('refusé');
    expect(resultat.valeur.metadonnees).toMatchObject({
      etat: 'projet',
      titre: 'Convention de [à compléter : Nombre d’années] ans',
    });
    const [bloc] = blocsDeType(resultat.valeur.blocs, 'paragraphe');
    expect(bloc?.contenu.filter(({ type }) => type === 'manquant')).toHaveLength(2);
  });

  test('une valeur illisible reste refusée', () => {
    expect(composer(MODELE, { cout: 'x' }, { le: '2026-11-24', brouillon: true }).ok).toBe(false);
  });
});

test('les champs se décrivent à plat, avec leur chemin et l’article hérité', () => {
  expect(
    decrireChamps(MODELE.champs).map(({ chemin, requis, article }) => [chemin, requis, article]),
  ).toEqual([
    ['duree', false, 'CGCT, art. L. 5211-4-2'],
    ['duree.ans', true, 'CGCT, art. L. 5211-4-2'],
    ['duree.fin', false, 'CGCT, art. L. 5211-4-2'],
    ['parties', true, null],
    ['parties[].nom', true, null],
    ['cout', false, null],
  ]);
});

test('le service juridique voit tous les défauts de son modèle, à la ligne près', () => {
  const texte =
    'Bon {{cout}}\n\n{{inconnu.nom}}\n\n{{cout|bidule}} {{ref.x}}\n\n{{magie(1)}}\n\n:: pour p dans parties\n- {{p.prenom}}\n:: fin';
  expect(controlerModele({ ...MODELE, texte }).map(({ ligne }) => ligne)).toEqual([3, 5, 7, 10, 5]);
  expect(controlerModele(MODELE)).toEqual([]);
});
