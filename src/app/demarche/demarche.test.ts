import { describe, expect, test } from 'vitest';
import { aLeDroit } from '../../socle/acces/index.ts';
import { listerAttendus } from './attendus.ts';
import { direAvis } from './avis-de-la-commune.ts';
import { bornesDeFrise, echeancesDeDroit, etatDEcheance, ordonner } from './echeances.ts';
import { type CampagneSuivie, type FaitsDeLaDemarche, jugerLesPieces } from './pieces.ts';
import { direLeReste } from './quatre-blocs.tsx';

const AUJOURDHUI = '2026-11-24';

const uneCampagne = (ecarts: Partial<CampagneSuivie> = {}): CampagneSuivie => ({
  grille: 'grille-rh',
  titre: 'Effectifs',
  echeance: '2026-12-22',
  attendues: 26,
  rendues: 12,
  estOuverte: true,
  ...ecarts,
});

const desFaits = (ecarts: Partial<FaitsDeLaDemarche> = {}): FaitsDeLaDemarche => ({
  aujourdhui: AUJOURDHUI,
  campagnes: [],
  perimetres: 0,
  fiches: { total: 0, pretes: 0 },
  adoption: null,
  services: { total: 0, ouverts: 0 },
  conventions: { total: 0, enVigueur: 0 },
  etats: 0,
  actions: { suivies: 0, enRetard: 0 },
  estPublie: false,
  ...ecarts,
});

const uneAdoption = (
  ecarts: Partial<NonNullable<FaitsDeLaDemarche['adoption']>> = {},
): FaitsDeLaDemarche['adoption'] => ({
  rapportEtabli: true,
  estApprouve: false,
  estEnvoye: false,
  communes: 25,
  saisies: 25,
  rendus: 0,
  ...ecarts,
});

describe('L’état d’une pièce se déduit de faits', () => {
  test('un territoire neuf a tout à faire, et commence par la collecte', () => {
    const pieces = jugerLesPieces(desFaits());
    expect(Object.values(pieces).every(({ etat }) => etat === 'a-faire')).toBe(true);
    expect(listerAttendus(pieces, (droit) => aLeDroit('pilote', droit))).toMatchObject([
      { chemin: 'elaborer/collecte', titre: 'Collecte : à lancer' },
    ]);
  });

  test.each([
    [[uneCampagne()], 'en-cours', '12 sur 26 grilles rendues'],
    [[uneCampagne({ rendues: 26 })], 'fait', '26 sur 26 grilles rendues'],
    [
      [uneCampagne({ echeance: '2026-11-23' })],
      'attention',
      '12 sur 26 grilles rendues, échéance passée',
    ],
    [
      [uneCampagne(), uneCampagne({ grille: 'biens', rendues: 2 })],
      'en-cours',
      '14 sur 52 grilles rendues',
    ],
  ])('la collecte %j est « %s »', (campagnes, etat, phrase) => {
    expect(jugerLesPieces(desFaits({ campagnes }))['elaborer/collecte']).toMatchObject({
      etat,
      phrase,
    });
  });

  test.each([
    [uneAdoption({ rapportEtabli: false }), 'a-faire', 'Rapport à établir'],
    [uneAdoption({ saisies: 20 }), 'en-cours', '20 sur 25 communes saisies'],
    [uneAdoption({ rendus: 9 }), 'en-cours', '9 sur 25 avis rendus'],
    [
      uneAdoption({ rendus: 25, estApprouve: true }),
      'attention',
      'Approuvé, à adresser aux communes',
    ],
    [
      uneAdoption({ rendus: 25, estApprouve: true, estEnvoye: true }),
      'fait',
      'Approuvé et adressé aux communes',
    ],
  ])('l’adoption %j est « %s »', (adoption, etat, phrase) => {
    expect(jugerLesPieces(desFaits({ adoption }))['elaborer/adoption']).toMatchObject({
      etat,
      phrase,
    });
  });

  test('des actions en retard appellent l’attention', () => {
    const pieces = jugerLesPieces(desFaits({ actions: { suivies: 4, enRetard: 1 } }));
    expect(pieces['mettre-en-oeuvre/pilotage']).toMatchObject({
      etat: 'attention',
      attente: '1 en retard',
    });
  });
});

