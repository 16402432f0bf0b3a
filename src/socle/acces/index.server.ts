export {
  type AccesADonner,
  type AccesAUnTerritoire,
  type AccesDUnePersonne,
  donnerAcces,
  lireAccesDePersonne,
  listerAcces,
  retirerAcces,
} from './acces.sql.server.ts';
export {
  adresseDuLienMagique,
  creerLienDInvitation,
  LONGUEUR_DU_MOT_DE_PASSE,
  lireAdresse,
} from './authentification.server.ts';
export {
  demanderLienMagique,
  type Entree,
  entrerParLien,
  entrerParMotDePasse,
  sortir,
} from './entrer.server.ts';
export {
  type Acces,
  type AccesDeCommune,
  exigerAussi,
  exigerDroit,
  exigerLienCommune,
  exigerPersonne,
  exigerTerritoirePublic,
  interrompre,
  lireVisiteur,
  type PageDeRefus,
  type Visiteur,
  verifierOrigine,
} from './gardes.server.ts';
export { lireAujourdhui } from './horloge.server.ts';
export {
  creerLien,
  type LienACreer,
  type LienPersonnel,
  listerLiens,
  revoquerLien,
  trouverLien,
} from './liens.sql.server.ts';
export {
  changerMotDePasse,
  creerPersonne,
  estJamaisEntree,
  estSansCompte,
  installer,
  type NouvellePersonne,
  normaliserCourriel,
  type Personne,
  trouverPersonne,
} from './personnes.sql.server.ts';
