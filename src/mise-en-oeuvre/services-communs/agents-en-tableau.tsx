import { Form } from 'react-router';
import { accorder, formaterEtpCentiemes } from '../../socle/ui/index.ts';
import { Bouton, BoutonLien, Encadre, Tableau } from '../../socle/ui/index.ui.ts';
import { type BilanDesAgents, SITUATIONS, type SituationDAgent } from './agents.ts';

interface AgentMontre {
  readonly collectivite: string;
  readonly employeur: string;
  readonly matricule: string;
  readonly metier: string;
  readonly categorie: string;
  readonly situation: SituationDAgent;
  readonly quotite: number;
  readonly etpCentiemes: number;
  readonly defaut: string | null;
}

const CODES = Object.keys(SITUATIONS) as SituationDAgent[];

const Situation = ({ agent, peutRediger }: { agent: AgentMontre; peutRediger: boolean }) =>
  peutRediger ? (
    <>
      <input type="hidden" name="collectivite" value={agent.collectivite} />
      <input type="hidden" name="matricule" value={agent.matricule} />
      <select
        name="situation"
        className="saisie"
        aria-label={`Situation de l’agent ${agent.matricule}, ${agent.employeur}`}
        defaultValue={agent.situation}
      >
        {CODES.map((code) => (
          <option key={code} value={code}>
            {SITUATIONS[code]}
          </option>
        ))}
      </select>
      {agent.defaut === null ? null : <span className="champ-erreur">{agent.defaut}</span>}
    </>
  ) : (
    SITUATIONS[agent.situation]
  );

const Tous = ({
  agents,
  peutRediger,
}: {
  agents: readonly AgentMontre[];
  peutRediger: boolean;
}) => (
  <Tableau
    legende="Agents du service, sous pseudonyme"
    colonnes={[
      { titre: 'Matricule' },
      { titre: 'Employeur' },
      { titre: 'Métier' },
      { titre: 'Part du temps', estNombre: true },
      { titre: 'Temps au service', estNombre: true },
      { titre: 'Situation' },
    ]}
    lignes={agents.map((agent) => ({
      cle: `${agent.collectivite}/${agent.matricule}`,
      cellules: [
        agent.matricule,
        agent.employeur,
        `${agent.metier} (${agent.categorie})`,
        `${agent.quotite}\u00A0%`,
        formaterEtpCentiemes(agent.etpCentiemes),
        <Situation key="situation" agent={agent} peutRediger={peutRediger} />,
      ],
    }))}
  />
);

/** Les agents concernés, sous leur matricule, et ce que la loi fait de chacun. */
export const AgentsEnTableau = ({
  chemin,
  agents,
  bilan,
  peutRediger,
}: {
  /** Chemin de la page du service. */
  chemin: string;
  agents: readonly AgentMontre[];
  bilan: BilanDesAgents;
  peutRediger: boolean;
}) => (
  <section className="pile" aria-labelledby="agents">
    <h2 id="agents">Quels agents sont concernés ?</h2>
    {agents.length === 0 ? (
      <Encadre titre="Aucun agent connu pour ce service">
        <p>Les agents viennent de la grille RH : déposez-la dans la collecte.</p>
      </Encadre>
    ) : (
      <>
        <ul>
          <li>
            {accorder(bilan.transferes.nombre, 'agent transféré', 'agents transférés')},{' '}
            {formaterEtpCentiemes(bilan.transferes.etpCentiemes)} ;
          </li>
          <li>
            {accorder(
              bilan.misADisposition.nombre,
              'agent mis à disposition',
              'agents mis à disposition',
            )}
            , {formaterEtpCentiemes(bilan.misADisposition.etpCentiemes)} ;
          </li>
          <li>
            {accorder(bilan.duGestionnaire.nombre, 'agent déjà', 'agents déjà')} chez le
            gestionnaire, {formaterEtpCentiemes(bilan.duGestionnaire.etpCentiemes)}.
          </li>
        </ul>
        {peutRediger ? (
          <Form method="post" className="pile">
            <Tous agents={agents} peutRediger />
            <div>
              <Bouton name="geste" value="changer">
                Enregistrer les situations
              </Bouton>
            </div>
          </Form>
        ) : (
          <Tous agents={agents} peutRediger={false} />
        )}
      </>
    )}
    {peutRediger ? (
      <div className="rang">
        <Form method="post">
          <Bouton ton="secondaire" name="geste" value="reporter">
            Reporter ces agents dans la convention
          </Bouton>
        </Form>
        <BoutonLien vers={`${chemin}/fiche-impact`}>Écrire la fiche d’impact</BoutonLien>
      </div>
    ) : null}
  </section>
);
