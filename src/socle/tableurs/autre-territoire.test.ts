import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { LectureDeGrille } from '../../moteurs/grille/index.ts';
import { REGLES_DE_LECTURE } from '../../moteurs/grille/index.ts';
import { DIJON_METROPOLE, enCsv, lire, unAgent } from './essais.exemples.ts';

const lireDijon = (
  nom: string,
  contenu: string | Uint8Array,
  grille = 'grille-rh',
): Promise<LectureDeGrille> => lire(grille, nom, contenu, DIJON_METROPOLE);

const COLONNES: Readonly<Record<string, string>> = {
  Ville: 'collectivite',
  Mle: 'matricule',
  Direction: 'service',
  'Emploi occupé': 'metier',
  'Fil.': 'filiere',
  'Catég.': 'categorie',
  'Cadre statutaire': 'cadre_emplois',
  'Grade actuel': 'grade',
  'Situation administrative': 'statut',
  'TC/TNC': 'temps',
  'H/sem': 'duree_hebdo',
  '% temps': 'quotite',
  'E.T.P.': 'etp',
  DDN: 'annee_naissance',
  'Arrivé(e) le': 'date_entree',
  'Masse salariale': 'cout_charge_annuel',
  'Mission 1': 'service_1',
  'Part 1': 'part_1',
  'Mission 2': 'service_2',
  'Part 2': 'part_2',
};

/** Un agent de Quetigny écrit de travers ; la ligne attendue est l’agent droit. */
const lireAgent = (
  ecarts: Readonly<Record<string, string>>,
  base: Readonly<Record<string, string>> = {},
): Promise<LectureDeGrille> =>
  lireDijon('rh.csv', enCsv(COLONNES, [{ ...unAgent(base), ...ecarts }]));

describe('chaque cellule se répare selon sa nature, sur un autre territoire', () => {
  test.each([
    ['quotite', '0,8', { quotite: '80', etp: '0.80' }, 'reparer_et_signaler'],
    ['quotite', '80%', { quotite: '80', etp: '0.80' }, 'reparer'],
    ['quotite', 'mi-temps', { quotite: '50', etp: '0.50' }, 'reparer_et_signaler'],
    ['duree_hebdo', '17h30', { duree_hebdo: '17.5', temps: 'non complet', etp: '0.50' }, 'reparer'],
    ['duree_hebdo', '28/35e', { duree_hebdo: '28', temps: 'non complet', etp: '0.80' }, 'reparer'],
    ['cout_charge_annuel', '35 000 €', { cout_charge_annuel: '35000.00' }, 'reparer'],
    ['cout_charge_annuel', '35 k€', { cout_charge_annuel: '35000.00' }, 'reparer_et_signaler'],
    [
      'grade',
      'ADJ. TECH. PPAL 2E CL.',
      { grade: 'Adjoint technique principal de 2e classe' },
      'reparer_et_signaler',
    ],
    ['grade', 'ADJOINT TECHNIQUE', { grade: 'Adjoint technique' }, 'reparer'],
    ['categorie', 'B', { categorie: 'C' }, 'reparer_et_signaler'],
    ['statut', 'C.D.D.', { statut: 'Contractuel CDD' }, 'reparer'],
    ['collectivite', 'MAIRIE DE QUETIGNY', {}, 'reparer'],
    ['collectivite', 'Quetigni', {}, 'reparer_et_signaler'],
    ['matricule', '42', { matricule: '00042' }, 'reparer_et_signaler'],
    ['service_1', 'cantine', { service_1: 'REST' }, 'reparer_et_signaler'],
    ['date_entree', '1/9/12', { date_entree: '2012-09-01' }, 'reparer'],
    ['date_entree', 'septembre 2012', { date_entree: '2012-09-01' }, 'reparer_et_signaler'],
    ['annee_naissance', '03/11/1980', { annee_naissance: '1980' }, 'reparer_et_signaler'],
    ['etp', '', { etp: '1.00' }, 'reparer'],
    ['etp', '0,5', { etp: '1.00' }, 'reparer_et_signaler'],
    ['metier', ' Agent  de voirie', {}, 'reparer'],
  ])('%s = « %s »', async (champ, ecrit, attendus, action) => {
    const coherents = { quotite: '', etp: '', temps: '' };
    const sansEtp = ['quotite', 'duree_hebdo'].includes(champ)
      ? { etp: coherents.etp, temps: coherents.temps }
      : {};
    const lecture = await lireAgent({ ...sansEtp, [champ]: ecrit });
    expect(lecture.lignes.map((l) => l.valeurs)).toEqual([unAgent(attendus)]);
    const colonne = Object.entries(COLONNES).find(([, c]) => c === champ)?.[0];
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({ ligne: 2, colonne, action }),
    );
  });

  test.each([
    ['date_entree', '31/02/2015', 'date-impossible'],
    ['date_entree', 'NC', 'valeur-manquante'],
    ['date_entree', '01/09/1990', 'entree-trop-jeune'],
    ['annee_naissance', '2075', 'annee-impossible'],
    ['cout_charge_annuel', '2 916,67', 'cout-mensuel'],
    ['cout_charge_annuel', '#REF!', 'erreur-de-formule'],
    ['cout_charge_annuel', 'à voir', 'nombre-illisible'],
    ['part_1', '110', 'somme-des-parts'],
    ['grade', 'Adjoint technique principal', 'nomenclature-ambigue'],
    ['grade', 'Grand vizir', 'nomenclature-inconnue'],
    ['collectivite', 'Beaune', 'collectivite-hors-perimetre'],
    ['quotite', '180', 'hors-bornes'],
    ['matricule', '123456', 'code-mal-forme'],
  ])('%s = « %s » bloque la ligne (%s)', async (champ, ecrit, regle) => {
    const lecture = await lireAgent({ [champ]: ecrit });
    expect(lecture.bilan).toMatchObject({ lignesImportees: 0, lignesBloquees: 1, lignesLues: 1 });
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({ ligne: 2, action: 'bloquer_ligne', regle }),
    );
    expect(lecture.bloquees[0]?.lues).toHaveLength(lecture.colonnes.length);
  });
});

