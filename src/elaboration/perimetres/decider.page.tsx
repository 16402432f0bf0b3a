import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { BoutonLien, Encadre, RefusMotive, Titre } from '../../socle/ui/index.ui.ts';
import { ChampsDeDecision } from './champs-de-decision.tsx';
import {
  enregistrerDecision,
  exigerGrille,
  exigerService,
  lireCommunes,
} from './conduire.server.ts';
import { estImpossibleEnDroit, jugerDecision, phraseDeDecision } from './decider.ts';
import type { TablesDecisions } from './decisions.sql.server.ts';
import { eprouverGrille } from './eprouver.server.ts';
import { suggererForme } from './forme-suggeree.ts';
import { lireDecisionProposee } from './formulaires.schema.ts';

export const handle = { titre: 'Décider' };
export const meta = () => [{ title: 'Décider un périmètre – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:decider');
  const grille = await exigerGrille(acces, params.grille);
  const evaluation = await eprouverGrille(grille);
  const service = exigerService(evaluation.services, params.service);
  const masse = service.criteres.find(({ code }) => code === 'CR03')?.note ?? null;
  return {
    cheminDeGrille: `/t/${params.siren}/elaborer/perimetres/${grille.id}`,
    titre: grille.titre,
    ouverteLe: grille.ouverteLe,
    service: service.service,
    libelle: service.libelle,
    phrase: phraseDeDecision(evaluation, service),
    suggestion: suggererForme(service.score, masse),
    estBloque: service.score.estEcartee,
    estImpossible: estImpossibleEnDroit(service),
    communes: await lireCommunes(acces, acces.aujourdhui),
    aujourdhui: acces.aujourdhui,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:decider');
  const grille = await exigerGrille(acces, params.grille);
  const evaluation = await eprouverGrille(grille);
  const service = exigerService(evaluation.services, params.service);
  const { base, contexte, aujourdhui } = acces;
  const proposition = lireDecisionProposee(await request.formData());
  const communes = await lireCommunes(acces, proposition.decideLe ?? aujourdhui);
  const jugee = jugerDecision(proposition, {
    service,
    communes: communes.map(({ siren }) => siren),
    ouverteLe: grille.ouverteLe,
    aujourdhui,
  });
  if (!jugee.ok) return data({ refus: jugee.refus, proposition }, { status: 422 });
  const retenue = await dansTerritoire(base, contexte, (tx: Transaction<TablesDecisions>) =>
    enregistrerDecision(tx, contexte, grille, { evaluation, service }, jugee.valeur),
  );
  return retenue.ok
    ? redirect(`/t/${params.siren}/elaborer/perimetres/decisions/${retenue.valeur}`)
    : data({ refus: [retenue.refus], proposition }, { status: 409 });
};

const Decider = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { cheminDeGrille, titre, libelle, phrase, suggestion, estImpossible } = loaderData;
  const generaux = actionData?.refus.filter(({ chemin }) => (chemin ?? '') === '') ?? [];
  return (
    <div className="pile">
      <Titre surtitre={titre}>{libelle} : que décide-t-on ?</Titre>
      <p className="perimetres-phrase">{phrase}</p>
      {estImpossible ? (
        <section className="pile pile-serree">
          <h2>Le droit s’y oppose</h2>
          <RefusMotive
            titre="Ce périmètre ne peut pas être retenu"
            manques={['La faisabilité juridique est notée « impossible en droit ».']}
            quiPeutAgir="Les évaluateurs, si le cadre juridique a été mal jugé."
            action={
              <BoutonLien vers={`${cheminDeGrille}/services/${loaderData.service}`}>
                Revoir les notes de ce service
              </BoutonLien>
            }
          />
        </section>
      ) : (
        <Form method="post" className="pile">
          {actionData === undefined ? null : (
            <Encadre ton="refus" titre="La décision n’est pas encore enregistrée" annonce>
              {generaux.length === 0 ? (
                <p>Corrigez les champs signalés. Votre saisie est gardée.</p>
              ) : (
                generaux.map(({ message }) => <p key={message}>{message}</p>)
              )}
            </Encadre>
          )}
          {loaderData.estBloque ? (
            <Encadre ton="attention" titre="La majorité des communes s’y oppose">
              <p>L’instance peut passer outre : le motif doit dire pourquoi.</p>
            </Encadre>
          ) : null}
          <p>Forme suggérée par la grille : {suggestion.phrase} Elle n’engage pas l’instance.</p>
          <ChampsDeDecision
            communes={loaderData.communes}
            ouverteLe={loaderData.ouverteLe}
            aujourdhui={loaderData.aujourdhui}
            formeSuggeree={suggestion.forme}
            proposition={actionData?.proposition ?? null}
            refus={actionData?.refus ?? []}
          />
        </Form>
      )}
    </div>
  );
};
export default Decider;
