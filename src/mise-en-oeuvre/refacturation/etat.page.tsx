import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerAussi, exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { Titre } from '../../socle/ui/index.ui.ts';
import { allegerEtat } from './a-la-demande.ts';
import { EtatMontre } from './etat-montre.tsx';
import { SuitesDeLEtat } from './suites-de-l-etat.tsx';
import { lireEtatSuivi, suivreEtat } from './suivre.server.ts';

export const handle = { titre: 'État' };
export const meta = () => [{ title: 'État d’une commune – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui, collectivite, peut } = await exigerDroit(
    request,
    params.siren,
    'etat:lire',
  );
  const suivi = await lireEtatSuivi(base, contexte, params.part ?? '', aujourdhui);
  if (suivi === null)
    return interrompre(404, 'Cet état n’existe pas', 'Revenez à la liste des états.');
  const emetteur = peut('etat:emettre') ? ('service' as const) : null;
  return {
    ...suivi,
    etat: allegerEtat(suivi.etat, new URL(request.url).searchParams.get('expliquer')),
    chemin: `/t/${params.siren}/mettre-en-oeuvre/refacturation/etats/${params.part}`,
    peut: collectivite === null ? emetteur : ('commune' as const),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'etat:lire');
  const { base, contexte, aujourdhui, collectivite } = acces;
  const formulaire = await request.formData();
  const estReponse = formulaire.get('geste') === 'repondre';
  if (estReponse) exigerAussi(acces, 'etat:emettre');
  if (estReponse !== (collectivite === null))
    return data(
      { refus: 'Valider ou contester revient à la commune ; répondre, à l’intercommunalité.' },
      { status: 403 },
    );
  const fait = await suivreEtat(base, contexte, params.part ?? '', formulaire, aujourdhui);
  if (!fait.ok) return data({ refus: fait.refus.message }, { status: 422 });
  return redirect(`/t/${params.siren}/mettre-en-oeuvre/refacturation/etats/${params.part}#suites`);
};

/** L’état d’une commune, vu de l’atelier. */
export default function PageDEtat() {
  const { etat, chemin, situation, limite, suites, peut } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <div className="pile pile-large">
      <Titre surtitre={`${etat.service}, exercice ${etat.annee}`}>
        Que doit {etat.contenu.destinataire.nom}, et pourquoi ?
      </Titre>
      <EtatMontre etat={etat} chemin={chemin} />
      <SuitesDeLEtat
        situation={situation}
        limite={limite}
        suites={suites}
        peut={peut}
        refus={retour?.refus ?? null}
      />
    </div>
  );
}