test('une donnée nominative ou interdite n’est jamais renvoyée, même sur une ligne bloquée', async () => {
  const colonnes = {
    ...COLONNES,
    'Nom Prénom': 'nom',
    'N° sécu': 'nir',
    Mail: 'mail',
    'N° tél': 'tel',
    Obs: 'obs',
  };
  const lignes = ['00001', '00002', 'ABC'].map((matricule) => ({
    ...unAgent({ matricule }),
    nom: 'DUPONT Jeanne',
    nir: '2 80 05 21 231 045 12',
    mail: 'jeanne.dupont@ville.fr',
    tel: '06 12 34 56 78',
    obs: 'voir Mme Durand',
    annee_naissance: '03/11/1980',
    metier: 'Agent de voirie (06 98 76 54 32)',
  }));
  const lecture = await lireDijon('rh.csv', enCsv(colonnes, lignes));
  expect(lecture.bilan).toMatchObject({ lignesImportees: 2, lignesBloquees: 1 });
  const texte = JSON.stringify(lecture);
  for (const secret of [
    'DUPONT',
    'Durand',
    '2 80 05',
    'jeanne.dupont',
    '06 12 34',
    '06 98 76',
    '03/11/1980',
  ])
    expect(texte).not.toContain(secret);
  expect(lecture.colonnes.slice(-5).map((c) => c.canonique)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(lecture.bloquees[0]?.lues.slice(-5)).toEqual([null, null, null, null, null]);
  expect(lecture.anomalies.filter((a) => a.regle === 'colonne-interdite')).toHaveLength(5);
  expect(lecture.lignes[0]?.valeurs.metier).toBe('Agent de voirie (•••)');
});

test('classeur : titre, groupes fusionnés, commune fusionnée, colonnes « Part » répétées, colonne masquée, k€ dans l’intitulé', async () => {
  const octets = await writeXlsx({
    sheets: [
      {
        name: 'Saisie',
        rows: [
          ['Effectifs de la commune', null],
          [null],
          [
            'Identité',
            null,
            'Emploi',
            null,
            null,
            null,
            null,
            'Temps',
            null,
            'Divers',
            null,
            null,
            'Ventilation',
            null,
            null,
            null,
            null,
          ],
          [
            'Commune',
            'Matricule',
            'Poste',
            'Filière',
            'Cat',
            'Grade',
            'Contrat',
            'Horaire',
            'Taux',
            'Né en',
            'Entrée',
            'Coût chargé (k€)',
            'Service',
            'Part',
            'Service',
            'Part',
            'mémo',
          ],
          [
            'CHENOVE',
            42,
            'Agent de voirie',
            'Technique',
            'C',
            'Adjoint technique',
            'TIT',
            35,
            1,
            1980,
            new Date(Date.UTC(2012, 8, 1)),
            35,
            'VOI',
            0.6,
            'EV',
            0.4,
            'x',
          ],
          [
            null,
            43,
            'Agent de voirie',
            'Technique',
            'C',
            'Adjoint technique',
            'CDI',
            35,
            0.8,
            1980,
            new Date(Date.UTC(2012, 8, 1)),
            28.5,
            'VOI + EV',
            1,
            null,
            null,
            'x',
          ],
          ['TOTAL', null, null, null, null, null, null, null, null, null, null, 63.5],
        ],
        cells: new Map<string, { value?: number; style: { numFmt: string } }>([
          ['4,8', { value: 1, style: { numFmt: '0%' } }],
          ['5,8', { value: 0.8, style: { numFmt: '0%' } }],
          ...[4, 5].flatMap((r) =>
            [13, 15].map((c) => [`${r},${c}`, { style: { numFmt: '0%' } }] as const),
          ),
        ]),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 16 },
          { startRow: 2, startCol: 0, endRow: 2, endCol: 1 },
          { startRow: 2, startCol: 2, endRow: 2, endCol: 6 },
          { startRow: 4, startCol: 0, endRow: 5, endCol: 0 },
        ],
        columns: [...Array.from({ length: 16 }, () => ({})), { hidden: true }],
      },
      { name: 'Archives', hidden: true, rows: [['Commune'], ['x']] },
    ],
  });
  const lecture = await lireDijon('effectifs.xlsx', octets);
  expect(lecture.bilan).toMatchObject({ lignesImportees: 2, lignesBloquees: 0, lignesIgnorees: 3 });
  const chenove = {
    siren: '212101661',
    collectivite: 'Chenôve',
    cadre_emplois: 'Adjoints techniques territoriaux',
  };
  expect(lecture.lignes.map((l) => l.valeurs)).toEqual([
    unAgent({ ...chenove, part_1: '60', service_2: 'EV', part_2: '40' }),
    unAgent({
      ...chenove,
      matricule: '00043',
      statut: 'Contractuel CDI',
      quotite: '80',
      etp: '0.80',
      cout_charge_annuel: '28500.00',
      part_1: '50',
      service_2: 'EV',
      part_2: '50',
    }),
  ]);
  const regles = lecture.anomalies.map((a) => `${a.regle}/${a.ligne}`);
  for (const regle of [
    'titre/1',
    'ligne-vide/2',
    'en-tete-deux-rangees/3',
    'colonnes-de-part/4',
    'milliers-d-euros/4',
    'colonne-masquee/4',
    'cellule-fusionnee/6',
    'services-reunis/6',
    'total/7',
    'feuille-masquee/1',
  ])
    expect(regles).toContain(regle);
});

