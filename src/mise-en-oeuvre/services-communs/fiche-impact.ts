import { ecrireMontant } from '../../moteurs/calcul/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { AgentDuService } from './agents.ts';

/** Une ligne avant/après d’une rubrique. */
export interface LigneDImpact {
  readonly rubrique: string;
  readonly avant: string;
  readonly apres: string;
  readonly mesure: string;
}

/** Les quatre rubriques que la loi nomme (SC-06). */
export const RUBRIQUES = {
  organisation: 'Organisation',
  'conditions-de-travail': 'Conditions de travail',
  remuneration: 'Rémunération',
  'droits-acquis': 'Droits acquis',
} as const;
export type Rubrique = keyof typeof RUBRIQUES;

export interface FicheDImpact {
  readonly rubriques: Readonly<Record<Rubrique, readonly LigneDImpact[]>>;
  /** Coût annuel de la convergence des régimes ; centimes en chiffres. */
  readonly convergenceCentimes: string;
  readonly mesures: readonly string[];
  readonly redacteurs: readonly string[];
}

const LIGNES: Readonly<Record<Rubrique, readonly string[]>> = {
  organisation: ['Rattachement hiérarchique', 'Lieu de travail', 'Missions', 'Outils et logiciels'],
  'conditions-de-travail': [
    'Temps de travail et cycles',
    'Congés',
    'Télétravail',
    'Santé et sécurité',
  ],
  remuneration: ['Traitement et régime indemnitaire', 'Nouvelle bonification indiciaire'],
  'droits-acquis': ['Action sociale et prévoyance', 'Compte épargne-temps'],
};

const vide = (rubrique: string): LigneDImpact => ({ rubrique, avant: '', apres: '', mesure: '' });

const enumerer = (noms: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction' }).format(noms);

/**
 * La fiche préremplie : ce que les effectifs savent dire est écrit, le reste est à écrire par une
 * personne. Aucun nom, aucun matricule.
 */
export const preremplirFiche = (
  agents: readonly AgentDuService[],
  {
    gestionnaire,
    nommer,
    redacteur,
  }: { gestionnaire: string; nommer: (siren: string) => string; redacteur: string },
): FicheDImpact => {
  const concernes = agents.filter(({ situation }) => situation !== 'non-concerne');
  const employeurs = [...new Set(concernes.map(({ collectivite }) => nommer(collectivite)))];
  const rubriques = Object.fromEntries(
    (Object.keys(RUBRIQUES) as Rubrique[]).map((rubrique) => [
      rubrique,
      LIGNES[rubrique].map(vide),
    ]),
  ) as Record<Rubrique, LigneDImpact[]>;
  rubriques.organisation = rubriques.organisation.map((ligne) =>
    ligne.rubrique === 'Rattachement hiérarchique'
      ? {
          ...ligne,
          avant: employeurs.length === 0 ? 'Aucun agent' : enumerer(employeurs),
          apres: nommer(gestionnaire),
        }
      : ligne,
  );
  return {
    rubriques,
    convergenceCentimes: '0',
    mesures: [],
    redacteurs: redacteur === '' ? [] : [redacteur],
  };
};

/** Les rubriques entièrement remplies : chaque ligne dit l’avant et l’après. */
export const rubriquesRemplies = ({ rubriques }: FicheDImpact): readonly Rubrique[] =>
  (Object.keys(RUBRIQUES) as Rubrique[]).filter((rubrique) => {
    const lignes = rubriques[rubrique];
    return (
      lignes.length > 0 &&
      lignes.every(({ avant, apres }) => avant.trim() !== '' && apres.trim() !== '')
    );
  });

const SEUIL_D_ANONYMAT = 5;

interface FamilleDePostes {
  readonly cadre: string;
  readonly transferes: number;
  readonly misADisposition: number;
  readonly nonConcernes: number;
}

/**
 * Agents par catégorie, regroupés dès qu’une famille compte moins de cinq agents : la version publiée
 * ne permet d’identifier personne.
 * @param autres agents des participants hors du service, par catégorie
 */
export const famillesDePostes = (
  agents: readonly AgentDuService[],
  autres: ReadonlyMap<string, number>,
): readonly FamilleDePostes[] => {
  const categories = [
    ...new Set([...agents.map(({ categorie }) => categorie), ...autres.keys()]),
  ].toSorted();
  const compter = (siens: readonly AgentDuService[], situation: AgentDuService['situation']) =>
    siens.filter((agent) => agent.situation === situation).length;
  const familles = categories.map((categorie): FamilleDePostes => {
    const siens = agents.filter((agent) => agent.categorie === categorie);
    return {
      cadre: `Catégorie ${categorie}`,
      transferes: compter(siens, 'transfert'),
      misADisposition: compter(siens, 'mise-a-disposition'),
      nonConcernes:
        compter(siens, 'du-gestionnaire') +
        compter(siens, 'non-concerne') +
        (autres.get(categorie) ?? 0),
    };
  });
  const total = (f: FamilleDePostes): number => f.transferes + f.misADisposition + f.nonConcernes;
  const petites = familles.filter((famille) => total(famille) < SEUIL_D_ANONYMAT);
  if (petites.length === 0) return familles;
  return [
    {
      cadre: 'Ensemble des agents',
      transferes: familles.reduce((n, f) => n + f.transferes, 0),
      misADisposition: familles.reduce((n, f) => n + f.misADisposition, 0),
      nonConcernes: familles.reduce((n, f) => n + f.nonConcernes, 0),
    },
  ];
};

/** Les données du document « fiche-impact ». */
export const donneesDeLaFiche = (
  fiche: FicheDImpact,
  {
    service,
    collectivite,
    parties,
    effet,
    version,
    familles,
    avis,
  }: {
    service: string;
    collectivite: string;
    parties: readonly string[];
    effet: Jour | null;
    version: string;
    familles: readonly FamilleDePostes[];
    avis: readonly { instance: string; le: Jour; sens: string }[];
  },
) => {
  const lignes = (rubrique: Rubrique) =>
    fiche.rubriques[rubrique].map(({ mesure, ...ligne }) => ({
      ...ligne,
      ...(mesure.trim() === '' ? {} : { mesure }),
    }));
  return {
    service,
    collectivite,
    parties,
    ...(effet === null ? {} : { effet }),
    version,
    redacteurs: fiche.redacteurs,
    presentations: [],
    effectifs: familles.map((famille) => ({
      cadre: famille.cadre,
      transferes: famille.transferes,
      mis_a_disposition: famille.misADisposition,
      non_concernes: famille.nonConcernes,
    })),
    organisation: lignes('organisation'),
    conditions: lignes('conditions-de-travail'),
    remuneration: lignes('remuneration'),
    droits: lignes('droits-acquis'),
    cout_convergence: ecrireMontant(BigInt(fiche.convergenceCentimes)),
    mesures: fiche.mesures,
    avis,
  };
};
