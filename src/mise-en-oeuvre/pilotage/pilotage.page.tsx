import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { accorder } from '../../socle/ui/index.ts';
import {
  Bouton,
  BoutonLien,
  ChiffreExplique,
  Encadre,
  Titre,
  Vide,
} from '../../socle/ui/index.ui.ts';
import { lireActions, ouvrirSuivi } from './actions.sql.server.ts';
import { CoutsEtGains } from './couts-et-gains.tsx';
import { ecrireAvancement } from './ecrire-avancement.ts';
import { fichesASuivre } from './fiche-a-suivre.ts';
import { ParticipationsDesCommunes } from './participations-des-communes.tsx';
import { preparerPilotage } from './preparer-pilotage.server.ts';
import { RendreCompte } from './rendre-compte.tsx';
import { lireSources } from './sources.server.ts';
import { TableauDesActions } from './tableau-des-actions.tsx';
import { TableauDesIndicateurs } from './tableau-des-indicateurs.tsx';

export const meta = () => [{ title: 'Où en est le schéma ? – Ensemblier' }];
export const handle = { titre: 'Pilotage' };

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerPilotage(await exigerDroit(request, params.siren, 'rapport:lire'));

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  await dansTerritoire(base, contexte, async (tx) => {
    const { fiches } = await lireSources(tx, contexte, aujourdhui);
    const suivies = await lireActions(tx, contexte);
    await ouvrirSuivi(tx, contexte, fichesASuivre(fiches, suivies), aujourdhui);
  });
  return redirect(`/t/${params.siren}/mettre-en-oeuvre/pilotage`);
};

type Donnees = ReturnType<typeof useLoaderData<typeof loader>>;

const NouvellesFiches = ({ nouvelles, peutSuivre }: Pick<Donnees, 'nouvelles' | 'peutSuivre'>) =>
  nouvelles.length === 0 || !peutSuivre ? null : (
    <Encadre titre={`${accorder(nouvelles.length, 'fiche')} du schéma à suivre`}>
      <ul>
        {nouvelles.map(({ id, code, titre }) => (
          <li key={id}>
            {code} {titre}
          </li>
        ))}
      </ul>
      <Form method="post">
        <Bouton>Suivre ces actions</Bouton>
      </Form>
    </Encadre>
  );

const Avancement = ({ avancement, actions }: Pick<Donnees, 'avancement' | 'actions'>) =>
  avancement === null ? null : (
    <div className="grand-chiffre">
      <ChiffreExplique
        id="avancement"
        explication={avancement.explication}
        ecriture={ecrireAvancement(avancement.part)}
        phrase={`Moyenne de ${accorder(actions.length, 'action')}, pesée par leur importance.`}
      />
    </div>
  );

const Pilotage = () => {
  const loaderData = useLoaderData<typeof loader>();
  const { mandat, actions, indicateurs, chemin, participations, comptes } = loaderData;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={mandat === null ? 'Aucun schéma ouvert' : `Schéma ${mandat}`}
        chapeau={`${accorder(actions.length, 'action suivie', 'actions suivies')}.`}
      >
        Où en est le schéma ?
      </Titre>
      <NouvellesFiches {...loaderData} />
      {actions.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucune action suivie"
          action={
            <BoutonLien vers={`${chemin}/../../elaborer/schema`}>
              Voir les fiches du schéma
            </BoutonLien>
          }
        >
          Chaque fiche technique du schéma devient une action, avec ses étapes et ses indicateurs.
          Le suivi s’ouvre ici dès qu’une fiche existe.
        </Vide>
      ) : (
        <section className="pile" aria-labelledby="actions">
          <h2 id="actions">Avancement des actions</h2>
          <Avancement {...loaderData} />
          <TableauDesActions actions={actions} chemin={chemin} />
        </section>
      )}
      <RendreCompte {...loaderData} />
      {indicateurs.length === 0 ? null : (
        <section className="pile pile-serree" aria-labelledby="indicateurs">
          <h2 id="indicateurs">Indicateurs</h2>
          <TableauDesIndicateurs indicateurs={indicateurs} chemin={chemin} />
        </section>
      )}
      <section className="pile pile-serree" aria-labelledby="participations">
        <h2 id="participations">Qui participe à quoi ?</h2>
        <ParticipationsDesCommunes participations={participations} />
      </section>
      <section className="pile pile-serree" aria-labelledby="couts">
        <h2 id="couts">Gains et coûts</h2>
        {comptes === null ? (
          <p>Aucun état n’a encore été émis : les coûts viendront de la refacturation.</p>
        ) : (
          <CoutsEtGains {...comptes} />
        )}
      </section>
    </div>
  );
};
export default Pilotage;
