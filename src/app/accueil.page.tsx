import { exigerDroit } from '../socle/acces/index.server.ts';
import { Titre } from '../socle/ui/index.ui.ts';
import type { Route } from './+types/accueil.page.ts';

export const meta = () => [{ title: 'Où en est-on ? – Ensemblier' }];

export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const { territoire } = await exigerDroit(request, params.siren, 'territoire:lire');
  return { nom: territoire.nom };
};

const Accueil = ({ loaderData: { nom } }: Route.ComponentProps) => (
  <Titre>{nom} : où en est-on ?</Titre>
);
export default Accueil;
