import { Form } from 'react-router';
import { formaterMontant } from '../../moteurs/calcul/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import {
  Bouton,
  ChampNombre,
  ChampSelection,
  ChampTexte,
  ChiffreExplique,
  Tableau,
} from '../../socle/ui/index.ui.ts';
import type { NatureDEtat } from './entrees.ts';
import type { ExercicePrepare } from './preparer-exercice.server.ts';

/** Le coût par poste, jusqu’aux lignes du budget ; et ce que le budget ne porte pas, saisi. */
export const CoutsDeLExercice = ({
  simulation,
  couts,
  nature,
  peutCalculer,
}: {
  simulation: NonNullable<ExercicePrepare['simulation']>;
  couts: ExercicePrepare['couts'];
  nature: NatureDEtat;
  peutCalculer: boolean;
}) => {
  const base = nature === 'previsionnel' ? 'prevu' : 'realise';
  const saisis = couts.filter((cout) => cout.base === base);
  return (
    <section className="pile" aria-labelledby="couts">
      <h2 id="couts">Ce que coûte le service</h2>
      <Tableau
        legende={`Coût ${base === 'prevu' ? 'prévu' : 'constaté'}, par poste`}
        colonnes={[{ titre: 'Poste' }, { titre: 'Montant', estNombre: true }]}
        lignes={[
          ...simulation.postes.map(({ libelle, centimes, explication }, rang) => ({
            cle: libelle,
            cellules: [
              libelle,
              <ChiffreExplique key="montant" id={`poste-${rang}`} explication={explication}>
                {formaterMontant(centimes)}
              </ChiffreExplique>,
            ],
          })),
          ...simulation.recettes.map(({ centimes, libelle }) => ({
            cle: `recette-${libelle}`,
            cellules: [`Recette déduite : ${libelle}`, formaterMontant(-centimes)],
          })),
        ]}
        total={['Coût net', formaterMontant(simulation.net.centimes)]}
      />
      {saisis.length === 0 ? null : (
        <ul>
          {saisis.map(({ id, libelle, sens, centimes, saisiLe, saisiPar }) => (
            <li key={id}>
              {sens === 'recette' ? 'Recette' : 'Dépense'} : {libelle}, {formaterMontant(centimes)},
              saisie par {saisiPar} le {formaterJour(saisiLe)}
              {peutCalculer ? (
                <Form method="post">
                  <input type="hidden" name="cout" value={id} />
                  <Bouton name="geste" value="retirer-cout" ton="discret" taille="petite">
                    Retirer « {libelle} »
                  </Bouton>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {peutCalculer ? (
        <details>
          <summary>Ajouter un coût que le budget ne porte pas</summary>
          <Form method="post" className="pile">
            <input type="hidden" name="base" value={base} />
            <ChampSelection
              nom="sens"
              libelle="Sens"
              obligatoire
              retenue="depense"
              options={[
                { valeur: 'depense', libelle: 'dépense' },
                { valeur: 'recette', libelle: 'recette à déduire' },
              ]}
            />
            <ChampTexte
              nom="poste"
              libelle="Poste"
              aide="« Charges à caractère général »"
              obligatoire
            />
            <ChampTexte nom="libelle" libelle="Ce que c’est" obligatoire />
            <ChampNombre nom="montant" libelle="Montant" unite="€" obligatoire />
            <div className="rang">
              <Bouton name="geste" value="ajouter-cout" ton="secondaire">
                Ajouter ce coût
              </Bouton>
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
};
