import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { Titre } from '../../../socle/ui/index.ui.ts';
import { lireCadre } from '../donnees/cadre.server.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { evenementsVivants } from './evenements.ts';
import { faireGeste } from './gestes-d-adoption.server.ts';
import { lireAdoption } from './lire-adoption.server.ts';
import { RegistreDesEvenements } from './registre-des-evenements.tsx';

export const handle = { titre: 'Registre' };
export const meta = () => [{ title: 'Le registre de l’adoption – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:lire');
  const { base, contexte, aujourdhui } = acces;
  return dansTerritoire(base, contexte, async (tx) => {
    const adoption = await lireAdoption(tx, contexte, aujourdhui);
    const { territoire } = await lireCadre(tx, aujourdhui);
    const evenements = adoption?.evenements ?? [];
    return {
      evenements,
      annulables: acces.peut('schema:adopter')
        ? evenementsVivants(evenements)
            .filter(({ type }) => type !== 'renouvellement')
            .map(({ id }) => id)
        : [],
      noms: Object.fromEntries(territoire.collectivites.map(({ siren, nom }) => [siren, nom])),
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const formulaire = await request.formData();
  formulaire.set('geste', 'annuler');
  const fait = await faireGeste(acces, formulaire);
  return fait.ok
    ? redirect(`/t/${params.siren}/elaborer/adoption/registre`)
    : data({ refus: fait.refus }, { status: 422 });
};

const Page = () => {
  const { evenements, annulables, noms } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  return (
    <div className="pile pile-large">
      <Titre chapeau="Qui a reçu quoi, quand, quelle version. Rien ne s’efface : une erreur se corrige par une annulation motivée.">
        Que dit le registre ?
      </Titre>
      {refus === undefined ? null : (
        <MotifsDeRefus titre="L’annulation n’est pas enregistrée" refus={refus} />
      )}
      <RegistreDesEvenements
        evenements={evenements}
        annulables={annulables}
        nommer={(siren) => noms[siren] ?? siren}
      />
    </div>
  );
};
export default Page;
