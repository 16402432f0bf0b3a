import { describe, expect, test } from 'vitest';
import type { LectureDeGrille } from '../../moteurs/grille/index.ts';
import { DIJON_METROPOLE, enCsv, lire, unAgent } from './essais.exemples.ts';

const lireDijon = (
  contenu: string | Uint8Array,
  grille = 'grille-rh',
  nom = 'fichier.csv',
): Promise<LectureDeGrille> => lire(grille, nom, contenu, DIJON_METROPOLE);

const COLONNES: Readonly<Record<string, string>> = Object.fromEntries([
  ['Commune', 'collectivite'],
  ['Matricule', 'matricule'],
  ['Métier', 'metier'],
  ['Filière', 'filiere'],
  ['Catégorie', 'categorie'],
  ['Grade', 'grade'],
  ['Statut', 'statut'],
  ['Durée hebdo', 'duree_hebdo'],
  ['Quotité', 'quotite'],
  ['Année de naissance', 'annee_naissance'],
  ["Date d'entrée", 'date_entree'],
  ['Coût chargé annuel', 'cout_charge_annuel'],
  ['Service 1', 'service_1'],
  ['Part 1', 'part_1'],
  ['Service 2', 'service_2'],
  ['Part 2', 'part_2'],
]);

/** Les mêmes colonnes, sans quelques-unes. */
const sans = (...intitules: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(COLONNES).filter(([i]) => !intitules.includes(i)));

const agents = (...ecarts: Readonly<Record<string, string>>[]): Record<string, string>[] =>
  ecarts.map((e, i) => ({ ...unAgent({ matricule: `0000${i + 1}` }), ...e }));

describe('aucune valeur ne change sans qu’on le dise', () => {
  test('l’heure retirée d’une date, la part divisée entre deux services, le SIREN complété', async () => {
    const lecture = await lireDijon(
      enCsv({ SIREN: 'siren', ...COLONNES }, [
        unAgent({ matricule: '00001', date_entree: '2012-09-01 00:00:00' }),
        unAgent({
          matricule: '00002',
          siren: '',
          part_1: '60',
          service_2: 'Espaces verts + Propreté urbaine',
          part_2: '40',
        }),
      ]),
    );
    expect(lecture.bilan).toMatchObject({ lignesImportees: 2, lignesBloquees: 0 });
    expect(lecture.lignes[1]?.valeurs).toMatchObject({
      siren: '212105159',
      part_2: '20',
      service_3: 'PROP',
      part_3: '20',
    });
    for (const attendue of [
      {
        ligne: 2,
        colonne: "Date d'entrée",
        cellule: 'L2',
        action: 'reparer',
        valeur: '2012-09-01',
      },
      { ligne: 3, colonne: 'Part 2', lue: '40', valeur: '20', action: 'reparer_et_signaler' },
      { ligne: 3, colonne: 'SIREN', lue: '', valeur: '212105159', action: 'reparer' },
    ])
      expect(lecture.anomalies).toContainEqual(expect.objectContaining(attendue));
  });

  test('un SIREN laissé vide ne reprend pas celui de la commune du dessus', async () => {
    const lecture = await lireDijon(
      enCsv({ SIREN: 'siren', ...COLONNES }, [
        unAgent({ matricule: '00001' }),
        unAgent({ matricule: '00002', siren: '', collectivite: 'Dijon' }),
        unAgent({ matricule: '00003', siren: '212101661', collectivite: '' }),
      ]),
    );
    expect(lecture.lignes.map((l) => l.valeurs.collectivite)).toEqual([
      'Quetigny',
      'Dijon',
      'Chenôve',
    ]);
  });
});

test('« 17h30/35h » donne la durée, « 1er/09/2012 » la date', async () => {
  const lecture = await lireDijon(
    enCsv(COLONNES, agents({ duree_hebdo: '17h30/35h' }, { date_entree: '1er/09/2012' })),
  );
  expect(lecture.lignes.map((l) => [l.valeurs.duree_hebdo, l.valeurs.date_entree])).toEqual([
    ['17.5', '2012-09-01'],
    ['35', '2012-09-01'],
  ]);
});

