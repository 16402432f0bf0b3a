import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  demanderLienMagique,
  entrerParMotDePasse,
  estSansCompte,
  lireVisiteur,
  verifierOrigine,
} from '../../socle/acces/index.server.ts';
import { obtenirBase } from '../../socle/base/index.server.ts';
import { lireChamp } from '../../socle/formulaires/index.ts';
import { Bouton, ChampTexte, Encadre, PageSimple, Titre } from '../../socle/ui/index.ui.ts';
import { connexionParLien, connexionParMotDePasse, lireFormulaire } from './acces.schema.ts';
import { cheminDeRetour } from './retour.ts';

export const meta = () => [{ title: 'Se connecter – Ensemblier' }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const retour = cheminDeRetour(new URL(request.url).searchParams.get('retour'));
  if (await estSansCompte(obtenirBase())) throw redirect('/installation');
  if ((await lireVisiteur(request)) !== null) throw redirect(retour);
  return { retour };
};

const recevoirLien = async (formulaire: FormData) => {
  const lu = lireFormulaire(connexionParLien, formulaire);
  if (!lu.ok) return data({ geste: 'lien' as const, erreurs: lu.erreurs }, { status: 422 });
  const demande = await demanderLienMagique(obtenirBase(), lu.valeur.courriel);
  return demande.ok
    ? data({ geste: 'lien' as const, envoye: lu.valeur.courriel })
    : data({ geste: 'lien' as const, refus: demande.refus.message }, { status: 429 });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  verifierOrigine(request);
  const formulaire = await request.formData();
  if (formulaire.get('geste') === 'lien') return recevoirLien(formulaire);
  const lu = lireFormulaire(connexionParMotDePasse, formulaire);
  if (!lu.ok) return data({ geste: 'entrer' as const, erreurs: lu.erreurs }, { status: 422 });
  const entree = await entrerParMotDePasse(obtenirBase(), request, lu.valeur);
  if (!entree.ok) {
    return data({ geste: 'entrer' as const, refus: entree.refus.message }, { status: 422 });
  }
  const retour = cheminDeRetour(lireChamp(formulaire, 'retour'));
  return redirect(retour, { headers: entree.valeur.entetes });
};

interface Retours {
  readonly geste?: 'entrer' | 'lien';
  readonly erreurs?: Readonly<Record<string, string>>;
  readonly refus?: string;
  readonly envoye?: string;
}

export default function Connexion() {
  const { retour } = useLoaderData<typeof loader>();
  const retours: Retours = useActionData<typeof action>() ?? {};
  const erreurs = (geste: string) => (retours.geste === geste ? (retours.erreurs ?? {}) : {});
  const refus = (geste: string) =>
    retours.geste === geste && retours.refus !== undefined ? (
      <Encadre ton="refus" annonce>
        <p>{retours.refus}</p>
      </Encadre>
    ) : null;
  return (
    <PageSimple>
      <div className="pile pile-large">
        <Titre chapeau="Une commune entre plutôt par le lien personnel reçu par courriel, sans mot de passe.">
          Se connecter
        </Titre>
        <div className="deux-colonnes">
          <section className="pile" aria-labelledby="par-mot-de-passe">
            <h2 id="par-mot-de-passe">Avec un mot de passe</h2>
            {refus('entrer')}
            <Form method="post" className="formulaire">
              <input type="hidden" name="retour" value={retour} />
              <ChampTexte
                nom="courriel"
                libelle="Courriel"
                type="email"
                autoComplete="username"
                obligatoire
                erreur={erreurs('entrer').courriel}
              />
              <ChampTexte
                nom="motDePasse"
                libelle="Mot de passe"
                type="password"
                autoComplete="current-password"
                obligatoire
                erreur={erreurs('entrer').motDePasse}
              />
              <div>
                <Bouton name="geste" value="entrer">
                  Se connecter
                </Bouton>
              </div>
            </Form>
          </section>
          <section className="pile" aria-labelledby="par-lien">
            <h2 id="par-lien">Sans mot de passe, ou s’il est oublié</h2>
            {refus('lien')}
            {retours.envoye === undefined ? null : (
              <Encadre ton="reussite" annonce titre="Regardez votre messagerie">
                <p>
                  Si un compte existe pour {retours.envoye}, un lien de connexion vient de partir.
                  Il sert une fois, pendant 15 minutes. Rien reçu ? Regardez les indésirables, ou
                  demandez à la personne qui administre Ensemblier.
                </p>
              </Encadre>
            )}
            <Form method="post" className="formulaire">
              <ChampTexte
                nom="courriel"
                libelle="Courriel de votre compte"
                type="email"
                autoComplete="email"
                obligatoire
                erreur={erreurs('lien').courriel}
              />
              <div>
                <Bouton name="geste" value="lien" ton="secondaire">
                  Recevoir un lien de connexion
                </Bouton>
              </div>
            </Form>
          </section>
        </div>
      </div>
    </PageSimple>
  );
}
