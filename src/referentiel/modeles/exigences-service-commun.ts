import type { Exigence } from '../../moteurs/document/index.ts';

const SERVICE_COMMUN = 'CGCT, art. L. 5211-4-2';

/** Ce que le droit exige d’un service commun : une convention qui l’ignore ne se compose pas. */
export const EXIGENCES_SERVICE_COMMUN: readonly Exigence[] = [
  {
    code: 'SC-01',
    refuserSi: 'non contient(parties.qualite, "epci") ou non contient(parties.qualite, "commune")',
    message:
      'Un service commun réunit l’intercommunalité et au moins une commune membre : ajoutez la partie qui manque.',
    article: SERVICE_COMMUN,
    chemin: 'parties',
  },
  {
    code: 'SC-05',
    pourChaque: 'parties',
    refuserSi: 'element.cst.date < fiche_impact.date',
    message:
      'L’avis du comité social ({{element.nom}}, {{element.cst.date}}) précède la fiche d’impact ({{fiche_impact.date}}) : la fiche se fige d’abord, puis le comité est saisi.',
    article: SERVICE_COMMUN,
    chemin: 'cst.date',
    ou: 'Services communs › Dialogue social',
  },
  {
    code: 'SC-12',
    pourChaque: 'parties',
    refuserSi:
      'element.deliberation.date < element.cst.date ou element.deliberation.date > effet.date',
    message:
      'La délibération ({{element.nom}}) doit suivre l’avis du comité social et précéder la date d’effet : corrigez les dates.',
    article: SERVICE_COMMUN,
    chemin: 'deliberation.date',
    ou: 'Services communs › Délibérations',
  },
  {
    code: 'SC-09',
    refuserSi: 'agents.transferes_etp > agents.transferes_nb ou agents.mad_etp > agents.mad_nb',
    message:
      'Il y a plus d’équivalents temps plein que d’agents : corrigez les effectifs transférés ou mis à disposition.',
    article: SERVICE_COMMUN,
    chemin: 'agents',
  },
  {
    code: 'SC-07',
    pourChaque: 'agents.postes',
    refuserSi: 'element.situation = "transfert" et element.quotite < 100',
    message:
      'Le poste « {{element.intitule}} » n’est affecté au service qu’à {{element.quotite}} : l’agent est mis à disposition, et non transféré.',
    article: SERVICE_COMMUN,
    chemin: 'situation',
  },
  {
    code: 'SC-08',
    pourChaque: 'agents.postes',
    refuserSi:
      'element.situation = "mise-a-disposition" et (element.quotite >= 100 ou element.quotite <= 0)',
    message:
      'Le poste « {{element.intitule}} » est mis à disposition pour {{element.quotite}} : à 100 %, l’agent est transféré de plein droit ; à 0 %, il n’est pas concerné.',
    article: SERVICE_COMMUN,
    chemin: 'quotite',
  },
  {
    code: 'SC-14',
    refuserSi: 'finances.imputation_ac et epci.regime_fiscal <> "FPU"',
    message:
      'L’imputation sur l’attribution de compensation est réservée aux intercommunalités à fiscalité professionnelle unique : choisissez un remboursement.',
    article: `${SERVICE_COMMUN} ; CGI, art. 1609 nonies C`,
    chemin: 'finances.imputation_ac',
  },
  {
    code: 'cles-100',
    refuserSi: 'renseigne(finances.cles) et somme(finances.cles.ponderation) <> 100',
    message:
      'Les pondérations des clés font {{somme(finances.cles.ponderation)}} au lieu de 100 % : corrigez-les.',
    article: null,
    chemin: 'finances.cles',
    ou: 'Refacturation › Clés',
  },
  {
    code: 'annexe-financiere',
    refuserSi:
      'renseigne(finances.simulation) et somme(finances.simulation.montant) <> finances.cout_previsionnel',
    message:
      'La simulation répartit {{somme(finances.simulation.montant)}} pour un coût de {{finances.cout_previsionnel}} : recalculez-la.',
    article: null,
    chemin: 'finances.simulation',
    ou: 'Refacturation › Simulation',
  },
];
