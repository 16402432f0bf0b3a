import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, redirect } from 'react-router';
import { exigerPersonne, sortir, verifierOrigine } from '../../socle/acces/index.server.ts';
import { obtenirBase } from '../../socle/base/index.server.ts';
import { Bouton, BoutonLien, PageSimple, Titre } from '../../socle/ui/index.ui.ts';

export const meta = () => [{ title: 'Se déconnecter – Ensemblier' }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  await exigerPersonne(request);
  return null;
};

export const action = async ({ request }: ActionFunctionArgs) => {
  verifierOrigine(request);
  const { entetes } = await sortir(obtenirBase(), request);
  return redirect('/', { headers: entetes });
};

export default function Deconnexion() {
  return (
    <PageSimple lecture>
      <div className="pile">
        <Titre>Quitter Ensemblier ?</Titre>
        <p>Tout ce que vous avez validé est enregistré.</p>
        <Form method="post" className="rang">
          <Bouton>Se déconnecter</Bouton>
          <BoutonLien vers="/" ton="secondaire">
            Rester connecté
          </BoutonLien>
        </Form>
      </div>
    </PageSimple>
  );
}
