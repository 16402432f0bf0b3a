import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Pages d’administration du territoire, sous la charpente : `acces`, `territoire`, `boite-d-envoi`, `historique`, `recherche`, `travaux`. */
export const routesDeLAtelier: RouteConfigEntry[] = [
  route('territoire', 'atelier/territoire.page.tsx', { id: 'territoire' }),
  route('acces', 'atelier/acces.page.tsx', { id: 'acces' }),
  route('boite-d-envoi', 'atelier/boite-d-envoi.page.tsx', { id: 'boite-d-envoi' }),
  route('historique', 'atelier/historique.page.tsx', { id: 'historique' }),
  route('recherche', 'recherche/recherche.page.tsx', { id: 'recherche' }),
  route('travaux', 'travaux/travaux.page.tsx', { id: 'travaux' }),
  route('travaux/:id', 'travaux/travail.page.tsx', { id: 'travail' }),
];
