import type { Champ } from '../../moteurs/document/index.ts';
import { groupe, requis, texteRequis } from './champs-communs.ts';

const EN_CONVENTION = 'Services communs › Convention';

/** Effet, durée, adhésions, retrait (SC-17 : la loi est muette, la convention doit tout dire). */
export const EFFETS_DE_LA_CONVENTION: readonly Champ[] = [
  groupe('effet', 'Prise d’effet', [requis('date', 'Date d’effet', 'date')], {
    ou: `${EN_CONVENTION} › Durée`,
  }),
  groupe(
    'duree',
    'Durée',
    [
      requis('type', 'Durée', 'choix', {
        choix: [
          { code: 'determinee', libelle: 'déterminée' },
          { code: 'sans-limite', libelle: 'sans limite' },
        ],
      }),
      {
        nom: 'ans',
        libelle: 'Nombre d’années',
        type: 'entier',
        requisSi: 'duree.type = "determinee"',
      },
      {
        nom: 'reconduction',
        libelle: 'Reconduction',
        type: 'choix',
        requisSi: 'duree.type = "determinee"',
        choix: [
          { code: 'expresse', libelle: 'expresse' },
          { code: 'tacite', libelle: 'tacite' },
          { code: 'aucune', libelle: 'aucune' },
        ],
      },
      {
        nom: 'reconduction_maximum',
        libelle: 'Nombre maximal de reconductions tacites',
        type: 'entier',
        requisSi: 'duree.reconduction = "tacite"',
      },
    ],
    { ou: `${EN_CONVENTION} › Durée` },
  ),
  groupe(
    'adhesion',
    'Adhésions ultérieures',
    [
      requis('preavis_mois', 'Préavis d’adhésion (mois)', 'entier'),
      texteRequis('date', 'Jour d’effet des adhésions (« 1er janvier »)'),
    ],
    { ou: `${EN_CONVENTION} › Membres` },
  ),
  groupe('preavis', 'Retrait', [requis('mois', 'Préavis de retrait (mois)', 'entier')], {
    ou: `${EN_CONVENTION} › Sortie`,
  }),
  groupe(
    'sortie',
    'Conséquences d’un retrait',
    [
      requis('agents', 'Sort des agents', 'texte-long'),
      requis('biens', 'Sort des biens, logiciels et données', 'texte-long'),
      requis('charges_residuelles_mois', 'Charges résiduelles (mois)', 'entier'),
    ],
    { ou: `${EN_CONVENTION} › Sortie` },
  ),
];
