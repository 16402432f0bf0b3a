import type { FormeDeMutualisation } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';

/** Ce que le droit attache à une forme : fondement, actes à prendre, sort des agents. */
export interface RegimeDeForme {
  readonly fondement: string;
  readonly actes: readonly string[];
  /**
   * L’employeur des agents qui y sont entièrement affectés change-t-il ? (CGCT, art. L. 5211-4-2 et
   * L. 5211-4-1, I) ; les agents qui n’y sont affectés qu’en partie sont mis à disposition.
   */
  readonly transfereLesAgents: boolean;
}

const CONVENTION = 'délibérations concordantes approuvant la convention';

/** Repères de saisie, que la pilote peut corriger dans la fiche ; le droit fait foi. */
export const REGIMES: Readonly<Record<FormeDeMutualisation, RegimeDeForme>> = {
  cooperation: {
    fondement: 'Aucun acte n’est exigé',
    actes: ['lettre de mission du réseau'],
    transfereLesAgents: false,
  },
  'mise-en-reseau': {
    fondement: 'Aucun acte n’est exigé ; une charte suffit',
    actes: ['charte du réseau'],
    transfereLesAgents: false,
  },
  entente: {
    fondement: 'CGCT, art. L. 5221-1',
    actes: [CONVENTION],
    transfereLesAgents: false,
  },
  'groupement-de-commandes': {
    fondement: 'CCP, art. L. 2113-6',
    actes: ['convention constitutive du groupement', 'délibérations des membres'],
    transfereLesAgents: false,
  },
  'partage-de-biens': {
    fondement: 'CGCT, art. L. 5211-4-3',
    actes: ['règlement de mise à disposition des biens', 'délibération de l’intercommunalité'],
    transfereLesAgents: false,
  },
  prestation: {
    fondement: 'CGCT, art. L. 5111-1',
    actes: [CONVENTION, 'examen au regard de la commande publique'],
    transfereLesAgents: false,
  },
  'convention-de-gestion': {
    fondement: 'CGCT, art. L. 5214-16-1 (L. 5216-7-1 et L. 5215-27 selon la catégorie)',
    actes: [CONVENTION, 'examen au regard de la commande publique'],
    transfereLesAgents: false,
  },
  'mise-a-disposition-individuelle': {
    fondement: 'CGFP, art. L. 512-6',
    actes: ['accord de l’agent', 'convention et arrêté individuel de mise à disposition'],
    transfereLesAgents: false,
  },
  'mise-a-disposition-ascendante': {
    fondement: 'CGCT, art. L. 5211-4-1, II',
    actes: ['avis des comités sociaux territoriaux', CONVENTION],
    transfereLesAgents: false,
  },
  'mise-a-disposition-descendante': {
    fondement: 'CGCT, art. L. 5211-4-1, III',
    actes: ['avis des comités sociaux territoriaux', CONVENTION],
    transfereLesAgents: false,
  },
  'service-unifie': {
    fondement: 'CGCT, art. L. 5111-1-1',
    actes: ['avis des comités sociaux territoriaux', CONVENTION],
    transfereLesAgents: true,
  },
  'service-commun': {
    fondement: 'CGCT, art. L. 5211-4-2',
    actes: ['fiche d’impact sur les agents', 'avis des comités sociaux territoriaux', CONVENTION],
    transfereLesAgents: true,
  },
  transfert: {
    fondement: 'CGCT, art. L. 5211-17',
    actes: [
      'délibérations concordantes à la majorité qualifiée',
      'arrêté préfectoral',
      'évaluation des charges par la CLECT',
    ],
    transfereLesAgents: true,
  },
};
