import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const SCHEMA = '../elaboration/schema';
const FICHES = `${SCHEMA}/fiches`;
const REDACTION = `${SCHEMA}/redaction`;
const ADOPTION = `${SCHEMA}/adoption`;

/** « Schéma » et « Adoption », sous la charpente de l’atelier. */
export const routesDuSchema: RouteConfigEntry[] = [
  route('elaborer/schema', `${SCHEMA}/schema.page.tsx`, { id: 'schema' }),
  route('elaborer/schema/fiches/nouvelle', `${FICHES}/nouvelle-fiche.page.tsx`, {
    id: 'schema-nouvelle-fiche',
  }),
  route('elaborer/schema/fiches/:fiche', `${FICHES}/fiche.page.tsx`, { id: 'schema-fiche' }),
  route('elaborer/schema/fiches/:fiche/modifier', `${FICHES}/rediger-fiche.page.tsx`, {
    id: 'schema-rediger-fiche',
  }),
  route('elaborer/schema/fiches/:fiche/impact', `${FICHES}/impact.page.tsx`, {
    id: 'schema-impact',
  }),
  route('elaborer/schema/fiches/:fiche/historique', `${FICHES}/historique-fiche.page.tsx`, {
    id: 'schema-historique-fiche',
  }),
  route('elaborer/schema/redaction/:section', `${REDACTION}/section.page.tsx`, {
    id: 'schema-section',
  }),
  route('elaborer/schema/apercu', `${REDACTION}/apercu.page.tsx`, { id: 'schema-apercu' }),
  route('elaborer/schema/document/:format', `${REDACTION}/telecharger-projet.route.ts`, {
    id: 'schema-document',
  }),
  route('elaborer/schema/versions/:version/:format', `${REDACTION}/telecharger-version.route.ts`, {
    id: 'schema-version',
  }),
  route('elaborer/adoption', `${ADOPTION}/adoption.page.tsx`, { id: 'adoption' }),
  route('elaborer/adoption/saisines', `${ADOPTION}/saisines.page.tsx`, { id: 'adoption-saisines' }),
  route('elaborer/adoption/approbation', `${ADOPTION}/approbation.page.tsx`, {
    id: 'adoption-approbation',
  }),
  route('elaborer/adoption/envois', `${ADOPTION}/envois.page.tsx`, { id: 'adoption-envois' }),
  route('elaborer/adoption/registre', `${ADOPTION}/registre.page.tsx`, { id: 'adoption-registre' }),
  route('elaborer/adoption/communes/:commune', `${ADOPTION}/avis-de-commune.page.tsx`, {
    id: 'adoption-commune',
  }),
  route('elaborer/adoption/pieces/:evenement', `${ADOPTION}/telecharger-piece.route.ts`, {
    id: 'adoption-piece',
  }),
  route(
    'elaborer/adoption/communes/:commune/deliberation/:format',
    `${ADOPTION}/telecharger-deliberation.route.ts`,
    { id: 'adoption-deliberation' },
  ),
];

/** L’avis d’une commune sur le schéma, par son lien personnel. */
export const routesDesAvis: RouteConfigEntry[] = [
  route('c/:jeton/avis', `${ADOPTION}/commune/avis.page.tsx`, { id: 'commune-avis' }),
  route(
    'c/:jeton/avis/schema/:version/:format',
    `${ADOPTION}/commune/telecharger-schema.route.ts`,
    {
      id: 'commune-avis-schema',
    },
  ),
  route(
    'c/:jeton/avis/deliberation/:format',
    `${ADOPTION}/commune/telecharger-projet-d-avis.route.ts`,
    { id: 'commune-avis-deliberation' },
  ),
];