test('intertitres de commune, en-têtes répétés et sous-totaux : la collectivité vient de l’intertitre', async () => {
  const { Ville: _, ...sansVille } = COLONNES;
  const tete = Object.keys(sansVille).join(';');
  const ligne = (matricule: string): string =>
    enCsv(sansVille, [unAgent({ matricule })]).split('\n')[1] ?? '';
  const lecture = await lireDijon(
    'rh.csv',
    [
      tete,
      'COMMUNE DE QUETIGNY',
      ligne('00001'),
      'S/Total Quetigny',
      tete,
      'VILLE DE DIJON',
      ligne('00002'),
      'TOTAL GÉNÉRAL',
      '',
    ].join('\n'),
  );
  expect(lecture.lignes.map((l) => [l.ligne, l.valeurs.collectivite])).toEqual([
    [3, 'Quetigny'],
    [7, 'Dijon'],
  ]);
  expect(lecture.bilan).toMatchObject({ lignesIgnorees: 4, lignesBloquees: 0 });
});

test('doublons : identique retenu une fois, contradictoire bloqué des deux côtés', async () => {
  const a = unAgent({ matricule: '00001' });
  const lecture = await lireDijon(
    'rh.csv',
    enCsv(COLONNES, [
      a,
      a,
      unAgent({ matricule: '00002' }),
      unAgent({ matricule: '00002', quotite: '50', etp: '0.50' }),
    ]),
  );
  expect(lecture.bilan).toMatchObject({ lignesLues: 3, lignesImportees: 1, lignesBloquees: 2 });
  expect(lecture.anomalies).toContainEqual(
    expect.objectContaining({
      ligne: 3,
      colonne: '(ligne)',
      action: 'reparer',
      regle: 'doublon-identique',
    }),
  );
  for (const ligne of [4, 5])
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({ ligne, colonne: '% temps', action: 'bloquer_ligne' }),
    );
});

