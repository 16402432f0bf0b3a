import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const DOSSIER = '../mise-en-oeuvre/pilotage';

/** Suivi des actions, rapport annuel, publication : sous la charpente, `mettre-en-oeuvre/pilotage`. */
export const routesDuPilotage: RouteConfigEntry[] = [
  route('mettre-en-oeuvre/pilotage', `${DOSSIER}/pilotage.page.tsx`, { id: 'pilotage' }),
  route('mettre-en-oeuvre/pilotage/actions/:action', `${DOSSIER}/action.page.tsx`, {
    id: 'pilotage-action',
  }),
  route('mettre-en-oeuvre/pilotage/rapport/:annee', `${DOSSIER}/rapport.page.tsx`, {
    id: 'pilotage-rapport',
  }),
  route(
    'mettre-en-oeuvre/pilotage/rapport/:annee/:version/:format',
    `${DOSSIER}/fichier-de-rapport.page.ts`,
    { id: 'pilotage-rapport-fichier' },
  ),
  route('mettre-en-oeuvre/pilotage/publication', `${DOSSIER}/publication.page.tsx`, {
    id: 'pilotage-publication',
  }),
];

/** La page des habitants, sans compte. */
export const routesDeLaPagePublique: RouteConfigEntry[] = [
  route('public/:siren', `${DOSSIER}/public.page.tsx`, { id: 'public' }),
  route('public/:siren/rapport/:format', `${DOSSIER}/fichier-public.page.ts`, {
    id: 'public-rapport',
  }),
];
