import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocsDeType, composerTexte, modeleDEssai } from './document.exemples.ts';
import { composer, type Modele, texteNu } from './index.ts';

const paragraphes = (texte: string, donnees: unknown = {}): string[] =>
  blocsDeType(composerTexte(texte, donnees).blocs, 'paragraphe').map(({ contenu }) =>
    texteNu(contenu),
  );

const COMMUNES = {
  communes: [
    { nom: 'Arcinges', montant: '100.10', etp: '1.5' },
    { nom: 'Boyer', montant: '0.20', etp: '0.25' },
  ],
};

describe('Un texte de modèle se compose', () => {
  test('les champs prennent leur écriture française', () => {
    expect(
      paragraphes('Total : {{somme(communes.montant)}}, {{somme(communes.etp)}}.', COMMUNES),
    ).toEqual(['Total\u00a0: 100,30\u00a0€, 1,75\u00a0ETP.']);
  });

  test('une condition choisit sa branche, « sinon si » compris', () => {
    const texte = ':: si nom = "a"\nun\n:: sinon si nom = "b"\ndeux\n:: sinon\ntrois\n:: fin';
    expect(['a', 'b', 'c'].map((nom) => paragraphes(texte, { nom })[0])).toEqual([
      'un',
      'deux',
      'trois',
    ]);
  });

  test('une répétition donne une seule liste, avec le rang de chaque élément', () => {
    const document = composerTexte(
      ':: pour c dans communes\n- {{rang}} {{c.nom}}\n:: fin',
      COMMUNES,
    );
    const [liste] = blocsDeType(document.blocs, 'liste');
    expect(liste?.elements.map(texteNu)).toEqual(['1 Arcinges', '2 Boyer']);
  });

  test('un tableau a une légende, des alignements et un total', () => {
    const texte = `:: tableau Parts
entetes | Commune | Montant >
:: pour c dans communes
ligne | {{c.nom}} | {{c.montant}}
:: fin
total | Total | {{somme(communes.montant)}}
:: fin`;
    const [tableau] = blocsDeType(composerTexte(texte, COMMUNES).blocs, 'tableau');
    expect(
      tableau?.colonnes.map(({ entete, alignement }) => [texteNu(entete), alignement]),
    ).toEqual([
      ['Commune', 'debut'],
      ['Montant', 'fin'],
    ]);
    expect(tableau?.totaux.map((ligne) => ligne.map(texteNu))).toEqual([
      ['Total', '100,30\u00a0€'],
    ]);
    expect(paragraphes(texte, { communes: [] })).toEqual(['Parts\u00a0: néant.']);
  });

  test('les articles se numérotent, et un renvoi suit l’article même s’il se déplace', () => {
    const clauses = (plus: string) => `${plus}
:: clause finances | Finances | SC-13 | CGCT | 2
Voir l'{{ref.sortie}}.
:: fin
:: clause sortie | Sortie | SC-17 | CGCT | 1
Texte.
:: fin`;
    const lire = (texte: string) => {
      const document = composerTexte(texte, {}, { numerotation: 'articles' });
      return blocsDeType(document.blocs, 'paragraphe').map(({ contenu }) => texteNu(contenu));
    };
    expect(lire(clauses(''))[0]).toBe('Voir l’article 2.');
    expect(lire(clauses(':: clause objet | Objet | SC-02 | CGCT | 1\nA.\n:: fin'))[1]).toBe(
      'Voir l’article 3.',
    );
  });

  test('chaque clause porte son identifiant, ses règles, son article et sa version', () => {
    const document = composerTexte(
      ':: clause objet | Objet | SC-01, SC-02 | CGCT, art. L. 5211-4-2 | 2026-1\nA.\n:: fin',
      {},
      { numerotation: 'articles' },
    );
    expect(document.clauses).toEqual([
      {
        id: 'objet',
        titre: 'Objet',
        numero: 'Article 1',
        regles: ['SC-01', 'SC-02'],
        article: 'CGCT, art. L. 5211-4-2',
        version: '2026-1',
      },
    ]);
  });

  test('les titres se numérotent par niveau et ne sautent jamais de niveau', () => {
    const titres = blocsDeType(composerTexte('# A\n### B\n## C\n# D\n## E').blocs, 'titre');
    expect(titres.map(({ niveau, numero }) => [niveau, numero])).toEqual([
      [1, '1'],
      [2, '1.1'],
      [2, '1.2'],
      [1, '2'],
      [2, '2.1'],
    ]);
  });

  test('un modèle en inclut un autre, un niveau plus bas', () => {
    const inclus: Modele = modeleDEssai({ nom: 'fiche', texte: '# {{nom}}' });
    const resultat = composer(
      modeleDEssai({ texte: ':: pour c dans communes\n# Fiche\n:: inclure fiche avec c\n:: fin' }),
      COMMUNES,
      { le: '2026-11-24', bibliotheque: (nom) => (nom === 'fiche' ? inclus : undefined) },
    );
    if (!resultat.ok) throw new Error('refusé');
    const titres = blocsDeType(resultat.valeur.blocs, 'titre');
    expect(titres.map(({ numero, contenu }) => `${numero} ${texteNu(contenu)}`)).toEqual([
      '1 Fiche',
      '1.1 Arcinges',
      '2 Fiche',
      '2.1 Boyer',
    ]);
  });

  test('un texte long garde ses paragraphes', () => {
    expect(paragraphes('{{nom}}', { nom: 'Un.\n\nDeux.' })).toEqual(['Un.', 'Deux.']);
  });

  test('gras, italique, lien et note se lisent dans le modèle', () => {
    const [bloc] = composerTexte('**a** _b_ [c](https://exemple.fr) d^[e]').blocs;
    expect(bloc).toMatchObject({
      contenu: [
        { type: 'texte', texte: 'a', gras: true },
        { type: 'texte', texte: ' ' },
        { type: 'texte', texte: 'b', italique: true },
        { type: 'texte', texte: ' ' },
        { type: 'lien', adresse: 'https://exemple.fr' },
        { type: 'texte', texte: ' d' },
        { type: 'note' },
      ],
    });
  });
});

