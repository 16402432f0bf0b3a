import '../schema.css';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useParams,
  useSearchParams,
} from 'react-router';
import type { Refus } from '../../../moteurs/resultat/index.ts';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  Encadre,
  Pastille,
  RenduDocument,
  Titre,
} from '../../../socle/ui/index.ui.ts';
import { lireCourt } from '../saisie/formulaire.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { ImpactDeFiche } from './impact-de-fiche.tsx';
import { montrerFiche } from './montrer-fiche.server.ts';
import { EcartsDeMoyens, MoyensDeFiche } from './moyens-de-fiche.tsx';
import { declarerPrete, retirerDuSchema, rouvrirFiche } from './rediger-fiche.server.ts';

export const handle = { titre: 'Fiche technique' };
export const meta = () => [{ title: 'Fiche technique – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:lire');
  return {
    ...(await montrerFiche(acces, params.fiche)),
    peutRediger: acces.peut('schema:rediger'),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const geste = lireCourt(await request.formData(), 'geste');
  const id = params.fiche ?? '';
  const resultat = await dansTerritoire(base, contexte, async (tx) => {
    if (geste === 'declarer-prete') return declarerPrete(tx, contexte, id, aujourdhui);
    const agir = geste === 'retirer' ? retirerDuSchema : rouvrirFiche;
    const fait = await agir(tx, contexte, id, aujourdhui);
    return fait.ok ? fait : { ok: false as const, refus: [fait.refus] as readonly Refus[] };
  });
  if (!resultat.ok) return data({ refus: resultat.refus }, { status: 422 });
  const liste = `/t/${params.siren}/elaborer/schema`;
  return redirect(geste === 'retirer' ? liste : `${liste}/fiches/${id}`);
};

const Gestes = ({ etat }: { etat: 'brouillon' | 'prete' }) => (
  <Form method="post" className="rang">
    {etat === 'brouillon' ? (
      <>
        <Bouton name="geste" value="declarer-prete" icone="valide">
          Déclarer la fiche prête
        </Bouton>
        <Bouton name="geste" value="retirer" ton="danger">
          Retirer du schéma
        </Bouton>
      </>
    ) : (
      <Bouton name="geste" value="rouvrir" ton="secondaire">
        Rouvrir la fiche
      </Bouton>
    )}
  </Form>
);

const Page = () => {
  const { fiche, moyens, detail, ecarts, impacts, manques, document, peutRediger } =
    useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const [recherche] = useSearchParams();
  const chemin = `/t/${useParams().siren}/elaborer/schema/fiches/${fiche.id}`;
  const estBrouillon = fiche.etat === 'brouillon';
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`Fiche ${fiche.code}`}
        chapeau={
          <>
            <Pastille etat={estBrouillon ? 'en-cours' : 'fait'}>
              {estBrouillon ? 'brouillon' : 'prête'}
            </Pastille>{' '}
            Version {fiche.version}, modifiée le {formaterJour(fiche.modifieeLe)} par{' '}
            {fiche.modifieePar}. <Link to={`${chemin}/historique`}>Voir l’histoire</Link>
          </>
        }
        actions={
          peutRediger && estBrouillon ? (
            <>
              <BoutonLien vers={`${chemin}/impact`} ton="secondaire">
                Écrire l’impact
              </BoutonLien>
              <BoutonLien vers={`${chemin}/modifier`}>Rédiger</BoutonLien>
            </>
          ) : undefined
        }
      >
        {fiche.titre}
      </Titre>
      {recherche.get('repris') === null ? null : (
        <Encadre ton="reussite" annonce titre="Enregistré, sans rien perdre">
          <p>
            Une autre personne écrivait en même temps. Ses changements sont gardés avec les vôtres :{' '}
            {recherche.get('repris')}.
          </p>
        </Encadre>
      )}
      {refus === undefined ? null : (
        <MotifsDeRefus
          titre="La fiche n’est pas encore prête"
          refus={refus}
          action={<BoutonLien vers={`${chemin}/modifier`}>Compléter la fiche</BoutonLien>}
        />
      )}
      <EcartsDeMoyens ecarts={ecarts} figesLe={moyens.figesLe} />
      {manques.length === 0 || !peutRediger || refus !== undefined ? null : (
        <Encadre ton="attention" titre={`Il manque encore ${manques.length} éléments`}>
          <ul>
            {manques.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Encadre>
      )}
      <article className="pile lecture" aria-label={`Texte de la fiche ${fiche.code}`}>
        <RenduDocument document={document} />
      </article>
      <MoyensDeFiche moyens={moyens} detail={detail} />
      <section className="pile" aria-labelledby="impact">
        <h2 id="impact">L’impact, personne publique par personne publique</h2>
        <ImpactDeFiche impacts={impacts} />
      </section>
      {peutRediger ? <Gestes etat={fiche.etat} /> : null}
    </div>
  );
};
export default Page;
