import type { Regle } from '../../moteurs/procedure/index.ts';

const ARTICLE = 'CGCT, art. L. 5211-39-1';
const depuisLaLoiEngagement = { article: ARTICLE, depuis: '2019-12-29', jusqua: null } as const;

/** Schéma de mutualisation : rapport, avis des communes, approbation, compte rendu annuel. */
export const REGLES_SCHEMA = [
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-01',
    titre: 'Le schéma est facultatif',
    enonce:
      'Le président de l’EPCI à fiscalité propre peut établir un rapport relatif aux mutualisations entre les services de l’EPCI et ceux des communes membres. L’absence de schéma n’empêche ni service commun, ni mise à disposition, ni groupement de commandes.',
    gravite: 'information',
    confiance: 'confirme',
    message: 'Le schéma est facultatif depuis la loi n° 2019-1461 du 27 décembre 2019.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-02',
    titre: 'L’année qui suit le renouvellement général',
    enonce:
      'Le rapport s’établit dans l’année qui suit chaque renouvellement général des conseils municipaux (date du second tour si une commune membre en a connu un).',
    gravite: 'avertissement',
    confiance: 'confirme',
    reserve: 'D-01 : la sanction d’un rapport établi plus tard dans le mandat n’est pas établie.',
    message:
      'Établir le rapport dans l’année qui suit le renouvellement général des conseils municipaux.',
    delai: {
      duree: { mois: 12 },
      silence: 'aucun',
      effet: 'Fin de la fenêtre légale du rapport : au-delà, risque à justifier, sans blocage.',
    },
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-03',
    titre: 'Le rapport comporte un projet de schéma',
    enonce:
      'Le rapport comporte un projet de schéma de mutualisation des services à mettre en œuvre pendant la durée du mandat.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Établir le rapport et son projet de schéma de mutualisation.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-04',
    titre: 'Deux volets d’impact obligatoires',
    enonce:
      'Le projet de schéma prévoit notamment l’impact prévisionnel de la mutualisation sur les effectifs de l’EPCI et des communes concernées et sur leurs dépenses de fonctionnement. Zéro est une valeur, l’absence de valeur n’en est pas une.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Joindre au projet de schéma l’impact prévisionnel sur les effectifs et sur les dépenses de fonctionnement.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-05',
    titre: 'Transmission à toutes les communes membres',
    enonce:
      'Le rapport est transmis pour avis à chacun des conseils municipaux des communes membres, même à ceux qu’aucune action ne concerne.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Transmettre le rapport pour avis à chacune des communes membres.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-06',
    titre: 'Avis des communes : trois mois, le silence est favorable',
    enonce:
      'Chaque conseil municipal dispose de trois mois pour se prononcer ; à défaut de délibération dans ce délai, son avis est réputé favorable. L’avis est simple : défavorable, il n’interdit pas l’approbation.',
    gravite: 'bloquant',
    confiance: 'confirme',
    reserve: 'D-02 : départ retenu, la réception par la commune ; avis tacite acquis le lendemain.',
    message:
      'Attendre la délibération de chaque conseil municipal, ou la fin de ses trois mois (son silence vaut alors avis favorable).',
    delai: {
      duree: { mois: 3 },
      silence: 'favorable',
      effet: 'Sans délibération jusqu’à ce jour inclus, l’avis est réputé favorable le lendemain.',
    },
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-07',
    titre: 'Approbation par l’organe délibérant de l’EPCI',
    enonce:
      'Le projet de schéma est approuvé par délibération de l’organe délibérant de l’EPCI, à la majorité absolue des suffrages exprimés, une fois tous les avis rendus ou réputés rendus.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Faire approuver le schéma par délibération de l’organe délibérant de l’EPCI.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-08',
    titre: 'Envoi du schéma approuvé',
    enonce:
      'Le schéma approuvé est adressé à chacun des conseils municipaux des communes membres. Aucun délai n’est chiffré.',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Adresser le schéma approuvé à chaque conseil municipal et garder la preuve d’envoi.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-09',
    titre: 'Communication annuelle d’avancement',
    enonce:
      'Chaque année, lors du débat d’orientation budgétaire ou, à défaut, lors du vote du budget, l’avancement du schéma fait l’objet d’une communication du président à l’organe délibérant. Ce n’est pas un vote.',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Présenter l’avancement du schéma à l’organe délibérant.',
    delai: {
      duree: null,
      silence: 'aucun',
      effet:
        'Dernier jour du vote du budget, auquel la communication annuelle doit précéder ; obligation sans sanction propre.',
    },
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-10',
    titre: 'Comités sociaux territoriaux et schéma',
    enonce:
      'L’article L. 5211-39-1 ne prévoit pas de saisir le comité social territorial du schéma ; il est saisi de chaque acte de mise en œuvre. La saisine sur le schéma est une prudence.',
    article: 'CGFP, art. R. 253-7',
    gravite: 'avertissement',
    confiance: 'a-verifier',
    message: 'Envisager de présenter le schéma aux comités sociaux territoriaux.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-11',
    titre: 'Portée du schéma',
    enonce:
      'Le schéma programme : il ne crée ni service commun ni transfert. Chaque action exige son acte propre, et une action peut naître sans figurer au schéma.',
    gravite: 'information',
    confiance: 'a-verifier-quasi-certain',
    message: 'Prendre l’acte propre à chaque action : le schéma ne suffit pas.',
  },
  {
    ...depuisLaLoiEngagement,
    code: 'SCH-12',
    titre: 'Révision en cours de mandat',
    enonce:
      'Aucune procédure de révision n’est écrite. Par parallélisme des formes, une modification substantielle suit la même procédure ; un calage relève de la communication annuelle.',
    gravite: 'avertissement',
    confiance: 'a-verifier',
    message: 'Consulter de nouveau les communes avant une modification substantielle du schéma.',
  },
] as const satisfies readonly Regle[];