describe('la collectivité absente du fichier', () => {
  const { Ville: _, ...sansVille } = COLONNES;
  const csv = enCsv(sansVille, [unAgent()]);
  test('se lit dans le nom du fichier', async () => {
    const lecture = await lireDijon('effectifs_quetigny_2025.csv', csv);
    expect(lecture.lignes.map((l) => l.valeurs)).toEqual([unAgent()]);
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({
        colonne: '(fichier)',
        action: 'reparer_et_signaler',
        regle: 'collectivite-du-fichier',
      }),
    );
  });
  test('sinon les lignes sont bloquées, pas perdues', async () => {
    expect((await lireDijon('effectifs.csv', csv)).bilan).toMatchObject({
      lignesImportees: 0,
      lignesBloquees: 1,
    });
  });
});

describe('actes d’urbanisme : toutes les dispositions donnent les mêmes lignes', () => {
  const acte = (nom: string, siren: string, mois: string, type_acte: string, nombre: string) => ({
    siren,
    collectivite: nom,
    annee: '2024',
    mois,
    type_acte,
    nombre,
  });
  const ATTENDUES = [
    acte('Dijon', '212102313', '1', 'CUa', '4'),
    acte('Dijon', '212102313', '3', 'DP', '2'),
    acte('Quetigny', '212105159', '3', 'PCMI', '1'),
  ];
  const trier = (l: LectureDeGrille) =>
    l.lignes
      .map(({ valeurs }) => valeurs)
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

  test.each([
    [
      'mois en colonnes, commune écrite une fois par bloc',
      'ads.csv',
      'Actes instruits en 2024;;;;;\nCommune;Type;janv.;févr.;mars;Total\nDIJON;CU d’information;4;;;4\n;DP;-;0;2;2\nTotal Dijon;;;;;6\nQuetigny;PC maison;;;1;1\n',
    ],
    [
      'types en colonnes, mois en lignes',
      'ads-2024.csv',
      'Commune;Mois;CU a;Décl. préalable;PC MI;Total général\nVille de Dijon;Janvier;4;;;4\nVille de Dijon;Mars;;2;;2\nQuetigny;mars;;;1;1\n',
    ],
    [
      'liste, code INSEE et période',
      'actes.csv',
      'Code INSEE,Période,Nature du dossier,Nb dossiers\n21231,janvier 2024,CUa,4 dossiers\n21231,03/2024,DP,2\n21515,mars 2024,Permis maison,1\n',
    ],
    [
      'communes en colonnes',
      'x.csv',
      'Année 2024;;;\nType;Mois;Dijon;Quetigny\nCU info;1;4;\nDP;3;2;NC\nPCMI;3;;1\n',
    ],
  ])('%s', async (_nom, fichier, contenu) => {
    const lecture = await lireDijon(fichier, contenu, 'prestations-ads');
    expect(trier(lecture)).toEqual(
      trier({
        ...lecture,
        lignes: ATTENDUES.map((valeurs) => ({ ligne: 0, feuille: null, valeurs })),
      }),
    );
    expect(lecture.bilan.lignesBloquees).toBe(0);
  });

  test('en-tête à deux niveaux (mois fusionnés sur les types), une feuille par année', async () => {
    const feuille = (annee: string) => ({
      name: annee,
      rows: [
        [null, 'Janvier', null, 'Mars', null, null],
        ['Communes', 'CUa', 'DP', 'CUa', 'DP', 'PCMI'],
        ['Dijon', 4, null, null, 2, null],
        ['Quetigny', null, null, null, null, 1],
      ],
      merges: [
        { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
        { startRow: 0, startCol: 3, endRow: 0, endCol: 5 },
      ],
    });
    const lecture = await lireDijon(
      'ads.xlsx',
      await writeXlsx({ sheets: [feuille('2024'), feuille('2023')] }),
      'prestations-ads',
    );
    expect(
      trier({ ...lecture, lignes: lecture.lignes.filter((l) => l.feuille === '2024') }),
    ).toEqual(
      trier({
        ...lecture,
        lignes: ATTENDUES.map((valeurs) => ({ ligne: 0, feuille: null, valeurs })),
      }),
    );
    expect(lecture.bilan.lignesImportees).toBe(6);
    expect(lecture.lignes.at(-1)?.valeurs.annee).toBe('2023');
  });

  test('un total écrit faux est signalé, un type inconnu bloque sa ligne', async () => {
    const lecture = await lireDijon(
      'ads-2024.csv',
      'Commune;Type;janv.;mars;Total\nDijon;DP;1;2;9\nDijon;Cirque;1;;1\n',
      'prestations-ads',
    );
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({
        ligne: 2,
        colonne: 'Total',
        action: 'signaler',
        regle: 'total-incoherent',
        valeur: '3',
      }),
    );
    expect(lecture.bilan).toMatchObject({ lignesImportees: 2, lignesBloquees: 1, lignesLues: 2 });
  });
});

