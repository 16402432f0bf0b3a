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
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import {
  Bouton,
  BoutonLien,
  ChampDate,
  ChampTexte,
  Titre,
  Vide,
} from '../../../socle/ui/index.ui.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { ChoixDesDestinataires } from './choix-des-destinataires.tsx';
import { lireDestinataires } from './destinataires.server.ts';
import { faireGeste } from './gestes-d-adoption.server.ts';

export const handle = { titre: 'Saisir les communes' };
export const meta = () => [{ title: 'Saisir les communes – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const { manques, restants } = await lireDestinataires(acces, 'transmettre', ({ saisines }) => {
    const saisies = new Set(saisines.map(({ collectivite }) => collectivite));
    return (siren) => saisies.has(siren);
  });
  return {
    chemin: `/t/${params.siren}/elaborer/adoption`,
    aujourdhui: acces.aujourdhui,
    manques,
    aSaisir: restants,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const formulaire = await request.formData();
  formulaire.set('geste', 'saisir');
  const fait = await faireGeste(acces, formulaire);
  return fait.ok
    ? redirect(`/t/${params.siren}/elaborer/adoption`)
    : data({ refus: fait.refus }, { status: 422 });
};

const Page = () => {
  const { chemin, aujourdhui, manques, aSaisir } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const retour = (
    <BoutonLien vers={chemin} ton="secondaire">
      Revenir à l’adoption
    </BoutonLien>
  );
  return (
    <div className="pile pile-large">
      <Titre chapeau="Le délai de trois mois part du jour où la commune reçoit le rapport. Il se fige pour chacune, avec l’article qui le fonde.">
        Quels conseils saisissez-vous ?
      </Titre>
      {refus === undefined ? null : (
        <MotifsDeRefus titre="Aucune commune n’a été saisie" refus={refus} action={retour} />
      )}
      {manques.length > 0 ? (
        <MotifsDeRefus
          titre="Le rapport ne peut pas encore être transmis"
          refus={manques}
          quiPeutAgir="la pilote, qui établit le rapport"
          action={retour}
        />
      ) : null}
      {manques.length === 0 && aSaisir.length === 0 ? (
        <Vide niveau={2} titre="Toutes les communes sont saisies" action={retour}>
          Une date fausse se corrige au registre : annulez la saisine avec son motif, puis saisissez
          de nouveau.
        </Vide>
      ) : null}
      {manques.length === 0 && aSaisir.length > 0 ? (
        <Form method="post" className="formulaire formulaire-de-travail">
          <ChampDate
            nom="recueLe"
            libelle="Jour de réception par les communes cochées"
            aide="Si des communes l’ont reçu un autre jour, saisissez-les à part."
            jour={aujourdhui}
            max={aujourdhui}
            obligatoire
          />
          <ChampTexte
            nom="preuve"
            libelle="Preuve de la réception"
            aide="Par exemple : remis contre signature ; courriel, accusé de réception."
            defaultValue="Courriel, accusé de réception demandé"
            obligatoire
          />
          <ChoixDesDestinataires legende="Conseils à saisir" destinataires={aSaisir} />
          <p className="petit">
            Chaque courriel part à la boîte d’envoi. Il mène à la page personnelle de la commune :
            le document, ce qu’il change pour elle, un projet de délibération, le formulaire d’avis.
          </p>
          <div className="rang">
            <Bouton>Saisir les communes cochées</Bouton>
            {retour}
          </div>
        </Form>
      ) : null}
    </div>
  );
};
export default Page;
