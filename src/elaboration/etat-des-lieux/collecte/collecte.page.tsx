import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { exigerDroit } from '../../../socle/acces/index.server.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { JaugeCompletude, Titre, Vide } from '../../../socle/ui/index.ui.ts';
import { agirSurCollecte } from './gestes-de-pilote.server.ts';
import { partsDeJauge } from './jauge.ts';
import { LancerCampagne } from './lancer-campagne.tsx';
import './collecte.css';
import { preparerCampagnes } from './suivre.server.ts';

export const handle = { titre: 'Collecte' };
export const meta = () => [{ title: 'Collecte – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  preparerCampagnes(await exigerDroit(request, params.siren, 'collecte:lire'));

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'collecte:piloter');
  const resultat = await agirSurCollecte(acces, await request.formData());
  if (!resultat.ok) return data({ refus: resultat.refus }, { status: 422 });
  return redirect(resultat.valeur);
};

/** La collecte : les campagnes, leur avancement, et le lancement d’une nouvelle. */
export default function Collecte() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  return (
    <div className="pile pile-large">
      <Titre
        surtitre="État des lieux"
        chapeau="Une campagne demande une grille à chaque collectivité, avec une échéance, des relances et un suivi."
      >
        Qu’attend-on des communes ?
      </Titre>
      {vue.campagnes.length === 0 ? (
        <Vide
          niveau={2}
          titre="Aucune campagne lancée"
          action={
            vue.peutPiloter ? (
              <a href="#lancer">Lancer la première campagne</a>
            ) : (
              <span>La personne pilote peut en lancer une.</span>
            )
          }
        >
          Vous verrez ici, campagne par campagne, qui a rendu, qui a commencé, qui est en retard.
        </Vide>
      ) : (
        <div className="cartes-de-campagne">
          {vue.campagnes.map((campagne) => (
            <article key={campagne.id} className="carte pile pile-serree">
              <h2>
                <Link to={`${vue.racine}/${campagne.grille}`}>{campagne.titre}</Link>
              </h2>
              <JaugeCompletude parts={partsDeJauge(campagne.parEtat)} unite="collectivité" />
              <p>
                {campagne.closeLe === null
                  ? `Échéance : ${formaterJour(campagne.echeance)}.`
                  : `Close le ${formaterJour(campagne.closeLe)}.`}
              </p>
            </article>
          ))}
        </div>
      )}
      {vue.peutPiloter && vue.grilles.length > 0 ? (
        <LancerCampagne vue={vue} refus={refus} estPremiere={vue.campagnes.length === 0} />
      ) : null}
    </div>
  );
}
