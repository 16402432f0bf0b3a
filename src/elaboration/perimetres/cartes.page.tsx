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
import { formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import { Bouton, CartesAOrdonner, ChampNombre, Encadre, Tableau } from '../../socle/ui/index.ui.ts';
import { exigerGrille } from './conduire.server.ts';
import { EnTeteDeGrille } from './en-tete-de-grille.tsx';
import { poserCartes } from './evaluations.sql.server.ts';
import { lireCartes } from './formulaires.schema.ts';
import type { TablesPerimetres } from './grilles.sql.server.ts';
import {
  admettrePoids,
  CRITERES_PESES,
  rangeesDesRangs,
  rangsDesRangees,
  rangsIndicatifs,
} from './ponderer.ts';

export const handle = { titre: 'Poids' };
export const meta = () => [{ title: 'Peser les critères – Ensemblier' }];

/** Rapport proposé entre le critère le plus important et le moins important. */
const RAPPORT_PROPOSE = 6;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:lire');
  const grille = await exigerGrille(acces, params.grille);
  const miennes = grille.cartes.find(({ evaluateur }) => evaluateur === acces.personne.id);
  const { origine, centre, bas, haut, parEvaluateur } = admettrePoids(grille.cartes);
  return {
    chemin: `/t/${params.siren}/elaborer/perimetres/${grille.id}`,
    titre: grille.titre,
    peutEvaluer: acces.peut('perimetre:evaluer'),
    aDejaPose: miennes !== undefined,
    vientDePoser: new URL(request.url).searchParams.has('posees'),
    rangs: miennes === undefined ? rangsIndicatifs() : rangsDesRangees(miennes.rangees),
    rapport: miennes?.rapport ?? RAPPORT_PROPOSE,
    origine,
    evaluateurs: parEvaluateur.map(({ nom }) => nom),
    poids: CRITERES_PESES.map(({ code, libelle }, rang) => ({
      code,
      libelle,
      centre: centre[rang] ?? 0,
      bas: bas[rang] ?? 0,
      haut: haut[rang] ?? 0,
      chacun: parEvaluateur.map(({ poids }) => poids[rang] ?? 0),
    })),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:evaluer');
  const grille = await exigerGrille(acces, params.grille);
  const { rangs, rapport } = lireCartes(await request.formData());
  const { base, contexte, personne, aujourdhui } = acces;
  const jeu = {
    evaluateur: personne.id,
    nom: personne.nom,
    rangees: rangeesDesRangs(rangs),
    rapport,
  };
  const posees = await dansTerritoire(base, contexte, (tx: Transaction<TablesPerimetres>) =>
    poserCartes(tx, contexte, grille.id, jeu, aujourdhui),
  );
  return posees.ok
    ? redirect(`/t/${params.siren}/elaborer/perimetres/${grille.id}/cartes?posees=1`)
    : data({ refus: posees.refus, rangs }, { status: 422 });
};

const TableauDesPoids = ({
  poids,
  evaluateurs,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'poids' | 'evaluateurs'>) => (
  <Tableau
    legende="Poids de chaque critère"
    colonnes={[
      { titre: 'Critère' },
      ...evaluateurs.map((nom) => ({ titre: nom, estNombre: true })),
      { titre: 'Poids de référence', estNombre: true },
      { titre: 'Admis', estNombre: true },
    ]}
    lignes={poids.map(({ code, libelle, centre, bas, haut, chacun }) => ({
      cle: code,
      cellules: [
        libelle,
        ...chacun.map((part) => formaterPourcent(part, 1)),
        formaterPourcent(centre, 1),
        `${formaterPourcent(bas, 1)} à ${formaterPourcent(haut, 1)}`,
      ],
    }))}
  />
);

const Cartes = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { chemin, titre, peutEvaluer, aDejaPose, vientDePoser, rapport, origine } = loaderData;
  const rangs = actionData?.rangs ?? loaderData.rangs;
  return (
    <div className="pile">
      <EnTeteDeGrille
        chemin={chemin}
        grille={titre}
        titre="Quels critères comptent le plus ?"
        chapeau="La faisabilité juridique n’a pas de carte : elle autorise ou écarte, elle ne pèse pas."
      />
      {vientDePoser && actionData === undefined ? (
        <Encadre ton="reussite" titre="Vos cartes sont posées" annonce>
          <p>Vous pouvez les reprendre quand vous voulez : le résultat suit.</p>
        </Encadre>
      ) : null}
      {actionData === undefined ? null : (
        <Encadre ton="refus" titre="Vos cartes ne sont pas encore posées" annonce>
          <p>{actionData.refus.message}</p>
        </Encadre>
      )}
      {peutEvaluer ? (
        <Form method="post" className="pile">
          <CartesAOrdonner
            question={aDejaPose ? 'Vos cartes' : 'Posez vos cartes, à partir d’un ordre proposé'}
            cartes={CRITERES_PESES.map(({ code, libelle, question }) => ({
              cle: code,
              libelle,
              aide: question,
              rang: rangs[code] ?? 1,
            }))}
          />
          <div className="formulaire">
            <ChampNombre
              nom="rapport"
              libelle="Le critère le plus important pèse combien de fois le moins important ?"
              unite="fois"
              obligatoire
              defaultValue={formaterNombre(rapport)}
              erreur={actionData?.refus.chemin === 'rapport' ? actionData.refus.message : undefined}
            />
            <div className="rang">
              <Bouton>Poser mes cartes</Bouton>
            </div>
          </div>
        </Form>
      ) : null}
      <section className="pile pile-serree">
        <h2>Poids retenus pour l’instant</h2>
        <p>{origine}</p>
        <TableauDesPoids poids={loaderData.poids} evaluateurs={loaderData.evaluateurs} />
      </section>
    </div>
  );
};
export default Cartes;
