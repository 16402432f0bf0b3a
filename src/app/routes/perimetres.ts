import { index, type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (nom: string): string => `../elaboration/perimetres/${nom}.page.tsx`;

/** « Périmètres » : grilles, notes, poids, résultat, décisions. */
export const routesDesPerimetres: RouteConfigEntry[] = [
  route('elaborer/perimetres', page('cadre'), { id: 'perimetres' }, [
    index(page('perimetres'), { id: 'perimetres-liste' }),
    route('nouvelle', page('nouvelle-grille'), { id: 'perimetres-nouvelle' }),
    route('decisions/:decision', page('decision'), { id: 'perimetres-decision' }),
    route(':grille', page('cadre-de-grille'), { id: 'perimetres-grille' }, [
      index(page('grille'), { id: 'perimetres-notes' }),
      route('services/:service', page('noter-service'), { id: 'perimetres-noter' }),
      route('cartes', page('cartes'), { id: 'perimetres-cartes' }),
      route('resultat', page('resultat'), { id: 'perimetres-resultat' }),
      route('decider/:service', page('decider'), { id: 'perimetres-decider' }),
    ]),
  ]),
];
