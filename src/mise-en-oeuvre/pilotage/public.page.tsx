import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from 'react-router';
import { exigerTerritoirePublic } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireContours, lireTerritoire } from '../../socle/territoire/index.server.ts';
import { communesAu } from '../../socle/territoire/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, PageSimple, Titre } from '../../socle/ui/index.ui.ts';
import { composerParticipations } from './carte-des-participations.ts';
import { enPublic } from './contexte-public.server.ts';
import { ImagePubliee } from './image-publiee.tsx';
import './pilotage.css';
import { lirePublicationEnLigne } from './publications.sql.server.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `Mutualisation : ${loaderData?.nom ?? 'page publique'} – Ensemblier` },
];

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerTerritoirePublic(params.siren);
  return dansTerritoire(base, enPublic(contexte), async (tx) => {
    const territoire = await lireTerritoire(tx);
    const enTete = { nom: territoire.nom, couleur: territoire.couleur ?? undefined };
    const enLigne = await lirePublicationEnLigne(tx, contexte);
    if (enLigne === null) return { ...enTete, publie: null };
    const { contenu, rapportId } = enLigne;
    const communes = communesAu(territoire, contenu.arreteAu);
    return {
      ...enTete,
      publie: {
        contenu,
        participations: composerParticipations(
          communes,
          await lireContours(tx),
          contenu.participations,
        ),
        rapport: rapportId === null ? null : `/public/${params.siren}/rapport`,
      },
    };
  });
};

const Rapport = ({ chemin }: { chemin: string | null }) =>
  chemin === null ? null : (
    <section className="pile pile-serree" aria-labelledby="rapport">
      <h2 id="rapport">Le rapport annuel</h2>
      <div className="rang">
        {(['pdf', 'docx', 'odt'] as const).map((format) => (
          <BoutonLien
            key={format}
            vers={`${chemin}/${format}`}
            ton="secondaire"
            icone="telecharger"
            telecharger
          >
            Rapport ({format.toUpperCase()})
          </BoutonLien>
        ))}
      </div>
    </section>
  );

/** Ce qu’un habitant lit, sans compte : l’image publiée et rien d’autre. */
const PagePublique = () => {
  const { nom, couleur, publie } = useLoaderData<typeof loader>();
  return (
    <PageSimple identite={{ nom, couleur }}>
      {publie === null ? (
        <Titre chapeau="Cette intercommunalité n’a encore rien publié sur sa mutualisation. Revenez plus tard, ou écrivez-lui.">
          Rien n’est encore publié
        </Titre>
      ) : (
        <div className="pile pile-large">
          <Titre
            surtitre={
              publie.contenu.mandat === null
                ? nom
                : `Schéma de mutualisation ${publie.contenu.mandat}`
            }
            chapeau={`État au ${formaterJour(publie.contenu.arreteAu)}.`}
          >
            Que mettent en commun les communes ?
          </Titre>
          <ImagePubliee contenu={publie.contenu} participations={publie.participations} />
          <Rapport chemin={publie.rapport} />
        </div>
      )}
    </PageSimple>
  );
};
export default PagePublique;
