import { Pastille } from '../../socle/ui/index.ui.ts';
import './conventions.css';
import type { ControleDeConvention } from './controler.ts';

/** Les étapes de la convention, celle où elle en est marquée. */
export const EtapesDeLaConvention = ({ controle }: { controle: ControleDeConvention }) => (
  <section className="pile pile-serree" aria-labelledby="etapes">
    <h2 id="etapes">Où en est-elle ? {controle.libelleEtat}</h2>
    <ol className="etapes-de-convention rang" aria-label="Étapes">
      {controle.etapes.map(({ code, libelle }, rang) => (
        <li key={code} aria-current={rang === controle.rang ? 'step' : undefined}>
          <Pastille
            etat={rang < controle.rang ? 'fait' : rang === controle.rang ? 'en-cours' : 'a-faire'}
          >
            {libelle}
          </Pastille>
        </li>
      ))}
    </ol>
  </section>
);
