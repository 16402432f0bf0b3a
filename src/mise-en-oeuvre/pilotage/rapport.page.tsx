import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import type { Refus } from '../../moteurs/resultat/index.ts';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { communesAu } from '../../socle/territoire/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import type { Saisie } from './champs-de-suivi.tsx';
import { ChampsDuRapport } from './champs-du-rapport.tsx';
import {
  cadreDesCommunes,
  garderRapport,
  lireMatiereDuRapport,
  manquesDuRapport,
} from './composer-rapport.server.ts';
import { EtablirLeRapport } from './etablir-le-rapport.tsx';
import { lireRedaction } from './formulaires.schema.ts';
import {
  enregistrerRapport,
  type GenreDeVersion,
  lireRapport,
  listerVersionsDeRapport,
} from './rapports.sql.server.ts';
import { rendreLaSaisie } from './retour-de-saisie.ts';

export const meta = () => [{ title: 'Rapport annuel – Ensemblier' }];
export const handle = { titre: 'Rapport annuel' };

const lireAnnee = (texte: string): number => {
  const annee = /^20\d\d$/.test(texte) ? Number(texte) : null;
  return (
    annee ??
    interrompre(
      404,
      'Cette année n’existe pas',
      'Écrivez une année sur quatre chiffres dans l’adresse.',
    )
  );
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'rapport:publier',
  );
  const annee = lireAnnee(params.annee ?? '');
  return dansTerritoire(base, contexte, async (tx) => {
    const matiere = await lireMatiereDuRapport(tx, contexte, annee, aujourdhui);
    const enCours = await lireRapport(tx, contexte, annee);
    const communes = communesAu(await lireTerritoire(tx), aujourdhui);
    return {
      annee,
      chemin: `/t/${params.siren}/mettre-en-oeuvre/pilotage`,
      redaction: matiere.redaction,
      version: enCours?.version ?? 0,
      modifie: enCours === null ? null : { par: enCours.modifiePar, le: enCours.modifieLe },
      cadreAttendu: cadreDesCommunes(communes),
      manques: manquesDuRapport(matiere).map(({ message, ou, chemin }) => ({
        cle: chemin ?? message,
        message,
        ou,
      })),
      versions: await listerVersionsDeRapport(tx, contexte, annee),
    };
  });
};

const refusDe = (refus: readonly Refus[], formulaire: FormData) =>
  data(rendreLaSaisie(refus, formulaire), { status: 422 });

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'rapport:publier',
  );
  const annee = lireAnnee(params.annee ?? '');
  const formulaire = await request.formData();
  const ici = redirect(`/t/${params.siren}/mettre-en-oeuvre/pilotage/rapport/${annee}`);
  const geste = formulaire.get('geste');
  if (geste === 'copie' || geste === 'definitif') {
    const genre: GenreDeVersion = geste;
    const garde = await dansTerritoire(base, contexte, (tx) =>
      garderRapport(tx, contexte, { annee, genre }, aujourdhui),
    );
    return garde.ok ? ici : refusDe(garde.refus, new FormData());
  }
  const lu = lireRedaction(formulaire);
  if (!lu.ok) return refusDe(lu.refus, formulaire);
  const enregistre = await dansTerritoire(base, contexte, (tx) =>
    enregistrerRapport(tx, contexte, { annee, ...lu.valeur }, aujourdhui),
  );
  return enregistre.ok ? ici : refusDe([enregistre.refus], formulaire);
};

const VIDE: Saisie = {};

const PageDuRapport = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { annee, chemin, redaction, version, modifie, cadreAttendu } = loaderData;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre="Communication annuelle (CGCT, art. L. 5211-39-1)"
        chapeau="Les actions, les services et les coûts viennent du suivi ; vous écrivez le reste."
        actions={
          <BoutonLien vers={chemin} ton="secondaire">
            Retour au suivi
          </BoutonLien>
        }
      >
        Que dire de l’année {annee} ?
      </Titre>
      {actionData === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’est enregistré" annonce>
          <ul>
            {actionData.messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Encadre>
      )}
      <div className="deux-colonnes">
        <section className="pile" aria-labelledby="rediger">
          <h2 id="rediger">Rédiger</h2>
          {modifie === null ? null : (
            <p className="petit texte-doux">
              Dernière écriture le {formaterJour(modifie.le)} par {modifie.par}.
            </p>
          )}
          <p>Vous pouvez enregistrer une rédaction incomplète, et la reprendre plus tard.</p>
          <Form method="post" noValidate>
            <ChampsDuRapport
              redaction={redaction}
              version={version}
              cadreAttendu={cadreAttendu}
              saisie={actionData?.saisie ?? null}
              erreurs={actionData?.erreurs ?? VIDE}
            />
          </Form>
        </section>
        <EtablirLeRapport {...loaderData} />
      </div>
    </div>
  );
};
export default PageDuRapport;
