import { describe, expect, test } from 'vitest';
import { CHARLIEU_BELMONT, DIJON_METROPOLE, enCsv, lire, unAgent } from './essais.exemples.ts';

const COLONNES: Readonly<Record<string, string>> = Object.fromEntries([
  ['Commune', 'collectivite'],
  ['Matricule', 'matricule'],
  ['Métier', 'metier'],
  ['Filière', 'filiere'],
  ['Catégorie', 'categorie'],
  ["Cadre d'emplois", 'cadre_emplois'],
  ['Grade', 'grade'],
  ['Statut', 'statut'],
  ['Durée hebdo', 'duree_hebdo'],
  ['Quotité', 'quotite'],
  ['Année de naissance', 'annee_naissance'],
  ["Date d'entrée", 'date_entree'],
  ['Coût chargé annuel', 'cout_charge_annuel'],
  ['Service 1', 'service_1'],
  ['Part 1', 'part_1'],
]);

const lireAgents = (...ecarts: Readonly<Record<string, string>>[]) =>
  lire(
    'grille-rh',
    'rh.csv',
    enCsv(
      COLONNES,
      ecarts.map((e, i) => ({ ...unAgent({ matricule: `0000${i + 1}` }), ...e })),
    ),
    DIJON_METROPOLE,
  );

const DOS: Readonly<Record<string, number>> = Object.fromEntries([
  ['é', 0x82],
  ['è', 0x8a],
  ['ô', 0x93],
  ['û', 0x96],
]);

const lireActes = (nom: string, ...lignes: readonly string[]) =>
  lire('prestations-ads', nom, lignes.join('\n'), CHARLIEU_BELMONT);

describe('une cellule réécrite le dit, une valeur ambiguë est refusée', () => {
  test('espaces, apostrophe de tableur, décimale nulle : la valeur ne change pas sans trace', async () => {
    const lecture = await lireAgents(
      { matricule: ' 00041' },
      { matricule: "'00042" },
      { annee_naissance: '1971,0' },
      { annee_naissance: '71' },
    );
    expect(lecture.bilan).toMatchObject({ lignesImportees: 4, lignesBloquees: 0 });
    for (const attendue of [
      { cellule: 'B2', action: 'reparer', lue: ' 00041', valeur: '00041' },
      { cellule: 'B3', action: 'reparer', lue: "'00042", valeur: '00042' },
      { cellule: 'K4', action: 'reparer', lue: '1971,0', valeur: '1971' },
      { cellule: 'K5', action: 'reparer', lue: '71', valeur: '1971' },
    ])
      expect(lecture.anomalies).toContainEqual(expect.objectContaining(attendue));
  });

  test('une année de naissance qui donnerait plus de cent ans bloque la ligne', async () => {
    const lecture = await lireAgents({ annee_naissance: '19' }, { annee_naissance: '1919' });
    expect(lecture.bilan).toMatchObject({ lignesImportees: 0, lignesBloquees: 2 });
  });

  test('« 34 390,- » est un montant rond, pas un montant négatif ; « 01092012 » est une date', async () => {
    const lecture = await lireAgents({ cout_charge_annuel: '34 390,-', date_entree: '01092012' });
    expect(lecture.lignes[0]?.valeurs).toMatchObject({
      cout_charge_annuel: '34390.00',
      date_entree: '2012-09-01',
    });
  });

  test('un coût en milliers d’euros sans unité bloque la ligne, la conversion proposée', async () => {
    const lecture = await lireAgents({ cout_charge_annuel: '38,10' });
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({
        action: 'bloquer_ligne',
        regle: 'cout-en-milliers',
        valeur: '38100.00',
      }),
    );
  });

  test('un matricule à décimales n’est pas un code', async () => {
    const lecture = await lireAgents({ matricule: '92,5' });
    expect(lecture.bilan).toMatchObject({ lignesImportees: 0, lignesBloquees: 1 });
  });

  test('les titres du Table Schema se relisent, « Année » comprise', async () => {
    const titres = Object.fromEntries(
      Object.entries(COLONNES).map(([i, champ]) => [
        champ === 'annee_naissance' ? 'Année' : i,
        champ,
      ]),
    );
    const csv = (annee: string) => enCsv(titres, [unAgent({ annee_naissance: annee })]);
    const lecture = await lire('grille-rh', 'rh.csv', csv('1980'), DIJON_METROPOLE);
    expect(lecture.lignes[0]?.valeurs.annee_naissance).toBe('1980');
    const observation = await lire('grille-rh', 'rh.csv', csv('2025'), DIJON_METROPOLE);
    expect(observation.colonnes.find((c) => c.lue === 'Année')?.canonique).toBeNull();
  });

  test('un cadre d’emplois contraire au grade est corrigé et signalé, comme la catégorie', async () => {
    const lecture = await lireAgents({
      grade: 'Adjoint technique',
      cadre_emplois: 'Rédacteurs territoriaux',
    });
    expect(lecture.lignes[0]?.valeurs.cadre_emplois).toBe('Adjoints techniques territoriaux');
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({
        cellule: 'F2',
        regle: 'cadre-grade',
        action: 'reparer_et_signaler',
      }),
    );
  });

  test('« idem » et les guillemets de répétition reprennent la ligne du dessus', async () => {
    const lecture = await lireAgents(
      {},
      { collectivite: '"', date_entree: 'idem' },
      { collectivite: 'id.' },
      { matricule: 'idem' },
    );
    expect(lecture.bilan).toMatchObject({ lignesImportees: 3, lignesBloquees: 1 });
    expect(lecture.lignes.map((l) => l.valeurs.collectivite)).toEqual(Array(3).fill('Quetigny'));
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({ cellule: 'A3', action: 'reparer', lue: '"', valeur: 'Quetigny' }),
    );
    expect(lecture.anomalies).toContainEqual(
      expect.objectContaining({ cellule: 'L3', action: 'reparer_et_signaler', lue: 'idem' }),
    );
  });
});

