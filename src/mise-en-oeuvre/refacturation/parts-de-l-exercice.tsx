import { formaterMontant } from '../../moteurs/calcul/index.ts';
import {
  Barres,
  ChiffreExplique,
  GraphiqueEtTableau,
  Tableau,
  Texte,
} from '../../socle/ui/index.ui.ts';
import { ecrireAppel, ecrireValeur } from './ecritures.ts';
import type { NatureDEtat } from './entrees.ts';
import type { ExercicePrepare } from './preparer-exercice.server.ts';

type SimulationMontree = NonNullable<ExercicePrepare['simulation']>;

/** La part de chaque commune, expliquée. */
export const PartsDeLExercice = ({
  simulation,
  nature,
}: {
  simulation: SimulationMontree;
  nature: NatureDEtat;
}) => {
  const { parts, total, net, communes, epci, cle, formule, convention, coutParUnite } = simulation;
  if (net.centimes === 0n && total === 0n) {
    return (
      <section className="pile" aria-labelledby="parts">
        <h2 id="parts">Qui paie quoi ?</h2>
        <p className="mesure">
          Il n’y a encore rien à partager : aucun coût n’est connu pour cet exercice. Importez le
          budget du service ou ajoutez ses coûts, plus bas ; la part de chaque commune se calculera
          seule.
        </p>
      </section>
    );
  }
  return (
    <section className="pile" aria-labelledby="parts">
      <h2 id="parts">Qui paie quoi ?</h2>
      <ul>
        <li>
          Coût net :{' '}
          <ChiffreExplique id="cout-net" explication={net.explication}>
            {formaterMontant(net.centimes)}
          </ChiffreExplique>
        </li>
        <li>
          Part des communes :{' '}
          <ChiffreExplique id="part-des-communes" explication={communes.explication}>
            {formaterMontant(communes.centimes)}
          </ChiffreExplique>
        </li>
        <li>À l’intercommunalité, par différence : {formaterMontant(epci)}</li>
        {coutParUnite === null ? null : (
          <li>Coût par équivalent, pour information : {coutParUnite}</li>
        )}
      </ul>
      <p>
        <Texte>
          {`Clé de « ${convention.titre} », version ${convention.version}${convention.signeeLe === null ? ' (projet)' : ' signée'} : ${cle.toLowerCase()} ; ${formule}. Actes de ${simulation.anneeDesActes}.`}
        </Texte>
      </p>
      <GraphiqueEtTableau
        phrase={`Somme des parts : ${formaterMontant(total)}, répartis entre ${parts.length} communes.`}
        disposition="replie"
        graphique={
          <Barres
            barres={parts.map(({ siren, nom, centimes }) => ({
              cle: siren,
              libelle: nom,
              valeur: Number(centimes),
              ecriture: formaterMontant(centimes),
            }))}
          />
        }
        tableau={
          <Tableau
            legende="Part de chaque commune"
            colonnes={[
              { titre: 'Commune' },
              { titre: 'Clé', estNombre: true },
              { titre: 'Part de l’année', estNombre: true },
              { titre: 'Par habitant', estNombre: true },
              {
                titre: nature === 'previsionnel' ? 'Acomptes demandés' : 'Solde demandé',
                estNombre: true,
              },
            ]}
            lignes={parts.map((part) => ({
              cle: part.siren,
              cellules: [
                part.nom,
                part.cle === '' ? '' : ecrireValeur(part.cle, part.unite),
                <ChiffreExplique
                  key="part"
                  id={`part-${part.siren}`}
                  explication={part.explication}
                >
                  {formaterMontant(part.centimes)}
                </ChiffreExplique>,
                part.parHabitant,
                ecrireAppel(part.appel),
              ],
            }))}
            total={['Total', '', formaterMontant(total), '', '']}
          />
        }
      />
    </section>
  );
};
