import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

/**
 * Pages ouvertes à tous, sans compte. La page publique d’un territoire prend le chemin
 * `public/:siren` (id `public`).
 */
export const routesPubliques: RouteConfigEntry[] = [
  index('presentation.page.tsx', { id: 'presentation' }),
  route('accessibilite', 'accessibilite.page.tsx', { id: 'accessibilite' }),
  route('composants/page-simple', 'composants/page-simple.page.tsx', {
    id: 'composants-page-simple',
  }),
  route('composants/:famille?', 'composants.page.tsx', { id: 'composants' }),
];
