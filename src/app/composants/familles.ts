/** Les familles de motifs montrées, dans l’ordre ; la clé est aussi leur adresse. */
export const FAMILLES = [
  { cle: 'chiffres', titre: 'Chiffres et graphiques' },
  { cle: 'depot', titre: 'Dépôt et anomalies' },
  { cle: 'tableaux', titre: 'Tableaux' },
  { cle: 'temps', titre: 'Temps et carte' },
  { cle: 'decision', titre: 'Décision' },
  { cle: 'documents', titre: 'Documents et histoire' },
  { cle: 'etats', titre: 'Messages et états' },
  { cle: 'champs', titre: 'Champs et boutons' },
] as const;

export type CleFamille = (typeof FAMILLES)[number]['cle'];
