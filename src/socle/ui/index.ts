/** Porte pure de l’interface : écriture française, couleurs, fond de carte. */
export { accorderCouleur, attribuerTeintes, estCouleur, mesurerContraste } from './couleurs.ts';
export {
  type CommuneADessiner,
  type ContourADessiner,
  composerFond,
} from './fond-du-territoire.ts';
export {
  accorder,
  FINE,
  formaterDuree,
  formaterEtp,
  formaterEtpCentiemes,
  formaterJour,
  formaterJourCourt,
  formaterMontantArrondi,
  formaterMontantEuros,
  formaterNombre,
  formaterOctets,
  formaterPourcent,
  formaterValeur,
  INSECABLE,
  typographier,
} from './formats.ts';
export { formaterInstant, formaterInstantCourt } from './instants.ts';
export {
  type CommuneDuFond,
  type FondDeCarte,
  projeterCentroides,
  projeterContours,
} from './projection.ts';
