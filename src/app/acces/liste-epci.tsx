import { Link } from 'react-router';
import { accorder } from '../../socle/ui/index.ts';
import { Encadre, Pastille, Tableau } from '../../socle/ui/index.ui.ts';

export interface EpciTrouve {
  readonly siren: string;
  readonly nom: string;
  readonly departements: readonly string[];
  readonly communes: number;
  readonly parCommune: string | null;
  readonly estPris: boolean;
}

/** Les intercommunalités trouvées ; le choix de l’une en montre l’aperçu. */
export const ListeEpci = ({
  trouves,
  nombre,
  recherche,
}: {
  trouves: readonly EpciTrouve[];
  nombre: number;
  recherche: { readonly texte: string; readonly departement: string };
}) => {
  if (nombre === 0) {
    return (
      <Encadre titre="Aucune intercommunalité ne répond">
        <p>Essayez un seul mot du nom, une commune membre, ou le département seul.</p>
      </Encadre>
    );
  }
  const lien = (siren: string) =>
    `/territoires/nouveau?${new URLSearchParams({ q: recherche.texte, departement: recherche.departement, siren }).toString()}`;
  return (
    <div className="pile">
      <Tableau
        legende={accorder(nombre, 'intercommunalité trouvée', 'intercommunalités trouvées')}
        colonnes={[
          { titre: 'Nom' },
          { titre: 'Département' },
          { titre: 'SIREN' },
          { titre: 'Communes', estNombre: true },
        ]}
        lignes={trouves.map((epci) => ({
          cle: epci.siren,
          cellules: [
            <span key="nom" className="rang">
              {epci.estPris ? epci.nom : <Link to={lien(epci.siren)}>{epci.nom}</Link>}
              {epci.estPris ? <Pastille etat="fait">déjà créé</Pastille> : null}
              {epci.parCommune === null ? null : (
                <span className="petit texte-doux">avec {epci.parCommune}</span>
              )}
            </span>,
            epci.departements.join(', '),
            epci.siren,
            epci.communes,
          ],
        }))}
      />
      {nombre > trouves.length ? (
        <p className="texte-doux">
          Les {trouves.length} premières sont montrées. Précisez la recherche pour voir les autres.
        </p>
      ) : null}
    </div>
  );
};
