import { type ActionFunctionArgs, data, Form, redirect, useActionData } from 'react-router';
import {
  entrerParMotDePasse,
  estSansCompte,
  installer,
  verifierOrigine,
} from '../../socle/acces/index.server.ts';
import { obtenirBase } from '../../socle/base/index.server.ts';
import { Bouton, ChampTexte, Encadre, PageSimple, Titre } from '../../socle/ui/index.ui.ts';
import { type Erreurs, installation, lireFormulaire } from './acces.schema.ts';

export const meta = () => [{ title: 'Installer Ensemblier' }];

export const loader = async () => {
  if (!(await estSansCompte(obtenirBase()))) throw redirect('/connexion');
  return null;
};

export const action = async ({ request }: ActionFunctionArgs) => {
  verifierOrigine(request);
  const lu = lireFormulaire(installation, await request.formData());
  if (!lu.ok) return data({ erreurs: lu.erreurs, refus: '' }, { status: 422 });
  const base = obtenirBase();
  const installe = await installer(base, lu.valeur);
  if (!installe.ok)
    return data({ erreurs: {} as Erreurs, refus: installe.refus.message }, { status: 409 });
  const entree = await entrerParMotDePasse(base, request, lu.valeur);
  return entree.ok
    ? redirect('/territoires/nouveau', { headers: entree.valeur.entetes })
    : redirect('/connexion');
};

export default function Installation() {
  const retour = useActionData<typeof action>();
  const erreurs: Erreurs = retour?.erreurs ?? {};
  return (
    <PageSimple lecture>
      <div className="pile pile-large">
        <Titre
          surtitre="Premier démarrage"
          chapeau="Créez le compte qui administrera cette installation. Il pourra créer des territoires et ouvrir des accès."
        >
          Qui administre Ensemblier ?
        </Titre>
        {retour === undefined || retour.refus === '' ? null : (
          <Encadre ton="refus" annonce>
            <p>{retour.refus}</p>
          </Encadre>
        )}
        <Form method="post" className="formulaire">
          <ChampTexte
            nom="nom"
            libelle="Prénom et nom"
            autoComplete="name"
            obligatoire
            erreur={erreurs.nom}
          />
          <ChampTexte
            nom="courriel"
            libelle="Courriel"
            type="email"
            autoComplete="username"
            obligatoire
            erreur={erreurs.courriel}
          />
          <ChampTexte
            nom="motDePasse"
            libelle="Mot de passe"
            aide="12 caractères au moins : une courte phrase convient très bien."
            type="password"
            autoComplete="new-password"
            obligatoire
            erreur={erreurs.motDePasse}
          />
          <div>
            <Bouton>Créer le compte</Bouton>
          </div>
        </Form>
      </div>
    </PageSimple>
  );
}
