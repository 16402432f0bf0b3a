import { anneeDe, composerJour, type Jour } from '../../moteurs/calendrier/index.ts';
import {
  type Condition,
  calculerEcheance,
  direJour,
  enumerer,
  type FaitGenerateur,
  type Procedure,
  type Vue,
} from '../../moteurs/procedure/index.ts';
import { REGLES_JURIDIQUES } from '../regles-juridiques/index.ts';

const PIECES_IMPACT = [
  { code: 'impact-effectifs', libelle: 'Impact prévisionnel sur les effectifs' },
  { code: 'impact-depenses', libelle: 'Impact prévisionnel sur les dépenses de fonctionnement' },
] as const;

const SEUIL_DEBAT_BUDGETAIRE = 3500;

const communesSans = (type: string, vue: Vue): readonly string[] => {
  const faites = new Set(vue.faits(type).map(({ commune }) => commune));
  return vue.territoire.communes.filter(({ code }) => !faites.has(code)).map(({ nom }) => nom);
};

const ADOPTION_CONDITIONS = {
  'rapport-dans-l-annee': {
    regle: 'SCH-02',
    libelle: 'le rapport est établi dans l’année qui suit le renouvellement général',
    verifier: (vue) => {
      const renouvellement = vue.faits('renouvellement').at(-1)?.date;
      const duree = renouvellement && vue.regle('SCH-02', renouvellement)?.delai?.duree;
      if (renouvellement === undefined || !duree) return 'inconnue';
      const terme = calculerEcheance(renouvellement, duree);
      const rapport = vue.faits('rapport-etabli').find(({ date }) => date >= renouvellement);
      if ((rapport?.date ?? vue.le) <= terme) return 'acquise';
      return { manque: `La fenêtre s’est fermée le ${direJour(terme)}.` };
    },
  },
  'rapport-etabli': {
    regle: 'SCH-03',
    libelle: 'le rapport et le projet de schéma sont établis',
    verifier: (vue) =>
      vue.faits('rapport-etabli').length > 0 ? 'acquise' : { manque: 'Aucun rapport n’est daté.' },
  },
  'impacts-joints': {
    regle: 'SCH-04',
    libelle: 'les deux volets d’impact sont joints au dernier rapport',
    verifier: (vue) => {
      const rapport = vue.faits('rapport-etabli').at(-1);
      if (rapport === undefined) return 'inconnue';
      const absentes = PIECES_IMPACT.filter(({ code }) => !rapport.pieces?.includes(code));
      if (absentes.length === 0) return 'acquise';
      return { manque: `Il manque : ${enumerer(absentes.map(({ libelle }) => libelle))}.` };
    },
  },
  'une-commune-saisie': {
    regle: 'SCH-05',
    libelle: 'la transmission est commencée',
    verifier: (vue) =>
      vue.faits('notification').length > 0 ? 'acquise' : { manque: 'Aucune commune n’est saisie.' },
  },
  'communes-saisies': {
    regle: 'SCH-05',
    libelle: 'chaque commune membre a reçu le rapport, à une date connue',
    verifier: (vue) => {
      const oubliees = communesSans('notification', vue);
      if (oubliees.length === 0) return 'acquise';
      return { manque: `Pas encore saisies : ${enumerer(oubliees)}.` };
    },
  },
  'avis-rendus': {
    regle: 'SCH-06',
    libelle: 'chaque conseil s’est exprimé ou son délai est passé',
    verifier: (vue) => {
      const attendus = vue
        .avis('SCH-06')
        .filter(({ avis }) => avis.sens === 'en-attente')
        .map(({ avis, echeance }) => {
          const terme = echeance === null ? 'pas encore saisie' : `jusqu’au ${direJour(echeance)}`;
          return `${vue.nommer(avis.commune)} (${terme})`;
        });
      return attendus.length === 0 ? 'acquise' : { manque: `Attendus : ${enumerer(attendus)}.` };
    },
  },
  approuve: {
    regle: 'SCH-07',
    libelle: 'le schéma est approuvé, après tous les avis',
    verifier: (vue) => {
      if (vue.faits('approbation').length > 0) return 'acquise';
      const ecartee = vue.ecartes('approbation').at(-1)?.evenement;
      if (ecartee === undefined) return { manque: 'Aucune approbation n’est enregistrée.' };
      return {
        manque: `L’approbation du ${direJour(ecartee.date)} est antérieure à la fin des avis : délibérer de nouveau.`,
      };
    },
  },
  'adresse-a-toutes': {
    regle: 'SCH-08',
    libelle: 'le schéma approuvé est adressé à chaque conseil municipal',
    verifier: (vue) => {
      const oubliees = communesSans('envoi', vue);
      return oubliees.length === 0
        ? 'acquise'
        : { manque: `Reste à l’adresser à : ${enumerer(oubliees)}.` };
    },
  },
  communique: {
    regle: 'SCH-09',
    libelle: 'une communication annuelle a été présentée',
    verifier: (vue) =>
      vue.faits('communication-annuelle').length > 0
        ? 'acquise'
        : { manque: 'Aucune communication n’est enregistrée.' },
  },
} as const satisfies Record<string, Condition<unknown>>;

