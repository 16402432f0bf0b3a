export {
  deposerFichier,
  type FichierADeposer,
  type FichierDepose,
  lireFichier,
  listerFichiers,
} from './depots.sql.server.ts';
