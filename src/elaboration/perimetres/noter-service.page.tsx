import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { Bouton, BoutonLien, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { exigerGrille, exigerService } from './conduire.server.ts';
import { Critere } from './critere-a-noter.tsx';
import { noter } from './evaluations.sql.server.ts';
import { lireNotation } from './formulaires.schema.ts';
import type { TablesPerimetres } from './grilles.sql.server.ts';
import { montrerCriteres } from './montrer-grille.ts';

export const handle = { titre: 'Noter un service' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `Noter : ${loaderData?.libelle ?? 'un service'} – Ensemblier` },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:evaluer');
  const grille = await exigerGrille(acces, params.grille);
  const { service, libelle } = exigerService(grille.services, params.service);
  const { personne, peut } = acces;
  return {
    chemin: `/t/${params.siren}/elaborer/perimetres/${grille.id}`,
    titre: grille.titre,
    libelle,
    nom: personne.nom,
    familles: montrerCriteres(grille, service, personne.id, peut('agents:nominatif')),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:evaluer');
  const grille = await exigerGrille(acces, params.grille);
  const { service } = exigerService(grille.services, params.service);
  const formulaire = await request.formData();
  const lues = lireNotation(formulaire);
  if (!lues.ok) {
    const saisie = Object.fromEntries(
      [...formulaire].filter((champ): champ is [string, string] => typeof champ[1] === 'string'),
    );
    return data({ refus: lues.refus, saisie }, { status: 422 });
  }
  const { base, contexte, personne, aujourdhui } = acces;
  await dansTerritoire<TablesPerimetres, void>(base, contexte, (tx) =>
    noter(
      tx,
      contexte,
      grille.id,
      lues.valeur.map((lue) => ({ ...lue, service, evaluateur: personne.id, nom: personne.nom })),
      aujourdhui,
    ),
  );
  return redirect(`/t/${params.siren}/elaborer/perimetres/${grille.id}?note=${service}`);
};

const NoterService = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { chemin, titre, libelle, nom, familles } = loaderData;
  const erreurDe = (champ: string) =>
    actionData?.refus.find((refus) => refus.chemin === champ)?.message;
  const reprendre = <C extends (typeof familles)[number]['criteres'][number]>(critere: C): C => {
    const note = actionData?.saisie[`note-${critere.code}`];
    return actionData === undefined
      ? critere
      : {
          ...critere,
          note: note === undefined || note === '' ? null : Number(note),
          justification: actionData.saisie[`justification-${critere.code}`] ?? '',
        };
  };
  return (
    <div className="pile">
      <Titre
        surtitre={titre}
        chapeau={`Vous notez en tant que ${nom}. De 1 à 5, cinq est toujours le plus favorable à la mutualisation.`}
      >
        {libelle} : quelle note à chaque critère ?
      </Titre>
      {actionData === undefined ? null : (
        <Encadre ton="refus" titre="Vos notes ne sont pas encore enregistrées" annonce>
          <p>Corrigez les champs signalés. Le reste de votre saisie est gardé.</p>
        </Encadre>
      )}
      <Form method="post" className="pile">
        {familles.map(({ famille, criteres }) => (
          <section key={famille} className="pile pile-serree">
            <h2>{famille}</h2>
            {criteres.map((critere) => (
              <Critere
                key={critere.code}
                critere={reprendre(critere)}
                erreurDeNote={erreurDe(`note-${critere.code}`)}
                erreurDeMotif={erreurDe(`justification-${critere.code}`)}
              />
            ))}
            <div className="rang">
              <Bouton ton="secondaire">Enregistrer mes notes</Bouton>
            </div>
          </section>
        ))}
        <div className="rang">
          <Bouton>Enregistrer et revenir à la grille</Bouton>
          <BoutonLien vers={chemin} ton="discret">
            Revenir sans enregistrer
          </BoutonLien>
        </div>
      </Form>
    </div>
  );
};
export default NoterService;
