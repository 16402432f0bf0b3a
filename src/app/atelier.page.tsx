import { Outlet, useMatches } from 'react-router';
import { exigerDroit } from '../socle/acces/index.server.ts';
import { Charpente } from '../socle/ui/index.ui.ts';
import type { Route } from './+types/atelier.page.ts';
import { PLAN } from './plan.ts';

/** La charpente de l’atelier : le plan de la démarche, limité à ce que le rôle peut ouvrir. */
export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const { territoire, personne, peut } = await exigerDroit(
    request,
    params.siren,
    'territoire:lire',
  );
  const racine = `/t/${params.siren}`;
  return {
    territoire: { nom: territoire.nom, chemin: racine },
    compte: { nom: personne.nom, chemin: '/compte' },
    pieces: PLAN.filter(({ droit }) => peut(droit)).map(({ titre, chemin, partie }) => ({
      titre,
      partie,
      chemin: `${racine}/${chemin}`,
      etat: 'en-cours' as const,
    })),
  };
};

interface Titree {
  readonly titre?: string;
}

const lireTitre = (handle: unknown): string | undefined =>
  typeof handle === 'object' && handle !== null ? (handle as Titree).titre : undefined;

/** Le fil d’Ariane : le territoire, puis chaque page titrée (`export const handle = { titre }`). */
const useFil = (racine: { nom: string; chemin: string }) => {
  const etapes = useMatches().flatMap(({ handle, pathname }) => {
    const titre = lireTitre(handle);
    return titre === undefined ? [] : [{ titre, chemin: pathname }];
  });
  return etapes.length === 0
    ? undefined
    : [{ titre: racine.nom, chemin: racine.chemin }, ...etapes];
};

const Atelier = ({ loaderData: { territoire, compte, pieces } }: Route.ComponentProps) => (
  <Charpente territoire={territoire} compte={compte} pieces={pieces} filAriane={useFil(territoire)}>
    <Outlet />
  </Charpente>
);
export default Atelier;
