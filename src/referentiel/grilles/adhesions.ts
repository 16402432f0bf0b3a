import table from '../donnees/grilles/adhesions-services-communs.schema.json' with { type: 'json' };
import { SERVICES } from '../nomenclatures/index.ts';
import { COLLECTIVITE, COLONNES_DE_COLLECTIVITE, composerGrille } from './table-schema.ts';

/** Adhésions des communes aux services communs. */
export const GRILLE_ADHESIONS = composerGrille(table, {
  collectivite: COLLECTIVITE,
  colonnes: {
    ...COLONNES_DE_COLLECTIVITE,
    service: {
      nomenclature: SERVICES,
      recopiee: true,
      synonymes: ['Service commun', 'Code service'],
    },
    date_adhesion: {
      futur: true,
      synonymes: [
        "Date d'adhésion",
        'Adhésion',
        "Date d'effet",
        'Effet',
        'Adhérent depuis',
        "Date d'entrée",
      ],
    },
    cle_repartition: {
      synonymes: [
        'Clé',
        'Clé de répartition',
        'Clé de refacturation',
        'Critère',
        'Mode de répartition',
        'Répartition',
      ],
    },
  },
});
