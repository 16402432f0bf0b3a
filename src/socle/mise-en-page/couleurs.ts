/** Couleurs des documents (hexadécimal sans dièse), contrastées à plus de 7:1 sur fond blanc pour les textes. */
export const COULEURS = {
  encre: '17414A',
  gris: '55605F',
  filet: 'B9C4C1',
  papier: 'F5F3EC',
  ocre: '8A5A00',
  surligne: 'FDE6B8',
} as const;

/** Trait et fond d’un encadré selon son ton. */
export const TONS = {
  info: { trait: '17414A', fond: 'EEF3F2' },
  attention: { trait: '8A5A00', fond: 'FBF3E1' },
  droit: { trait: '4A4480', fond: 'F1F0F7' },
} as const;

/** Une romaine présente partout, ou remplacée par une semblable. */
export const POLICE = 'Georgia';
