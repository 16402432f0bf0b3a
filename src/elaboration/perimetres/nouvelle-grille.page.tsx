import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { SERVICES_PUBLICS } from '../../referentiel/nomenclatures/services.ts';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { accorder, typographier } from '../../socle/ui/index.ts';
import { Bouton, ChampTexte, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { ChoixDeServices } from './choix-de-services.tsx';
import { ouvrirGrilleNotee } from './conduire.server.ts';
import { lireOuverture } from './formulaires.schema.ts';
import type { TablesPerimetres } from './grilles.sql.server.ts';
import { releverServicesPresents } from './relever.server.ts';

export const handle = { titre: 'Nouvelle grille' };
export const meta = () => [{ title: 'Ouvrir une grille – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'perimetre:decider');
  const presents = await dansTerritoire(base, contexte, (tx) =>
    releverServicesPresents(tx, contexte),
  );
  return {
    services: SERVICES_PUBLICS.map(({ code, libelle, famille }) => ({
      code,
      libelle: typographier(libelle),
      famille,
      collectivites: presents.get(code) ?? 0,
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'perimetre:decider',
  );
  const formulaire = await request.formData();
  const lu = lireOuverture(formulaire);
  if (!lu.ok) {
    const saisis = formulaire.getAll('services').filter((code) => typeof code === 'string');
    const titre = formulaire.get('titre');
    return data(
      { refus: lu.refus, saisis, titre: typeof titre === 'string' ? titre : '' },
      { status: 422 },
    );
  }
  const id = await dansTerritoire<TablesPerimetres, string>(base, contexte, (tx) =>
    ouvrirGrilleNotee(tx, contexte, lu.valeur, aujourdhui),
  );
  return redirect(`/t/${params.siren}/elaborer/perimetres/${id}`);
};

const NouvelleGrille = () => {
  const { services } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const erreurDe = (champ: string) =>
    actionData?.refus.find(({ chemin }) => chemin === champ)?.message;
  const presents = services.filter(({ collectivites }) => collectivites > 0);
  return (
    <div className="pile">
      <Titre chapeau="Cochez les services dont la mutualisation se discute. Vous pourrez en ajouter ensuite.">
        Quels services voulez-vous examiner ?
      </Titre>
      {actionData === undefined ? null : (
        <Encadre ton="refus" titre="La grille n’est pas encore ouverte" annonce>
          <p>Corrigez les champs signalés. Ce que vous avez coché est gardé.</p>
        </Encadre>
      )}
      <Form method="post" className="pile">
        <div className="formulaire">
          <ChampTexte
            nom="titre"
            libelle="Titre de la grille"
            aide="Par exemple « Services support, atelier de janvier »."
            obligatoire
            maxLength={120}
            defaultValue={actionData?.titre ?? ''}
            erreur={erreurDe('titre')}
          />
        </div>
        <ChoixDeServices
          libelle="Services à examiner"
          aide={
            presents.length === 0
              ? 'Les effectifs ne sont pas encore déposés : aucun service n’est coché d’avance.'
              : `Les effectifs déposés révèlent ${accorder(presents.length, 'service')} : ceux que plusieurs collectivités exercent sont cochés.`
          }
          services={services}
          retenus={
            actionData?.saisis ??
            presents.filter(({ collectivites }) => collectivites > 1).map(({ code }) => code)
          }
          erreur={erreurDe('services')}
        />
        <div className="rang">
          <Bouton>Ouvrir la grille</Bouton>
        </div>
      </Form>
    </div>
  );
};
export default NouvelleGrille;
