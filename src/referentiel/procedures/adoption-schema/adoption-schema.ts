import type { Procedure } from '../../../moteurs/procedure/index.ts';
import { REGLES_JURIDIQUES } from '../../regles-juridiques/index.ts';
import { CONDITIONS_ADOPTION, PIECES_IMPACT } from './conditions.ts';
import { communicationsAttendues } from './suivi-annuel.ts';

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
  conditions: CONDITIONS_ADOPTION,
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
