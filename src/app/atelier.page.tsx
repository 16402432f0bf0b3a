import { Link, Outlet, useMatches } from 'react-router';
import { exigerDroit } from '../socle/acces/index.server.ts';
import { Charpente, PageSimple } from '../socle/ui/index.ui.ts';
import type { Route } from './+types/atelier.page.ts';
import { lireEtatPourLaPage } from './demarche/lire-etat.server.ts';
import { type CheminDePiece, type EtatDePiece, estCheminDePiece } from './demarche/pieces.ts';
import { aUnePageSimple, PLAN } from './plan.ts';

type EtatsDesPieces = Readonly<Record<CheminDePiece, EtatDePiece>>;

/** La tuile d’une pièce ; les pages de réglage n’ont pas d’avancement, elles sont toujours prêtes. */
const etatDe = (pieces: EtatsDesPieces, chemin: string) =>
  estCheminDePiece(chemin)
    ? { etat: pieces[chemin].etat, attente: pieces[chemin].attente }
    : { etat: 'fait' as const, attente: undefined };

/**
 * La charpente de l’atelier : le plan de la démarche, limité à ce que le rôle peut ouvrir, avec l’état
 * réel de chaque pièce. Une commune et un élu ont une page simple.
 */
export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const acces = await exigerDroit(request, params.siren, 'territoire:lire');
  const { territoire, personne, role, peut } = acces;
  const racine = `/t/${params.siren}`;
  const commun = {
    territoire: {
      nom: territoire.nom,
      chemin: racine,
      couleur: territoire.couleur ?? undefined,
    },
    compte: { nom: personne.nom, chemin: '/compte' },
    recherche: `${racine}/recherche`,
  };
  if (aUnePageSimple(role)) return { ...commun, pieces: null, echeances: null };
  const { pieces, echeances } = await lireEtatPourLaPage(request, acces);
  return {
    ...commun,
    pieces: PLAN.filter(({ droit }) => peut(droit)).map(({ titre, chemin, partie }) => ({
      titre,
      partie,
      chemin: `${racine}/${chemin}`,
      ...etatDe(pieces, chemin),
    })),
    echeances: {
      nombre: echeances.filter(({ etat }) => etat === 'attention' || etat === 'refus').length,
      chemin: `${racine}#echeances`,
    },
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

const Atelier = ({
  loaderData: { territoire, compte, recherche, pieces, echeances },
}: Route.ComponentProps) => {
  const fil = useFil(territoire);
  if (pieces === null) {
    return (
      <PageSimple
        identite={territoire}
        contexte={
          <nav className="rang" aria-label="Vos pages">
            {fil === undefined ? null : <Link to={territoire.chemin}>Retour à l’accueil</Link>}
            <Link to={recherche}>Rechercher</Link>
            <Link to={compte.chemin}>{compte.nom}</Link>
          </nav>
        }
      >
        <Outlet />
      </PageSimple>
    );
  }
  return (
    <Charpente
      territoire={territoire}
      compte={compte}
      recherche={recherche}
      pieces={pieces}
      echeances={echeances ?? undefined}
      filAriane={fil}
    >
      <Outlet />
    </Charpente>
  );
};
export default Atelier;