describe('les colonnes se reconnaissent l’une par rapport à l’autre', () => {
  test.each(['Matricule', 'Matricule agent'])(
    'un numéro d’ordre « N° » ne prend pas la place de « %s »',
    async (intitule) => {
      const lecture = await lireDijon(
        enCsv({ 'N°': 'ordre', [intitule]: 'matricule', ...sans('Matricule') }, [
          { ...unAgent({ matricule: '00431' }), ordre: '1' },
          { ...unAgent({ matricule: '00432' }), ordre: '2' },
        ]),
      );
      expect(lecture.lignes.map((l) => l.valeurs.matricule)).toEqual(['00431', '00432']);
    },
  );

  test('« Service 2 » suivi de « % » donne la deuxième affectation, pas la première', async () => {
    const lecture = await lireDijon(
      enCsv(
        { ...sans('Part 2'), '%': 'part_2' },
        agents({ part_1: '70', service_2: 'EV', part_2: '30' }),
      ),
    );
    expect(lecture.lignes[0]?.valeurs).toMatchObject({
      service_1: 'VOI',
      part_1: '70',
      service_2: 'EV',
      part_2: '30',
    });
  });

  test('« Durée hebdo. de service » suivie de « Quotité » n’est pas une affectation', async () => {
    const lecture = await lireDijon(
      enCsv(
        {
          'Durée hebdo. de service': 'duree_hebdo',
          Quotite: 'quotite',
          ...sans('Durée hebdo', 'Quotité'),
        },
        agents({}),
      ),
    );
    expect(lecture.colonnes[0]?.canonique).toBe('duree_hebdo');
    expect(lecture.bilan.lignesImportees).toBe(1);
  });
});

describe('un nom ou un numéro de sécurité sociale ne sort jamais, où qu’il soit', () => {
  test.each(['Colonne1', 'Qui ?', 'Responsable', 'N+1', 'Nom patronymique', ''])(
    'colonne « %s » remplie de noms',
    async (intitule) => {
      const noms = ['DURAFOUR Jocelyne', 'Thibault LE GOFFIC', 'M’Barek Fatoumata'];
      const lecture = await lireDijon(
        enCsv(
          { ...COLONNES, [intitule]: 'qui' },
          agents({}, { date_entree: '31/02/2015' }, {}).map((a, i) => ({
            ...a,
            qui: noms[i] ?? '',
          })),
        ),
      );
      expect(lecture.bilan).toMatchObject({ lignesImportees: 2, lignesBloquees: 1 });
      expect(JSON.stringify(lecture)).not.toMatch(/durafour|goffic|barek/i);
      expect(lecture.bloquees[0]?.lues.at(-1)).toBeNull();
    },
  );

  test('une colonne de remarques ordinaires reste renvoyée telle que lue', async () => {
    const lecture = await lireDijon(
      enCsv(
        { ...COLONNES, interne: 'note' },
        agents({}, { date_entree: '31/02/2015' }).map((a) => ({ ...a, note: 'à revoir en mars' })),
      ),
    );
    expect(lecture.bloquees[0]?.lues.at(-1)).toBe('à revoir en mars');
  });

  test.each([
    '2.85.07.74.123.456.12',
    '2-85-07-74-123-456-12',
    '2 85 07 974 12 345 67',
    '285072A00412345',
    '+33 (0)6 12 34 56 78',
    'Docteur Durafour',
    'Mme de la Durafour',
    'MME DURAFOUR',
    'M DURAFOUR',
  ])('« %s » au milieu d’un texte', async (secret) => {
    const lecture = await lireDijon(
      enCsv(
        { ...COLONNES, Remarque: 'note' },
        agents({}, { date_entree: '31/02/2015', metier: `Agent (${secret})` }, {}).map((a, i) => ({
          ...a,
          note: i === 1 ? `voir ${secret}` : 'sans suite',
        })),
      ),
    );
    const texte = JSON.stringify(lecture);
    expect(texte).not.toContain(secret);
    expect(texte).not.toMatch(/durafour/i);
  });
});

