import { formaterJourCourt } from '../../../moteurs/calendrier/index.ts';
import type { SituationDeCommune, StatutDeCommune } from './situation.ts';

/** De l’attente (clair) à l’avis qui appelle une réponse (foncé) ; hachures : pas encore saisie. */
export const CLASSES_DE_LA_CARTE: Readonly<Record<StatutDeCommune, number>> = {
  'a-saisir': 0,
  'en-attente': 1,
  bientot: 2,
  tacite: 3,
  favorable: 4,
  reserve: 5,
  defavorable: 5,
};

export const LEGENDE_DE_LA_CARTE = [
  { classe: 0, libelle: 'pas encore saisie' },
  { classe: 1, libelle: 'avis attendu' },
  { classe: 2, libelle: 'échéance dans quinze jours au plus' },
  { classe: 3, libelle: 'réputé favorable' },
  { classe: 4, libelle: 'favorable' },
  { classe: 5, libelle: 'réserves ou avis défavorable' },
];

const COURTS: Readonly<Record<StatutDeCommune, string>> = {
  'a-saisir': 'à saisir',
  'en-attente': 'attendu, ',
  bientot: 'bientôt échu, ',
  tacite: 'réputé favorable, ',
  favorable: 'favorable, ',
  reserve: 'avec réserves, ',
  defavorable: 'défavorable, ',
};

/** La situation en quelques mots, pour la liste à côté de la carte. */
export const ecrireCourt = ({ statut, avisLe, echeance }: SituationDeCommune): string => {
  const jour = avisLe ?? echeance;
  return `${COURTS[statut]}${jour === null ? '' : formaterJourCourt(jour)}`;
};
