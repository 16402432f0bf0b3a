import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { routesDesAvis } from './schema.ts';
import { routesDesEtatsDeCommune } from './services-et-conventions.ts';

const COLLECTE = '../elaboration/etat-des-lieux/collecte';

/**
 * Pages d’une commune, ouvertes par lien personnel : `c/:jeton` (id `commune`) et ce qui en
 * descend. Ces pages emploient PageSimple : aucun menu à apprendre.
 */
export const routesDesCommunes: RouteConfigEntry[] = [
  route('c/:jeton', 'commune.page.tsx', { id: 'commune' }),
  route('c/:jeton/grilles/:grille', `${COLLECTE}/grille.page.tsx`, { id: 'commune-grille' }),
  route('c/:jeton/grilles/:grille/gabarit/:format', `${COLLECTE}/gabarit.route.ts`, {
    id: 'commune-gabarit',
  }),
  route('c/:jeton/grilles/:grille/lignes/:ligne', `${COLLECTE}/ligne-en-ligne.page.tsx`, {
    id: 'commune-ligne',
  }),
  route('c/:jeton/grilles/:grille/depots/:depot', `${COLLECTE}/depot.page.tsx`, {
    id: 'commune-depot',
  }),
  route('c/:jeton/grilles/:grille/depots/:depot/fichier', `${COLLECTE}/fichier.route.ts`, {
    id: 'commune-depot-fichier',
  }),
  route(
    'c/:jeton/grilles/:grille/depots/:depot/lignes/:repere',
    `${COLLECTE}/ligne-du-depot.page.tsx`,
    { id: 'commune-depot-ligne' },
  ),
  ...routesDesAvis,
  ...routesDesEtatsDeCommune,
];
