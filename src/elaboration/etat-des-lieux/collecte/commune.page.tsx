import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerLienCommune } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { accorder, formaterJour } from '../../../socle/ui/index.ts';
import { BoutonLien, PageSimple, Pastille, Titre, Vide } from '../../../socle/ui/index.ui.ts';
import { lireAttentesDe } from './campagnes.sql.server.ts';
import { situerEcheance } from './echeance.ts';
import { compterLignes } from './lignes.sql.server.ts';

export const meta = () => [
  { title: 'Ce qu’on attend de votre commune – Ensemblier' },
  { name: 'robots', content: 'noindex' },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte, territoire, collectivite, aujourdhui, chemin } = await exigerLienCommune(
    request,
    params.jeton,
  );
  return dansTerritoire(base, contexte, async (tx) => {
    const attentes = await lireAttentesDe(tx, contexte, contexte.collectivite);
    const demandes = [];
    for (const { campagne, attente } of attentes) {
      const lignes = (await compterLignes(tx, contexte, campagne.grille)).get(
        contexte.collectivite,
      );
      demandes.push({
        id: campagne.id,
        titre: campagne.titre,
        consigne: campagne.consigne,
        echeance: campagne.echeance,
        ...situerEcheance(attente, campagne.echeance, aujourdhui),
        lignes: lignes ?? 0,
        adresse: `${chemin}/grilles/${campagne.grille}`,
      });
    }
    return {
      commune: collectivite.nom,
      territoire: territoire.nom,
      couleur: territoire.couleur ?? undefined,
      demandes,
    };
  });
};

/** L’espace d’une commune : ce qu’on attend d’elle, et rien d’autre. */
export default function Commune() {
  const { commune, territoire, couleur, demandes } = useLoaderData<typeof loader>();
  const restantes = demandes.filter(({ estRendue }) => !estRendue).length;
  return (
    <PageSimple identite={{ nom: territoire, couleur }} contexte={<p>{commune}</p>}>
      <div className="pile pile-large">
        <Titre
          surtitre={territoire}
          chapeau={
            restantes === 0
              ? 'Rien ne vous est demandé en ce moment. Merci.'
              : `${accorder(restantes, 'grille')} à rendre.`
          }
        >
          {`Ce qu’on attend de ${commune}`}
        </Titre>
        {demandes.length === 0 ? (
          <Vide
            titre="Aucune demande ouverte"
            action={
              <BoutonLien vers="/accessibilite" ton="secondaire">
                Aide et accessibilité
              </BoutonLien>
            }
          >
            Quand l’intercommunalité lancera une collecte, elle apparaîtra ici, avec son échéance.
          </Vide>
        ) : (
          <div className="grille-cartes">
            {demandes.map((demande) => (
              <article key={demande.id} className="carte pile pile-serree">
                <h2>{demande.titre}</h2>
                <p>
                  <Pastille etat={demande.etat}>{demande.dit}</Pastille>
                </p>
                <p>
                  À rendre avant le {formaterJour(demande.echeance, { semaine: true })}.{' '}
                  {accorder(demande.lignes, 'ligne')} en ligne.
                </p>
                {demande.consigne === '' ? null : <p>{demande.consigne}</p>}
                <BoutonLien
                  vers={demande.adresse}
                  ton={demande.estRendue ? 'secondaire' : 'principal'}
                >
                  {demande.estRendue ? 'Revoir la grille' : 'Rendre la grille'}
                </BoutonLien>
              </article>
            ))}
          </div>
        )}
      </div>
    </PageSimple>
  );
}
