import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../../socle/ui/index.ts';
import { Encadre } from '../../../socle/ui/index.ui.ts';

/** Ce que modifier entraîne : rien, une nouvelle version, ou un avenant. */
export const EtatDeLaVersion = ({
  estSignee,
  figeeLe,
  numero,
}: {
  estSignee: boolean;
  figeeLe: Jour | null;
  numero: number;
}) => {
  if (estSignee)
    return (
      <Encadre ton="attention" titre="La convention est signée">
        <p>Elle ne change plus. Pour la modifier, préparez un avenant depuis sa page.</p>
      </Encadre>
    );
  return figeeLe === null ? null : (
    <Encadre ton="attention" titre={`Version figée le ${formaterJour(figeeLe)}`}>
      <p>
        Enregistrer ouvre la version {numero + 1} : les délibérations prises sur la version {numero}{' '}
        devront être prises de nouveau.
      </p>
    </Encadre>
  );
};
