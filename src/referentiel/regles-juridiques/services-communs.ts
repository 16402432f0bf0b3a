import type { Regle } from '../../moteurs/procedure/index.ts';

const ARTICLE = 'CGCT, art. L. 5211-4-2';
const depuis2022 = { article: ARTICLE, depuis: '2022-02-23', jusqua: null } as const;

/** Services communs : version en vigueur depuis le 23 février 2022 (loi n° 2022-217). */
export const REGLES_SERVICES_COMMUNS = [
  {
    ...depuis2022,
    code: 'SC-01',
    titre: 'Qui peut créer un service commun',
    enonce:
      'Un EPCI à fiscalité propre, une ou plusieurs de ses communes membres et, le cas échéant, des établissements publics rattachés à une ou plusieurs d’entre elles.',
    gravite: 'bloquant',
    confiance: 'confirme',
    reserve: 'D-05 : place du CIAS rattaché à l’EPCI à relire.',
    message:
      'Réunir l’EPCI et au moins une de ses communes membres ; seuls s’y ajoutent des établissements rattachés à ces communes.',
  },
  {
    ...depuis2022,
    code: 'SC-02',
    titre: 'En dehors des compétences transférées',
    enonce:
      'Le service commun exerce, en dehors des compétences transférées, des missions fonctionnelles ou opérationnelles, dont l’instruction des décisions prises par les maires.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Retirer les missions d’une compétence déjà transférée : elles relèvent du transfert ou de la mise à disposition de service.',
  },
  {
    ...depuis2022,
    code: 'SC-03',
    titre: 'Missions obligatoires du centre de gestion exclues',
    enonce:
      'Les missions obligatoires du centre de gestion ne peuvent être confiées au service commun pour les communes et établissements obligatoirement affiliés.',
    article: 'CGCT, art. L. 5211-4-2 ; CGFP, art. L. 452-38',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Retirer les missions que le centre de gestion exerce obligatoirement.',
  },
  {
    ...depuis2022,
    code: 'SC-04',
    titre: 'Qui gère le service commun',
    enonce:
      'L’EPCI gère le service commun. À titre dérogatoire, la commune choisie par l’organe délibérant de l’EPCI, par délibération expresse et motivée.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Confier la gestion à l’EPCI, ou faire choisir la commune gestionnaire par une délibération communautaire expresse et motivée.',
  },
  {
    ...depuis2022,
    code: 'SC-05',
    titre: 'Convention, fiche d’impact, avis puis délibérations',
    enonce:
      'Les effets de la mise en commun sont réglés par convention, après établissement d’une fiche d’impact. La fiche et les accords conclus y sont annexés ; la convention et ses annexes sont soumises à l’avis du ou des comités sociaux territoriaux. Ordre : fiche d’impact, comités, délibérations, signature, effet.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Suivre l’ordre : fiche d’impact, avis des comités sociaux territoriaux, délibérations, signature, effet.',
  },
  {
    ...depuis2022,
    code: 'SC-06',
    titre: 'Contenu de la fiche d’impact',
    enonce:
      'La fiche d’impact décrit notamment les effets sur l’organisation, les conditions de travail, la rémunération et les droits acquis des agents.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Remplir les quatre rubriques de la fiche d’impact.',
  },
  {
    ...depuis2022,
    code: 'SC-07',
    titre: 'Agents à temps complet sur le service : transfert de plein droit',
    enonce:
      'Les agents qui remplissent en totalité leurs fonctions dans le service mis en commun sont transférés de plein droit à l’EPCI ou à la commune gestionnaire.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Transférer les agents qui exercent en totalité dans le service commun.',
  },
  {
    ...depuis2022,
    code: 'SC-08',
    titre: 'Agents à temps partagé : mise à disposition de plein droit',
    enonce:
      'Les agents qui n’y remplissent qu’une partie de leurs fonctions sont mis à disposition de plein droit, sans limitation de durée, à titre individuel, pour le temps consacré au service commun.',
    gravite: 'bloquant',
    confiance: 'confirme-doctrine',
    message: 'Indiquer la quotité de chaque agent mis à disposition.',
  },
  {
    ...depuis2022,
    code: 'SC-09',
    titre: 'Nombre d’agents transférés',
    enonce:
      'La convention détermine le nombre de fonctionnaires et de contractuels transférés par les communes ; zéro est admis s’il est écrit.',
    gravite: 'avertissement',
    confiance: 'a-verifier-quasi-certain',
    reserve: 'D-05 : alinéa à relire ; bloquant dans le relevé, gravité abaissée jusque-là.',
    message: 'Écrire le nombre d’agents transférés, même s’il est nul.',
  },
  {
    ...depuis2022,
    code: 'SC-10',
    titre: 'Autorité fonctionnelle selon la mission',
    enonce:
      'En fonction de la mission réalisée, le personnel est placé sous l’autorité fonctionnelle du maire ou du président ; l’autorité hiérarchique reste au gestionnaire.',
    gravite: 'bloquant',
    confiance: 'confirme-doctrine',
    message: 'Dire, pour chaque mission, si l’autorité fonctionnelle est au maire ou au président.',
  },
  {
    ...depuis2022,
    code: 'SC-11',
    titre: 'Délégation de signature au seul chef du service',
    enonce:
      'Le maire ou le président peut donner par arrêté, sous sa surveillance et sa responsabilité, délégation de signature au chef du service commun, et à lui seul.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Limiter la délégation de signature au chef du service commun.',
  },
  {
    ...depuis2022,
    code: 'SC-12',
    titre: 'Délibérations concordantes de chaque participant',
    enonce:
      'L’EPCI et chaque participant délibèrent sur la même convention et autorisent sa signature, à la majorité simple. Le silence ne vaut pas accord ; les communes non participantes ne délibèrent pas.',
    gravite: 'bloquant',
    confiance: 'a-verifier-quasi-certain',
    message:
      'Recueillir de chaque participant une délibération favorable sur la même version de la convention : le silence ne vaut pas accord.',
  },
  {
    ...depuis2022,
    code: 'SC-13',
    titre: 'Financement librement convenu',
    enonce:
      'Aucun décret ne fixe le remboursement d’un service commun : gratuit, à l’acte ou au forfait. La convention dit l’assiette, la clé, la périodicité, la régularisation et la révision.',
    gravite: 'avertissement',
    confiance: 'confirme-doctrine',
    message: 'Écrire le régime financier du service commun.',
  },
  {
    ...depuis2022,
    code: 'SC-14',
    titre: 'Imputation sur l’attribution de compensation',
    enonce:
      'Réservée aux EPCI à fiscalité professionnelle unique : les effets de la mise en commun peuvent être imputés sur l’attribution de compensation, et le coefficient d’intégration fiscale en tient compte.',
    article: 'CGCT, art. L. 5211-4-2 ; CGI, art. 1609 nonies C',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Renoncer à l’imputation sur l’attribution de compensation : elle suppose la fiscalité professionnelle unique.',
  },
  {
    ...depuis2022,
    code: 'SC-15',
    titre: 'Imputation et coût réel',
    enonce:
      'L’attribution de compensation est figée alors qu’une facturation à l’acte varie : imputer un socle récurrent et régulariser chaque année en dehors d’elle.',
    gravite: 'avertissement',
    confiance: 'confirme-doctrine',
    message: 'Prévoir une régularisation annuelle en dehors de l’attribution de compensation.',
  },
  {
    ...depuis2022,
    code: 'SC-16',
    titre: 'Responsabilité des actes',
    enonce:
      'Le service commun instruit ; le maire reste l’auteur et le signataire des décisions prises au nom de la commune ou de l’État.',
    gravite: 'information',
    confiance: 'confirme-doctrine',
    message: 'Le maire reste l’auteur et le signataire des décisions instruites.',
  },
  {
    ...depuis2022,
    code: 'SC-17',
    titre: 'Sortie du service commun',
    enonce:
      'La loi ne dit rien du retrait ni de la dissolution : la convention prévoit la durée, le préavis, le sort des agents, des biens, des contrats et des coûts.',
    gravite: 'avertissement',
    confiance: 'a-verifier',
    message: 'Écrire les clauses de durée et de sortie.',
  },
] as const satisfies readonly Regle[];
