import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { entrerParLien, verifierOrigine } from '../../socle/acces/index.server.ts';
import { obtenirBase } from '../../socle/base/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { Bouton, BoutonLien, Encadre, PageSimple, Titre } from '../../socle/ui/index.ui.ts';

export const meta = () => [{ title: 'Entrer dans Ensemblier' }];

// Ouvrir l’adresse n’use pas le lien : les messageries visitent les liens pour les contrôler.
export const loader = ({ request }: LoaderFunctionArgs) => ({
  jeton: new URL(request.url).searchParams.get('jeton') ?? '',
});

export const action = async ({ request }: ActionFunctionArgs) => {
  verifierOrigine(request);
  const jeton = lireChamp(await request.formData(), 'jeton');
  const entree = await entrerParLien(obtenirBase(), jeton);
  if (!entree.ok) return data({ refus: entree.refus.message }, { status: 410 });
  return redirect('/', { headers: entree.valeur.entetes });
};

export default function LienMagique() {
  const { jeton } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const estIncomplet = jeton === '';
  return (
    <PageSimple lecture>
      <div className="pile">
        <Titre>Entrer dans Ensemblier</Titre>
        {retour === undefined && !estIncomplet ? (
          <Form method="post" className="pile">
            <input type="hidden" name="jeton" value={jeton} />
            <p>Ce lien vient de vous être envoyé par courriel. Il sert une seule fois.</p>
            <div>
              <Bouton>Entrer</Bouton>
            </div>
          </Form>
        ) : (
          <>
            <Encadre ton="refus" annonce titre="Ce lien n’ouvre plus">
              <p>
                {retour?.refus ??
                  'Le lien est incomplet : recopiez-le en entier depuis le courriel.'}
              </p>
            </Encadre>
            <p>
              <BoutonLien vers="/connexion">Demander un nouveau lien</BoutonLien>
            </p>
          </>
        )}
      </div>
    </PageSimple>
  );
}
