import { Link } from 'react-router';
import { BoutonLien, Tableau, TableauDense, Vide } from '../../../socle/ui/index.ui.ts';

interface Colonne {
  readonly nom: string;
  readonly titre: string;
  readonly estCle: boolean;
  readonly genre: string;
}
interface Ligne {
  readonly id: string;
  readonly cle: string;
  readonly valeurs: Readonly<Record<string, string>>;
}

const COLONNES_MONTREES = 7;
/** Au-delà, le tableau se filtre et se trie : il vaut alors son poids de script. */
const LIGNES_SIMPLES = 60;

interface Proprietes {
  readonly chemin: string;
  readonly colonnes: readonly Colonne[];
  readonly lignes: readonly Ligne[];
  /** Une mairie, souvent sur un téléphone : le tableau du serveur suffit, et pèse moins. */
  readonly parLien: boolean;
}

const LignesDenses = ({ chemin, colonnes, lignes, parLien }: Proprietes) => (
  <TableauDense
    id="lignes-en-ligne"
    estLeger={parLien}
    legende="Lignes enregistrées"
    cle={({ id }: Ligne) => id}
    lignes={lignes}
    colonnes={[
      {
        id: 'cle',
        titre: 'Ligne',
        lire: ({ cle }: Ligne) => cle,
        rendre: ({ id, cle }: Ligne) => <Link to={`${chemin}/lignes/${id}`}>{cle}</Link>,
      },
      ...colonnes
        .filter(({ estCle }) => !estCle)
        .map(({ nom, titre, genre }, rang) => ({
          id: nom,
          titre,
          lire: ({ valeurs }: Ligne) => valeurs[nom] ?? '',
          estNombre: genre === 'nombre',
          cachee: rang >= COLONNES_MONTREES,
        })),
    ]}
  />
);

/** Les lignes déjà en ligne d’une collectivité ; chacune se corrige d’un clic. */
export const LignesEnLigne = ({ chemin, colonnes, lignes, parLien }: Proprietes) => {
  const montrees = colonnes.filter(({ estCle }) => !estCle).slice(0, COLONNES_MONTREES);
  return (
    <section className="pile" aria-labelledby="titre-lignes">
      <h2 id="titre-lignes">Ce qui est enregistré</h2>
      {lignes.length === 0 ? (
        <Vide
          titre="Aucune ligne enregistrée"
          action={
            <BoutonLien vers={`${chemin}/lignes/nouvelle`} ton="secondaire" icone="plus">
              Saisir une première ligne
            </BoutonLien>
          }
        >
          Les lignes apparaissent ici après validation d’un dépôt. Pour quelques lignes, la saisie
          directe est plus rapide.
        </Vide>
      ) : (
        <>
          <p>
            <BoutonLien vers={`${chemin}/lignes/nouvelle`} ton="secondaire" icone="plus">
              Ajouter une ligne
            </BoutonLien>
          </p>
          {lignes.length > LIGNES_SIMPLES ? (
            <LignesDenses chemin={chemin} colonnes={colonnes} lignes={lignes} parLien={parLien} />
          ) : (
            <Tableau
              legende="Lignes enregistrées"
              legendeVisible={false}
              colonnes={[
                { titre: 'Ligne' },
                ...montrees.map(({ titre, genre }) => ({ titre, estNombre: genre === 'nombre' })),
              ]}
              lignes={lignes.map(({ id, cle, valeurs }) => ({
                cle: id,
                cellules: [
                  <Link key="cle" to={`${chemin}/lignes/${id}`}>
                    {cle}
                  </Link>,
                  ...montrees.map(({ nom }) => valeurs[nom] ?? ''),
                ],
              }))}
            />
          )}
        </>
      )}
    </section>
  );
};
