import type { Regle } from '../../moteurs/procedure/index.ts';

const enVigueur = { depuis: null, jusqua: null } as const;

/** Caractère exécutoire, contrôle de légalité et publicité des actes. */
export const REGLES_LEGALITE = [
  {
    ...enVigueur,
    code: 'CL-01',
    titre: 'Exécutoire : publicité et transmission',
    enonce:
      'Délibérations et conventions sont exécutoires dès leur publication ou notification et leur transmission au préfet ; la date d’effet ne peut précéder la dernière de ces dates.',
    article: 'CGCT, art. L. 2131-1, L. 2131-2 et L. 5211-3',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Transmettre et publier la convention avant son effet : elle n’est pas exécutoire plus tôt.',
  },
  {
    ...enVigueur,
    code: 'CL-02',
    titre: 'Télétransmission',
    enonce:
      'Obligatoire pour les EPCI à fiscalité propre et les communes de plus de 50 000 habitants ; facultative ailleurs. La délibération part avec ses annexes.',
    article: 'CGCT, art. L. 2131-1 et L. 5211-3',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Télétransmettre la délibération avec toutes ses annexes.',
  },
  {
    ...enVigueur,
    code: 'CL-03',
    titre: 'Déféré et recours : deux mois',
    enonce:
      'Le préfet peut déférer l’acte dans les deux mois de sa transmission ; le recours des tiers est ouvert deux mois.',
    article: 'CGCT, art. L. 2131-6',
    gravite: 'information',
    confiance: 'confirme-doctrine',
    message: 'Attendre la fin du délai de recours avant de tenir l’acte pour définitif.',
    delai: {
      duree: { mois: 2 },
      silence: 'aucun',
      effet: 'Fin du délai de déféré préfectoral ; l’acte est exécutoire sans attendre ce terme.',
    },
  },
  {
    code: 'CL-04',
    titre: 'Publication électronique',
    enonce:
      'EPCI à fiscalité propre et communes de 3 500 habitants et plus : publication électronique de l’acte intégral, deux mois au moins, avec sa date. Communes plus petites : choix par délibération, électronique à défaut.',
    article: 'CGCT, art. L. 2131-1 et R. 2131-1',
    depuis: '2022-07-01',
    jusqua: null,
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Publier l’acte intégral en ligne, avec sa date, deux mois au moins.',
  },
  {
    code: 'CL-05',
    titre: 'Liste des délibérations : une semaine',
    enonce:
      'La liste des délibérations est affichée et mise en ligne dans la semaine qui suit la séance.',
    article: 'CGCT, art. L. 2121-25',
    depuis: '2022-07-01',
    jusqua: null,
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Afficher et mettre en ligne la liste des délibérations dans la semaine.',
  },
  {
    code: 'CL-06',
    titre: 'Procès-verbal',
    enonce:
      'Arrêté au début de la séance suivante, signé, publié dans la semaine ; il porte présents, quorum, votes et teneur des discussions.',
    article: 'CGCT, art. L. 2121-15',
    depuis: '2022-07-01',
    jusqua: null,
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Arrêter le procès-verbal à la séance suivante et le publier dans la semaine.',
  },
  {
    ...enVigueur,
    code: 'CL-07',
    titre: 'Données personnelles dans les actes publiés',
    enonce:
      'Aucun agent n’est nommé dans une annexe publiée : version non nominative pour la publication et la transmission publique.',
    article: 'CRPA, art. L. 311-6',
    gravite: 'bloquant',
    confiance: 'confirme',
    message: 'Retirer tout nom d’agent des annexes publiées.',
  },
] as const satisfies readonly Regle[];
