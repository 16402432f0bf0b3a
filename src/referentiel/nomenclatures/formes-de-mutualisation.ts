/** Formes de mutualisation, de la plus légère à la plus intégrée (une seule liste, codes enregistrés). */
export const FORMES_DE_MUTUALISATION = {
  cooperation: 'Coopération informelle',
  'mise-en-reseau': 'Mise en réseau',
  entente: 'Entente intercommunale',
  'groupement-de-commandes': 'Groupement de commandes',
  'partage-de-biens': 'Partage de biens',
  prestation: 'Prestation de services',
  'convention-de-gestion': 'Convention de gestion',
  'mise-a-disposition-individuelle': 'Mise à disposition individuelle',
  'mise-a-disposition-ascendante': 'Mise à disposition ascendante',
  'mise-a-disposition-descendante': 'Mise à disposition descendante',
  'service-unifie': 'Service unifié',
  'service-commun': 'Service commun',
  transfert: 'Transfert de compétence',
} as const;

export type FormeDeMutualisation = keyof typeof FORMES_DE_MUTUALISATION;

export const estForme = (texte: string): texte is FormeDeMutualisation =>
  Object.hasOwn(FORMES_DE_MUTUALISATION, texte);