describe('les noms de collectivités d’un autre territoire', () => {
  test('une faute sur un petit mot, deux mots collés', async () => {
    const lecture = await lireAgents(
      { collectivite: 'Bressey-ssur-Tille' },
      { collectivite: 'Magnysur-Tille' },
      { collectivite: 'Marsannay-lla-Côte' },
    );
    expect(lecture.lignes.map((l) => l.valeurs.collectivite)).toEqual([
      'Bressey-sur-Tille',
      'Magny-sur-Tille',
      'Marsannay-la-Côte',
    ]);
  });

  test('deux communes du même nom : le SIREN ou le département les départage, le nom seul bloque', async () => {
    const homonymes = [
      { siren: '213804461', codeInsee: '38446', codePostal: '73670' },
      { siren: '217302744', codeInsee: '73274', codePostal: '73670' },
    ].map((c) => ({ ...c, nom: "Saint-Pierre-d'Entremont" }));
    const territoire = {
      ...DIJON_METROPOLE,
      communes: [
        ...DIJON_METROPOLE.communes,
        ...homonymes.map((h) => ({ ...(DIJON_METROPOLE.communes[0] ?? h), ...h })),
      ],
    };
    const noms = [
      "Saint-Pierre-d'Entremont (73)",
      "St Pierre d'Entremont (213804461)",
      "SAINT PIERRE D'ENTREMONT",
      "Saint-Pierre-d'Entremont (73670)",
    ];
    const lecture = await lire(
      'grille-rh',
      'rh.csv',
      enCsv(
        COLONNES,
        noms.map((collectivite, i) => unAgent({ matricule: `0000${i + 1}`, collectivite })),
      ),
      territoire,
    );
    expect(lecture.lignes.map((l) => l.valeurs.siren)).toEqual(['217302744', '213804461']);
    expect(
      lecture.anomalies.filter((a) => a.action === 'bloquer_ligne').map((a) => a.regle),
    ).toEqual(['collectivite-ambigue', 'collectivite-ambigue']);
  });
});

describe('les actes d’urbanisme en tableau', () => {
  test('les mois par leur seule initiale, dans leur suite', async () => {
    const lecture = await lireActes(
      'ads.csv',
      'Actes 2025',
      'Commune;Type;J;F;M;A;M;J;J;A;S;O;N;D',
      'Charlieu;DP;1;;3;;;6;7;;;;;12',
    );
    expect(lecture.lignes.map((l) => `${l.valeurs.mois}:${l.valeurs.nombre}`)).toEqual([
      '1:1',
      '3:3',
      '6:6',
      '7:7',
      '12:12',
    ]);
  });

  test('un type d’acte et une seule valeur : une donnée, pas un intertitre', async () => {
    const lecture = await lireActes(
      'ads.csv',
      'Actes 2025',
      'Commune;Type;janv.;févr.;mars;avr.;mai;juin',
      'Charlieu;DP;1;2;;;;',
      ';PC;;3;;;;',
    );
    expect(lecture.bilan).toMatchObject({ lignesImportees: 3, lignesIgnorees: 1 });
    expect(lecture.lignes.at(-1)?.valeurs).toMatchObject({ collectivite: 'Charlieu', mois: '2' });
  });

  test('l’année d’une période de dates dans le titre, le mois d’une colonne « Date »', async () => {
    const periode = await lireActes(
      'ads.csv',
      'Du 01/01/2025 au 31/12/2025',
      'Commune;Type;janv.;févr.;mars',
      'Charlieu;DP;1;2;3',
    );
    expect(periode.lignes.map((l) => l.valeurs.annee)).toEqual(['2025', '2025', '2025']);
    const dates = await lireActes(
      'ads.csv',
      'Commune;Date;Type;Nb dossiers',
      'Charlieu;01/03/2025;DP;4',
    );
    expect(dates.lignes[0]?.valeurs).toMatchObject({ annee: '2025', mois: '3', nombre: '4' });
  });
});

/** Les colonnes d’affectation remplacées par d’autres ; le reste de la grille inchangé. */
const sansAffectation = Object.fromEntries(
  Object.entries(COLONNES).filter(([, champ]) => !/^(?:service|part)_/.test(champ)),
);

