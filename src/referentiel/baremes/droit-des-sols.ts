/** Un type d’acte d’urbanisme, son poids usuel et son délai d’instruction de droit commun. */
export interface ActeDUrbanisme {
  readonly type: string;
  readonly libelle: string;
  /** Équivalents permis de construire une maison individuelle, écriture décimale. */
  readonly poids: string;
  /** Mois (code de l’urbanisme, art. R. 423-23 et R. 410-9 à R. 410-10). */
  readonly delaiMois: number;
}

/**
 * Barème usuel des actes d’urbanisme, proposé à la rédaction d’une convention ; chaque convention
 * écrit le sien.
 */
export const BAREME_DROIT_DES_SOLS: readonly ActeDUrbanisme[] = [
  { type: 'CUa', libelle: 'Certificat d’urbanisme d’information', poids: '0.2', delaiMois: 1 },
  { type: 'CUb', libelle: 'Certificat d’urbanisme opérationnel', poids: '0.4', delaiMois: 2 },
  { type: 'DP', libelle: 'Déclaration préalable', poids: '0.7', delaiMois: 1 },
  {
    type: 'PCMI',
    libelle: 'Permis de construire une maison individuelle',
    poids: '1',
    delaiMois: 2,
  },
  { type: 'PC', libelle: 'Permis de construire (autres)', poids: '1.5', delaiMois: 3 },
  { type: 'PA', libelle: 'Permis d’aménager', poids: '1.2', delaiMois: 3 },
  { type: 'PD', libelle: 'Permis de démolir', poids: '0.8', delaiMois: 2 },
];
