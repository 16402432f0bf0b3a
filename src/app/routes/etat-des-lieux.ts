import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const COLLECTE = '../elaboration/etat-des-lieux/collecte';
const EFFECTIFS = '../elaboration/etat-des-lieux/effectifs';
const GRILLE = 'elaborer/collecte/:grille/:collectivite';

/** « État des lieux », sous la charpente : collecte des grilles, effectifs. */
export const routesEtatDesLieux: RouteConfigEntry[] = [
  route('elaborer/collecte', `${COLLECTE}/collecte.page.tsx`, { id: 'collecte' }),
  route('elaborer/collecte/:grille', `${COLLECTE}/suivi.page.tsx`, { id: 'collecte-suivi' }),
  route(GRILLE, `${COLLECTE}/grille.page.tsx`, { id: 'collecte-grille' }),
  route(`${GRILLE}/gabarit/:format`, `${COLLECTE}/gabarit.route.ts`, { id: 'collecte-gabarit' }),
  route(`${GRILLE}/lignes/:ligne`, `${COLLECTE}/ligne-en-ligne.page.tsx`, {
    id: 'collecte-ligne',
  }),
  route(`${GRILLE}/depots/:depot`, `${COLLECTE}/depot.page.tsx`, { id: 'collecte-depot' }),
  route(`${GRILLE}/depots/:depot/fichier`, `${COLLECTE}/fichier.route.ts`, {
    id: 'collecte-depot-fichier',
  }),
  route(`${GRILLE}/depots/:depot/lignes/:repere`, `${COLLECTE}/ligne-du-depot.page.tsx`, {
    id: 'collecte-depot-ligne',
  }),
  route('elaborer/effectifs', `${EFFECTIFS}/effectifs.page.tsx`, { id: 'effectifs' }),
  route('elaborer/effectifs/sources', `${EFFECTIFS}/sources.page.tsx`, { id: 'effectifs-sources' }),
  route('elaborer/effectifs/export/:format', `${EFFECTIFS}/export.route.ts`, {
    id: 'effectifs-export',
  }),
];