describe('les affectations sous d’autres en-têtes', () => {
  const agent = unAgent({ part_1: '60', service_2: 'EV', part_2: '40' });
  const attendue = { service_1: 'VOI', part_1: '60', service_2: 'EV', part_2: '40' };
  const avec = (intitules: readonly string[], champs: readonly string[]): string =>
    enCsv(
      { ...sansAffectation, ...Object.fromEntries(intitules.map((t, i) => [t, champs[i] ?? ''])) },
      [agent],
    );
  const CHAMPS = ['service_1', 'part_1', 'service_2', 'part_2'];

  test.each([
    [['SERVICE1', 'PART1', 'SERVICE2', 'PART2']],
    [['Service A', '% A', 'Service B', '% B']],
  ])('%j', async (intitules) => {
    const lecture = await lire('grille-rh', 'rh.csv', avec(intitules, CHAMPS), DIJON_METROPOLE);
    expect(lecture.lignes[0]?.valeurs).toMatchObject(attendue);
  });

  test('« Nom | % » sous un groupe « Service 1 » désigne le service, pas une personne', async () => {
    const [, ligne = ''] = avec(['a', 'b', 'c', 'd'], CHAMPS).split('\n');
    const debut = Object.keys(sansAffectation);
    const groupes = [...debut.map(() => ''), 'Service 1', '', 'Service 2', ''].join(';');
    const intitules = [...debut, 'Nom', '%', 'Nom', '%'].join(';');
    const lecture = await lire(
      'grille-rh',
      'rh.csv',
      [groupes, intitules, ligne].join('\n'),
      DIJON_METROPOLE,
    );
    expect(lecture.lignes[0]?.valeurs).toMatchObject(attendue);
  });

  test('une colonne par service, la part dans la cellule', async () => {
    const lecture = await lire(
      'grille-rh',
      'rh.csv',
      avec(
        ['Espaces verts', 'Voirie et réseaux', 'Propreté urbaine'],
        ['part_2', 'part_1', 'rien'],
      ),
      DIJON_METROPOLE,
    );
    expect(lecture.lignes[0]?.valeurs).toMatchObject({ ...attendue, service: 'VOI' });
    expect(lecture.colonnes.find((c) => c.lue === 'Espaces verts')?.canonique).toContain('part_1');
  });

  test('entre l’année et la date de naissance, l’année ; la date n’est ni lue ni rendue', async () => {
    const lecture = await lire(
      'grille-rh',
      'rh.csv',
      enCsv({ ...COLONNES, 'Date de naissance': 'secret' }, [
        { ...unAgent({ date_entree: 'NC' }), secret: '12/05/1971' },
        { ...unAgent({ matricule: '00043' }), secret: '12/05/1971' },
      ]),
      DIJON_METROPOLE,
    );
    expect(lecture.lignes[0]?.valeurs.annee_naissance).toBe('1980');
    expect(JSON.stringify(lecture)).not.toContain('12/05/1971');
  });
});

test('une page HTML d’un tableur : la date et le nombre exacts, pas leur affichage américain ; sans les commentaires', async () => {
  const agent = unAgent();
  const cellule = (champ: string): string => {
    if (champ === 'date_entree') return '<td sdval="39022" sdnum="1033;0;MM/DD/YY">11/01/06</td>';
    if (champ === 'quotite') return '<td sdval="0.8" sdnum="1033;0;0%">80%</td>';
    if (champ === 'cout_charge_annuel') return '<td x:num="38100.5">38,100.50</td>';
    if (champ === 'matricule') return '<td><comment>à revoir</comment>00042</td>';
    return `<td>${agent[champ] ?? ''}</td>`;
  };
  const champs = Object.keys(COLONNES);
  const page = `<html><table><tr>${champs.map((c) => `<th>${c}</th>`).join('')}</tr><tr>${Object.values(COLONNES).map(cellule).join('')}</tr></table></html>`;
  const lecture = await lire('grille-rh', 'rh.xls', page, DIJON_METROPOLE);
  expect(lecture.lignes[0]?.valeurs).toMatchObject({
    matricule: '00042',
    date_entree: '2006-11-01',
    quotite: '80',
    cout_charge_annuel: '38100.50',
  });
});

test('un export de logiciel sous DOS (page de codes 850) garde ses accents', async () => {
  const csv = enCsv(COLONNES, [
    unAgent({ collectivite: 'Chenôve', siren: '212101661', metier: 'Agent chargé des élèves' }),
  ]);
  const octets = Uint8Array.from(csv.split(''), (lettre) => DOS[lettre] ?? lettre.charCodeAt(0));
  const lecture = await lire('grille-rh', 'rh.txt', octets, DIJON_METROPOLE);
  expect(lecture.format.encodage).toBe('ibm850');
  expect(lecture.lignes[0]?.valeurs).toMatchObject({
    collectivite: 'Chenôve',
    metier: 'Agent chargé des élèves',
  });
});
