import './schema.css';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useParams,
} from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Pastille, Tableau, Titre } from '../../socle/ui/index.ui.ts';
import { DocumentsTransmis, EtatDuDocument } from './etat-du-document.tsx';
import { ouvrirFicheDuPerimetre } from './fiches/ouvrir-fiche.server.ts';
import { ListeDesFiches, PerimetresSansFiche } from './liste-des-fiches.tsx';
import { montrerSchema, type SchemaMontre } from './montrer-schema.server.ts';
import { lireCourt } from './saisie/formulaire.ts';
import { MotifsDeRefus } from './saisie/motifs-de-refus.tsx';

export const handle = { titre: 'Schéma' };
export const meta = () => [{ title: 'Le schéma de mutualisation – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:lire');
  return { ...(await montrerSchema(acces)), peutRediger: acces.peut('schema:rediger') };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const perimetre = lireCourt(await request.formData(), 'perimetre');
  const ouverte = await dansTerritoire(base, contexte, (tx) =>
    ouvrirFicheDuPerimetre(tx, contexte, perimetre, aujourdhui),
  );
  return ouverte.ok
    ? redirect(`/t/${params.siren}/elaborer/schema/fiches/${ouverte.valeur}`)
    : data({ refus: [ouverte.refus] }, { status: 422 });
};

const Redaction = ({
  sections,
  chemin,
}: {
  sections: SchemaMontre['sections'];
  chemin: string;
}) => (
  <section className="pile" aria-labelledby="redaction">
    <h2 id="redaction">Le texte du schéma</h2>
    <Tableau
      legende="Sections à rédiger"
      legendeVisible={false}
      colonnes={[{ titre: 'Section' }, { titre: 'Ce qu’elle dit' }, { titre: 'État' }]}
      lignes={sections.map(({ code, titre, chapeau, exiges, ecrits, modifiee }) => ({
        cle: code,
        cellules: [
          <Link key="lien" to={`${chemin}/redaction/${code}`}>
            {titre}
          </Link>,
          <span key="chapeau" className="petit">
            {chapeau}
            {modifiee === null
              ? ''
              : ` Modifiée le ${formaterJour(modifiee.le)} par ${modifiee.par}.`}
          </span>,
          <Pastille key="etat" etat={ecrits === exiges ? 'fait' : 'en-cours'}>
            {exiges === 0 ? 'facultatif' : `${ecrits} sur ${exiges}`}
          </Pastille>,
        ],
      }))}
    />
  </section>
);

const Page = () => {
  const { fiches, sansFiche, sections, mandat, nombreDeManques, estLimite, peutRediger, versions } =
    useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  const chemin = `/t/${useParams().siren}/elaborer/schema`;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`Schéma de mutualisation ${mandat}`}
        chapeau="Une fiche par action, puis le texte qui les relie. Les effectifs et les coûts viennent des données."
        actions={
          estLimite ? undefined : (
            <>
              <BoutonLien vers={`${chemin}/apercu`} ton="secondaire" icone="document">
                Voir le document
              </BoutonLien>
              {peutRediger ? (
                <BoutonLien vers={`${chemin}/fiches/nouvelle`}>Ouvrir une fiche</BoutonLien>
              ) : null}
            </>
          )
        }
      >
        Que faisons-nous ensemble, et comment ?
      </Titre>
      {refus === undefined ? null : (
        <MotifsDeRefus titre="La fiche n’est pas ouverte" refus={refus} />
      )}
      <ListeDesFiches fiches={fiches} chemin={chemin} peutRediger={peutRediger} />
      {sansFiche.length === 0 || !peutRediger ? null : (
        <PerimetresSansFiche perimetres={sansFiche} />
      )}
      {estLimite ? null : <Redaction sections={sections} chemin={chemin} />}
      {nombreDeManques === null || estLimite ? null : (
        <EtatDuDocument nombreDeManques={nombreDeManques} chemin={chemin} />
      )}
      {estLimite && versions.length > 0 ? (
        <DocumentsTransmis versions={versions} chemin={chemin} />
      ) : null}
    </div>
  );
};
export default Page;
