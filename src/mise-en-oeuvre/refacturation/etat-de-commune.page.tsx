import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerLienCommune, interrompre } from '../../socle/acces/index.server.ts';
import { BoutonLien, PageSimple, Titre } from '../../socle/ui/index.ui.ts';
import { allegerEtat } from './a-la-demande.ts';
import { EtatMontre } from './etat-montre.tsx';
import { SuitesDeLEtat } from './suites-de-l-etat.tsx';
import { lireEtatSuivi, suivreEtat } from './suivre.server.ts';

export const meta = () => [
  { title: 'Votre état – Ensemblier' },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, territoire, collectivite, aujourdhui, chemin } = await exigerLienCommune(
    request,
    params.jeton,
  );
  const suivi = await lireEtatSuivi(base, contexte, params.part ?? '', aujourdhui);
  if (suivi === null)
    return interrompre(404, 'Cet état n’est pas le vôtre', 'Revenez à la liste de vos états.');
  return {
    ...suivi,
    etat: allegerEtat(suivi.etat, new URL(request.url).searchParams.get('expliquer')),
    commune: collectivite.nom,
    territoire: territoire.nom,
    couleur: territoire.couleur ?? undefined,
    chemin,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui, chemin } = await exigerLienCommune(request, params.jeton);
  const formulaire = await request.formData();
  if (formulaire.get('geste') === 'repondre')
    return data({ refus: 'La réponse revient à l’intercommunalité.' }, { status: 403 });
  const fait = await suivreEtat(base, contexte, params.part ?? '', formulaire, aujourdhui);
  if (!fait.ok) return data({ refus: fait.refus.message }, { status: 422 });
  return redirect(`${chemin}/etats/${params.part}#suites`);
};

/** L’état de la commune, ouvert par son lien personnel, sans compte ni JavaScript. */
export default function EtatDeCommune() {
  const { etat, chemin, situation, limite, suites, commune, territoire, couleur } =
    useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <PageSimple identite={{ nom: territoire, couleur }} contexte={<p>{commune}</p>}>
      <div className="pile pile-large">
        <Titre
          surtitre={`${etat.service}, exercice ${etat.annee}`}
          actions={
            <BoutonLien vers={`${chemin}/etats`} ton="secondaire">
              Tous vos états
            </BoutonLien>
          }
        >
          Combien devons-nous, et pourquoi ?
        </Titre>
        <EtatMontre etat={etat} chemin={`${chemin}/etats/${etat.id}`} />
        <SuitesDeLEtat
          situation={situation}
          limite={limite}
          suites={suites}
          peut="commune"
          refus={retour?.refus ?? null}
        />
      </div>
    </PageSimple>
  );
}
