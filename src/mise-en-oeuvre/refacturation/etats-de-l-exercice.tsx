import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Empreinte, Encadre, Tableau } from '../../socle/ui/index.ui.ts';
import { NATURES } from './entrees.ts';
import type { ExercicePrepare } from './preparer-exercice.server.ts';

/** Les états déjà émis de l’exercice, et leur vérification : recalculés depuis leurs entrées figées. */
export const EtatsDeLExercice = ({
  chemin,
  emissions,
  verification,
}: Pick<ExercicePrepare, 'chemin' | 'emissions' | 'verification'>) =>
  emissions.length === 0 ? null : (
    <section className="pile" aria-labelledby="emis">
      <h2 id="emis">Déjà émis</h2>
      {verification === null ? null : verification.estIdentique ? (
        <Encadre ton="reussite" titre="Recalculé à l’identique" annonce>
          <p>Les entrées figées n’ont pas changé et redonnent les mêmes centimes.</p>
          <Empreinte valeur={verification.empreinte} />
        </Encadre>
      ) : (
        <Encadre ton="refus" titre="Le recalcul ne redonne pas l’état émis" annonce>
          <p>Ne l’envoyez pas : prévenez la personne qui administre Ensemblier.</p>
        </Encadre>
      )}
      <Tableau
        legende="États émis de l’exercice"
        legendeVisible={false}
        colonnes={[
          { titre: 'État' },
          { titre: 'Émis' },
          { titre: 'Coût net', estNombre: true },
          { titre: 'Part des communes', estNombre: true },
          { titre: 'Vérifier' },
        ]}
        lignes={emissions.map(({ id, nature, rang, emisLe, emisPar, cout, communes }) => ({
          cle: id,
          cellules: [
            rang > 1 ? `${NATURES[nature]} n° ${rang}` : NATURES[nature],
            `le ${formaterJour(emisLe)} par ${emisPar}`,
            cout,
            communes,
            <BoutonLien
              key="verifier"
              vers={`${chemin}?verifier=${id}`}
              ton="secondaire"
              taille="petite"
            >
              Recalculer l’état {NATURES[nature]}
            </BoutonLien>,
          ],
        }))}
      />
    </section>
  );
