export {
  type Executant,
  type OptionsDeTravaux,
  type Rangement,
  type Suivi,
  TravailInterrompu,
  TravailRefuse,
  traiterTravaux,
} from './traiter-travaux.server.ts';
export {
  annulerTravail,
  lancerTravail,
  listerTravaux,
  suivreTravail,
  type TravailALancer,
} from './travaux.sql.server.ts';
