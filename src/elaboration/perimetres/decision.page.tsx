import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { CRITERES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import { FORMES_DE_MUTUALISATION } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { Bouton, ChampTexte, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { estIdentifiant, lireCommunes } from './conduire.server.ts';
import { lireDecision, revenirSurDecision, type TablesDecisions } from './decisions.sql.server.ts';
import { ResultatsFiges } from './resultats-figes.tsx';

export const handle = { titre: 'Décision' };
export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `Décision : ${loaderData?.decision.libelle ?? ''} – Ensemblier` },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:lire');
  const { base, contexte, peut } = acces;
  const id = params.decision;
  const lue = estIdentifiant(id)
    ? await dansTerritoire(base, contexte, (tx: Transaction<TablesDecisions>) =>
        lireDecision(tx, contexte, id),
      )
    : undefined;
  const decision =
    lue ??
    interrompre(
      404,
      'Cette décision n’existe pas',
      'Revenez à la liste des périmètres pour choisir une décision de ce territoire.',
    );
  const communes = await lireCommunes(acces, decision.decideLe);
  const libelles = new Map(CRITERES_DE_PERIMETRE.map(({ code, libelle }) => [code, libelle]));
  return {
    decision,
    peutRevenir: peut('perimetre:decider') && decision.annuleeLe === null,
    membres: communes.filter(({ siren }) => decision.membres.includes(siren)).map(({ nom }) => nom),
    absentes: communes
      .filter(({ siren }) => !decision.membres.includes(siren))
      .map(({ nom }) => nom),
    libelles: Object.fromEntries(libelles),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(
    request,
    params.siren,
    'perimetre:decider',
  );
  const motif = (await request.formData()).get('motif');
  const retour = await dansTerritoire(base, contexte, (tx: Transaction<TablesDecisions>) =>
    revenirSurDecision(
      tx,
      contexte,
      estIdentifiant(params.decision) ? params.decision : contexte.territoireId,
      typeof motif === 'string' ? motif : '',
      aujourdhui,
    ),
  );
  return retour.ok
    ? redirect(`/t/${params.siren}/elaborer/perimetres/decisions/${params.decision}`)
    : data({ refus: retour.refus }, { status: 422 });
};

const enumerer = (noms: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction' }).format(noms);

const Decision = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { decision, peutRevenir, membres, absentes, libelles } = loaderData;
  return (
    <div className="pile">
      <Titre surtitre={`Décidé le ${formaterJour(decision.decideLe)} par : ${decision.instance}`}>
        {decision.libelle} : {FORMES_DE_MUTUALISATION[decision.forme].toLowerCase()}
      </Titre>
      {decision.annuleeLe === null ? null : (
        <Encadre ton="attention" titre={`Revenu dessus le ${formaterJour(decision.annuleeLe)}`}>
          <p>{decision.annuleeMotif ?? ''}</p>
        </Encadre>
      )}
      <p className="perimetres-phrase">{decision.phrase}</p>
      <dl className="perimetres-termes">
        <dt>Motif</dt>
        <dd>{decision.motif}</dd>
        <dt>Communes membres ({membres.length})</dt>
        <dd>{enumerer(membres)}</dd>
        <dt>Sans en être ({absentes.length})</dt>
        <dd>{absentes.length === 0 ? 'aucune' : enumerer(absentes)}</dd>
      </dl>
      <ResultatsFiges resultat={decision.resultat} libelles={libelles} />
      {peutRevenir ? (
        <section className="pile pile-serree">
          <h2>Revenir sur cette décision</h2>
          <p>Elle restera au dossier, datée. Le service pourra être décidé de nouveau.</p>
          <Form method="post" className="formulaire">
            <ChampTexte
              nom="motif"
              libelle="Pourquoi revenir sur ce choix ?"
              lignes={2}
              obligatoire
              erreur={actionData?.refus.message}
            />
            <div className="rang">
              <Bouton ton="danger">Revenir sur la décision</Bouton>
            </div>
          </Form>
        </section>
      ) : null}
    </div>
  );
};
export default Decision;
