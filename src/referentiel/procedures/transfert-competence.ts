import { lireJour } from '../../moteurs/calendrier/index.ts';
import {
  type Condition,
  calculerEcheance,
  enumerer,
  type FaitGenerateur,
  type MajoriteInstruite,
  type Procedure,
  type Vue,
} from '../../moteurs/procedure/index.ts';
import { REGLES_JURIDIQUES } from '../regles-juridiques/index.ts';
import { estFiscaliteUnique } from './fiscalite.ts';

const direMesure = (communes: number, habitants: number): string =>
  `${communes} ${communes > 1 ? 'conseils' : 'conseil'} et ${habitants} ${habitants > 1 ? 'habitants' : 'habitant'}`;

const direMajorite = ({ atteinte, conditions }: MajoriteInstruite): string => {
  const seuils = conditions
    .filter(({ libelle }) => libelle !== 'blocage')
    .map(
      ({ libelle, requis }) =>
        `${libelle} : ${direMesure(requis.communes ?? 0, requis.population)}`,
    );
  const obtenu = conditions[0]?.obtenu;
  const issue = atteinte === false ? 'Elle ne peut plus être atteinte.' : 'Elle reste possible.';
  return `Favorables : ${direMesure(obtenu?.communes ?? 0, obtenu?.population ?? 0)}. Il faut au moins ${seuils.join(', ou ')}. ${issue}`;
};

const direBlocage = ({ conditions }: MajoriteInstruite, vue: Vue): string => {
  const blocage = conditions.find(({ libelle, atteinte }) => libelle === 'blocage' && atteinte);
  const commune = blocage?.obtenu.commune;
  return commune === undefined
    ? ''
    : ` ${vue.nommer(commune)}, la plus peuplée et au-dessus du quart de la population, n’est pas favorable.`;
};

const CONDITIONS = {
  'deliberation-epci': {
    regle: 'TC-01',
    libelle: 'l’organe délibérant de l’EPCI a délibéré favorablement',
    verifier: (vue) => {
      const derniere = vue.faits('deliberation-epci').at(-1);
      if (derniere === undefined) return { manque: 'L’EPCI n’a pas encore délibéré.' };
      const sens = derniere.sens ?? 'favorable';
      return sens === 'favorable' ? 'acquise' : { manque: 'L’EPCI n’a pas approuvé le transfert.' };
    },
  },
  'consultation-ouverte': {
    regle: 'TC-01',
    libelle: 'une commune au moins est consultée',
    verifier: (vue) =>
      vue.faits('notification').length + vue.faits('deliberation').length > 0
        ? 'acquise'
        : { manque: 'Aucune commune n’est consultée.' },
  },
  'communes-consultees': {
    regle: 'TC-01',
    libelle: 'la délibération de l’EPCI est notifiée à chaque maire',
    verifier: (vue) => {
      const oubliees = vue
        .avis('TC-01')
        .filter(({ avis, depart }) => depart === null && avis.sens === 'en-attente')
        .map(({ avis }) => vue.nommer(avis.commune));
      if (oubliees.length === 0) return 'acquise';
      return { manque: `Pas encore notifiée à : ${enumerer(oubliees)}.` };
    },
  },
  majorite: {
    regle: 'MAJ-Q',
    libelle: 'la majorité qualifiée des communes est atteinte',
    verifier: (vue) => {
      const majorite = vue.majorite('MAJ-Q');
      if (majorite === undefined) return 'inconnue';
      if (majorite.atteinte === true) return 'acquise';
      return { manque: `${direMajorite(majorite)}${direBlocage(majorite, vue)}` };
    },
  },
  'majorite-impossible': {
    regle: 'MAJ-Q',
    libelle: 'la majorité ne peut plus être atteinte',
    verifier: (vue) =>
      vue.majorite('MAJ-Q')?.atteinte === false ? 'acquise' : { manque: 'Elle reste possible.' },
  },
  arrete: {
    regle: 'TC-01',
    libelle: 'l’arrêté préfectoral est pris, après la majorité',
    verifier: (vue) =>
      vue.faits('arrete-prefectoral').length > 0
        ? 'acquise'
        : { manque: 'Aucun arrêté préfectoral n’est enregistré.' },
  },
} as const satisfies Record<string, Condition<unknown>>;

/** Rapport de la CLECT, quand la date d’effet du transfert est connue et l’EPCI en fiscalité unique. */
const rapportDeLaClect = (vue: Vue): readonly FaitGenerateur[] => {
  if (!estFiscaliteUnique(vue.territoire.epci?.modeFinancement)) return [];
  return vue.faits('arrete-prefectoral').flatMap(({ effet }) => {
    const depart = typeof effet === 'string' ? lireJour(effet) : null;
    const duree = depart && vue.regle('AC-03', depart)?.delai?.duree;
    if (!depart || !duree) return [];
    const echeance = calculerEcheance(depart, duree);
    return { objet: 'Rapport de la CLECT', depart, echeance, satisfaitLe: null };
  });
};

