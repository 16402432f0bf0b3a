import type { Regle } from '../../moteurs/procedure/index.ts';

const enVigueur = { depuis: null, jusqua: null } as const;

/** Transfert de compétences, restitution, et majorité des communes. */
export const REGLES_TRANSFERTS = [
  {
    ...enVigueur,
    code: 'MAJ-Q',
    titre: 'Majorité qualifiée « de création »',
    enonce:
      'Deux tiers au moins des conseils municipaux représentant plus de la moitié de la population, ou la moitié au moins représentant les deux tiers de la population ; la commune la plus peuplée, si elle dépasse le quart de la population, doit être favorable.',
    article: 'CGCT, art. L. 5211-5, II',
    gravite: 'bloquant',
    confiance: 'confirme',
    reserve:
      'Minorité de blocage : quasi certaine, alinéa à relire. D-14 : population à retenir (municipale authentifiée ou totale).',
    message: 'Réunir la majorité qualifiée des conseils municipaux.',
  },
  {
    ...enVigueur,
    code: 'TC-01',
    titre: 'Transfert facultatif de compétence',
    enonce:
      'Les communes peuvent à tout moment transférer des compétences non prévues par la loi ou la décision institutive, par délibérations concordantes de l’EPCI et des conseils municipaux à la majorité de création. Chaque conseil a trois mois à compter de la notification au maire ; son silence vaut décision favorable. Le transfert est prononcé par arrêté préfectoral.',
    article: 'CGCT, art. L. 5211-17',
    gravite: 'bloquant',
    confiance: 'confirme',
    message:
      'Le transfert suppose une délibération de l’EPCI, notifiée à chaque maire, puis l’accord des communes.',
    delai: {
      duree: { mois: 3 },
      silence: 'favorable',
      effet:
        'Sans délibération jusqu’à ce jour inclus, la décision est réputée favorable le lendemain.',
    },
  },
  {
    ...enVigueur,
    code: 'TC-02',
    titre: 'Transfert partiel de compétence',
    enonce:
      'Le transfert « en tout ou partie » repose sur une ligne de partage objective : définition statutaire ou intérêt communautaire, défini à la majorité des deux tiers des suffrages exprimés du conseil communautaire.',
    article: 'CGCT, art. L. 5211-17, L. 5214-16, L. 5215-20 et L. 5216-5',
    gravite: 'avertissement',
    confiance: 'a-verifier-quasi-certain',
    message: 'Écrire la ligne de partage de la compétence transférée en partie.',
  },
  {
    ...enVigueur,
    code: 'TC-03',
    titre: 'Biens de la compétence transférée',
    enonce:
      'Le transfert entraîne de plein droit la mise à disposition gratuite des biens utilisés, constatée par procès-verbal contradictoire. En désaccord, le président de la chambre régionale des comptes peut arbitrer sous deux mois.',
    article: 'CGCT, art. L. 1321-1 et suivants',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Établir avec chaque commune le procès-verbal de mise à disposition des biens.',
  },
  {
    ...enVigueur,
    code: 'TC-04',
    titre: 'Transfert « à la carte »',
    enonce:
      'Une ou plusieurs communes seulement peuvent transférer une compétence facultative : liste délibérée par l’EPCI, demande de chaque commune sous trois mois, puis délibérations concordantes à la majorité de création.',
    article: 'CGCT, art. L. 5211-17-2',
    gravite: 'avertissement',
    confiance: 'a-verifier',
    reserve: 'D-04 : version en vigueur à relire.',
    message: 'Relire l’article L. 5211-17-2 avant d’engager un transfert à la carte.',
  },
  {
    ...enVigueur,
    code: 'TC-05',
    titre: 'Restitution de compétence',
    enonce:
      'Délibérations concordantes de l’EPCI et des communes à la majorité de création, sous trois mois ; ici le silence vaudrait décision défavorable. Arrêté préfectoral.',
    article: 'CGCT, art. L. 5211-17-1',
    gravite: 'avertissement',
    confiance: 'a-verifier',
    reserve: 'D-04 : effet du silence à relire ; gravité abaissée jusque-là.',
    message:
      'Recueillir la délibération expresse de chaque commune : le silence n’est pas un accord.',
    delai: {
      duree: { mois: 3 },
      silence: 'defavorable',
      effet:
        'Sans délibération jusqu’à ce jour inclus, la décision serait réputée défavorable le lendemain.',
    },
  },
  {
    ...enVigueur,
    code: 'TC-06',
    titre: 'Personnel en cas de restitution',
    enonce:
      'Les agents affectés en totalité à la compétence restituée sont répartis par convention entre l’EPCI et les communes, après avis des comités sociaux territoriaux ; à défaut d’accord dans les trois mois, par arrêté du préfet.',
    article: 'CGCT, art. L. 5211-4-1, IV bis',
    gravite: 'avertissement',
    confiance: 'confirme-doctrine',
    message: 'Convenir de la répartition des agents dans les trois mois de la restitution.',
    delai: {
      duree: { mois: 3 },
      silence: 'aucun',
      effet: 'À défaut d’accord, le préfet répartit les agents par arrêté.',
    },
  },
] as const satisfies readonly Regle[];
