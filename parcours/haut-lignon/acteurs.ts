import type { Acteur } from '../scenario.ts';

/** Une communauté de communes réelle de Haute-Loire : six communes, de 157 à 3 148 habitants. */
export const TERRITOIRE = {
  siren: '244301107',
  nom: 'CC du Haut Lignon',
  departement: 'Haute-Loire',
} as const;

export const RACINE = `/t/${TERRITOIRE.siren}`;

/** Les communes membres, dans l’ordre alphabétique de leur nom. */
export const COMMUNES = {
  chenereilles: { siren: '214300691', nom: 'Chenereilles' },
  'le-chambon': { siren: '214300519', nom: 'Le Chambon-sur-Lignon' },
  'le-mas': { siren: '214301293', nom: 'Le Mas-de-Tence' },
  mazet: { siren: '214301301', nom: 'Mazet-Saint-Voy' },
  'saint-jeures': { siren: '214301996', nom: 'Saint-Jeures' },
  tence: { siren: '214302440', nom: 'Tence' },
} as const;

export type CleDeCommune = keyof typeof COMMUNES;

/** Les clés des communes, typées. */
export const CLES_DES_COMMUNES = Object.keys(COMMUNES) as readonly CleDeCommune[];

const mairie = (cle: CleDeCommune): Acteur => ({
  nom: `Secrétariat de ${COMMUNES[cle].nom}`,
  fonction: 'secrétaire de mairie, sur un téléphone',
  entree: 'lien',
  sansScript: true,
  courriel: `mairie@${cle}.example`,
});

/** Tous ceux qui agissent. Aucune personne réelle. */
export const ACTEURS = {
  pilote: {
    nom: 'Claire Pilote',
    fonction: 'chargée de mission mutualisation',
    entree: 'compte',
    courriel: 'claire@haut-lignon.example',
  },
  presidente: {
    nom: 'Anne Présidente',
    fonction: 'présidente de la communauté',
    entree: 'compte',
    courriel: 'presidente@haut-lignon.example',
  },
  adjoint: {
    nom: 'Paul Adjoint',
    fonction: 'adjoint aux finances de Tence',
    entree: 'compte',
    courriel: 'adjoint@tence.example',
  },
  habitant: { nom: 'Une habitante', fonction: 'habitante', entree: 'public', sansScript: true },
  chenereilles: mairie('chenereilles'),
  'le-chambon': mairie('le-chambon'),
  'le-mas': mairie('le-mas'),
  mazet: mairie('mazet'),
  'saint-jeures': mairie('saint-jeures'),
  tence: mairie('tence'),
} as const satisfies Readonly<Record<string, Acteur>>;
