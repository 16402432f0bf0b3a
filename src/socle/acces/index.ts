export { aLeDroit, DROITS, type Droit, estRole, quiPeut, ROLES, type Role } from './droits.ts';
export {
  DUREE_D_UN_LIEN_EN_JOURS,
  type EtatDuLien,
  echeanceDuLien,
  etatDuLien,
  type LienAJuger,
} from './lien-personnel.ts';
export { type Provenance, vientDeChezNous } from './origine.ts';
