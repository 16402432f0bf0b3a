import { type CleDeCommune, COMMUNES } from './acteurs.ts';

/** Une ligne de grille : colonne canonique → valeur, comme on l’écrit dans un tableur. */
export type LigneARendre = Readonly<Record<string, string>>;

type Part = readonly [service: string, pourcentage: number];

const EMPLOIS = {
  attache: ['Administrative', 'A', 'Attachés territoriaux', 'Attaché'],
  redacteur: ['Administrative', 'B', 'Rédacteurs territoriaux', 'Rédacteur'],
  administratif: [
    'Administrative',
    'C',
    'Adjoints administratifs territoriaux',
    'Adjoint administratif',
  ],
  technique: ['Technique', 'C', 'Adjoints techniques territoriaux', 'Adjoint technique'],
} as const;

/** Un agent, décrit par ce qui le distingue. `hebdo` en heures, `cout` en euros par an. */
const agent = (
  siren: string,
  nom: string,
  matricule: string,
  metier: string,
  emploi: keyof typeof EMPLOIS,
  naissance: number,
  cout: string,
  parts: readonly Part[],
  hebdo = 35,
  quotite = 100,
): LigneARendre => {
  const [filiere, categorie, cadre, grade] = EMPLOIS[emploi];
  const affectations = Object.fromEntries(
    [0, 1, 2].flatMap((rang) => [
      [`service_${rang + 1}`, parts[rang]?.[0] ?? ''],
      [`part_${rang + 1}`, parts[rang]?.[1].toString() ?? ''],
    ]),
  );
  return {
    siren,
    collectivite: nom,
    matricule,
    service: parts[0]?.[0] ?? '',
    metier,
    filiere,
    categorie,
    cadre_emplois: cadre,
    grade,
    statut: 'Titulaire',
    temps: hebdo === 35 ? 'complet' : 'non complet',
    duree_hebdo: String(hebdo),
    duree_reference: '35',
    quotite: String(quotite),
    etp: ((hebdo / 35) * (quotite / 100)).toFixed(2),
    annee_naissance: String(naissance),
    date_entree: '2012-09-01',
    cout_charge_annuel: cout,
    ...affectations,
  };
};

const de =
  (cle: CleDeCommune) =>
  (...suite: TroisiemeEtSuivants): LigneARendre =>
    agent(COMMUNES[cle].siren, COMMUNES[cle].nom, ...suite);
type TroisiemeEtSuivants =
  Parameters<typeof agent> extends [string, string, ...infer Suite] ? Suite : never;

const tence = de('tence');
const chambon = de('le-chambon');
const mazet = de('mazet');
const saintJeures = de('saint-jeures');
const chenereilles = de('chenereilles');

/** Ce que chaque commune rendra : agents fictifs, ordres de grandeur d’une commune de cette taille. */
export const EFFECTIFS_A_RENDRE: Readonly<Partial<Record<CleDeCommune, readonly LigneARendre[]>>> =
  {
    tence: [
      tence('00001', 'Directrice générale des services', 'attache', 1968, '68420.00', [
        ['DG', 70],
        ['FIN', 30],
      ]),
      tence('00002', 'Instructeur du droit des sols', 'redacteur', 1964, '45210.50', [
        ['ADS', 80],
        ['URB', 20],
      ]),
      tence('00003', 'Gestionnaire comptable', 'redacteur', 1979, '43890.00', [['FIN', 100]]),
      tence('00004', 'Agent d’accueil', 'administratif', 1985, '34120.00', [['ACC', 100]], 35, 80),
      tence('00005', 'Agent de voirie', 'technique', 1972, '36540.25', [
        ['VOI', 60],
        ['EV', 40],
      ]),
      tence('00006', 'Agent de voirie', 'technique', 1990, '35110.00', [['VOI', 100]]),
    ],
    'le-chambon': [
      chambon('00101', 'Secrétaire général', 'attache', 1970, '62300.00', [['DG', 100]]),
      chambon('00102', 'Instructrice du droit des sols', 'redacteur', 1961, '44780.00', [
        ['ADS', 60],
        ['ACC', 40],
      ]),
      chambon('00103', 'Agent polyvalent', 'technique', 1966, '35980.75', [
        ['VOI', 50],
        ['BAT', 30],
        ['EV', 20],
      ]),
      chambon('00104', 'Comptable', 'administratif', 1983, '36870.00', [['FIN', 100]], 28),
    ],
    mazet: [
      mazet('00201', 'Secrétaire de mairie', 'redacteur', 1967, '41250.00', [
        ['ACC', 70],
        ['ADS', 30],
      ]),
      mazet(
        '00202',
        'Agent technique polyvalent',
        'technique',
        1959,
        '29430.00',
        [['VOI', 100]],
        35,
        80,
      ),
      mazet(
        '00203',
        'Instructeur à temps partagé',
        'redacteur',
        1975,
        '21340.00',
        [['ADS', 100]],
        17.5,
      ),
      mazet('00204', 'Agent d’entretien', 'technique', 1988, '18640.00', [['ENT', 100]], 20),
    ],
    'saint-jeures': [
      saintJeures('00301', 'Secrétaire de mairie', 'redacteur', 1971, '40120.00', [
        ['ACC', 80],
        ['FIN', 20],
      ]),
      saintJeures('00302', 'Agent technique', 'technique', 1963, '34980.00', [['VOI', 100]]),
    ],
    chenereilles: [
      chenereilles(
        '00401',
        'Secrétaire de mairie',
        'administratif',
        1969,
        '17560.00',
        [['ACC', 100]],
        17.5,
      ),
    ],
  };

/** Ce que la communauté elle-même emploie. */
export const EFFECTIFS_DE_LA_COMMUNAUTE: readonly LigneARendre[] = [
  agent(
    '244301107',
    'CC du Haut Lignon',
    '00901',
    'Directrice générale',
    'attache',
    1973,
    '78250.00',
    [['DG', 100]],
  ),
  agent(
    '244301107',
    'CC du Haut Lignon',
    '00902',
    'Chargée d’urbanisme',
    'redacteur',
    1986,
    '46900.00',
    [
      ['URB', 60],
      ['ADS', 40],
    ],
  ),
];
