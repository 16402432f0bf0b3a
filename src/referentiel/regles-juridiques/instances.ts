import type { Regle } from '../../moteurs/procedure/index.ts';

const enVigueur = { depuis: null, jusqua: null } as const;

/** Instances délibérantes, comités sociaux territoriaux et instances de projet. */
export const REGLES_INSTANCES = [
  {
    ...enVigueur,
    code: 'INS-01',
    titre: 'Instances de projet sans statut légal',
    enonce:
      'Comités de pilotage et techniques, groupes de travail et séminaires n’ont ni quorum, ni délai, ni majorité fixés par la loi ; leurs productions ne sont pas des décisions.',
    article: 'CGCT, art. L. 2121-22 et L. 5211-1',
    gravite: 'information',
    confiance: 'confirme',
    message: 'Faire décider par un organe délibérant ce que l’instance de projet propose.',
  },
  {
    ...enVigueur,
    code: 'INS-02',
    titre: 'Convocation du conseil communautaire',
    enonce:
      'Cinq jours francs dans tous les EPCI, avec une note explicative de synthèse sur chaque affaire.',
    article: 'CGCT, art. L. 5211-1',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Convoquer le conseil communautaire cinq jours francs avant, avec la note de synthèse.',
  },
  {
    ...enVigueur,
    code: 'INS-03',
    titre: 'Convocation du conseil municipal',
    enonce:
      'Trois jours francs sous 3 500 habitants ; cinq jours francs et note de synthèse à partir de 3 500 habitants. En urgence, jamais moins d’un jour franc.',
    article: 'CGCT, art. L. 2121-11 et L. 2121-12',
    gravite: 'bloquant',
    confiance: 'confirme-doctrine',
    reserve: 'D-08 : délais à relire après la loi n° 2025-1249.',
    message: 'Respecter le délai franc de convocation du conseil municipal.',
  },
  {
    ...enVigueur,
    code: 'INS-04',
    titre: 'Forme de la convocation',
    enonce:
      'Convocation par le maire ou le président, avec l’ordre du jour, inscrite au registre, transmise par voie dématérialisée par défaut.',
    article: 'CGCT, art. L. 2121-10',
    gravite: 'avertissement',
    confiance: 'a-verifier-quasi-certain',
    message: 'Vérifier la forme de la convocation.',
  },
  {
    ...enVigueur,
    code: 'INS-05',
    titre: 'Quorum',
    enonce:
      'La majorité des membres en exercice doit être présente, pouvoirs exclus, à la mise en discussion de chaque affaire ; à défaut, nouvelle convocation à trois jours francs au moins.',
    article: 'CGCT, art. L. 2121-17',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Réunir le quorum, ou convoquer de nouveau à trois jours francs au moins.',
  },
  {
    ...enVigueur,
    code: 'INS-06',
    titre: 'Visioconférence',
    enonce:
      'L’organe délibérant de l’EPCI peut se réunir dans plusieurs lieux ; le quorum s’apprécie selon les présents et le scrutin est public.',
    article: 'CGCT, art. L. 5211-11-1',
    gravite: 'information',
    confiance: 'confirme',
    message: 'En visioconférence, voter au scrutin public.',
  },
  {
    ...enVigueur,
    code: 'INS-07',
    titre: 'Majorité ordinaire',
    enonce:
      'Majorité absolue des suffrages exprimés, abstentions et blancs exclus ; voix du président prépondérante en cas de partage, hors scrutin secret.',
    article: 'CGCT, art. L. 2121-20',
    gravite: 'avertissement',
    confiance: 'a-verifier-quasi-certain',
    message: 'Vérifier le décompte des suffrages exprimés.',
  },
  {
    ...enVigueur,
    code: 'INS-08',
    titre: 'Comité social territorial compétent',
    enonce:
      'Un comité par employeur d’au moins 50 agents ; sinon celui du centre de gestion ; un comité commun à l’EPCI et aux communes est possible.',
    article: 'CGFP, art. L. 251-5 et L. 251-7',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Saisir, pour chaque employeur, le comité compétent.',
  },
  {
    ...enVigueur,
    code: 'INS-09',
    titre: 'Saisine du comité social territorial',
    enonce:
      'Convocation quinze jours au moins avant la séance (huit en urgence), pièces huit jours avant. En cas de partage, l’avis est réputé donné.',
    article: 'CGFP, art. R. 254-38, R. 254-39, R. 254-56 et R. 254-66',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Convoquer le comité quinze jours avant et envoyer les pièces huit jours avant.',
  },
  {
    ...enVigueur,
    code: 'INS-10',
    titre: 'Vote défavorable unanime du comité',
    enonce:
      'Après un vote défavorable unanime des représentants du personnel, le projet est réexaminé une fois, entre huit et trente jours après. L’avis ne lie pas, mais la délibération attend cette seconde réunion.',
    article: 'CGFP, art. R. 254-68',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Réunir de nouveau le comité, entre huit et trente jours après son vote défavorable unanime, avant toute délibération.',
    delai: {
      duree: { jours: 30 },
      auPlusTot: { jours: 8 },
      silence: 'aucun',
      effet:
        'Dernier jour de la seconde réunion, qui ne peut se tenir moins de huit jours après la première.',
    },
  },
  {
    ...enVigueur,
    code: 'INS-11',
    titre: 'Défaut d’avis du comité',
    enonce:
      'La consultation est une garantie : l’omettre avant la délibération entache celle-ci d’illégalité (CE, Ass., 23 décembre 2011, n° 335033).',
    article: 'CGFP, art. R. 253-7 ; CE, Ass., 23 décembre 2011, n° 335033',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Recueillir l’avis du comité avant de délibérer.',
  },
] as const satisfies readonly Regle[];
