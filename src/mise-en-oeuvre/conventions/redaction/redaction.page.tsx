import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit, interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireCollectivites } from '../../../socle/territoire/index.server.ts';
import {
  Bouton,
  BoutonLien,
  ChampTexte,
  Encadre,
  Onglets,
  Titre,
} from '../../../socle/ui/index.ui.ts';
import { versionCourante, versionSignee } from '../convention.ts';
import { lireConvention } from '../conventions.sql.server.ts';
import { enregistrerSection } from './enregistrer.server.ts';
import { EtatDeLaVersion } from './etat-de-la-version.tsx';
import { estSection, SECTIONS } from './lire-section.ts';
import { SectionEnCours } from './section-en-cours.tsx';

export const handle = { titre: 'Rédaction' };
export const meta = () => [{ title: 'Rédiger la convention – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'convention:rediger');
  const { convention, collectivites } = await dansTerritoire(base, contexte, async (tx) => ({
    convention: await lireConvention(tx, contexte, params.convention ?? ''),
    collectivites: await lireCollectivites(tx),
  }));
  const section = params.section ?? '';
  if (convention === null || !estSection(section))
    return interrompre(404, 'Cette page n’existe pas', 'Revenez à la liste des conventions.');
  const { numero, figeeLe, contenu, revision } = versionCourante(convention);
  const racine = `/t/${params.siren}/mettre-en-oeuvre`;
  return {
    chemin: `${racine}/conventions/${convention.id}`,
    racine,
    serviceId: convention.objetId,
    titre: convention.titre,
    section,
    numero,
    figeeLe,
    revision,
    contenu,
    parties: convention.parties,
    communes: convention.versions.some((version) => version.figeeLe !== null)
      ? []
      : collectivites.filter(
          ({ siren, type }) =>
            type === 'commune' && !convention.parties.some((partie) => partie.siren === siren),
        ),
    estSignee: versionSignee(convention) !== null,
    enregistree: new URL(request.url).searchParams.has('enregistree'),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'convention:rediger');
  const section = params.section ?? '';
  if (!estSection(section))
    return interrompre(404, 'Cette page n’existe pas', 'Revenez à la convention.');
  const fait = await enregistrerSection(
    acces,
    params.convention ?? '',
    section,
    await request.formData(),
  );
  if (!fait.ok) return data(fait.refus, { status: 422 });
  return redirect(
    `/t/${params.siren}/mettre-en-oeuvre/conventions/${params.convention}/redaction/${section}?enregistree`,
  );
};

/** La rédaction de la convention, section par section. */
export default function Redaction() {
  const lu = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const { chemin, racine, section, estSignee, figeeLe, serviceId } = lu;
  const contenu = retour?.saisie ?? lu.contenu;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={lu.titre}
        chapeau={`Version ${lu.numero}.`}
        actions={
          <BoutonLien vers={chemin} ton="secondaire">
            Revenir à la convention
          </BoutonLien>
        }
      >
        Que dit la convention ?
      </Titre>
      <Onglets
        nom="Sections de la convention"
        onglets={Object.entries(SECTIONS).map(([code, titre]) => ({
          titre,
          chemin: `${chemin}/redaction/${code}`,
        }))}
      />
      <EtatDeLaVersion estSignee={estSignee} figeeLe={figeeLe} numero={lu.numero} />
      {lu.enregistree && retour === undefined ? (
        <Encadre ton="reussite" titre="Section enregistrée" annonce>
          <p>Le document en tient compte aussitôt.</p>
        </Encadre>
      ) : null}
      {retour === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’a été remplacé" annonce>
          <ul>
            {retour.motifs.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {retour.changes.length === 0 ? null : (
            <p>Diffèrent de ce qui est en ligne : {retour.changes.join(', ')}.</p>
          )}
        </Encadre>
      )}
      <Form method="post" className="pile pile-large">
        <input type="hidden" name="revision" value={retour?.revision ?? lu.revision} />
        <SectionEnCours
          section={section}
          contenu={contenu}
          parties={lu.parties}
          communes={lu.communes}
          simulation={
            serviceId === null
              ? null
              : `${racine}/refacturation/${serviceId}/${contenu.finances.annee}?projet`
          }
        />
        {figeeLe === null || section === 'parties' ? null : (
          <ChampTexte nom="motif" libelle="Motif de la nouvelle version" />
        )}
        {estSignee ? null : (
          <div className="rang">
            <Bouton>Enregistrer la section</Bouton>
          </div>
        )}
      </Form>
    </div>
  );
}
