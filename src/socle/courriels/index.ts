export {
  type CourrielAComposer,
  type CourrielCompose,
  composerCourriel,
  composerInvitation,
  composerLienDeConnexion,
  composerLienPersonnel,
  masquerLiens,
} from './composer.ts';
export { apresUnEchec, ESSAIS_MAXIMAUX } from './essais.ts';
