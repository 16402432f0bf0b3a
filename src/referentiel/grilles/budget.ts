import type { Enregistrement } from '../../moteurs/grille/index.ts';
import table from '../donnees/grilles/budget-services.schema.json' with { type: 'json' };
import { SECTIONS, SENS, SERVICES } from '../nomenclatures/index.ts';
import { COLONNES_DE_COLLECTIVITE, composerGrille } from './table-schema.ts';

/** « 012 - 64111 », « 012/64111 », « chap. 012 art. 64111 » : chapitre puis compte. */
const decouperImputation = (texte: string): readonly string[] | null => {
  const trouve = /^\D*?(\d{2,3})\s*(?:[-–/.:|]|\s|\D{1,12}?)\s*(\d{3,6})\D*$/.exec(texte.trim());
  return trouve ? [trouve[1] ?? '', trouve[2] ?? ''] : null;
};

const MONTANTS = ['prevu', 'realise'] as const;

const deduireSens = (e: Enregistrement): void => {
  const negatif = MONTANTS.some((champ) => Number(e.lire(champ)) < 0);
  const nature = e.lire('nature');
  if (e.lire('section') === '' && nature !== '')
    e.ecrire('section', /^[67]/.test(nature) ? 'Fonctionnement' : 'Investissement');
  if (e.lire('sens') === '' && nature !== '') {
    const recetteDInvestissement = /^1[0-6]/.test(nature) && !nature.startsWith('16');
    e.ecrire(
      'sens',
      negatif || nature.startsWith('7') || recetteDInvestissement ? 'recette' : 'dépense',
    );
  }
  if (e.lire('sens') !== 'recette') return;
  for (const champ of MONTANTS)
    if (Number(e.lire(champ)) < 0) e.ecrire(champ, (-Number(e.lire(champ))).toFixed(2));
};

const DEDUITS =
  'Section et sens déduits du compte (classe 2 : investissement ; 6 et 7 : fonctionnement) et du signe.';

/** Budget des services communs : lignes M57 par service et exercice. */
export const GRILLE_BUDGET = composerGrille(table, {
  collectivite: { siren: 'siren', nom: null },
  collectiviteParDefaut: 'epci',
  composees: [
    {
      synonymes: [
        'Imputation',
        'Chapitre / article',
        'Chapitre et article',
        'Chapitre - article',
        'Compte',
        'Imputation budgétaire',
        'Chapitre/nature',
        'Chap. / art.',
        'Chapitre - nature',
      ],
      champs: ['chapitre', 'nature'],
      decouper: decouperImputation,
      message: 'Chapitre et compte séparés.',
    },
  ],
  calculees: {
    section: {
      action: 'reparer_et_signaler',
      regle: 'valeur-deduite',
      valeur: 'd’après le compte',
      message: DEDUITS,
    },
    sens: {
      action: 'reparer_et_signaler',
      regle: 'valeur-deduite',
      valeur: 'd’après le compte ou le signe',
      message: DEDUITS,
    },
  },
  completer: deduireSens,
  colonnes: {
    exercice: {
      titre: 'Exercice',
      nature: 'annee',
      synonymes: ['Année', 'Exercice budgétaire', 'Budget', 'An'],
    },
    siren: { ...COLONNES_DE_COLLECTIVITE.siren },
    service: {
      nomenclature: SERVICES,
      recopiee: true,
      synonymes: ['Service commun', 'Code service', 'Fonction', 'Analytique', 'Centre de coût'],
    },
    section: {
      nomenclature: SECTIONS,
      synonymes: ['F/I', 'Fonct. / Invest.', 'Section budgétaire'],
    },
    sens: {
      nomenclature: SENS,
      synonymes: ['D/R', 'Dépense / recette', 'Dépense ou recette', 'Mouvement'],
    },
    chapitre: { synonymes: ['Chap.', 'Chapitre budgétaire', 'Chap'] },
    nature: {
      synonymes: ['Article', 'Compte', 'Compte nature', 'Art.', 'Compte par nature', 'N° compte'],
    },
    libelle: {
      synonymes: ['Intitulé', 'Désignation', 'Libellé du compte', 'Objet', 'Libellé article'],
    },
    prevu: {
      nature: 'montant',
      decimales: 2,
      synonymes: [
        'BP+DM',
        'Budget prévu',
        'Crédits ouverts',
        'BP',
        'Budget',
        'Prévision',
        'Prévisions',
        'Voté',
        'Budget primitif',
        'Crédits votés',
        'Total crédits',
      ],
    },
    realise: {
      nature: 'montant',
      decimales: 2,
      synonymes: [
        'CA',
        'Réalisations',
        'Compte administratif',
        'Mandaté',
        'Exécuté',
        'Mandats émis',
        'Réalisé (CA)',
        'CFU',
        'Consommé',
        'Émis',
      ],
    },
  },
});