const COMMUNE = { nom: 'commune', forme: 'commune', libelle: 'la commune' } as const;
const CONSULTEE = ['deliberation-epci', 'communes-consultees', 'majorite'] as const;

/** Transfert facultatif de compétence (CGCT, art. L. 5211-17) : le silence est favorable. */
export const TRANSFERT_COMPETENCE: Procedure<unknown> = {
  nom: 'transfert-competence',
  titre: 'Transfert de compétence',
  article: 'CGCT, art. L. 5211-17',
  regles: REGLES_JURIDIQUES,
  etats: [
    { code: 'etude', libelle: 'À l’étude', si: [] },
    { code: 'delibere', libelle: 'Délibéré par l’EPCI', si: ['deliberation-epci'] },
    {
      code: 'consultation',
      libelle: 'Communes consultées',
      si: ['deliberation-epci', 'consultation-ouverte'],
    },
    {
      code: 'majorite-impossible',
      libelle: 'Majorité devenue impossible',
      si: ['deliberation-epci', 'majorite-impossible'],
    },
    { code: 'majorite-atteinte', libelle: 'Majorité atteinte', si: [...CONSULTEE] },
    { code: 'transfere', libelle: 'Transfert prononcé', si: ['arrete'] },
  ],
  evenements: [
    {
      type: 'deliberation-epci',
      libelle: 'Délibération de l’EPCI',
      champs: [{ nom: 'sens', forme: 'sens', libelle: 'le sens du vote', facultatif: true }],
    },
    { type: 'notification', libelle: 'Notification au maire', champs: [COMMUNE] },
    {
      type: 'deliberation',
      libelle: 'Délibération du conseil municipal',
      champs: [COMMUNE, { nom: 'sens', forme: 'sens', libelle: 'le sens de la délibération' }],
    },
    {
      type: 'arrete-prefectoral',
      libelle: 'Arrêté préfectoral',
      champs: [{ nom: 'effet', forme: 'jour', libelle: 'la date d’effet', facultatif: true }],
      exige: ['deliberation-epci', 'majorite'],
    },
  ],
  conditions: CONDITIONS,
  passages: [
    {
      nom: 'consulter',
      libelle: 'Notifier la délibération aux maires',
      de: ['delibere', 'consultation'],
      vers: 'consultation',
      par: 'notification',
      si: ['deliberation-epci'],
    },
    {
      nom: 'constater-majorite',
      libelle: 'Constater la majorité',
      de: ['consultation'],
      vers: 'majorite-atteinte',
      par: null,
      si: [...CONSULTEE],
    },
    {
      nom: 'arreter',
      libelle: 'Prononcer le transfert par arrêté préfectoral',
      de: ['majorite-atteinte'],
      vers: 'transfere',
      par: 'arrete-prefectoral',
      si: [...CONSULTEE],
    },
  ],
  delais: [
    {
      genre: 'avis',
      regle: 'TC-01',
      objet: 'Délibération du conseil municipal',
      depart: 'notification',
      reponse: 'deliberation',
      recevableDepuis: 'deliberation-epci',
    },
    {
      genre: 'echeancier',
      regle: 'AC-03',
      objet: 'Rapport de la CLECT',
      depart: 'arrete-prefectoral',
      etablir: rapportDeLaClect,
    },
  ],
  majorites: [
    {
      code: 'MAJ-Q',
      delai: 'TC-01',
      seuils: [
        { libelle: 'A', communes: [2, 3], population: [1, 2], populationStricte: true },
        { libelle: 'B', communes: [1, 2], population: [2, 3], populationStricte: false },
      ],
      blocage: [1, 4],
    },
  ],
  pieces: [
    {
      code: 'deliberation-epci',
      libelle: 'Délibération de l’EPCI',
      regle: 'TC-01',
      passage: 'consulter',
    },
    {
      code: 'notifications',
      libelle: 'Notification datée à chaque maire',
      regle: 'TC-01',
      passage: 'constater-majorite',
    },
    {
      code: 'deliberations',
      libelle: 'Délibérations des conseils municipaux',
      regle: 'TC-01',
      passage: 'constater-majorite',
    },
    {
      code: 'proces-verbaux-biens',
      libelle: 'Procès-verbal des biens, par commune',
      regle: 'TC-03',
      passage: 'arreter',
    },
  ],
  aSavoir: ['TC-02', 'TC-03', 'TC-04', 'TC-05', 'TC-06'],
  exigeEpci: false,
};
