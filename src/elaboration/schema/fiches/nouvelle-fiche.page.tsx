import { lireCoches } from '../../../socle/formulaires/index.ts';
import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  estForme,
  FORMES_DE_MUTUALISATION,
} from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import {
  Bouton,
  ChampChoix,
  ChampSelection,
  ChampTexte,
  Titre,
} from '../../../socle/ui/index.ui.ts';
import { lireCadre } from '../donnees/cadre.server.ts';
import { listerServices } from '../donnees/lire-donnees.server.ts';
import { lireCourt } from '../saisie/formulaire.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { ouvrirFiche } from './ouvrir-fiche.server.ts';

export const handle = { titre: 'Ouvrir une fiche' };
export const meta = () => [{ title: 'Ouvrir une fiche – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const { communes } = await dansTerritoire(base, contexte, (tx) => lireCadre(tx, aujourdhui));
  return {
    services: listerServices().map(({ code, libelle }) => ({ valeur: code, libelle })),
    communes: communes.map(({ siren, nom }) => ({ valeur: siren, libelle: nom })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const formulaire = await request.formData();
  const forme = lireCourt(formulaire, 'forme');
  const saisie = {
    titre: lireCourt(formulaire, 'titre'),
    service: lireCourt(formulaire, 'service'),
    forme,
    perimetre: lireCoches(formulaire, 'communes'),
  };
  if (!estForme(forme)) {
    const refus = [{ code: 'forme-absente', message: 'Choisissez la forme de la mutualisation.' }];
    return data({ refus, saisie }, { status: 422 });
  }
  const resultat = await dansTerritoire(base, contexte, async (tx) => {
    const { sirens } = await lireCadre(tx, aujourdhui);
    const perimetre = saisie.perimetre.filter((siren) => sirens.includes(siren));
    return ouvrirFiche(tx, contexte, { ...saisie, forme, perimetre }, aujourdhui);
  });
  return resultat.ok
    ? redirect(`/t/${params.siren}/elaborer/schema/fiches/${resultat.valeur}/modifier`)
    : data({ refus: [resultat.refus], saisie }, { status: 422 });
};

const Page = () => {
  const { services, communes } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const saisie = retour?.saisie;
  return (
    <div className="pile pile-large">
      <Titre chapeau="Quatre réponses suffisent pour commencer ; le reste se rédige ensuite.">
        Quelle action voulez-vous décrire ?
      </Titre>
      {retour === undefined ? null : (
        <MotifsDeRefus titre="La fiche n’est pas ouverte" refus={retour.refus} />
      )}
      <Form method="post" className="formulaire">
        <ChampTexte
          nom="titre"
          libelle="Titre de l’action"
          aide="Par exemple : Instruction du droit des sols."
          obligatoire
          maxLength={160}
          defaultValue={saisie?.titre}
        />
        <ChampSelection
          nom="service"
          libelle="Service concerné"
          aide="Ses agents et son coût viendront de la grille RH."
          options={services}
          retenue={saisie?.service ?? ''}
          obligatoire
        />
        <ChampSelection
          nom="forme"
          libelle="Forme de la mutualisation"
          options={Object.entries(FORMES_DE_MUTUALISATION).map(([valeur, libelle]) => ({
            valeur,
            libelle,
          }))}
          retenue={saisie?.forme ?? ''}
          obligatoire
        />
        <ChampChoix
          nom="communes"
          libelle="Communes adhérentes"
          choix={communes}
          retenus={saisie?.perimetre ?? []}
          plusieurs
        />
        <div className="rang">
          <Bouton>Ouvrir la fiche</Bouton>
        </div>
      </Form>
    </div>
  );
};
export default Page;
