import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { FORMES_DE_MUTUALISATION } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { accorder, formaterJour, formaterJourCourt } from '../../socle/ui/index.ts';
import { BoutonLien, Tableau, Titre, Vide } from '../../socle/ui/index.ui.ts';
import {
  type DecisionDePerimetre,
  listerDecisions,
  type TablesDecisions,
} from './decisions.sql.server.ts';
import { listerGrilles, type ResumeDeGrille, type TablesPerimetres } from './grilles.sql.server.ts';

export const meta = () => [{ title: 'Périmètres – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, peut } = await exigerDroit(request, params.siren, 'perimetre:lire');
  const { grilles, decisions } = await dansTerritoire(
    base,
    contexte,
    async (tx: Transaction<TablesPerimetres & TablesDecisions>) => ({
      grilles: await listerGrilles(tx, contexte),
      decisions: await listerDecisions(tx, contexte),
    }),
  );
  return {
    chemin: `/t/${params.siren}/elaborer/perimetres`,
    peutOuvrir: peut('perimetre:decider'),
    grilles,
    decisions: decisions.map(({ resultat: _fige, ...decision }) => decision),
  };
};

const TableauDesDecisions = ({
  legende,
  chemin,
  decisions,
}: {
  legende: string;
  chemin: string;
  decisions: readonly Omit<DecisionDePerimetre, 'resultat'>[];
}) => (
  <Tableau
    legende={legende}
    colonnes={[
      { titre: 'Service' },
      { titre: 'Forme' },
      { titre: 'Communes', estNombre: true },
      { titre: 'Décidé le' },
      { titre: 'Par' },
    ]}
    lignes={decisions.map(({ id, libelle, forme, membres, decideLe, instance }) => ({
      cle: id,
      cellules: [
        <Link key="lien" to={`${chemin}/decisions/${id}`}>
          {libelle}
        </Link>,
        FORMES_DE_MUTUALISATION[forme],
        membres.length,
        formaterJourCourt(decideLe),
        instance,
      ],
    }))}
  />
);

const ListeDesGrilles = ({
  grilles,
  chemin,
}: {
  grilles: readonly ResumeDeGrille[];
  chemin: string;
}) => (
  <ul className="perimetres-liste">
    {grilles.map(({ id, titre, ouverteLe, services, evaluateurs }) => (
      <li key={id} className="perimetres-ligne">
        <div className="perimetres-ligne-texte">
          <strong>{titre}</strong>
          <span className="petit texte-doux">
            Ouverte le {formaterJour(ouverteLe)}, {accorder(services, 'service')},{' '}
            {evaluateurs === 0 ? 'personne n’a encore noté' : accorder(evaluateurs, 'évaluateur')}
          </span>
        </div>
        <BoutonLien vers={`${chemin}/${id}`} ton="secondaire">
          Ouvrir « {titre} »
        </BoutonLien>
      </li>
    ))}
  </ul>
);

const Perimetres = () => {
  const { chemin, peutOuvrir, grilles, decisions } = useLoaderData<typeof loader>();
  const ouvrir = <BoutonLien vers={`${chemin}/nouvelle`}>Ouvrir une grille</BoutonLien>;
  const tiennent = decisions.filter(({ annuleeLe }) => annuleeLe === null);
  const revenues = decisions.filter(({ annuleeLe }) => annuleeLe !== null);
  return (
    <div className="pile">
      <Titre
        chapeau="Chaque service est noté par plusieurs personnes, puis l’instance choisit sa forme et ses communes."
        actions={peutOuvrir && grilles.length > 0 ? ouvrir : undefined}
      >
        Que mettre en commun, et avec qui ?
      </Titre>
      {tiennent.length > 0 ? (
        <section className="pile pile-serree">
          <h2>Périmètres retenus</h2>
          <TableauDesDecisions
            legende="Décisions qui tiennent"
            chemin={chemin}
            decisions={tiennent}
          />
        </section>
      ) : null}
      <section className="pile pile-serree">
        <h2>Grilles d’aide à la décision</h2>
        {grilles.length === 0 ? (
          <Vide
            titre="Aucune grille d’aide à la décision"
            action={
              peutOuvrir ? ouvrir : <p>La personne qui pilote la démarche ouvrira la première.</p>
            }
          >
            Une grille compare des services sur seize critères. Les effectifs déposés par les
            communes donnent déjà deux notes ; les élus et les services donnent les autres.
          </Vide>
        ) : (
          <ListeDesGrilles grilles={grilles} chemin={chemin} />
        )}
      </section>
      {revenues.length > 0 ? (
        <section className="pile pile-serree">
          <h2>Décisions sur lesquelles on est revenu</h2>
          <TableauDesDecisions
            legende="Décisions annulées, gardées au dossier"
            chemin={chemin}
            decisions={revenues}
          />
        </section>
      ) : null}
    </div>
  );
};
export default Perimetres;
