import { index, type RouteConfig, route } from '@react-router/dev/routes';
import { routesDeLAtelier } from './routes/atelier.ts';
import { routesDesCommunes } from './routes/communes.ts';
import { routesElaboration } from './routes/elaboration.ts';
import { routesMiseEnOeuvre } from './routes/mise-en-oeuvre.ts';
import { routesPubliques } from './routes/publiques.ts';
import { routesRessources } from './routes/ressources.ts';

/**
 * Toutes les routes. Chaque tranche a son fichier dans `routes/` ; chaque route porte un `id`
 * explicite, et sa page vit dans sa tranche (chemins relatifs à src/app).
 */
export default [
  ...routesPubliques,
  ...routesDesCommunes,
  route('t/:siren', 'atelier.page.tsx', { id: 'atelier' }, [
    index('accueil.page.tsx', { id: 'accueil' }),
    ...routesDeLAtelier,
    ...routesElaboration,
    ...routesMiseEnOeuvre,
    ...routesRessources,
  ]),
  route('*', 'introuvable.page.tsx', { id: 'introuvable' }),
] satisfies RouteConfig;
