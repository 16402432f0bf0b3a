import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, Encadre, GesteRefuse, Titre } from '../../socle/ui/index.ui.ts';
import { faitsRetenus } from '../conventions/index.ts';
import { ChampsDeLaFiche } from './champs-de-la-fiche.tsx';
import { composerFicheDImpact } from './composer-fiche.server.ts';
import { DocumentDeLaFiche } from './document-de-la-fiche.tsx';
import { lireFicheDImpact } from './fiche-impact.sql.server.ts';
import { type FicheDImpact, RUBRIQUES, type Rubrique, rubriquesRemplies } from './fiche-impact.ts';
import { enregistrerOuFiger } from './figer-fiche.server.ts';
import { conventionDuService } from './naitre.server.ts';
import { RubriqueDImpact } from './rubrique-d-impact.tsx';
import { lireServiceCommun } from './services-communs.sql.server.ts';

export const handle = { titre: 'Fiche d’impact' };
export const meta = () => [{ title: 'Fiche d’impact – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'convention:rediger',
  );
  return dansTerritoire(base, contexte, async (tx) => {
    const service = await lireServiceCommun(tx, contexte, params.service ?? '');
    const lue = service === null ? null : await lireFicheDImpact(tx, contexte, service.id);
    if (service === null || lue === null)
      return interrompre(
        404,
        'Cette fiche d’impact n’existe pas',
        'Revenez à la liste des services.',
      );
    const convention = await conventionDuService(tx, contexte, service);
    const figee =
      convention === null
        ? undefined
        : faitsRetenus(convention).findLast(({ type }) => type === 'fiche-impact');
    const compose = await composerFicheDImpact(tx, contexte, service, aujourdhui);
    return {
      manques: compose.ok ? [] : [...new Set(compose.refus.map(({ message }) => message))],
      chemin: `/t/${params.siren}/mettre-en-oeuvre/services-communs/${service.id}`,
      nom: service.nom,
      aujourdhui,
      figeeLe: figee?.le ?? null,
      enregistree: new URL(request.url).searchParams.has('enregistree'),
      ...lue,
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'convention:rediger');
  const chemin = `/t/${params.siren}/mettre-en-oeuvre`;
  const fait = await enregistrerOuFiger(acces, params.service ?? '', await request.formData());
  if (!fait.ok) return data(fait.refus, { status: 422 });
  return redirect(
    fait.valeur.conventionId === null
      ? `${chemin}/services-communs/${params.service}/fiche-impact?enregistree`
      : `${chemin}/conventions/${fait.valeur.conventionId}`,
  );
};

const NOMS = Object.keys(RUBRIQUES) as Rubrique[];

/** La fiche d’impact : préremplie des effectifs, complétée à la main, figée avant les comités. */
export default function FicheDImpactDuService() {
  const lu = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const fiche: FicheDImpact = retour?.saisie ?? lu.fiche;
  const remplies = new Set(rubriquesRemplies(fiche));
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={lu.nom}
        chapeau="Elle dit aux agents et à leurs représentants ce qui change. La loi nomme quatre rubriques ; aucune ne peut rester vide."
        actions={
          <BoutonLien vers={lu.chemin} ton="secondaire">
            Revenir au service
          </BoutonLien>
        }
      >
        Que change le service pour les agents ?
      </Titre>
      {lu.figeeLe === null ? null : (
        <Encadre ton="attention" titre={`Fiche figée le ${formaterJour(lu.figeeLe)}`}>
          <p>
            La modifier puis la figer de nouveau rouvre les avis des comités et les délibérations.
          </p>
        </Encadre>
      )}
      {lu.enregistree && retour === undefined ? (
        <Encadre ton="reussite" titre="Fiche enregistrée" annonce>
          <p>
            {remplies.size === NOMS.length
              ? 'Les quatre rubriques sont remplies : vous pouvez la figer.'
              : 'Les rubriques à compléter sont signalées.'}
          </p>
        </Encadre>
      ) : null}
      {retour === undefined ? null : (
        <GesteRefuse titre="La fiche n’a pas été figée ni remplacée" refus={retour.motifs} />
      )}
      <Form method="post" className="pile pile-large">
        <input type="hidden" name="version" value={retour?.version ?? lu.version} />
        {NOMS.map((rubrique) => (
          <RubriqueDImpact
            key={rubrique}
            rubrique={rubrique}
            lignes={fiche.rubriques[rubrique]}
            enLigne={retour?.enLigne?.rubriques[rubrique]}
            estRemplie={remplies.has(rubrique)}
          />
        ))}
        <ChampsDeLaFiche fiche={fiche} aujourdhui={lu.aujourdhui} />
        <div className="rang">
          <Bouton name="geste" value="enregistrer" ton="secondaire">
            Enregistrer
          </Bouton>
          <Bouton name="geste" value="figer">
            Enregistrer et figer
          </Bouton>
        </div>
      </Form>
      <DocumentDeLaFiche chemin={`${lu.chemin}/fiche-impact`} manques={lu.manques} />
    </div>
  );
}
