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
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  ChampDate,
  ChampTexte,
  Encadre,
  Titre,
} from '../../../socle/ui/index.ui.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { CommunicationAnnuelle } from './communication-annuelle.tsx';
import { evenementsVivants, trouverEvenement } from './evenements.ts';
import { faireGeste } from './gestes-d-adoption.server.ts';
import { manquesDuPassage } from './instruire-adoption.ts';
import { lireAdoption } from './lire-adoption.server.ts';

export const handle = { titre: 'Approbation' };
export const meta = () => [{ title: 'Approuver le schéma – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:adopter');
  const adoption = await dansTerritoire(base, contexte, (tx) =>
    lireAdoption(tx, contexte, aujourdhui),
  );
  const vivants = evenementsVivants(adoption?.evenements ?? []);
  const manques = (nom: string) =>
    adoption === null ? [] : manquesDuPassage(adoption.sortie, nom);
  return {
    chemin: `/t/${params.siren}/elaborer/adoption`,
    aujourdhui,
    approuveLe: trouverEvenement(vivants, 'approbation')?.le ?? null,
    manquesPourApprouver: manques('approuver'),
    manquesPourCommuniquer: manques('communiquer'),
    communications: (adoption?.sortie.echeances ?? []).filter(({ code }) => code === 'SCH-09'),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const fait = await faireGeste(acces, await request.formData());
  return fait.ok
    ? redirect(`/t/${params.siren}/elaborer/adoption`)
    : data({ refus: fait.refus }, { status: 422 });
};

const Page = () => {
  const lu = useLoaderData<typeof loader>();
  const { chemin, aujourdhui, approuveLe, manquesPourApprouver, communications } = lu;
  const refus = useActionData<typeof action>()?.refus;
  const retour = <BoutonLien vers={chemin}>Voir les communes attendues</BoutonLien>;
  return (
    <div className="pile pile-large">
      <Titre chapeau="Le conseil communautaire délibère une fois tous les avis rendus ou réputés rendus. L’avis est simple : défavorable, il n’interdit pas l’approbation.">
        Le schéma peut-il être approuvé ?
      </Titre>
      {refus === undefined ? null : (
        <MotifsDeRefus titre="Rien n’a été enregistré" refus={refus} action={retour} />
      )}
      {approuveLe === null && manquesPourApprouver.length > 0 && refus === undefined ? (
        <MotifsDeRefus
          titre="Le schéma ne peut pas encore être approuvé"
          refus={manquesPourApprouver}
          quiPeutAgir="les conseils municipaux, jusqu’à leur échéance"
          action={retour}
        />
      ) : null}
      {approuveLe === null && manquesPourApprouver.length === 0 ? (
        <Form method="post" className="formulaire carte">
          <input type="hidden" name="geste" value="approuver" />
          <ChampDate
            nom="le"
            libelle="Date de la délibération"
            jour={aujourdhui}
            max={aujourdhui}
            obligatoire
          />
          <ChampTexte nom="numero" libelle="Numéro de la délibération" obligatoire />
          <p className="petit">
            Le document définitif est gardé avec le tableau des avis en annexe.
          </p>
          <div className="rang">
            <Bouton>Enregistrer l’approbation</Bouton>
          </div>
        </Form>
      ) : null}
      {approuveLe === null ? null : (
        <>
          <Encadre ton="reussite" titre={`Approuvé le ${formaterJour(approuveLe)}`}>
            <p>La version approuvée est gardée, avec son empreinte, sur la page du document.</p>
          </Encadre>
          {lu.manquesPourCommuniquer.length > 0 ? (
            <MotifsDeRefus
              titre="La communication annuelle attend encore"
              refus={lu.manquesPourCommuniquer}
              action={retour}
            />
          ) : (
            <CommunicationAnnuelle aujourdhui={aujourdhui} communications={communications} />
          )}
        </>
      )}
    </div>
  );
};
export default Page;
