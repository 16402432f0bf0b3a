import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { changerMotDePasse, exigerPersonne } from '../../socle/acces/index.server.ts';
import {
  Bouton,
  BoutonLien,
  ChampTexte,
  Encadre,
  PageSimple,
  Titre,
} from '../../socle/ui/index.ui.ts';
import { type Erreurs, lireFormulaire, nouveauMotDePasse } from './acces.schema.ts';

export const meta = () => [{ title: 'Mon compte – Ensemblier' }];

/** Le mot de passe se change dans le quart d’heure qui suit l’entrée. */
const estRecente = (ouverteLe: Date): boolean => Date.now() - ouverteLe.getTime() < 15 * 60_000;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { personne, sessionOuverteLe } = await exigerPersonne(request);
  return { personne, peutChanger: estRecente(sessionOuverteLe) };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { base, personne, sessionId, sessionOuverteLe } = await exigerPersonne(request);
  const lu = lireFormulaire(nouveauMotDePasse, await request.formData());
  if (!lu.ok) return data({ erreurs: lu.erreurs, estFait: false }, { status: 422 });
  if (!estRecente(sessionOuverteLe)) {
    const erreurs: Erreurs = {
      motDePasse: 'Reconnectez-vous, puis changez votre mot de passe dans le quart d’heure.',
    };
    return data({ erreurs, estFait: false }, { status: 403 });
  }
  await changerMotDePasse(base, personne.id, lu.valeur.motDePasse, sessionId);
  return data({ erreurs: {} as Erreurs, estFait: true });
};

export default function Compte() {
  const { personne, peutChanger } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  const erreurs: Erreurs = retour?.erreurs ?? {};
  return (
    <PageSimple lecture>
      <div className="pile pile-large">
        <Titre surtitre={personne.courriel}>{personne.nom}</Titre>
        <section className="pile" aria-labelledby="mot-de-passe">
          <h2 id="mot-de-passe">Choisir un mot de passe</h2>
          {retour?.estFait === true ? (
            <Encadre ton="reussite" annonce>
              <p>Votre mot de passe est changé. Vos autres sessions sont fermées.</p>
            </Encadre>
          ) : null}
          {peutChanger ? (
            <Form method="post" className="formulaire">
              <input
                type="text"
                name="courriel"
                defaultValue={personne.courriel}
                autoComplete="username"
                hidden
                readOnly
              />
              <ChampTexte
                nom="motDePasse"
                libelle="Nouveau mot de passe"
                aide="12 caractères au moins : une courte phrase convient très bien."
                type="password"
                autoComplete="new-password"
                obligatoire
                erreur={erreurs.motDePasse}
              />
              <div>
                <Bouton>Changer le mot de passe</Bouton>
              </div>
            </Form>
          ) : (
            <p>
              Par sûreté, le mot de passe se change dans le quart d’heure qui suit la connexion.
              Déconnectez-vous, puis entrez de nouveau (le lien par courriel convient).
            </p>
          )}
        </section>
        <div className="rang">
          <BoutonLien vers="/" ton="secondaire">
            Voir mes territoires
          </BoutonLien>
          <BoutonLien vers="/deconnexion" ton="discret">
            Se déconnecter
          </BoutonLien>
        </div>
      </div>
    </PageSimple>
  );
}