/** 15 avril, ou 30 avril l’année d’un renouvellement (BUD-03). */
const limiteDuBudget = (annee: number, anneesDeRenouvellement: ReadonlySet<number>): Jour | null =>
  composerJour(annee, 4, anneesDeRenouvellement.has(annee) ? 30 : 15);

/** Une communication par année pleine après l’approbation, jusqu’au renouvellement suivant. */
const communicationsAttendues = (vue: Vue): readonly FaitGenerateur[] => {
  const approbation = vue.faits('approbation')[0]?.date;
  if (approbation === undefined) return [];
  const renouvellements = vue.faits('renouvellement').map(({ date }) => date);
  const suivant = renouvellements.find((date) => date > approbation);
  const premiere = anneeDe(approbation) + 1;
  const derniere = Math.min(
    Math.max(anneeDe(vue.le), premiere),
    suivant === undefined ? Number.POSITIVE_INFINITY : anneeDe(suivant),
  );
  const annees = new Set(renouvellements.map(anneeDe));
  const aDebat = vue.territoire.communes.some(
    ({ population }) => population !== null && population >= SEUIL_DEBAT_BUDGETAIRE,
  );
  const moment = aDebat ? 'au débat d’orientation budgétaire' : 'au vote du budget';
  return Array.from({ length: Math.max(0, derniere - premiere + 1) }, (_, rang) => premiere + rang)
    .map((annee) => ({ annee, echeance: limiteDuBudget(annee, annees) }))
    .flatMap(({ annee, echeance }) => {
      if (echeance === null) return [];
      const faite = vue.faits('communication-annuelle').find((fait) => fait.annee === annee);
      return {
        objet: `Communication annuelle ${annee} ${moment}`,
        depart: approbation,
        echeance,
        satisfaitLe: faite?.date ?? null,
      };
    });
};

const COMMUNE = { nom: 'commune', forme: 'commune', libelle: 'la commune' } as const;

