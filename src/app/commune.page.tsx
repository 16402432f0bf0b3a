import { exigerLienCommune } from '../socle/acces/index.server.ts';
import { dansTerritoire } from '../socle/base/index.server.ts';
import { PageSimple, Titre } from '../socle/ui/index.ui.ts';
import type { Route } from './+types/commune.page.ts';
import { lireEspaceDeCommune } from './demarche/espace-de-commune.server.ts';
import { direLeReste, QuatreBlocs } from './demarche/quatre-blocs.tsx';

export const meta = () => [
  { title: 'Ce qu’on attend de votre commune – Ensemblier' },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const { base, contexte, territoire, collectivite, aujourdhui, chemin } = await exigerLienCommune(
    request,
    params.jeton,
  );
  const espace = await dansTerritoire(base, contexte, (tx) =>
    lireEspaceDeCommune(
      tx,
      contexte,
      collectivite.siren,
      {
        grille: (grille) => `${chemin}/grilles/${grille}`,
        avis: `${chemin}/avis`,
        etat: (id) => `${chemin}/etats/${id}`,
        convention: (id, document) => `${chemin}/conventions/${id}/${document}`,
      },
      aujourdhui,
    ),
  );
  return {
    commune: collectivite.nom,
    territoire: territoire.nom,
    couleur: territoire.couleur ?? undefined,
    espace,
  };
};

/** L’espace d’une commune, par son lien personnel : ce qu’on attend d’elle, et rien d’autre. */
const Commune = ({
  loaderData: { commune, territoire, couleur, espace },
}: Route.ComponentProps) => (
  <PageSimple identite={{ nom: territoire, couleur }} contexte={<p>{commune}</p>}>
    <div className="pile pile-large">
      <Titre surtitre={territoire} chapeau={direLeReste(espace)}>
        {`Ce qu’on attend de ${commune}`}
      </Titre>
      <QuatreBlocs espace={espace} />
    </div>
  </PageSimple>
);
export default Commune;
