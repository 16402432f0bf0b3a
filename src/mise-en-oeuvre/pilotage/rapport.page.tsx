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
import { lireTerritoire } from '../../socle/territoire/index.server.ts';
import { communesAu } from '../../socle/territoire/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { CeQuiEstEnLigne } from './ce-qui-est-en-ligne.tsx';
import type { Saisie } from './champs-de-suivi.tsx';
import { ChampsDuRapport } from './champs-du-rapport.tsx';
import { anneeDeSeance } from './communication-annuelle.ts';
import { CommunicationAuConseil } from './communication-au-conseil.tsx';
import {
  cadreDesCommunes,
  lireMatiereDuRapport,
  manquesDuRapport,
} from './composer-rapport.server.ts';
import { EtablirLeRapport } from './etablir-le-rapport.tsx';
import { faireGesteDeRapport } from './gestes-de-rapport.server.ts';
import { lireRapport, listerVersionsDeRapport } from './rapports.sql.server.ts';
import './pilotage.css';
import { rendreLaSaisie } from './retour-de-saisie.ts';
import { lireCommunications } from './sources.server.ts';

export const meta = () => [{ title: 'Rapport annuel – Ensemblier' }];
export { relireApresRefus as shouldRevalidate } from '../../socle/formulaires/index.ts';
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
    const communications = await lireCommunications(tx, contexte, aujourdhui);
    const communes = communesAu(await lireTerritoire(tx), aujourdhui);
    return {
      annee,
      chemin: `/t/${params.siren}/mettre-en-oeuvre/pilotage`,
      aujourdhui,
      communiquee: communications.find((tenue) => tenue.annee === anneeDeSeance(annee)) ?? null,
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

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'rapport:publier');
  const annee = lireAnnee(params.annee ?? '');
  const formulaire = await request.formData();
  const fait = await faireGesteDeRapport(acces, annee, formulaire);
  return fait.ok
    ? redirect(`/t/${params.siren}/mettre-en-oeuvre/pilotage/rapport/${annee}`)
    : data(
        {
          ...rendreLaSaisie(fait.refus, formulaire),
          geste: formulaire.get('geste'),
          aChange: fait.refus.some(({ code }) => code === 'rapport-change'),
        },
        { status: 422 },
      );
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
          {actionData.aChange ? (
            <CeQuiEstEnLigne
              redaction={redaction}
              saisie={actionData.saisie}
              parQui={modifie?.par ?? ''}
            />
          ) : null}
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
              saisie={actionData?.geste === null ? actionData.saisie : null}
              erreurs={actionData?.erreurs ?? VIDE}
            />
          </Form>
        </section>
        <div className="pile pile-large">
          <EtablirLeRapport {...loaderData} />
          <CommunicationAuConseil
            communiquee={loaderData.communiquee}
            registre={chemin.replace(/mettre-en-oeuvre\/pilotage$/, 'elaborer/adoption/registre')}
            seance={redaction.seance}
            aujourdhui={loaderData.aujourdhui}
            aUneDefinitive={loaderData.versions.some(({ genre }) => genre === 'definitif')}
            saisie={actionData?.saisie.communiqueLe}
            erreur={actionData?.erreurs.communiqueLe}
          />
        </div>
      </div>
    </div>
  );
};
export default PageDuRapport;
