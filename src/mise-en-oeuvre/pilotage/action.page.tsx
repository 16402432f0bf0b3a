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
import { FORMES_DE_MUTUALISATION } from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { accorder, formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Encadre, Titre } from '../../socle/ui/index.ui.ts';
import { avancementDeLAction } from './action.ts';
import { lireAction } from './actions.sql.server.ts';
import { ChampsDeSuivi, type Saisie } from './champs-de-suivi.tsx';
import { ecrireAvancement } from './ecrire-avancement.ts';
import { ETATS_D_ACTION, etatsPossibles } from './etats-d-action.ts';
import { ETAPES_NOUVELLES, lireReleve, lireSuivi } from './formulaires.schema.ts';
import { mesurerIndicateurs } from './indicateurs.ts';
import './pilotage.css';
import { lireReleves } from './releves.sql.server.ts';
import { RelevesDeLAction } from './releves-de-l-action.tsx';
import { rendreLaSaisie } from './retour-de-saisie.ts';
import { releverIndicateur, suivreAction } from './suivre.server.ts';

export const meta = () => [{ title: 'Où en est cette action ? – Ensemblier' }];
export { relireApresRefus as shouldRevalidate } from '../../socle/formulaires/index.ts';
export const handle = { titre: 'Action' };

const introuvable = (): never =>
  interrompre(
    404,
    'Cette action n’est pas suivie',
    'Revenez au tableau de suivi : elle y est peut-être sous un autre code.',
  );

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, aujourdhui, peut } = await exigerDroit(
    request,
    params.siren,
    'rapport:lire',
  );
  const lu = await dansTerritoire(base, contexte, async (tx) => {
    const suivie = await lireAction(tx, contexte, params.action ?? '');
    if (suivie === null) return null;
    return { suivie, releves: await lireReleves(tx, contexte, suivie.id) };
  });
  const { suivie, releves } = lu ?? introuvable();
  return {
    suivie,
    avancement: avancementDeLAction(suivie),
    etats: etatsPossibles(suivie.etat),
    indicateurs: mesurerIndicateurs(suivie.indicateurs, releves),
    peutSuivre: peut('schema:rediger'),
    aujourdhui,
    chemin: `/t/${params.siren}/mettre-en-oeuvre/pilotage`,
  };
};

/** Le refus, et ce que la personne avait écrit : rien n’est perdu. */
const refusDe = (refus: readonly Refus[], formulaire: FormData) => {
  const aChange = refus.some(({ code }) => code === 'action-changee');
  return data({ ...rendreLaSaisie(refus, formulaire), aChange }, { status: aChange ? 409 : 422 });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { base, contexte, aujourdhui } = await exigerDroit(request, params.siren, 'schema:rediger');
  const formulaire = await request.formData();
  const ici = redirect(`/t/${params.siren}/mettre-en-oeuvre/pilotage/actions/${params.action}`);
  if (formulaire.get('geste') === 'relever') {
    const releve = lireReleve(formulaire);
    if (!releve.ok) return refusDe(releve.refus, formulaire);
    const inscrit = await dansTerritoire(base, contexte, (tx) =>
      releverIndicateur(tx, contexte, params.action ?? '', releve.valeur, aujourdhui),
    );
    return inscrit.ok ? ici : refusDe([inscrit.refus], formulaire);
  }
  const connue = await dansTerritoire(base, contexte, (tx) =>
    lireAction(tx, contexte, params.action ?? ''),
  );
  const lu = lireSuivi(formulaire, connue ?? introuvable());
  if (!lu.ok) return refusDe(lu.refus, formulaire);
  const { version, suivi } = lu.valeur;
  const enregistre = await dansTerritoire(base, contexte, (tx) =>
    suivreAction(tx, contexte, { id: params.action ?? '', version }, suivi, aujourdhui),
  );
  return enregistre.ok ? ici : refusDe([enregistre.refus], formulaire);
};

const AUCUNE: Saisie = {};

const PageDAction = () => {
  const loaderData = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { suivie, avancement, etats, indicateurs, peutSuivre, aujourdhui, chemin } = loaderData;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre={`${suivie.code} · ${FORMES_DE_MUTUALISATION[suivie.forme]} · ${accorder(suivie.membres.length, 'membre')}`}
        chapeau={`${ETATS_D_ACTION[suivie.etat]}, avancement de ${ecrireAvancement(avancement / 100)}. Dernière écriture le ${formaterJour(suivie.modifieeLe)} par ${suivie.modifieePar}.`}
        actions={
          <BoutonLien vers={chemin} ton="secondaire">
            Toutes les actions
          </BoutonLien>
        }
      >
        {suivie.titre}
      </Titre>
      {actionData === undefined ? null : (
        <Encadre ton="refus" titre="Rien n’est enregistré" annonce>
          <ul>
            {actionData.messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {actionData.aChange ? (
            <p>
              Texte enregistré par {suivie.modifieePar} : état « {ETATS_D_ACTION[suivie.etat]} »,
              suite « {suivie.suite} », commentaire « {suivie.commentaire} ».
            </p>
          ) : null}
        </Encadre>
      )}
      {peutSuivre ? (
        <Form method="post">
          <ChampsDeSuivi
            action={suivie}
            etats={etats}
            lignesVides={ETAPES_NOUVELLES}
            saisie={actionData?.saisie ?? null}
            erreurs={actionData?.erreurs ?? AUCUNE}
          />
        </Form>
      ) : (
        <section className="pile pile-serree" aria-labelledby="etapes">
          <h2 id="etapes">Étapes</h2>
          <ul>
            {suivie.etapes.map(({ libelle, fin, faiteLe }) => (
              <li key={libelle}>
                {libelle} :{' '}
                {faiteLe === null
                  ? `prévue le ${formaterJour(fin)}`
                  : `atteinte le ${formaterJour(faiteLe)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <RelevesDeLAction
        indicateurs={indicateurs}
        peutSuivre={peutSuivre}
        aujourdhui={aujourdhui}
        erreurs={actionData?.erreurs ?? AUCUNE}
      />
    </div>
  );
};
export default PageDAction;
