import { Form, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire, type Transaction } from '../../socle/base/index.server.ts';
import { formaterNombre, formaterPourcent } from '../../socle/ui/index.ts';
import { BandeAcceptabilite, Bouton, BoutonLien, Vide } from '../../socle/ui/index.ui.ts';
import { exigerGrille } from './conduire.server.ts';
import { listerDecisions, type TablesDecisions } from './decisions.sql.server.ts';
import { Dissensus } from './dissensus.tsx';
import { EnTeteDeGrille } from './en-tete-de-grille.tsx';
import { eprouverGrille } from './eprouver.server.ts';
import { essayerPoids } from './eprouver.ts';
import { EssaiDesPoids } from './essai-des-poids.tsx';
import { lirePoidsEssayes } from './formulaires.schema.ts';
import { montrerResultat } from './montrer-resultat.ts';
import { ServicesDuResultat } from './services-du-resultat.tsx';

export const handle = { titre: 'Résultat' };
export const meta = () => [{ title: 'Résultat de la grille – Ensemblier' }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const acces = await exigerDroit(request, params.siren, 'perimetre:lire');
  const grille = await exigerGrille(acces, params.grille);
  const { base, contexte, peut } = acces;
  const evaluation = await eprouverGrille(grille);
  const decisions = await dansTerritoire(base, contexte, (tx: Transaction<TablesDecisions>) =>
    listerDecisions(tx, contexte),
  );
  const essayes = lirePoidsEssayes(new URL(request.url).searchParams);
  return {
    chemin: `/t/${params.siren}/elaborer/perimetres`,
    grilleId: grille.id,
    titre: grille.titre,
    peutDecider: peut('perimetre:decider'),
    resultat: montrerResultat(grille, evaluation),
    essayes,
    essai: essayes === null ? null : essayerPoids(evaluation, essayes),
    decisions: decisions
      .filter(({ grilleId, annuleeLe }) => grilleId === grille.id && annuleeLe === null)
      .map(({ id, service, forme, decideLe }) => ({ id, service, forme, decideLe })),
  };
};

const Resultat = () => {
  const loaderData = useLoaderData<typeof loader>();
  const { chemin, grilleId, titre, peutDecider, resultat, essayes, essai, decisions } = loaderData;
  const { bande } = resultat;
  const cheminDeGrille = `${chemin}/${grilleId}`;
  return (
    <div className="pile">
      <EnTeteDeGrille chemin={cheminDeGrille} grille={titre} titre="Que mutualiser d’abord ?" />
      {resultat.phrase === null ? (
        <section className="pile pile-serree">
          <h2>Ce que dit la grille</h2>
          <Vide
            titre="Rien à classer pour l’instant"
            action={<BoutonLien vers={cheminDeGrille}>Voir ce qui reste à noter</BoutonLien>}
          >
            Un service se classe quand 70 % du poids des critères est noté. Les notes calculées
            comptent.
          </Vide>
        </section>
      ) : (
        <p className="perimetres-phrase">{resultat.phrase}</p>
      )}
      {bande === null ? null : (
        <section className="pile pile-serree">
          <h2>À quel point est-ce solide ?</h2>
          <BandeAcceptabilite
            phrase="Pour chaque service, la part des façons raisonnables de peser les critères qui lui donne chaque rang."
            options={bande.options}
            precision={
              <>
                {bande.options.length < bande.optionsEnTout
                  ? `Les ${bande.options.length} premiers services sur ${bande.optionsEnTout}, et leurs huit premiers rangs. `
                  : ''}
                {formaterNombre(bande.tirages)} façons de peser tirées au sort, à{' '}
                {formaterPourcent(bande.marge, 1)} près.{' '}
                {bande.aDesManques
                  ? 'Un critère non noté y prend toutes les valeurs de l’échelle. '
                  : ''}
                Ce n’est pas une probabilité de réussite : c’est la part des priorités possibles qui
                placent là chaque service. {resultat.origineDesPoids}
              </>
            }
          />
        </section>
      )}
      <ServicesDuResultat
        services={resultat.services}
        decisions={decisions}
        chemin={chemin}
        cheminDeGrille={cheminDeGrille}
        peutDecider={peutDecider}
      />
      <Dissensus resultat={resultat} />
      {resultat.criteres.length === 0 ? null : (
        <section className="pile pile-serree" id="essai">
          <h2>Et si l’on pesait autrement ?</h2>
          <EssaiDesPoids criteres={resultat.criteres} essayes={essayes} essai={essai}>
            {(champs) => (
              <Form method="get" action="#essai" className="pile" preventScrollReset>
                {champs}
                <div className="rang">
                  <Bouton ton="secondaire">Essayer ces poids</Bouton>
                </div>
              </Form>
            )}
          </EssaiDesPoids>
        </section>
      )}
    </div>
  );
};
export default Resultat;
