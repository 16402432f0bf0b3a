import type { Champ, Modele } from '../../moteurs/document/index.ts';
import { facultatif, liste, listeRequise, requis, texteRequis } from './champs-communs.ts';
import { TEXTE_RAPPORT_ANNUEL } from './textes/rapport-annuel.ts';

const CHAMPS: readonly Champ[] = [
  texteRequis('epci', 'Intercommunalité'),
  texteRequis('annee', 'Année'),
  requis('seance', 'Séance de la communication', 'date', { article: 'CGCT, art. L. 5211-39-1' }),
  requis('cadre_budgetaire', 'Occasion de la communication', 'choix', {
    choix: [
      { code: 'dob', libelle: 'débat d’orientation budgétaire' },
      { code: 'budget', libelle: 'vote du budget' },
    ],
  }),
  requis('faits', 'Faits marquants', 'liste-de-textes'),
  listeRequise(
    'actions',
    'Avancement des actions',
    [
      texteRequis('action', 'Action'),
      texteRequis('axe', 'Axe'),
      requis('avancement', 'Avancement', 'pourcentage'),
      texteRequis('etat', 'État'),
      texteRequis('suite', 'Suite'),
    ],
    { ou: 'Mettre en œuvre › Pilotage' },
  ),
  liste(
    'services',
    'Activité et coûts des services mutualisés',
    [
      texteRequis('service', 'Service'),
      requis('communes', 'Communes', 'entier'),
      requis('etp', 'ETP', 'etp'),
      texteRequis('activite', 'Activité, avec son unité'),
      requis('cout', 'Coût net', 'montant'),
      requis('refacture', 'Refacturé', 'montant'),
    ],
    { ou: 'Mettre en œuvre › Refacturation (états de l’année)' },
  ),
  requis('gains', 'Gains et hypothèses', 'texte-long'),
  facultatif('achats', 'Groupements de commandes', 'texte-long'),
  facultatif('parc', 'Partage de biens', 'texte-long'),
  requis('climat', 'Dialogue social et climat', 'texte-long'),
  requis('difficultes', 'Difficultés', 'texte-long'),
  requis('programme', 'Programme de l’année suivante', 'liste-de-textes'),
  liste('par_commune', 'Annexe par commune', [
    texteRequis('commune', 'Commune'),
    texteRequis('services', 'Services utilisés'),
    requis('montant', 'Participation', 'montant'),
  ]),
].map((champ) => ({ ...champ, ou: champ.ou ?? 'Pilotage › Rapport annuel' }));

/** Communication annuelle sur l’avancement du schéma (CGCT, art. L. 5211-39-1). */
export const RAPPORT_ANNUEL: Modele = {
  nom: 'rapport-annuel',
  version: '2026-1',
  libelle: 'Rapport annuel d’avancement',
  description:
    'Communication du président lors du débat d’orientation budgétaire ou du vote du budget.',
  numerotation: 'decimale',
  titre: 'Avancement du schéma de mutualisation en {{annee}}',
  sousTitre: 'Communication au conseil, séance du {{seance}}',
  auteur: '{{epci}}',
  sujet: 'Communication annuelle (CGCT, art. L. 5211-39-1)',
  motsCles: ['mutualisation', 'rapport annuel', 'avancement'],
  champs: CHAMPS,
  texte: TEXTE_RAPPORT_ANNUEL,
};
