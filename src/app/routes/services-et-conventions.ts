import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const SERVICES = '../mise-en-oeuvre/services-communs';
const CONVENTIONS = '../mise-en-oeuvre/conventions';
const REFACTURATION = '../mise-en-oeuvre/refacturation';

/** « Mettre en œuvre » : services communs, conventions, refacturation. */
export const routesDesServicesEtConventions: RouteConfigEntry[] = [
  route('mettre-en-oeuvre/services-communs', `${SERVICES}/services-communs.page.tsx`, {
    id: 'services-communs',
  }),
  route('mettre-en-oeuvre/services-communs/:service', `${SERVICES}/service.page.tsx`, {
    id: 'service-commun',
  }),
  route(
    'mettre-en-oeuvre/services-communs/:service/fiche-impact',
    `${SERVICES}/fiche-impact.page.tsx`,
    { id: 'fiche-impact' },
  ),
  route(
    'mettre-en-oeuvre/services-communs/:service/fiche-impact/:format',
    `${SERVICES}/fiche-impact.route.ts`,
    { id: 'fiche-impact-document' },
  ),
  route('mettre-en-oeuvre/conventions', `${CONVENTIONS}/conventions.page.tsx`, {
    id: 'conventions',
  }),
  route('mettre-en-oeuvre/conventions/:convention', `${CONVENTIONS}/convention.page.tsx`, {
    id: 'convention',
  }),
  route(
    'mettre-en-oeuvre/conventions/:convention/redaction/:section',
    `${CONVENTIONS}/redaction/redaction.page.tsx`,
    { id: 'convention-redaction' },
  ),
  route(
    'mettre-en-oeuvre/conventions/:convention/document/:format',
    `${CONVENTIONS}/document.route.ts`,
    { id: 'convention-document' },
  ),
  route(
    'mettre-en-oeuvre/conventions/:convention/gardes/:document',
    `${CONVENTIONS}/garde.route.ts`,
    { id: 'convention-garde' },
  ),
  route('mettre-en-oeuvre/refacturation', `${REFACTURATION}/refacturation.page.tsx`, {
    id: 'refacturation',
  }),
  route('mettre-en-oeuvre/refacturation/etats/:part', `${REFACTURATION}/etat.page.tsx`, {
    id: 'etat',
  }),
  route('mettre-en-oeuvre/refacturation/etats/:part/:format', `${REFACTURATION}/etat.route.ts`, {
    id: 'etat-fichier',
  }),
  route('mettre-en-oeuvre/refacturation/:service/:annee', `${REFACTURATION}/exercice.page.tsx`, {
    id: 'exercice',
  }),
];

/** Les états et les conventions d’une commune, par son lien personnel. */
export const routesDesEtatsDeCommune: RouteConfigEntry[] = [
  route('c/:jeton/etats', `${REFACTURATION}/etats-de-commune.page.tsx`, { id: 'commune-etats' }),
  route('c/:jeton/etats/:part', `${REFACTURATION}/etat-de-commune.page.tsx`, {
    id: 'commune-etat',
  }),
  route('c/:jeton/etats/:part/:format', `${REFACTURATION}/etat-de-commune.route.ts`, {
    id: 'commune-etat-fichier',
  }),
  route('c/:jeton/conventions/:convention/:document', `${CONVENTIONS}/garde-de-commune.route.ts`, {
    id: 'commune-convention',
  }),
];
