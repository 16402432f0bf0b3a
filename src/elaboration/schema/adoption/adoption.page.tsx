import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useParams,
} from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import {
  BoutonLien,
  CarteTerritoire,
  Encadre,
  Frise,
  Titre,
  Vide,
} from '../../../socle/ui/index.ui.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { faireGeste } from './gestes-d-adoption.server.ts';
import { LEGENDE_DE_LA_CARTE } from './legende-de-la-carte.ts';
import { type AdoptionMontree, montrerAdoption } from './montrer-adoption.server.ts';
import { ProchainGeste } from './prochain-geste.tsx';
import { SyntheseDesAvis } from './synthese-des-avis.tsx';
import { TableauDesAvis } from './tableau-des-avis.tsx';

export const handle = { titre: 'Adoption' };
export const meta = () => [{ title: 'L’adoption du schéma – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:lire');
  const adoption = await montrerAdoption(acces, `/t/${params.siren}/elaborer/adoption`);
  const estLimite = acces.collectivite !== null;
  return { adoption, estLimite, peutAdopter: acces.peut('schema:adopter') };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:adopter');
  const fait = await faireGeste(acces, await request.formData());
  return fait.ok
    ? redirect(`/t/${params.siren}/elaborer/adoption`)
    : data({ refus: fait.refus }, { status: 422 });
};

const CarteDesAvis = ({ carte }: Pick<AdoptionMontree, 'carte'>) => (
  <section className="pile" aria-labelledby="carte">
    <h2 id="carte">La carte de l’avancement</h2>
    <CarteTerritoire titre="Avancement des avis" {...carte} legende={LEGENDE_DE_LA_CARTE} />
  </section>
);

const Page = () => {
  const { adoption, estLimite, peutAdopter } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const racine = `/t/${useParams().siren}/elaborer`;
  const chemin = `${racine}/adoption`;
  if (adoption === null) {
    return (
      <div className="pile pile-large">
        <Titre surtitre="Schéma de mutualisation">L’adoption</Titre>
        <Vide
          niveau={2}
          titre="Le schéma n’est pas encore commencé"
          action={<BoutonLien vers={`${racine}/schema`}>Commencer le schéma</BoutonLien>}
        >
          L’adoption s’ouvre quand le schéma a ses fiches et son texte : rapport, saisine de chaque
          conseil, trois mois d’avis, approbation.
        </Vide>
      </div>
    );
  }
  const { situations, synthese, frise, carte, aujourdhui, avertissements, fenetre } = adoption;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`Schéma de mutualisation ${adoption.mandat}`}
        chapeau={
          synthese.phrase === ''
            ? 'Le rapport se transmet à chaque conseil municipal, qui a trois mois pour se prononcer.'
            : `${synthese.phrase.charAt(0).toUpperCase()}${synthese.phrase.slice(1)}.`
        }
        actions={
          <BoutonLien vers={`${chemin}/registre`} ton="secondaire" icone="document">
            Voir le registre
          </BoutonLien>
        }
      >
        {estLimite ? 'Où en est l’avis de la commune ?' : 'Où en sont les avis des communes ?'}
      </Titre>
      {refus === undefined ? null : (
        <MotifsDeRefus
          titre="Le rapport ne peut pas encore être établi"
          refus={refus}
          quiPeutAgir="les rédacteurs du schéma"
          action={<BoutonLien vers={`${racine}/schema/apercu`}>Voir ce qui manque</BoutonLien>}
        />
      )}
      {peutAdopter ? <ProchainGeste adoption={adoption} chemin={chemin} /> : null}
      {avertissements.length === 0 ? null : (
        <Encadre ton="attention" titre="À surveiller">
          <ul>
            {avertissements.map(({ message, article }) => (
              <li key={message}>
                {message} <span className="petit">({article})</span>
              </li>
            ))}
          </ul>
        </Encadre>
      )}
      {adoption.rapport === null && fenetre !== null ? (
        <p>
          Le rapport s’établit dans l’année du renouvellement : jusqu’au{' '}
          {formaterJour(fenetre.echeance)} ({fenetre.article}).
        </p>
      ) : null}
      <SyntheseDesAvis synthese={synthese} />
      {estLimite ? null : <CarteDesAvis carte={carte} />}
      {frise.pistes.length === 0 ? null : (
        <section className="pile" aria-labelledby="frise">
          <h2 id="frise">La frise des avis</h2>
          <Frise {...frise} aujourdhui={aujourdhui} texteReplie />
        </section>
      )}
      <section className="pile" id="tableau" aria-label="Tableau des avis">
        <TableauDesAvis situations={situations} chemin={chemin} />
      </section>
    </div>
  );
};
export default Page;