/** Adoption du schéma de mutualisation (CGCT, art. L. 5211-39-1) : le silence est favorable. */
export const ADOPTION_SCHEMA: Procedure<unknown> = {
  nom: 'adoption-schema',
  titre: 'Adoption du schéma de mutualisation',
  article: 'CGCT, art. L. 5211-39-1',
  regles: REGLES_JURIDIQUES,
  etats: [
    { code: 'projet', libelle: 'Projet en préparation', si: [] },
    { code: 'rapport-etabli', libelle: 'Rapport établi', si: ['rapport-etabli'] },
    {
      code: 'en-transmission',
      libelle: 'Transmission commencée',
      si: ['rapport-etabli', 'une-commune-saisie'],
    },
    {
      code: 'transmis',
      libelle: 'Transmis à toutes les communes',
      si: ['rapport-etabli', 'communes-saisies'],
    },
    {
      code: 'avis-recueillis',
      libelle: 'Tous les avis rendus ou réputés rendus',
      si: ['rapport-etabli', 'communes-saisies', 'avis-rendus'],
    },
    { code: 'approuve', libelle: 'Approuvé', si: ['approuve'] },
    {
      code: 'adresse',
      libelle: 'Adressé à toutes les communes',
      si: ['approuve', 'adresse-a-toutes'],
    },
    { code: 'en-suivi', libelle: 'En œuvre et suivi', si: ['approuve', 'communique'] },
  ],
  evenements: [
    { type: 'renouvellement', libelle: 'Renouvellement général', champs: [] },
    {
      type: 'rapport-etabli',
      libelle: 'Rapport et projet de schéma établis',
      champs: [{ nom: 'pieces', forme: 'liste', libelle: 'les pièces jointes', facultatif: true }],
    },
    { type: 'notification', libelle: 'Rapport reçu par la commune', champs: [COMMUNE] },
    {
      type: 'deliberation',
      libelle: 'Délibération du conseil municipal',
      champs: [COMMUNE, { nom: 'sens', forme: 'sens', libelle: 'le sens de l’avis' }],
    },
    {
      type: 'approbation',
      libelle: 'Approbation par l’organe délibérant',
      champs: [],
      exige: ['communes-saisies', 'avis-rendus'],
    },
    {
      type: 'envoi',
      libelle: 'Schéma adressé à la commune',
      champs: [COMMUNE],
      exige: ['approuve'],
    },
    {
      type: 'communication-annuelle',
      libelle: 'Communication annuelle d’avancement',
      champs: [{ nom: 'annee', forme: 'annee', libelle: 'l’année de la communication' }],
      exige: ['approuve'],
    },
  ],
  conditions: ADOPTION_CONDITIONS,
  passages: [
    {
      nom: 'transmettre',
      libelle: 'Transmettre le rapport aux communes',
      de: ['rapport-etabli', 'en-transmission'],
      vers: 'transmis',
      par: 'notification',
      si: ['rapport-etabli', 'impacts-joints', 'rapport-dans-l-annee'],
    },
    {
      nom: 'approuver',
      libelle: 'Approuver le schéma',
      de: ['avis-recueillis'],
      vers: 'approuve',
      par: 'approbation',
      si: ['rapport-etabli', 'impacts-joints', 'communes-saisies', 'avis-rendus'],
    },
    {
      nom: 'envoyer',
      libelle: 'Adresser le schéma approuvé aux communes',
      de: ['approuve'],
      vers: 'adresse',
      par: 'envoi',
      si: ['approuve'],
    },
    {
      nom: 'communiquer',
      libelle: 'Présenter l’avancement de l’année',
      de: ['approuve', 'adresse', 'en-suivi'],
      vers: 'en-suivi',
      par: 'communication-annuelle',
      si: ['approuve', 'adresse-a-toutes'],
    },
  ],
  delais: [
    {
      genre: 'butoir',
      regle: 'SCH-02',
      objet: 'Établissement du rapport',
      depart: 'renouvellement',
      satisfaitPar: 'rapport-etabli',
    },
    {
      genre: 'avis',
      regle: 'SCH-06',
      objet: 'Avis du conseil municipal',
      depart: 'notification',
      reponse: 'deliberation',
      recevableDepuis: 'notification',
    },
    {
      genre: 'echeancier',
      regle: 'SCH-09',
      objet: 'Communication annuelle',
      depart: 'approbation',
      etablir: communicationsAttendues,
    },
  ],
  majorites: [],
  pieces: PIECES_IMPACT.map((piece) => ({ ...piece, regle: 'SCH-04', passage: 'transmettre' })),
  aSavoir: ['SCH-01', 'SCH-10', 'SCH-11', 'SCH-12', 'BUD-01', 'BUD-03', 'PAC-03'],
  exigeEpci: false,
};
