import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';
import { routesDeLaPagePublique } from './pilotage.ts';

/**
 * Pages ouvertes à tous, sans compte. La page publique d’un territoire prend le chemin
 * `public/:siren` (id `public`).
 */
export const routesPubliques: RouteConfigEntry[] = [
  index('acces/mes-territoires.page.tsx', { id: 'mes-territoires' }),
  route('connexion', 'acces/connexion.page.tsx', { id: 'connexion' }),
  route('deconnexion', 'acces/deconnexion.page.tsx', { id: 'deconnexion' }),
  route('lien-magique', 'acces/lien-magique.page.tsx', { id: 'lien-magique' }),
  route('installation', 'acces/installation.page.tsx', { id: 'installation' }),
  route('compte', 'acces/compte.page.tsx', { id: 'compte' }),
  route('territoires/nouveau', 'acces/nouveau-territoire.page.tsx', { id: 'nouveau-territoire' }),
  route('accessibilite', 'accessibilite.page.tsx', { id: 'accessibilite' }),
  route('composants/page-simple', 'composants/page-simple.page.tsx', {
    id: 'composants-page-simple',
  }),
  route('composants/:famille?', 'composants.page.tsx', { id: 'composants' }),
  ...routesDeLaPagePublique,
];