test.each([
  [
    'UTF-16 petit-boutiste',
    'utf-16le',
    (t: string) =>
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from(Array.from(t, (c) => c.charCodeAt(0))).buffer),
      ]),
  ],
  [
    'Windows-1252',
    'windows-1252',
    (t: string) => Uint8Array.from(Array.from(t.replace(/’/g, '\u0092'), (c) => c.charCodeAt(0))),
  ],
  [
    'ISO-8859-1',
    'iso-8859-1',
    (t: string) => Uint8Array.from(Array.from(t.replace(/’/g, "'"), (c) => c.charCodeAt(0))),
  ],
  ['UTF-8 avec marque', 'utf-8', (t: string) => new TextEncoder().encode(`\ufeff${t}`)],
])('l’encodage %s est reconnu et dit', async (_nom, encodage, encoder) => {
  const lecture = await lireDijon(
    'rh.txt',
    encoder(enCsv(COLONNES, [unAgent({ metier: 'Chargé d’étude' })], '\t')),
  );
  expect(lecture.format).toMatchObject({ type: 'tsv', encodage, separateur: '\t' });
  expect(lecture.lignes[0]?.valeurs.metier).toBe("Chargé d'étude");
  expect(lecture.anomalies).toContainEqual(
    expect.objectContaining({
      ligne: 1,
      colonne: '(fichier)',
      action: 'reparer',
      regle: 'encodage',
      cellule: null,
    }),
  );
});

test('une autre grille déposée par erreur est refusée et nommée', async () => {
  const lecture = await lireDijon(
    'heures.csv',
    'service,siren,collectivite,annee,mois,heures\nVOI,212105159,Quetigny,2025,3,14\n',
  );
  expect(lecture).toMatchObject({
    lignes: [],
    bilan: { fichierRefuse: true },
    erreurs: [
      {
        code: 'autre-grille',
        message: expect.stringContaining('Heures d’intervention'.slice(0, 6)),
      },
    ],
  });
});

test('toute règle citée par une anomalie est documentée, avec une action permise', async () => {
  const lecture = await lireDijon(
    'rh.csv',
    enCsv({ ...COLONNES, Nom: 'nom', Memo: 'memo' }, [
      unAgent({ quotite: '0,8', etp: '' }),
      unAgent({ matricule: '7', collectivite: 'Beaune' }),
      unAgent({ matricule: '8', date_entree: 'x', nom: 'y', memo: 'z' }),
    ]),
  );
  expect(lecture.anomalies.length).toBeGreaterThan(10);
  const regles: Readonly<Record<string, { readonly action: string | readonly string[] }>> =
    REGLES_DE_LECTURE;
  for (const a of lecture.anomalies) expect([regles[a.regle]?.action].flat()).toContain(a.action);
});

describe('ce qu’on écrit quand on ne sait pas', () => {
  test.each(['à voir', 'à préciser', 'A DEFINIR', '?', 'nc'])(
    '« %s » n’est pas pris pour un service : le service vient de l’affectation principale',
    async (ecrit) => {
      const lecture = await lireAgent({ service: ecrit, service_1: 'ADS' });
      expect(lecture.anomalies.filter(({ regle }) => regle.startsWith('nomenclature'))).toEqual([]);
      expect(lecture.lignes.map(({ valeurs }) => valeurs.service)).not.toContain('VOI');
    },
  );
});
