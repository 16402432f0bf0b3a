import { type FicheASemer, RISQUES, SORTIE } from './fiche-a-semer.ts';

const ADS = [
  '214200073',
  '214200149',
  '214200156',
  '214200164',
  '214200255',
  '214200263',
  '214200339',
  '214200487',
  '214200529',
  '214200792',
  '214200867',
  '214201048',
  '214201311',
  '214201527',
  '214201774',
  '214202152',
  '214202293',
  '214202673',
  '214202731',
  '214203002',
  '214203333',
  '214203382',
];
const PAIE = [
  '214200073',
  '214200164',
  '214200255',
  '214200263',
  '214200487',
  '214200529',
  '214200792',
  '214200867',
  '214201121',
  '214201311',
  '214201527',
  '214201774',
  '214202293',
  '214202368',
  '214202673',
  '214203002',
  '214203333',
];

/** Deux services communs : droit des sols, paie. */
export const SERVICES_COMMUNS_A_SEMER: readonly FicheASemer[] = [
  {
    service: 'ADS',
    titre: 'Instruction du droit des sols',
    forme: 'service-commun',
    membres: ADS,
    creation: { etpCentiemes: 50, coutCentimes: 2_350_000n },
    redaction: {
      pilote_elu: 'Mme Claire Desbois, vice-présidente',
      pilote_technique: 'M. Karim Benali, directeur général adjoint',
      constat:
        'Le service commun instruit depuis 2015 les demandes de vingt-deux communes. Les délais s’allongent : une absence longue suffit à arrêter des dossiers.\n\nDans chaque mairie, une secrétaire consacre encore quelques heures à l’accueil et à l’enregistrement.',
      objectif:
        'Instruire toutes les demandes dans les délais, dans chaque commune, sans dépendre d’une seule personne.',
      missions: [
        'instruction des permis, déclarations et certificats',
        'conseil aux maires et aux pétitionnaires',
        'pré-contentieux et contrôle de conformité',
      ],
      exclusions: [
        'la décision et sa signature, qui restent au maire',
        'l’accueil de premier niveau et l’enregistrement des demandes',
      ],
      organisation:
        'Le service est rattaché au pôle aménagement. Pour instruire un dossier, les agents sont placés sous l’autorité fonctionnelle du maire de la commune concernée. Première réponse sous deux jours ouvrés.',
      moyens_humains:
        'L’équipe d’instruction de l’intercommunalité, renforcée d’un mi-temps. Les secrétaires de mairie gardent leur poste et leur employeur.',
      moyens_materiels: 'Bureaux au siège ; logiciel d’instruction commun, guichet en ligne.',
      investissement: '18500.00',
      hypotheses:
        'Salaires à +2 % par an. Volume d’actes stable. Temps communal réemployé à l’accueil : il n’est pas compté comme une économie.',
      couts_evites: 'Recours à un prestataire pendant les absences, estimé à 8 000 € par an.',
      valeur_de_service: 'Continuité, double lecture des actes, délai de réponse connu.',
      financement:
        'Clé : équivalents permis de construire constatés l’année précédente. L’intercommunalité prend en charge l’investissement de départ.',
      indicateurs: [
        {
          libelle: 'Communes adhérentes',
          initiale: '22',
          cible: '24',
          unite: '',
          source: 'Conventions',
        },
        {
          libelle: 'Délai moyen d’instruction',
          initiale: '52',
          cible: '38',
          unite: 'jours',
          source: 'Relevé d’activité',
        },
        {
          libelle: 'Actes par équivalent temps plein',
          initiale: '98',
          cible: '130',
          unite: 'actes',
          source: 'Relevé d’activité',
        },
      ],
      calendrier: [
        {
          etape: 'Fiche d’impact et comités sociaux',
          debut: '2026-09-01',
          fin: '2026-12-15',
          responsable: 'Ressources humaines',
        },
        {
          etape: 'Délibérations concordantes',
          debut: '2027-01-04',
          fin: '2027-03-31',
          responsable: 'Présidente et maires',
        },
        {
          etape: 'Arrivée du renfort',
          debut: '2027-07-01',
          fin: '2027-07-01',
          responsable: 'Pôle aménagement',
        },
      ],
      risques: RISQUES,
      sortie: SORTIE,
      entree: '2027-07-01',
    },
  },
  {
    service: 'RH',
    titre: 'Paie et carrières',
    forme: 'service-commun',
    membres: PAIE,
    creation: { etpCentiemes: 100, coutCentimes: 4_480_000n },
    redaction: {
      pilote_elu: 'M. Alain Mercier, vice-président',
      pilote_technique: 'Mme Nadia Roche, directrice des ressources humaines',
      constat:
        'La paie est faite dans dix-sept communes par des agents isolés. Chacun suit seul les changements de règles.',
      objectif: 'Payer juste et à temps partout, et donner à chaque agent un interlocuteur formé.',
      missions: ['paie mensuelle', 'carrières et retraites', 'veille et conseil aux maires'],
      exclusions: [
        'le recrutement et l’évaluation, qui restent à l’employeur',
        'les missions obligatoires du centre de gestion',
      ],
      organisation:
        'Le service est rattaché à la direction des ressources. Chaque commune a un gestionnaire nommé et un suppléant.',
      moyens_humains:
        'L’équipe de l’intercommunalité et un recrutement. Trois jours de formation par agent.',
      moyens_materiels: 'Un logiciel unique, repris des deux communes les plus peuplées.',
      investissement: '12000.00',
      hypotheses: 'Salaires à +2 % par an. Reprise des contrats de logiciel à leur échéance.',
      couts_evites: 'Deux contrats de prestation non renouvelés, 6 400 € par an sur devis.',
      valeur_de_service: 'Remplacement assuré, conseil disponible chaque jour.',
      financement: 'Tarif au bulletin, révisé chaque année sur le coût constaté.',
      indicateurs: [
        {
          libelle: 'Bulletins établis',
          initiale: '0',
          cible: '4 100',
          unite: 'bulletins',
          source: 'Logiciel de paie',
        },
        {
          libelle: 'Bulletins corrigés après paie',
          initiale: '3',
          cible: '1',
          unite: '%',
          source: 'Logiciel de paie',
        },
        {
          libelle: 'Satisfaction des secrétaires de mairie',
          initiale: 'non mesurée',
          cible: '4 sur 5',
          unite: '',
          source: 'Enquête annuelle',
        },
      ],
      calendrier: [
        {
          etape: 'Fiche d’impact et comités sociaux',
          debut: '2026-09-15',
          fin: '2026-11-13',
          responsable: 'Ressources humaines',
        },
        {
          etape: 'Ouverture du service',
          debut: '2028-01-01',
          fin: '2028-01-01',
          responsable: 'Direction des ressources',
        },
      ],
      risques: RISQUES,
      sortie: SORTIE,
      entree: '2028-01-01',
    },
  },
];
