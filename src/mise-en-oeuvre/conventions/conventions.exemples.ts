import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { Convention, EvenementDeConvention, Partie } from './convention.ts';
import type { TerritoireInstruit } from './instruire.ts';
import { type ContenuServiceCommun, contenuVierge } from './service-commun/contenu.ts';

export const EPCI = '200035202';
export const CHARLIEU = '214200529';
export const MARS = '214201410';

export const TERRITOIRE: TerritoireInstruit = {
  epci: { siren: EPCI, nom: 'CC Charlieu-Belmont', type: 'CC', modeFinancement: 'FPU' },
  communes: [
    { code: '42052', siren: CHARLIEU, nom: 'Charlieu' },
    { code: '42141', siren: MARS, nom: 'Mars' },
  ],
};

export const unePartie = (siren: string, nom: string): Partie => ({
  siren,
  nom,
  qualite: siren === EPCI ? 'epci' : 'commune',
  adresse: `Mairie, ${nom}`,
  representant: { civilite: 'Mme', prenom: 'Alix', nom: 'Exemple', fonction: 'maire' },
});

export const PARTIES: readonly Partie[] = [
  unePartie(EPCI, 'CC Charlieu-Belmont'),
  unePartie(CHARLIEU, 'Charlieu'),
  unePartie(MARS, 'Mars'),
];

/** Un contenu complet et conforme. */
export const unContenu = (
  ecarts: Partial<ContenuServiceCommun> = {},
  finances: Partial<ContenuServiceCommun['finances']> = {},
): ContenuServiceCommun => {
  const vierge = contenuVierge('Instruction du droit des sols', EPCI);
  return {
    ...vierge,
    contexte: 'Chaque commune instruisait seule.',
    objectifs: ['assurer la continuité de l’instruction'],
    missions: [
      {
        intitule: 'Instruction des autorisations d’urbanisme',
        autorite: 'maire',
        competenceTransferee: false,
        centreDeGestion: false,
      },
    ],
    exclusions: ['le contentieux pénal'],
    actesReserves: ['la décision et sa signature'],
    lieu: 'siège de la communauté',
    horaires: 'du lundi au vendredi',
    transferes: 0,
    postes: [
      {
        intitule: 'Instructrice ou instructeur',
        categorie: 'B',
        origine: 'CC Charlieu-Belmont',
        situation: 'recrutement',
        quotite: 100,
        etpCentiemes: 100,
      },
    ],
    finances: {
      ...vierge.finances,
      annee: 2025,
      cle: { mode: 'critere', critere: 'equivalents-actes' },
      bareme: [
        { type: 'PCMI', libelle: 'Permis de construire une maison', poids: '1' },
        { type: 'DP', libelle: 'Déclaration préalable', poids: '0.7' },
      ],
      postes: [{ libelle: 'Personnel', centimes: '10000000' }],
      simulation: [
        { membre: 'Charlieu', centimes: '7000000' },
        { membre: 'Mars', centimes: '3000000' },
      ],
      ...finances,
    },
    suivi: { composition: 'un élu et un technicien par membre', frequence: 'une fois par an' },
    donneesPersonnelles: { responsable: 'CC Charlieu-Belmont', role: 'destinataires' },
    effetLe: '2025-01-01',
    preavisMois: 12,
    sortie: {
      agents: 'Les agents restent au gestionnaire.',
      biens: 'Les biens restent au gestionnaire.',
      contrats: 'Les contrats sont repris par le gestionnaire.',
      chargesResiduellesMois: 12,
    },
    tribunal: 'Lyon',
    lieuDeSignature: 'Charlieu',
    ...ecarts,
  };
};

let rang = 0;
export const unFait = (
  type: string,
  le: Jour,
  ecarts: Partial<EvenementDeConvention> = {},
): EvenementDeConvention => {
  rang += 1;
  return {
    id: `fait-${rang}`,
    type,
    le,
    siren: null,
    version: 1,
    donnees: {},
    annule: null,
    enregistrePar: 'essai',
    ...ecarts,
  };
};

export const uneConvention = (ecarts: Partial<Convention> = {}): Convention => ({
  id: 'convention-1',
  sorte: 'service-commun',
  titre: 'Instruction du droit des sols',
  objetId: null,
  modifieId: null,
  correspondant: '',
  creeLe: '2024-05-01',
  parties: PARTIES,
  versions: [
    { numero: 1, contenu: unContenu(), motif: '', empreinte: null, figeeLe: null, revision: 1 },
  ],
  evenements: [],
  ...ecarts,
});

const RUBRIQUES = ['organisation', 'conditions-de-travail', 'remuneration', 'droits-acquis'];
const SIRENS = PARTIES.map(({ siren }) => siren);

/** Les formalités, dans l’ordre, jusqu’à la prise d’effet. */
export const FORMALITES = {
  fiche: [
    unFait('fiche-impact', '2024-06-03', { version: null, donnees: { rubriques: RUBRIQUES } }),
  ],
  avis: SIRENS.map((siren) =>
    unFait('avis-cst', '2024-09-10', { siren, donnees: { sens: 'favorable' } }),
  ),
  deliberations: SIRENS.map((siren) =>
    unFait('deliberation', '2024-10-15', { siren, donnees: { sens: 'favorable' } }),
  ),
  signatures: SIRENS.map((siren) => unFait('signature', '2024-11-20', { siren })),
  transmission: [unFait('transmission', '2024-11-25')],
  effet: [unFait('effet', '2025-01-01')],
} as const;
export type Formalite = keyof typeof FORMALITES;

/** Les faits jusqu’à cette formalité comprise. */
export const jusquA = (derniere: Formalite): readonly EvenementDeConvention[] => {
  const noms = Object.keys(FORMALITES) as Formalite[];
  return noms.slice(0, noms.indexOf(derniere) + 1).flatMap((nom) => FORMALITES[nom]);
};
