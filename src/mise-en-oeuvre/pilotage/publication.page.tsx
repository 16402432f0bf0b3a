import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import type { Resultat } from '../../moteurs/resultat/index.ts';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { lireContours, lireTerritoire } from '../../socle/territoire/index.server.ts';
import { communesAu } from '../../socle/territoire/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Encadre, Tableau, Titre } from '../../socle/ui/index.ui.ts';
import { composerParticipations } from './carte-des-participations.ts';
import { ImagePubliee } from './image-publiee.tsx';
import { EnLigne, Publier } from './publier-pour-les-habitants.tsx';
import './pilotage.css';
import { listerPublications, retirerPublication } from './publications.sql.server.ts';
import { preparerPublication, publier } from './publier.server.ts';
import { listerVersionsDeRapport } from './rapports.sql.server.ts';

export const meta = () => [{ title: 'Publier pour les habitants – Ensemblier' }];
export const handle = { titre: 'Publication' };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'rapport:publier',
  );
  return dansTerritoire(base, contexte, async (tx) => {
    const contenu = await preparerPublication(tx, contexte, aujourdhui);
    const communes = communesAu(await lireTerritoire(tx), aujourdhui);
    return {
      chemin: `/t/${params.siren}/mettre-en-oeuvre/pilotage`,
      adresse: `/public/${params.siren}`,
      contenu,
      participations: composerParticipations(
        communes,
        await lireContours(tx),
        contenu.participations,
      ),
      publications: await listerPublications(tx, contexte),
      rapports: (await listerVersionsDeRapport(tx, contexte)).filter(
        ({ genre }) => genre === 'definitif',
      ),
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'rapport:publier',
  );
  const formulaire = await request.formData();
  const lire = (nom: string): string => lireChamp(formulaire, nom);
  const issue = await dansTerritoire<unknown, Resultat<unknown>>(base, contexte, (tx) =>
    lire('geste') === 'retirer'
      ? retirerPublication(tx, contexte, lire('motif'), aujourdhui)
      : publier(tx, contexte, { rapportId: lire('rapport') || null }, aujourdhui),
  );
  return issue.ok
    ? redirect(`/t/${params.siren}/mettre-en-oeuvre/pilotage/publication`)
    : data({ refus: issue.refus.message }, { status: 422 });
};

const PageDePublication = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { contenu, participations, publications, chemin } = loaderData;
  return (
    <div className="pile pile-large">
      <Titre
        chapeau="Relisez ce que les habitants liront : aucun nom, aucun commentaire de travail."
        actions={
          <BoutonLien vers={chemin} ton="secondaire">
            Retour au suivi
          </BoutonLien>
        }
      >
        Que montrer aux habitants ?
      </Titre>
      {actionData === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’a changé" annonce>
          <p>{actionData.refus}</p>
        </Encadre>
      )}
      <div className="deux-colonnes">
        <EnLigne {...loaderData} />
        <Publier {...loaderData} />
      </div>
      {publications.length === 0 ? null : (
        <Tableau
          legende="Publications gardées"
          colonnes={[
            { titre: 'Numéro' },
            { titre: 'Publiée' },
            { titre: 'État' },
            { titre: 'Empreinte SHA-256' },
          ]}
          lignes={publications.map((publication) => ({
            cle: publication.id,
            cellules: [
              publication.numero,
              `le ${formaterJour(publication.publieeLe)} par ${publication.publieePar}`,
              publication.retireeLe === null
                ? 'en ligne'
                : `retirée le ${formaterJour(publication.retireeLe)} : ${publication.retireeMotif ?? ''}`,
              <code key="empreinte" className="petit">
                {publication.empreinte.slice(0, 16)}…
              </code>,
            ],
          }))}
        />
      )}
      <p className="titre-surtitre">Aperçu de ce qui serait publié aujourd’hui</p>
      <ImagePubliee contenu={contenu} participations={participations} />
    </div>
  );
};
export default PageDePublication;
