import { formaterDate } from '../../../moteurs/calendrier/index.ts';
import {
  type Condition,
  calculerEcheance,
  enumerer,
  type Vue,
} from '../../../moteurs/procedure/index.ts';

/** Les deux volets d’impact qu’exige SCH-04. */
export const PIECES_IMPACT = [
  { code: 'impact-effectifs', libelle: 'Impact prévisionnel sur les effectifs' },
  { code: 'impact-depenses', libelle: 'Impact prévisionnel sur les dépenses de fonctionnement' },
] as const;

const communesSans = (type: string, vue: Vue): readonly string[] => {
  const faites = new Set(vue.faits(type).map(({ commune }) => commune));
  return vue.territoire.communes.filter(({ code }) => !faites.has(code)).map(({ nom }) => nom);
};

/** Conditions nommées de l’adoption ; chacune renvoie à une règle SCH. */
export const CONDITIONS_ADOPTION = {
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
      return { manque: `La fenêtre s’est fermée le ${formaterDate(terme)}.` };
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
          const terme =
            echeance === null ? 'pas encore saisie' : `jusqu’au ${formaterDate(echeance)}`;
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
        manque: `L’approbation du ${formaterDate(ecartee.date)} est antérieure à la fin des avis : délibérer de nouveau.`,
      };
    },
  },
  'adresse-a-toutes': {
    regle: 'SCH-08',
    libelle: 'le schéma approuvé est adressé à chaque conseil municipal',
    verifier: (vue) => {
      if (vue.faits('approbation').length === 0) return 'acquise'; // rien à adresser encore
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