describe('Les données n’entrent dans le document que comme du texte', () => {
  test('une donnée qui ressemble à un modèle reste du texte', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '{{nom}}',
            '**',
            '_',
            '^[',
            ']',
            ':: si',
            '\n# ',
            '|',
            '#[',
            '$',
            '\\',
            '<b>',
            'é',
          ),
          { maxLength: 12 },
        ),
        (morceaux) => {
          const nom = `x${morceaux.join('')}x`;
          const { blocs } = composerTexte('Nom {{nom}}', { nom });
          const [bloc] = blocs;
          expect(blocs).toHaveLength(1);
          if (bloc?.type !== 'paragraphe') throw new Error('un paragraphe était attendu');
          expect(bloc.contenu.every(({ type }) => type === 'texte' || type === 'saut')).toBe(true);
          expect(
            bloc.contenu.every((fragment) => !('gras' in fragment) && !('italique' in fragment)),
          ).toBe(true);
        },
      ),
    );
  });

  test('une adresse venue des données n’ouvre qu’un site ou un courriel', () => {
    const [bloc] = composerTexte('[ici]({{nom}})', { nom: 'javascript:alert(1)' }).blocs;
    expect(bloc).toMatchObject({ contenu: [{ type: 'texte', texte: 'ici' }] });
  });

  test('caractères de commande et inversions du sens d’écriture disparaissent', () => {
    expect(paragraphes('{{nom}}', { nom: 'a\u0000b\u202ec\u0007d\ud800e\ufffff' })).toEqual([
      'abcdef',
    ]);
  });

  test('une figure SVG avec un programme ou un contenu extérieur est refusée', () => {
    const modele = modeleDEssai({ champs: [{ nom: 'f', libelle: 'Figure', type: 'svg' }] });
    const svgs = [
      '<svg><script>x</script></svg>',
      '<svg onload="x()"></svg>',
      '<svg><image href="https://exemple.fr/a.png"/></svg>',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
      '<svg><a xlink:href="javascript:x"/></svg>',
      '<svg><style>@import "x"</style></svg>',
      'pas une figure',
    ];
    for (const f of svgs) expect(composer(modele, { f }, { le: '2026-11-24' }).ok).toBe(false);
    expect(
      composer(
        modele,
        { f: '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)"/></svg>' },
        { le: '2026-11-24' },
      ).ok,
    ).toBe(true);
  });
});

describe('Un modèle fautif est un refus qui dit la ligne', () => {
  test.each([
    ['un\n\n{{inconnu}}', 'Ligne 3'],
    [':: si nom\nx', 'n’est pas fermé'],
    ['x\n:: fin', 'ne ferme rien'],
    ['{{nom|inconnu}}', 'format « inconnu »'],
    ['{{ref.nulle}}', 'ref.nulle'],
    ['{{somme(nom)}}', 'liste'],
    [':: pour c dans nom\nx\n:: fin', 'attend une liste'],
    ['**gras', '« ** » manque'],
    ['{{nom <}}', 'il manque la fin'],
    [':: bidule', 'bidule'],
    [':: tableau T\nligne | a\n:: fin', 'entetes'],
    [':: tableau T\nentetes | a | b\nligne | a\n:: fin', '1 cellules au lieu de 2'],
  ])('« %s »', (texte, attendu) => {
    const resultat = composer(modeleDEssai({ texte }), { nom: 'x' }, { le: '2026-11-24' });
    expect(resultat.ok ? '' : resultat.refus[0]).toMatchObject({ code: 'modele-invalide' });
    expect(resultat.ok ? '' : resultat.refus[0]?.message).toContain(attendu);
  });

  test('une inclusion sans fin s’arrête', () => {
    const modele = modeleDEssai({
      champs: [
        {
          nom: 'o',
          libelle: 'O',
          type: 'objet',
          requis: true,
          champs: [{ nom: 'o', libelle: 'O', type: 'objet', requis: true, champs: [] }],
        },
      ],
      texte: ':: inclure essai avec o',
    });
    const resultat = composer(
      modele,
      { o: { o: {} } },
      { le: '2026-11-24', bibliotheque: () => modele },
    );
    expect(resultat.ok).toBe(false);
  });
});
