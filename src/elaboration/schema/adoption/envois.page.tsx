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
import { evenementsVivants, trouverEvenement } from './evenements.ts';
import { faireGeste } from './gestes-d-adoption.server.ts';

export const handle = { titre: 'Adresser le schéma' };
export const meta = () => [{ title: 'Adresser le schéma approuvé – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const destinataires = await lireDestinataires(acces, 'envoyer', ({ evenements }) => {
    const vivants = evenementsVivants(evenements);
    return (siren) => trouverEvenement(vivants, 'envoi', siren) !== undefined;
  });
  return {
    chemin: `/t/${params.siren}/elaborer/adoption`,
    aujourdhui: acces.aujourdhui,
    ...destinataires,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const formulaire = await request.formData();
  formulaire.set('geste', 'envoyer');
  const fait = await faireGeste(acces, formulaire);
  return fait.ok
    ? redirect(`/t/${params.siren}/elaborer/adoption`)
    : data({ refus: fait.refus }, { status: 422 });
};

const Page = () => {
  const { chemin, aujourdhui, manques, restants } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const retour = (
    <BoutonLien vers={chemin} ton="secondaire">
      Revenir à l’adoption
    </BoutonLien>
  );
  const motifs = refus ?? manques;
  return (
    <div className="pile pile-large">
      <Titre chapeau="Le schéma approuvé est adressé à chaque conseil municipal, preuve gardée par commune.">
        À qui adressez-vous le schéma approuvé ?
      </Titre>
      {motifs.length === 0 ? null : (
        <MotifsDeRefus titre="Le schéma ne peut pas être adressé" refus={motifs} action={retour} />
      )}
      {manques.length === 0 && restants.length === 0 ? (
        <Vide niveau={2} titre="Toutes les communes l’ont reçu" action={retour}>
          La date et la preuve de chaque envoi sont au registre.
        </Vide>
      ) : null}
      {manques.length === 0 && restants.length > 0 ? (
        <Form method="post" className="formulaire formulaire-de-travail">
          <ChampDate
            nom="le"
            libelle="Date d’envoi"
            jour={aujourdhui}
            max={aujourdhui}
            obligatoire
          />
          <ChampTexte nom="preuve" libelle="Preuve d’envoi" defaultValue="Courriel" obligatoire />
          <ChoixDesDestinataires legende="Conseils municipaux" destinataires={restants} />
          <div className="rang">
            <Bouton>Adresser le schéma</Bouton>
            {retour}
          </div>
        </Form>
      ) : null}
    </div>
  );
};
export default Page;
