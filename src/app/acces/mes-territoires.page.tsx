import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import {
  estSansCompte,
  lireAccesDePersonne,
  lireVisiteur,
} from '../../socle/acces/index.server.ts';
import { ROLES } from '../../socle/acces/index.ts';
import { obtenirBase } from '../../socle/base/index.server.ts';
import { BoutonLien, PageSimple, Titre, Vide } from '../../socle/ui/index.ui.ts';
import Presentation, { meta as metaDePresentation } from '../presentation.page.tsx';

export const meta = metaDePresentation;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const visiteur = await lireVisiteur(request);
  if (visiteur === null) {
    if (await estSansCompte(obtenirBase())) throw redirect('/installation');
    return null;
  }
  const { base, personne } = visiteur;
  const territoires = await lireAccesDePersonne(base, personne.id);
  return {
    personne,
    territoires: territoires.map(({ siren, nom, role }) => ({
      siren,
      nom,
      role: ROLES[role].libelle,
    })),
  };
};

export default function MesTerritoires() {
  const mien = useLoaderData<typeof loader>();
  if (mien === null) return <Presentation />;
  const { personne, territoires } = mien;
  return (
    <PageSimple contexte={<a href="/compte">{personne.nom}</a>}>
      <div className="pile pile-large">
        <Titre
          actions={
            personne.estAdministrateur ? (
              <BoutonLien vers="/territoires/nouveau" icone="plus" ton="secondaire">
                Créer un territoire
              </BoutonLien>
            ) : undefined
          }
        >
          Quel territoire ouvrir ?
        </Titre>
        {territoires.length === 0 ? (
          <Vide
            niveau={2}
            titre="Aucun territoire ne vous est ouvert"
            action={
              personne.estAdministrateur ? (
                <BoutonLien vers="/territoires/nouveau">Créer un territoire</BoutonLien>
              ) : (
                <BoutonLien vers="/compte">Voir mon compte</BoutonLien>
              )
            }
          >
            {personne.estAdministrateur
              ? 'Choisissez votre intercommunalité : ses communes et leurs populations arrivent seules.'
              : 'Demandez un accès à la personne qui pilote la démarche, en lui donnant votre courriel.'}
          </Vide>
        ) : (
          <div className="grille-cartes">
            {territoires.map(({ siren, nom, role }) => (
              <article key={siren} className="carte pile pile-serree">
                <h2>{nom}</h2>
                <p className="texte-doux">{role}</p>
                <BoutonLien vers={`/t/${siren}`}>Ouvrir l’atelier</BoutonLien>
              </article>
            ))}
          </div>
        )}
      </div>
    </PageSimple>
  );
}