test('l’auteur nommé dans le titre n’est pas renvoyé', async () => {
  const lecture = await lireDijon(
    `Rempli par Jocelyne DURAFOUR;;;\nContact : Jocelyne Durafour (04 50 02 12 34);;;\n${enCsv(COLONNES, agents({}))}`,
  );
  expect(lecture.bilan).toMatchObject({ lignesImportees: 1, lignesIgnorees: 2 });
  expect(JSON.stringify(lecture)).not.toMatch(/durafour|04 50/i);
});

test('un fichier de vieux Macintosh garde ses accents', async () => {
  const MAC = new Map([
    ['é', 0x8e],
    ['è', 0x8f],
    ['ô', 0x99],
    ['û', 0x9e],
    ['É', 0x83],
  ]);
  const octets = Uint8Array.from(
    Array.from(
      enCsv(COLONNES, agents({ collectivite: 'Chenôve', metier: "Chef d'équipe de déchèterie" })),
      (c) => MAC.get(c) ?? c.charCodeAt(0),
    ),
  );
  const lecture = await lireDijon(octets);
  expect(lecture.format.encodage).toBe('macintosh');
  expect(lecture.lignes[0]?.valeurs).toMatchObject({
    collectivite: 'Chenôve',
    metier: "Chef d'équipe de déchèterie",
  });
});

describe('tableaux d’actes d’urbanisme de toutes dispositions', () => {
  const compter = (l: LectureDeGrille): string[] =>
    l.lignes.map(({ valeurs: v }) => `${v.collectivite} ${v.mois} ${v.type_acte} ${v.nombre}`);

  test('« Mois 1 », « Mois 2 »… sont des mois en colonnes', async () => {
    const lecture = await lireDijon(
      'Bilan 2024;;;;\nCommune;Type;Mois 1;Mois 2;Mois 3\nDijon;DP;4;;2\n',
      'prestations-ads',
    );
    expect(compter(lecture)).toEqual(['Dijon 1 DP 4', 'Dijon 3 DP 2']);
  });

  test.each(['Mois 3', 'M03', '03 - mars', 'MARS', '3', '03/2024'])(
    'en lignes, « %s » est le mois de mars',
    async (mois) => {
      const lecture = await lireDijon(
        `Année;Mois;Type;Dijon;Ouges\n2024;${mois};DP;4;12\n2024;${mois};PC;;7\n`,
        'prestations-ads',
      );
      expect(compter(lecture)).toEqual(['Dijon 3 DP 4', 'Ouges 3 DP 12', 'Ouges 3 PC 7']);
    },
  );

  test('les sous-totaux par trimestre sont ignorés, seul le total général est contrôlé', async () => {
    const lecture = await lireDijon(
      'Commune;Type;janv. 2024;févr. 2024;mars 2024;T1;avr. 2024;Total T2;Total\nDijon;DP;4;;2;6;1;1;7\n',
      'prestations-ads',
    );
    expect(compter(lecture)).toEqual(['Dijon 1 DP 4', 'Dijon 3 DP 2', 'Dijon 4 DP 1']);
    expect(
      lecture.anomalies
        .filter((a) => a.regle === 'colonne-total')
        .map((a) => [a.colonne, a.action]),
    ).toEqual([
      ['T1', 'ignorer'],
      ['Total T2', 'ignorer'],
      ['Total', 'ignorer'],
    ]);
    expect(lecture.anomalies.some((a) => a.regle === 'total-incoherent')).toBe(false);
  });

  test('un sous-total entièrement rempli, écrit dans la colonne des mois, n’est pas une donnée', async () => {
    const lecture = await lireDijon(
      'Année 2024;;;\nMois;DP;PC;Total\nCOMMUNE DE DIJON;;;\nJanvier;1;2;3\nSous-total Dijon;1;2;3\nCOMMUNE D’OUGES;;;\nMars;4;5;9\nSous-total Ouges;4;5;9\n',
      'prestations-ads',
    );
    expect(compter(lecture)).toEqual([
      'Dijon 1 DP 1',
      'Dijon 1 PC 2',
      'Ouges 3 DP 4',
      'Ouges 3 PC 5',
    ]);
    expect(lecture.bilan).toMatchObject({ lignesBloquees: 0, lignesIgnorees: 5 });
  });
});
