import type { Procedure } from '../../../moteurs/procedure/index.ts';
import { REGLES_JURIDIQUES } from '../../regles-juridiques/index.ts';
import { reexamensAttendus } from './comites.ts';
import { CONDITIONS_DE_CONVENTION } from './conditions-convention.ts';
import { CONDITIONS_DE_PROCEDURE } from './conditions-procedure.ts';
import { CHAMPS_DE_LA_CONVENTION, type ConventionDeServiceCommun } from './convention.ts';
import { lireConvention } from './lire-convention.ts';

const FICHE = ['fiche-figee', 'rubriques-remplies', 'convention-redigee', 'annexes-jointes'];
const AVIS = ['cst-rendus', 'reexamen-tenu'];
const CONTENU = Object.keys(CONDITIONS_DE_CONVENTION);
const DELIBERER = [...FICHE, ...AVIS, ...CONTENU];
const SIGNER = [...DELIBERER, 'deliberations-apres-avis', 'deliberations-concordantes'];
const TRANSMETTRE = [...SIGNER, 'signatures-completes'];

const COLLECTIVITE = {
  nom: 'collectivite',
  forme: 'collectivite',
  libelle: 'le SIREN du participant',
} as const;

/**
 * Création d’un service commun (CGCT, art. L. 5211-4-2). Aucun silence ne vaut accord : chaque
 * participant délibère, sur la même version, après l’avis des comités sociaux territoriaux.
 */
export const SERVICE_COMMUN: Procedure<ConventionDeServiceCommun> = {
  nom: 'service-commun',
  titre: 'Création d’un service commun',
  article: 'CGCT, art. L. 5211-4-2',
  regles: REGLES_JURIDIQUES,
  etats: [
    { code: 'projet', libelle: 'Projet', si: [] },
    { code: 'fiche-figee', libelle: 'Fiche d’impact figée', si: ['fiche-figee'] },
    { code: 'avis-rendus', libelle: 'Avis des comités rendus', si: ['fiche-figee', ...AVIS] },
    {
      code: 'delibere',
      libelle: 'Délibérations concordantes',
      si: ['fiche-figee', ...AVIS, 'deliberations-concordantes'],
    },
    { code: 'signe', libelle: 'Convention signée', si: ['signatures-completes'] },
    { code: 'transmis', libelle: 'Transmise au préfet', si: ['convention-transmise'] },
    { code: 'en-service', libelle: 'En service', si: ['en-vigueur'] },
  ],
  evenements: [
    {
      type: 'fiche-impact',
      libelle: 'Fiche d’impact figée',
      champs: [
        { nom: 'rubriques', forme: 'liste', libelle: 'les rubriques remplies', facultatif: true },
      ],
    },
    {
      type: 'avis-cst',
      libelle: 'Avis du comité social territorial',
      champs: [
        { nom: 'employeur', forme: 'collectivite', libelle: 'le SIREN de l’employeur' },
        {
          nom: 'sens',
          forme: 'sens',
          libelle: 'le sens de l’avis',
          valeurs: ['favorable', 'defavorable', 'reserve', 'partage', 'repute-donne'],
        },
        {
          nom: 'unanimeContre',
          forme: 'booleen',
          libelle: 'le vote défavorable unanime des représentants du personnel',
          facultatif: true,
        },
        {
          nom: 'fauteDeQuorum',
          forme: 'booleen',
          libelle: 'la réunion tenue après défaut de quorum',
          facultatif: true,
        },
      ],
      exige: ['fiche-figee'],
    },
    {
      type: 'deliberation',
      libelle: 'Délibération du participant',
      champs: [
        COLLECTIVITE,
        { nom: 'version', forme: 'texte', libelle: 'la version de la convention' },
        { nom: 'sens', forme: 'sens', libelle: 'le sens de la délibération' },
        {
          nom: 'designeGestionnaire',
          forme: 'collectivite',
          libelle: 'la commune gestionnaire qu’elle choisit expressément',
          facultatif: true,
        },
      ],
      exige: ['fiche-figee', ...AVIS],
    },
    {
      type: 'signature',
      libelle: 'Signature du participant',
      champs: [COLLECTIVITE],
      exige: ['deliberations-concordantes'],
    },
    {
      type: 'transmission',
      libelle: 'Transmission au préfet',
      champs: [],
      exige: ['signatures-completes'],
    },
    {
      type: 'effet',
      libelle: 'Prise d’effet de la convention',
      champs: [],
      exige: ['convention-transmise'],
    },
  ],
  conditions: { ...CONDITIONS_DE_PROCEDURE, ...CONDITIONS_DE_CONVENTION },
  passages: [
    {
      nom: 'saisir-cst',
      libelle: 'Saisir les comités sociaux territoriaux',
      de: ['fiche-figee'],
      vers: 'avis-rendus',
      par: 'avis-cst',
      si: FICHE,
    },
    {
      nom: 'deliberer',
      libelle: 'Délibérer dans chaque conseil',
      de: ['avis-rendus'],
      vers: 'delibere',
      par: 'deliberation',
      si: DELIBERER,
    },
    {
      nom: 'signer',
      libelle: 'Signer la convention',
      de: ['delibere'],
      vers: 'signe',
      par: 'signature',
      si: SIGNER,
    },
    {
      nom: 'transmettre',
      libelle: 'Transmettre la convention au préfet',
      de: ['signe'],
      vers: 'transmis',
      par: 'transmission',
      si: TRANSMETTRE,
    },
    {
      nom: 'mettre-en-service',
      libelle: 'Mettre le service en route',
      de: ['transmis'],
      vers: 'en-service',
      par: 'effet',
      si: [...TRANSMETTRE, 'convention-transmise', 'effet-apres-transmission'],
    },
  ],
  delais: [
    {
      genre: 'echeancier',
      regle: 'INS-10',
      objet: 'Seconde réunion du comité social territorial',
      depart: 'avis-cst',
      etablir: reexamensAttendus,
    },
    {
      genre: 'butoir',
      regle: 'CL-03',
      objet: 'Déféré préfectoral contre la convention',
      depart: 'transmission',
      satisfaitPar: null,
    },
  ],
  majorites: [],
  pieces: [
    {
      code: 'fiche-impact',
      libelle: 'Fiche d’impact, annexée à la convention',
      regle: 'SC-05',
      passage: 'saisir-cst',
    },
    { code: 'accords', libelle: 'Accords conclus, annexés', regle: 'SC-05', passage: 'saisir-cst' },
    { code: 'convention', libelle: 'Convention', regle: 'SC-05', passage: 'saisir-cst' },
    {
      code: 'avis-cst',
      libelle: 'Avis du comité de chaque participant',
      regle: 'SC-05',
      passage: 'deliberer',
    },
    {
      code: 'deliberations',
      libelle: 'Délibération de l’EPCI et de chaque participant',
      regle: 'SC-12',
      passage: 'signer',
    },
  ],
  aSavoir: ['SC-16', 'INS-08', 'INS-09', 'INS-11', 'CL-02', 'CL-04', 'CL-07', 'AC-01', 'AC-07'],
  exigeEpci: true,
  acte: {
    cle: 'convention',
    libelle: 'Convention de service commun',
    champs: CHAMPS_DE_LA_CONVENTION,
    lire: lireConvention,
  },
};
