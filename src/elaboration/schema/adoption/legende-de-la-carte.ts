import type { StatutDeCommune } from './situation.ts';

/** De l’attente (clair) au schéma reçu (foncé) ; hachures : pas encore saisie. */
export const CLASSES_DE_LA_CARTE: Readonly<Record<StatutDeCommune, number>> = {
  'a-saisir': 0,
  'en-attente': 1,
  bientot: 2,
  tacite: 3,
  favorable: 4,
  reserve: 4,
  defavorable: 4,
};

export const CLASSE_SCHEMA_RECU = 5;

export const LEGENDE_DE_LA_CARTE = [
  { classe: 0, libelle: 'pas encore saisie' },
  { classe: 1, libelle: 'avis attendu' },
  { classe: 2, libelle: 'échéance dans quinze jours au plus' },
  { classe: 3, libelle: 'réputé favorable' },
  { classe: 4, libelle: 'avis exprès' },
  { classe: CLASSE_SCHEMA_RECU, libelle: 'schéma approuvé reçu' },
];
