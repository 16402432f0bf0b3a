import type { Champ, Exigence, Modele } from '../../moteurs/document/index.ts';
import { facultatif, liste, listeRequise, requis, texteRequis } from './champs-communs.ts';
import { TEXTE_FICHE_IMPACT } from './textes/fiche-impact.ts';

const SERVICE_COMMUN = 'CGCT, art. L. 5211-4-2';

const comparaison = (nom: string, libelle: string): Champ =>
  listeRequise(
    nom,
    libelle,
    [
      texteRequis('rubrique', 'Rubrique'),
      texteRequis('avant', 'Avant'),
      texteRequis('apres', 'Après'),
      facultatif('mesure', 'Mesure d’accompagnement', 'texte'),
    ],
    { article: SERVICE_COMMUN },
  );

const CHAMPS: readonly Champ[] = [
  texteRequis('service', 'Service commun'),
  texteRequis('collectivite', 'Collectivité qui établit la fiche'),
  requis('parties', 'Parties', 'liste-de-textes'),
  requis('effet', 'Date d’effet', 'date'),
  texteRequis('version', 'Version'),
  requis('redacteurs', 'Rédacteurs', 'liste-de-textes'),
  liste('presentations', 'Présentations', [
    texteRequis('devant', 'Devant'),
    requis('le', 'Le', 'date'),
  ]),
  listeRequise(
    'effectifs',
    'Agents concernés, par cadre d’emplois',
    [
      texteRequis('cadre', 'Cadre d’emplois ou famille de postes'),
      requis('transferes', 'Transférés', 'entier'),
      requis('mis_a_disposition', 'Mis à disposition', 'entier'),
      requis('non_concernes', 'Non concernés', 'entier'),
    ],
    { article: SERVICE_COMMUN },
  ),
  comparaison('organisation', 'Effets sur l’organisation'),
  facultatif('organigramme', 'Organigramme avant et après', 'svg'),
  facultatif('organigramme_lecture', 'Ce que montre l’organigramme', 'texte'),
  comparaison('conditions', 'Effets sur les conditions de travail'),
  liste('trajets', 'Temps de trajet, par tranche', [
    texteRequis('tranche', 'Tranche'),
    requis('avant', 'Agents avant', 'entier'),
    requis('apres', 'Agents après', 'entier'),
  ]),
  comparaison('remuneration', 'Effets sur la rémunération'),
  comparaison('droits', 'Effets sur les droits acquis'),
  requis('cout_convergence', 'Coût annuel de convergence', 'montant'),
  requis('mesures', 'Mesures d’accompagnement', 'liste-de-textes'),
  liste('avis', 'Avis et accords', [
    texteRequis('instance', 'Instance'),
    requis('le', 'Le', 'date'),
    texteRequis('sens', 'Sens de l’avis'),
  ]),
].map((champ) => ({ ...champ, ou: 'Changement › Fiches d’impact' }));

const EXIGENCES: readonly Exigence[] = [
  {
    code: 'petits-effectifs',
    pourChaque: 'effectifs',
    refuserSi: 'element.transferes + element.mis_a_disposition + element.non_concernes < 5',
    message:
      'La famille « {{element.cadre}} » compte moins de cinq agents : regroupez-la, la version publiée ne doit permettre d’identifier personne.',
    article: 'Règlement (UE) 2016/679, art. 5',
    chemin: 'cadre',
    ou: 'Changement › Fiches d’impact',
  },
];

/** Fiche d’impact collective d’un service commun (CGCT, art. L. 5211-4-2). */
export const FICHE_IMPACT: Modele = {
  nom: 'fiche-impact',
  version: '2026-1',
  libelle: 'Fiche d’impact (service commun)',
  description:
    'Version collective et anonyme, annexée à la convention et soumise aux comités sociaux territoriaux.',
  numerotation: 'decimale',
  titre: 'Fiche d’impact : {{service}}',
  sousTitre: 'Version {{version}}, effet au {{effet}}',
  auteur: '{{collectivite}}',
  sujet: 'Fiche d’impact sur les agents (CGCT, art. L. 5211-4-2)',
  motsCles: ['fiche d’impact', 'service commun', 'agents'],
  champs: CHAMPS,
  exigences: EXIGENCES,
  texte: TEXTE_FICHE_IMPACT,
};
