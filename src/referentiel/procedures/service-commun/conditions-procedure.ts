import { formaterDate } from '../../../moteurs/calendrier/index.ts';
import {
  type Condition,
  type Constat,
  enumerer,
  normaliser,
} from '../../../moteurs/procedure/index.ts';
import { consultations, direReexamens } from './comites.ts';
import { deliberationsDesMembres, signaturesManquantes, versionASigner } from './concordance.ts';
import type { ConventionDeServiceCommun } from './convention.ts';

/** Les quatre rubriques que la loi nomme (SC-06), et les écritures admises. */
const RUBRIQUES = [
  { libelle: 'organisation', codes: ['organisation'] },
  {
    libelle: 'conditions de travail',
    codes: ['conditions-de-travail', 'conditions-travail', 'condition-de-travail'],
  },
  { libelle: 'rémunération', codes: ['remuneration', 'remunerations'] },
  { libelle: 'droits acquis', codes: ['droits-acquis', 'droit-acquis'] },
] as const;

const acquiseSi = (estAcquise: boolean, manque: string): Constat =>
  estAcquise ? 'acquise' : { manque };

const LIBELLES = {
  absente: 'n’ont pas délibéré',
  prematuree: 'doivent délibérer de nouveau, après les avis des comités',
  'non-favorable': 'n’ont pas approuvé la convention',
  'autre-version': 'ont approuvé une autre version',
} as const;

/** Conditions d’ordre : fiche d’impact, comités, délibérations, signatures, transmission. */
export const CONDITIONS_DE_PROCEDURE = {
  'fiche-figee': {
    regle: 'SC-05',
    libelle: 'la fiche d’impact est figée',
    verifier: (vue) =>
      acquiseSi(vue.faits('fiche-impact').length > 0, 'La fiche d’impact n’est pas figée.'),
  },
  'rubriques-remplies': {
    regle: 'SC-06',
    libelle: 'les quatre rubriques de la fiche d’impact sont remplies',
    verifier: (vue) => {
      const fiche = vue.faits('fiche-impact').at(-1);
      if (fiche === undefined) return 'inconnue';
      const remplies = new Set((fiche.rubriques ?? []).map(normaliser));
      const vides = RUBRIQUES.filter(({ codes }) => !codes.some((code) => remplies.has(code)));
      return acquiseSi(
        vides.length === 0,
        `Rubriques vides : ${enumerer(vides.map(({ libelle }) => libelle))}.`,
      );
    },
  },
  'convention-redigee': {
    regle: 'SC-05',
    libelle: 'le projet de convention est rédigé',
    verifier: (vue) => acquiseSi(vue.acte !== null, 'Le projet de convention n’est pas joint.'),
  },
  'annexes-jointes': {
    regle: 'SC-05',
    libelle: 'la fiche d’impact et les accords sont annexés à la convention',
    verifier: ({ acte }) => {
      // Une liste d’annexes non communiquée ne se juge pas ; communiquée, elle doit être complète.
      if (acte === null || acte.annexes === null) return 'acquise';
      const { annexes } = acte;
      const absentes = [
        { libelle: 'fiche d’impact', debut: 'fiche' },
        { libelle: 'accords conclus (ou mention « néant »)', debut: 'accord' },
      ].filter(({ debut }) => !annexes.some((annexe) => annexe.startsWith(debut)));
      return acquiseSi(
        absentes.length === 0,
        `Annexes absentes : ${enumerer(absentes.map(({ libelle }) => libelle))}.`,
      );
    },
  },
  'cst-rendus': {
    regle: 'SC-05',
    libelle: 'le comité social territorial de chaque participant a rendu son avis',
    verifier: (vue) => {
      const toutes = consultations(vue);
      if (toutes.length === 0) return 'inconnue';
      const attendus = toutes.filter(({ premier }) => premier === null);
      return acquiseSi(
        attendus.length === 0,
        `Avis de comité attendu pour : ${enumerer(attendus.map(({ membre }) => membre.nom))}.`,
      );
    },
  },
  'reexamen-tenu': {
    regle: 'INS-10',
    libelle: 'la seconde réunion qu’impose un vote défavorable unanime s’est tenue',
    verifier: (vue) => {
      const attendus = direReexamens(vue);
      return acquiseSi(attendus.length === 0, `Seconde réunion à tenir : ${enumerer(attendus)}.`);
    },
  },
  'deliberations-apres-avis': {
    regle: 'SC-05',
    libelle: 'aucune délibération ne précède les avis des comités',
    verifier: (vue) => {
      const prematurees = deliberationsDesMembres(vue).filter(({ etat }) => etat === 'prematuree');
      return acquiseSi(
        prematurees.length === 0,
        `Délibération antérieure aux avis des comités : ${enumerer(prematurees.map(({ membre }) => membre.nom))}.`,
      );
    },
  },
  'deliberations-concordantes': {
    regle: 'SC-12',
    libelle: 'chaque participant a approuvé la même version de la convention',
    verifier: (vue) => {
      const toutes = deliberationsDesMembres(vue);
      if (toutes.length === 0) return 'inconnue';
      const ecarts = Object.entries(LIBELLES).flatMap(([etat, libelle]) => {
        const noms = toutes.filter((une) => une.etat === etat).map(({ membre }) => membre.nom);
        return noms.length === 0 ? [] : `${libelle} : ${enumerer(noms)}`;
      });
      const version = versionASigner(vue);
      const aSigner = version === null ? '' : ` Version à signer : ${version}.`;
      return acquiseSi(
        ecarts.length === 0,
        `Participants qui ${ecarts.join(' ; participants qui ')}.${aSigner}`,
      );
    },
  },
  'signatures-completes': {
    regle: 'SC-05',
    libelle: 'chaque participant a signé, après toutes les délibérations',
    verifier: (vue) => {
      if (vue.acte === null || vue.acte.membres.length === 0) return 'inconnue';
      const absents = signaturesManquantes(vue).map(({ nom }) => nom);
      return acquiseSi(absents.length === 0, `Signatures manquantes : ${enumerer(absents)}.`);
    },
  },
  'convention-transmise': {
    regle: 'CL-01',
    libelle: 'la convention signée est transmise au préfet',
    verifier: (vue) =>
      acquiseSi(vue.faits('transmission').length > 0, 'La convention n’est pas transmise.'),
  },
  'effet-apres-transmission': {
    regle: 'CL-01',
    libelle: 'la date d’effet prévue ne précède pas la transmission',
    verifier: (vue) => {
      const transmission = vue.faits('transmission')[0]?.date;
      const prevue = vue.acte?.dateEffet ?? null;
      if (transmission === undefined || prevue === null || prevue >= transmission) return 'acquise';
      return {
        manque: `La date d’effet prévue, le ${formaterDate(prevue)}, précède la transmission du ${formaterDate(transmission)} : la reporter.`,
      };
    },
  },
  'en-vigueur': {
    regle: 'CL-01',
    libelle: 'la convention a pris effet',
    verifier: (vue) =>
      acquiseSi(vue.faits('effet').length > 0, 'La convention n’a pas pris effet.'),
  },
} as const satisfies Record<string, Condition<ConventionDeServiceCommun>>;
