/** Comptes du territoire de démonstration, affichés au démarrage. Aucune personne réelle. */
export interface CompteDeDemonstration {
  readonly courriel: string;
  readonly motDePasse: string;
  readonly nom: string;
  readonly role: 'pilote' | 'service' | 'commune' | 'elu' | 'lecture';
  /** SIREN de la collectivité à laquelle le compte se limite. */
  readonly collectivite?: string;
  readonly pourQuoi: string;
}

const MOT_DE_PASSE = 'ensemblier-demo';

export const COMPTES_DE_DEMONSTRATION: readonly CompteDeDemonstration[] = [
  {
    courriel: 'pilote@charlieu-belmont.example',
    motDePasse: MOT_DE_PASSE,
    nom: 'Camille Pilote',
    role: 'pilote',
    pourQuoi: 'chargée de mission mutualisation',
  },
  {
    courriel: 'finances@charlieu-belmont.example',
    motDePasse: MOT_DE_PASSE,
    nom: 'Dominique Finances',
    role: 'service',
    pourQuoi: 'service des finances de la communauté',
  },
  {
    courriel: 'mairie@mars.example',
    motDePasse: MOT_DE_PASSE,
    nom: 'Secrétariat de Mars',
    role: 'commune',
    collectivite: '214201410',
    pourQuoi: 'secrétaire de mairie de Mars',
  },
  {
    courriel: 'maire@mars.example',
    motDePasse: MOT_DE_PASSE,
    nom: 'Maire de Mars',
    role: 'elu',
    collectivite: '214201410',
    pourQuoi: 'maire de Mars',
  },
];
