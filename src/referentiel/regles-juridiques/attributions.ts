import type { Regle } from '../../moteurs/procedure/index.ts';

const ARTICLE = 'CGI, art. 1609 nonies C';
const enVigueur = { article: ARTICLE, depuis: null, jusqua: null } as const;

/** Attribution de compensation et évaluation des charges : ce que les procédures en citent. */
export const REGLES_ATTRIBUTIONS = [
  {
    ...enVigueur,
    code: 'AC-01',
    titre: 'Champ de l’attribution de compensation',
    enonce:
      'Réservée aux EPCI à fiscalité professionnelle unique. En fiscalité additionnelle : remboursement seul.',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Prévoir un remboursement : l’EPCI ne verse pas d’attribution de compensation.',
  },
  {
    ...enVigueur,
    code: 'AC-03',
    titre: 'Rapport de la CLECT : neuf mois',
    enonce:
      'À chaque transfert de charges, la commission locale d’évaluation des charges transférées remet son rapport dans les neuf mois du transfert.',
    gravite: 'avertissement',
    confiance: 'confirme-doctrine',
    message: 'Faire remettre le rapport de la CLECT dans les neuf mois du transfert.',
    delai: {
      duree: { mois: 9 },
      silence: 'aucun',
      effet: 'À défaut de rapport transmis, le préfet constate le coût net des charges.',
    },
  },
  {
    ...enVigueur,
    code: 'AC-04',
    titre: 'Approbation du rapport : le silence n’est pas un accord',
    enonce:
      'Le rapport est approuvé à la majorité qualifiée, sans minorité de blocage, par délibérations expresses dans les trois mois de sa transmission. Le silence ne vaut pas accord.',
    gravite: 'bloquant',
    confiance: 'confirme-doctrine',
    reserve: 'D-09 : absence de minorité de blocage à relire.',
    message: 'Recueillir des délibérations expresses : le silence ne vaut pas accord.',
    delai: {
      duree: { mois: 3 },
      silence: 'pas-d-accord',
      effet:
        'Sans délibération jusqu’à ce jour inclus, la commune ne compte pas parmi les accords.',
    },
  },
  {
    ...enVigueur,
    code: 'AC-07',
    titre: 'Révision libre de l’attribution de compensation',
    enonce:
      'Délibérations concordantes du conseil communautaire aux deux tiers et des communes intéressées à la majorité simple, sur le même montant, au vu du rapport de la CLECT. Indexation interdite.',
    gravite: 'bloquant',
    confiance: 'confirme-doctrine',
    message: 'Délibérer aux deux tiers, puis dans chaque commune intéressée, sur le même montant.',
  },
  {
    ...enVigueur,
    code: 'AC-08',
    titre: 'Imputation d’un service commun',
    enonce:
      'Permise par l’article L. 5211-4-2. La procédure n’est pas explicitée : par prudence, la révision libre s’ajoute à la convention.',
    article: 'CGCT, art. L. 5211-4-2 ; CGI, art. 1609 nonies C',
    gravite: 'avertissement',
    confiance: 'a-verifier',
    reserve: 'D-10 : révision libre nécessaire ou non.',
    message: 'Ajouter à la convention une révision libre de l’attribution de compensation (AC-07).',
  },
] as const satisfies readonly Regle[];
