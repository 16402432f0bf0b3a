import type { ContenuServiceCommun } from './contenu.ts';

/** Les étapes d’une convention, dans l’ordre : à partir d’où un champ est requis, puis scellé. */
export const ETAPES = ['brouillon', 'figee', 'signee'] as const;
export type Etape = (typeof ETAPES)[number];

/** Les sections de la page de rédaction. */
export type SectionDeRedaction = 'objet' | 'service' | 'agents' | 'finances' | 'duree' | 'parties';

/** Ce qui s’écrit : le contenu versionné, et trois choses qui vivent à côté. */
export type ChampDeConvention =
  | keyof ContenuServiceCommun
  | 'membres'
  | 'representants'
  | 'correspondant';

export interface RegleDEdition {
  readonly nom: string;
  /** La section de la page de rédaction où il s’écrit. */
  readonly ou: SectionDeRedaction;
  readonly requisDes: Etape | null;
  readonly scelleDes: Etape | null;
  readonly estVide: (contenu: ContenuServiceCommun) => boolean;
}

const jamais = () => false;

/** Un champ à écrire avant de figer la version, et qui n’y bouge plus ensuite. */
const requis = (
  nom: string,
  ou: RegleDEdition['ou'],
  estVide: RegleDEdition['estVide'],
): RegleDEdition => ({ nom, ou, requisDes: 'figee', scelleDes: 'figee', estVide });

/** Un champ facultatif, figé avec la version. */
const libre = (nom: string, ou: RegleDEdition['ou']): RegleDEdition => ({
  nom,
  ou,
  requisDes: null,
  scelleDes: 'figee',
  estVide: jamais,
});
const texte =
  (lire: (contenu: ContenuServiceCommun) => string) =>
  (contenu: ContenuServiceCommun): boolean =>
    lire(contenu).trim() === '';
const liste =
  (lire: (contenu: ContenuServiceCommun) => readonly unknown[]) =>
  (contenu: ContenuServiceCommun): boolean =>
    lire(contenu).length === 0;

/** Quel champ doit être écrit, et à partir de quand il ne bouge plus. */
export const EDITION: Readonly<Record<ChampDeConvention, RegleDEdition>> = {
  sorte: libre('La sorte de convention', 'objet'),
  nom: requis(
    'Le nom du service',
    'objet',
    texte(({ nom }) => nom),
  ),
  contexte: requis(
    'La situation actuelle et les motifs',
    'objet',
    texte(({ contexte }) => contexte),
  ),
  objectifs: requis(
    'Les objectifs',
    'objet',
    liste(({ objectifs }) => objectifs),
  ),
  schema: libre('La délibération approuvant le schéma', 'objet'),
  missions: requis(
    'Les missions',
    'service',
    liste(({ missions }) => missions),
  ),
  exclusions: requis(
    'Ce que le service ne fait pas',
    'service',
    liste(({ exclusions }) => exclusions),
  ),
  actesReserves: requis(
    'Les actes que le maire conserve',
    'service',
    liste(({ actesReserves }) => actesReserves),
  ),
  taches: libre('Le partage des tâches', 'service'),
  lieu: requis(
    'Le lieu d’implantation',
    'service',
    texte(({ lieu }) => lieu),
  ),
  horaires: requis(
    'Les horaires',
    'service',
    texte(({ horaires }) => horaires),
  ),
  gestionnaire: requis(
    'Le gestionnaire',
    'objet',
    texte(({ gestionnaire }) => gestionnaire),
  ),
  deliberationGestionnaire: libre('La délibération qui choisit la commune gestionnaire', 'objet'),
  transferes: requis(
    'Le nombre d’agents transférés (0 s’écrit)',
    'agents',
    ({ transferes }) => transferes === null,
  ),
  postes: requis(
    'Les postes du service',
    'agents',
    liste(({ postes }) => postes),
  ),
  delegationAuChef: libre('La délégation de signature', 'agents'),
  moyens: libre('Les biens et moyens', 'service'),
  engagements: libre('Les engagements de service', 'service'),
  finances: requis(
    'Le coût prévisionnel, la clé et la simulation par membre',
    'finances',
    ({ finances }) =>
      finances.annee === 0 ||
      finances.postes.length === 0 ||
      (finances.cle.mode !== 'gratuit' && finances.simulation.length === 0),
  ),
  suivi: requis(
    'Le comité de suivi',
    'duree',
    ({ suivi }) => suivi.composition.trim() === '' || suivi.frequence.trim() === '',
  ),
  donneesPersonnelles: requis(
    'Le responsable des données personnelles',
    'duree',
    texte(({ donneesPersonnelles }) => donneesPersonnelles.responsable),
  ),
  effetLe: requis('La date d’effet', 'duree', ({ effetLe }) => effetLe === null),
  duree: requis(
    'La durée',
    'duree',
    ({ duree }) => duree.type === 'determinee' && duree.ans === null,
  ),
  adhesion: libre('Les adhésions ultérieures', 'duree'),
  preavisMois: requis('Le préavis de retrait', 'duree', ({ preavisMois }) => preavisMois === null),
  sortie: requis(
    'Les conséquences d’un retrait',
    'duree',
    ({ sortie }) =>
      sortie.agents.trim() === '' ||
      sortie.biens.trim() === '' ||
      sortie.chargesResiduellesMois === null,
  ),
  accords: libre('Les accords collectifs', 'agents'),
  ficheImpactAnnexee: libre('La fiche d’impact annexée', 'agents'),
  tribunal: requis(
    'Le tribunal administratif',
    'duree',
    texte(({ tribunal }) => tribunal),
  ),
  lieuDeSignature: requis(
    'Le lieu de signature',
    'duree',
    texte(({ lieuDeSignature }) => lieuDeSignature),
  ),
  membres: { ...libre('La liste des parties', 'parties'), requisDes: 'figee' },
  representants: {
    nom: 'Les représentants et adresses des parties',
    ou: 'parties',
    requisDes: 'signee',
    scelleDes: 'signee',
    estVide: jamais,
  },
  correspondant: { ...libre('La personne à joindre au service', 'service'), scelleDes: null },
};

const rang = (etape: Etape): number => ETAPES.indexOf(etape);

/** Vrai si ce champ ne peut plus changer à cette étape. */
export const estScelle = (champ: ChampDeConvention, etape: Etape): boolean => {
  const { scelleDes } = EDITION[champ];
  return scelleDes !== null && rang(etape) >= rang(scelleDes);
};

/** Les champs à écrire avant d’atteindre cette étape. */
export const champsManquants = (
  contenu: ContenuServiceCommun,
  etape: Etape,
): readonly RegleDEdition[] =>
  Object.values(EDITION).filter(
    ({ requisDes, estVide }) =>
      requisDes !== null && rang(requisDes) <= rang(etape) && estVide(contenu),
  );

/** Les champs du contenu changés entre deux rédactions. */
export const champsChanges = (
  avant: ContenuServiceCommun,
  apres: ContenuServiceCommun,
): readonly (keyof ContenuServiceCommun)[] =>
  (Object.keys(apres) as (keyof ContenuServiceCommun)[]).filter(
    (champ) => JSON.stringify(avant[champ]) !== JSON.stringify(apres[champ]),
  );
