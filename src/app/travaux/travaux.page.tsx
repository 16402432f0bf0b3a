import { Link } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { listerTravaux } from '../../socle/travaux/index.server.ts';
import { ETATS_DE_TRAVAIL } from '../../socle/travaux/index.ts';
import { formaterInstant, formaterPourcent } from '../../socle/ui/index.ts';
import { BoutonLien, Tableau, Titre, Vide } from '../../socle/ui/index.ui.ts';
import type { Route } from './+types/travaux.page.ts';
import { montrerTravail } from './montrer-travail.ts';

export const meta = () => [{ title: 'Les longs travaux – Ensemblier' }];
export const handle = { titre: 'Travaux' };

export const loader = async ({ request, params }: Route.LoaderArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'travaux:lire');
  const travaux = await dansTerritoire(base, contexte, (tx) => listerTravaux(tx));
  const instant = Date.now();
  return {
    racine: `/t/${params.siren}`,
    travaux: travaux.map((travail) => ({
      ...montrerTravail(travail, instant),
      creeLe: formaterInstant(travail.creeLe),
      creePar: travail.creePar,
    })),
  };
};

const Travaux = ({ loaderData: { racine, travaux } }: Route.ComponentProps) => (
  <div className="pile">
    <Titre chapeau="Ce qui prend du temps se fait en arrière-plan : quittez la page, revenez quand vous voulez.">
      Quels travaux sont en cours ?
    </Titre>
    <h2>Derniers travaux</h2>
    {travaux.length === 0 ? (
      <Vide
        titre="Aucun travail"
        action={
          <BoutonLien vers={racine} ton="secondaire">
            Retour à l’accueil
          </BoutonLien>
        }
      >
        Un gros fichier ou un long calcul apparaîtra ici, avec son avancement.
      </Vide>
    ) : (
      <Tableau
        legende="Derniers travaux"
        legendeVisible={false}
        colonnes={[
          { titre: 'Travail' },
          { titre: 'État' },
          { titre: 'Avancement', estNombre: true },
          { titre: 'Demandé' },
        ]}
        lignes={travaux.map(({ id, libelle, etat, part, creeLe, creePar }) => ({
          cle: id,
          cellules: [
            <Link key="lien" to={`${racine}/travaux/${id}`}>
              {libelle}
            </Link>,
            ETATS_DE_TRAVAIL[etat],
            part === null ? 'non connu' : formaterPourcent(part),
            `le ${creeLe} par ${creePar}`,
          ],
        }))}
      />
    )}
  </div>
);
export default Travaux;
