import type { Regle } from '../../moteurs/procedure/index.ts';

const enVigueur = { depuis: null, jusqua: null } as const;

/** Cycle du mandat, pacte de gouvernance, information des élus, calendrier budgétaire. */
export const REGLES_GOUVERNANCE = [
  {
    ...enVigueur,
    code: 'CYC-01',
    titre: 'Installation du conseil communautaire',
    enonce:
      'Au plus tard le vendredi de la quatrième semaine qui suit l’élection des maires ; affaires courantes seulement entre-temps.',
    article: 'CGCT, art. L. 5211-6',
    gravite: 'information',
    confiance: 'confirme-doctrine',
    message: 'Installer le conseil communautaire avant toute décision nouvelle.',
  },
  {
    ...enVigueur,
    code: 'PAC-01',
    titre: 'Débat obligatoire sur le pacte de gouvernance',
    enonce:
      'Après chaque renouvellement général, le président inscrit à l’ordre du jour un débat et une délibération sur l’élaboration d’un pacte. Le pacte est facultatif, le débat ne l’est pas.',
    article: 'CGCT, art. L. 5211-11-2, I',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Inscrire à l’ordre du jour le débat sur le pacte de gouvernance.',
  },
  {
    ...enVigueur,
    code: 'PAC-02',
    titre: 'Délais du pacte de gouvernance',
    enonce:
      'Adoption dans les neuf mois du renouvellement, après avis des conseils municipaux rendu dans les deux mois de la transmission du projet. Le texte ne dit pas « réputé favorable » : à défaut d’avis, l’organe délibérant adopte.',
    article: 'CGCT, art. L. 5211-11-2, I',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Attendre deux mois les avis des conseils municipaux, puis adopter.',
    delai: {
      duree: { mois: 2 },
      silence: 'passer-outre',
      effet: 'Sans avis jusqu’à ce jour inclus, l’organe délibérant peut adopter sans attendre.',
    },
  },
  {
    ...enVigueur,
    code: 'PAC-03',
    titre: 'Pacte de gouvernance et mutualisation',
    enonce:
      'Le pacte peut fixer les orientations en matière de mutualisation de services ; s’il existe, le schéma doit y être confronté.',
    article: 'CGCT, art. L. 5211-11-2, II',
    gravite: 'avertissement',
    confiance: 'confirme',
    reserve: 'D-16 : numéro exact du point « mutualisation ».',
    message: 'Confronter le schéma aux orientations du pacte de gouvernance.',
  },
  {
    ...enVigueur,
    code: 'CDM-01',
    titre: 'Conférence des maires',
    enonce:
      'Obligatoire dans tout EPCI à fiscalité propre, sauf si le bureau comprend déjà tous les maires. Rôle consultatif.',
    article: 'CGCT, art. L. 5211-11-3',
    gravite: 'information',
    confiance: 'confirme',
    message: 'Réunir la conférence des maires sur un ordre du jour déterminé.',
  },
  {
    ...enVigueur,
    code: 'INF-01',
    titre: 'Information des conseillers municipaux',
    enonce:
      'Les conseillers municipaux non communautaires reçoivent la convocation, la note de synthèse, le rapport d’orientation budgétaire, le rapport d’activité et, dans le mois, la liste des délibérations.',
    article: 'CGCT, art. L. 5211-40-2',
    gravite: 'avertissement',
    confiance: 'confirme',
    message: 'Adresser la convocation et la note de synthèse aux conseillers municipaux.',
  },
  {
    ...enVigueur,
    code: 'BUD-01',
    titre: 'Débat d’orientation budgétaire',
    enonce:
      'Dans les dix semaines qui précèdent l’examen du budget, pour les EPCI comprenant au moins une commune de 3 500 habitants ; jamais le jour du vote.',
    article: 'CGCT, art. L. 2312-1 et L. 5211-36',
    gravite: 'avertissement',
    confiance: 'confirme',
    reserve: 'D-07 : numérotation de 2026. Bloquant pour le budget, avertissement pour le schéma.',
    message: 'Tenir le débat d’orientation budgétaire dans les dix semaines avant le budget.',
  },
  {
    ...enVigueur,
    code: 'BUD-03',
    titre: 'Vote du budget',
    enonce: 'Au plus tard le 15 avril, ou le 30 avril l’année du renouvellement.',
    article: 'CGCT, art. L. 1612-2',
    gravite: 'avertissement',
    confiance: 'confirme-doctrine',
    message: 'Voter le budget au plus tard le 15 avril (30 avril l’année du renouvellement).',
  },
] as const satisfies readonly Regle[];
