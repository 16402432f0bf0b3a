/** Les nomenclatures des grilles : un code par notion, ses écritures sûres, ses écritures d’usage. */
export * from './activite.ts';
export { entree, listeDe, nomenclature } from './entrees.ts';
export {
  estForme,
  FORMES_DE_MUTUALISATION,
  type FormeDeMutualisation,
} from './formes-de-mutualisation.ts';
export {
  CADRES_D_EMPLOIS,
  CATEGORIES,
  dureeDeReference,
  FILIERES,
  GRADES,
  OUI_NON,
  RATTACHEMENT_DU_GRADE,
  type RattachementDuGrade,
  STATUT_D_ECHANGE,
  STATUTS,
  TEMPS,
} from './personnel.ts';
export { SERVICES_PUBLICS, type ServicePublic, trouverService } from './services.ts';
export { SERVICE_DU_CHAMP, SERVICES } from './services-usages.ts';
