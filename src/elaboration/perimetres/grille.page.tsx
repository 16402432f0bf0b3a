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
import { SERVICES_PUBLICS } from '../../referentiel/nomenclatures/services.ts';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { formaterJour, typographier } from '../../socle/ui/index.ts';
import { Bouton, Encadre } from '../../socle/ui/index.ui.ts';
import { ChoixDeServices } from './choix-de-services.tsx';
import { completerGrille, exigerGrille } from './conduire.server.ts';
import { EnTeteDeGrille } from './en-tete-de-grille.tsx';
import { noterGrille } from './evaluer.ts';
import { lireServicesAAjouter } from './formulaires.schema.ts';
import type { TablesPerimetres } from './grilles.sql.server.ts';
import { ListeDesServices } from './liste-des-services.tsx';
import { MatriceDesNotes } from './matrice-des-notes.tsx';
import { montrerGrille } from './montrer-grille.ts';
import { releverServicesPresents } from './relever.server.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.titre ?? 'Grille'} – Ensemblier` },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:lire');
  const grille = await exigerGrille(acces, params.grille);
  const { base, contexte, personne, peut } = acces;
  const peutCompleter = peut('perimetre:decider');
  const presents = peutCompleter
    ? await dansTerritoire(base, contexte, (tx) => releverServicesPresents(tx, contexte))
    : new Map<string, number>();
  const note = new URL(request.url).searchParams.get('note');
  const examines = new Set(grille.services.map(({ service }) => service));
  return {
    chemin: `/t/${params.siren}/elaborer/perimetres/${grille.id}`,
    titre: grille.titre,
    ouverteLe: grille.ouverteLe,
    calculeesLe: grille.calculees[0]?.calculeeLe ?? null,
    enregistre: grille.services.find(({ service }) => service === note)?.libelle ?? null,
    peutEvaluer: peut('perimetre:evaluer'),
    peutCompleter,
    services: montrerGrille(grille, noterGrille(grille), personne.id),
    autres: SERVICES_PUBLICS.filter(({ code }) => peutCompleter && !examines.has(code)).map(
      ({ code, libelle, famille }) => ({
        code,
        libelle: typographier(libelle),
        famille,
        collectivites: presents.get(code) ?? 0,
      }),
    ),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:decider');
  const grille = await exigerGrille(acces, params.grille);
  const { base, contexte, aujourdhui } = acces;
  const formulaire = await request.formData();
  const ajoutes = lireServicesAAjouter(formulaire);
  if (formulaire.get('geste') === 'ajouter' && ajoutes.length === 0) {
    return data({ erreur: 'Cochez au moins un service à ajouter.' }, { status: 422 });
  }
  await dansTerritoire<TablesPerimetres, void>(base, contexte, (tx) =>
    completerGrille(tx, contexte, grille.id, ajoutes, aujourdhui),
  );
  return redirect(`/t/${params.siren}/elaborer/perimetres/${grille.id}`);
};

const Grille = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { chemin, titre, ouverteLe, calculeesLe, enregistre, services, autres } = loaderData;
  const { peutEvaluer, peutCompleter } = loaderData;
  return (
    <div className="pile">
      <EnTeteDeGrille
        chemin={chemin}
        grille={titre}
        titre="Que disent les notes ?"
        chapeau={`Grille ouverte le ${formaterJour(ouverteLe)}. Chacun note de son côté ; on garde la médiane et on montre les écarts.`}
      />
      {enregistre === null ? null : (
        <Encadre ton="reussite" titre="Vos notes sont enregistrées" annonce>
          <p>{enregistre} : vous pouvez revenir les changer tant que la grille vit.</p>
        </Encadre>
      )}
      <section className="pile pile-serree">
        <h2>Services examinés</h2>
        <ListeDesServices services={services} chemin={chemin} peutEvaluer={peutEvaluer} />
      </section>
      <section className="pile pile-serree">
        <h2>Toutes les notes</h2>
        <MatriceDesNotes services={services} chemin={chemin} peutEvaluer={peutEvaluer} />
      </section>
      {peutCompleter ? (
        <section className="pile pile-serree">
          <h2>Tenir la grille à jour</h2>
          <p>
            {calculeesLe === null
              ? 'Aucune note calculée : les effectifs n’étaient pas encore déposés.'
              : `Notes calculées sur les effectifs en ligne le ${formaterJour(calculeesLe)}.`}
          </p>
          <Form method="post" className="rang">
            <Bouton ton="secondaire" name="geste" value="recalculer">
              Recalculer depuis les effectifs
            </Bouton>
          </Form>
          {autres.length === 0 ? null : (
            <details open={actionData !== undefined}>
              <summary>Ajouter des services</summary>
              <Form method="post" className="pile">
                <ChoixDeServices
                  libelle="Services à ajouter"
                  aide="Leurs notes calculées seront relevées aussitôt."
                  services={autres}
                  retenus={[]}
                  erreur={actionData?.erreur}
                />
                <div className="rang">
                  <Bouton name="geste" value="ajouter">
                    Ajouter à la grille
                  </Bouton>
                </div>
              </Form>
            </details>
          )}
        </section>
      ) : null}
    </div>
  );
};
export default Grille;
