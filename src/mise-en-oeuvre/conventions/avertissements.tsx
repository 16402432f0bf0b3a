import { formaterJour } from '../../socle/ui/index.ts';
import { Pastille } from '../../socle/ui/index.ui.ts';
import type { ControleDeConvention } from './controler.ts';

/** Les risques à connaître, et les délais qui courent. */
export const Avertissements = ({
  avertissements,
  echeances,
}: Pick<ControleDeConvention, 'avertissements' | 'echeances'>) =>
  avertissements.length === 0 && echeances.length === 0 ? null : (
    <section className="pile" aria-labelledby="a-savoir">
      <h2 id="a-savoir">À savoir</h2>
      {echeances.length === 0 ? null : (
        <ul>
          {echeances.map(({ code, objet, echeance, statut, article }) => (
            <li key={`${code}${objet}`}>
              {objet} : jusqu’au {formaterJour(echeance)}{' '}
              <Pastille etat={statut === 'en-cours' ? 'en-cours' : 'fait'}>
                {statut === 'en-cours' ? 'en cours' : 'délai passé'}
              </Pastille>{' '}
              <span className="petit texte-doux">{article}</span>
            </li>
          ))}
        </ul>
      )}
      {avertissements.length === 0 ? null : (
        <details>
          <summary>Points de droit à garder en tête ({avertissements.length})</summary>
          <ul>
            {avertissements.map(({ code, message, article }) => (
              <li key={`${code}${message}`}>
                {message} <span className="petit texte-doux">{article}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
