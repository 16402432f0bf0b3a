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
import { accepter, type Refus, refuser } from '../../../moteurs/resultat/index.ts';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { calculerEmpreinte } from '../../../socle/mise-en-page/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import {
  ApercuDocument,
  Bouton,
  BoutonLien,
  RenduDocument,
  sommaireDuDocument,
  Titre,
  Vide,
} from '../../../socle/ui/index.ui.ts';
import { MotifsDeRefus } from '../saisie/motifs-de-refus.tsx';
import { lireSchema } from '../schema.sql.server.ts';
import {
  composerProjet,
  garderVersion,
  lireMatiere,
  listerManques,
} from './composer-schema.server.ts';
import { listerVersions } from './versions.sql.server.ts';

export const handle = { titre: 'Le document' };
export const meta = () => [{ title: 'Aperçu du schéma – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'schema:lire');
  const { base, contexte, aujourdhui, collectivite } = acces;
  if (collectivite !== null) {
    interrompre(
      403,
      'Ce document est encore un projet',
      'Les documents transmis à votre commune sont sur la page du schéma.',
    );
  }
  const chemin = `/t/${params.siren}/elaborer/schema`;
  const lu = await dansTerritoire(base, contexte, async (tx) => {
    const schema = await lireSchema(tx, contexte);
    if (schema === null) return null;
    const matiere = await lireMatiere(tx, contexte, schema, aujourdhui);
    return { matiere, versions: await listerVersions(tx, contexte, schema.id) };
  });
  if (lu === null) return { chemin, apercu: null, peutRediger: acces.peut('schema:rediger') };
  const document = composerProjet(lu.matiere, 'projet');
  return {
    chemin,
    peutRediger: acces.peut('schema:rediger'),
    apercu: {
      document,
      sommaire: sommaireDuDocument(document),
      manques: listerManques(lu.matiere).map(({ message }) => message),
      versions: lu.versions,
      empreinte: calculerEmpreinte(document),
    },
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const resultat = await dansTerritoire(base, contexte, async (tx) => {
    const schema = await lireSchema(tx, contexte);
    if (schema === null) {
      const absent: Refus = { code: 'schema-absent', message: 'Ouvrez d’abord une fiche.' };
      return refuser([absent] as readonly Refus[]);
    }
    const matiere = await lireMatiere(tx, contexte, schema, aujourdhui);
    const gardee = await garderVersion(tx, contexte, schema, 'copie', matiere);
    return gardee.ok ? accepter(null) : gardee;
  });
  return resultat.ok
    ? redirect(`/t/${params.siren}/elaborer/schema/apercu`)
    : data({ refus: resultat.refus }, { status: 422 });
};

const FORMATS = [
  { nom: 'PDF balisé', format: 'pdf' },
  { nom: 'Word (DOCX)', format: 'docx' },
  { nom: 'LibreOffice (ODT)', format: 'odt' },
];

const Page = () => {
  const { chemin, apercu, peutRediger } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  if (apercu === null) {
    return (
      <div className="pile pile-large">
        <Titre surtitre="Schéma de mutualisation">Le document</Titre>
        <Vide
          niveau={2}
          titre="Le document n’a pas encore de matière"
          action={<BoutonLien vers={`${chemin}/fiches/nouvelle`}>Ouvrir une fiche</BoutonLien>}
        >
          Il se compose seul dès qu’une fiche est ouverte.
        </Vide>
      </div>
    );
  }
  return (
    <div className="pile pile-large apercu-du-schema">
      <Titre
        chapeau="L’aperçu du jour : mêmes textes, mêmes numéros que dans les fichiers. Ce qui manque y est surligné."
        actions={
          peutRediger ? (
            <Form method="post">
              <Bouton ton="secondaire" icone="document">
                Garder cette version
              </Bouton>
            </Form>
          ) : undefined
        }
      >
        Que dit le schéma ?
      </Titre>
      {refus === undefined ? null : <MotifsDeRefus titre="Version non gardée" refus={refus} />}
      <ApercuDocument
        titre={apercu.document.metadonnees.titre}
        sommaire={apercu.sommaire}
        manques={apercu.manques}
        formats={FORMATS.map(({ nom, format }) => ({
          nom,
          chemin: `${chemin}/document/${format}`,
        }))}
        versions={apercu.versions.map((version) => ({
          cle: version.id,
          titre: `Version ${version.numero}, ${version.titre.toLowerCase()}`,
          chemin: `${chemin}/versions/${version.id}/pdf`,
          mention: `gardée le ${formaterJour(version.etablieLe)} par ${version.etabliePar}`,
        }))}
        empreinte={apercu.empreinte}
      >
        <RenduDocument document={apercu.document} />
      </ApercuDocument>
    </div>
  );
};
export default Page;