describe('Ce qui reste à une commune, en une phrase', () => {
  const uneGrille = (chemin: string | null, estRendue = false) => ({
    cle: 'g',
    titre: 'Matériels',
    consigne: '',
    echeance: '2026-12-22' as const,
    rendueLe: null,
    lignes: 0,
    chemin,
    etat: 'en-cours' as const,
    dit: 'encore 28 jours',
    estRendue,
  });
  const dire = (...grilles: ReturnType<typeof uneGrille>[]) =>
    direLeReste({ grilles, avis: null, etats: [], services: [], conventions: [] }).replaceAll(
      '\u00a0',
      ' ',
    );

  test('qui peut rendre la grille lit ce qu’il doit faire', () => {
    expect(dire(uneGrille('/c/x/grilles/g'))).toBe('1 chose à faire.');
  });
  test('un élu, qui ne rend pas la grille, sait que le secrétariat la doit encore', () => {
    expect(dire(uneGrille(null), uneGrille(null, true))).toBe(
      'Le secrétariat a encore 1 grille à rendre. Rien d’autre n’est demandé.',
    );
  });
  test('tout est rendu : rien n’est demandé', () => {
    expect(dire(uneGrille(null, true))).toBe('Rien ne vous est demandé en ce moment. Merci.');
  });
});

describe('On n’attend d’une personne que ce qu’elle peut faire', () => {
  const pieces = jugerLesPieces(
    desFaits({ campagnes: [uneCampagne()], fiches: { total: 4, pretes: 1 } }),
  );
  test.each([
    ['pilote', ['elaborer/collecte', 'elaborer/schema', 'mettre-en-oeuvre/pilotage']],
    ['service', ['elaborer/schema', 'mettre-en-oeuvre/pilotage']],
    ['lecture', []],
  ] as const)('%s : %j', (role, chemins) => {
    expect(
      listerAttendus(pieces, (droit) => aLeDroit(role, droit)).map(({ chemin }) => chemin),
    ).toEqual(chemins);
  });
});

describe('Les échéances', () => {
  const delai = (commune: string, echeance: `${number}-${number}-${number}`) => ({
    code: 'SCH-06',
    objet: 'Avis du conseil municipal',
    commune,
    depart: '2026-10-01' as const,
    echeance,
    statut: 'en-cours' as const,
    article: 'CGCT, art. L. 5211-39-1',
  });

  test('vingt-cinq communes au même jour font une échéance, qui les compte', () => {
    const reunies = echeancesDeDroit(
      [delai('42141', '2027-01-01'), delai('42052', '2027-01-01'), delai('42007', '2027-01-02')],
      AUJOURDHUI,
    );
    expect(reunies.map(({ titre, jour }) => [titre.replaceAll('\u00a0', ' '), jour])).toEqual([
      ['Avis du conseil municipal (2 communes)', '2027-01-01'],
      ['Avis du conseil municipal', '2027-01-02'],
    ]);
  });

  test('un délai acquis ne court plus', () => {
    expect(
      echeancesDeDroit([{ ...delai('42141', '2026-11-01'), statut: 'acquise' }], AUJOURDHUI),
    ).toEqual([]);
  });

  test.each([
    ['2026-11-23', 'refus'],
    ['2026-11-24', 'attention'],
    ['2026-12-08', 'attention'],
    ['2026-12-09', 'en-cours'],
  ] as const)('le %s est « %s » au 24 novembre', (jour, etat) => {
    expect(etatDEcheance(jour, AUJOURDHUI)).toBe(etat);
  });

  test('les plus proches d’abord, et la frise les contient toutes', () => {
    const echeances = echeancesDeDroit(
      [delai('1', '2027-03-01'), delai('2', '2027-01-01')],
      AUJOURDHUI,
    );
    expect(ordonner(echeances).map(({ jour }) => jour)).toEqual(['2027-01-01', '2027-03-01']);
    const { debut, fin } = bornesDeFrise(echeances, AUJOURDHUI);
    expect(debut <= '2026-10-01' && fin >= '2027-03-01').toBe(true);
  });
});

describe('L’avis d’une commune se dit en peu de mots', () => {
  const avis = (ecarts: object) =>
    ({ sens: 'en-attente', tacite: false, le: null, ...ecarts }) as Parameters<typeof direAvis>[0];

  test('tant qu’elle n’est pas saisie, rien n’est demandé', () => {
    expect(direAvis(undefined, undefined, AUJOURDHUI)).toBeNull();
  });

  test('en attente, le silence est annoncé', () => {
    expect(direAvis(avis({}), '2027-01-05', AUJOURDHUI)).toMatchObject({
      estRendu: false,
      etat: 'en-cours',
      phrase: expect.stringContaining('réputé favorable') as unknown,
    });
  });

  test('rendu ou tacite, il le dit', () => {
    expect(
      direAvis(avis({ sens: 'reserve', le: '2026-10-05' }), '2027-01-05', AUJOURDHUI),
    ).toMatchObject({ estRendu: true, dit: 'avis favorable avec réserves' });
    expect(
      direAvis(
        avis({ sens: 'favorable', tacite: true, le: '2026-10-28' }),
        '2026-10-27',
        AUJOURDHUI,
      ),
    ).toMatchObject({ estRendu: true, dit: 'réputé favorable' });
  });
});
