import type { Refus } from '../../moteurs/resultat/index.ts';
import { Encadre } from './encadre.tsx';

/** Un geste refusé, rien n’est écrit : chaque motif et l’article qui le fonde. */
export const GesteRefuse = ({
  refus,
  titre = 'Rien n’a été enregistré',
}: {
  refus: readonly Pick<Refus, 'code' | 'message' | 'article'>[];
  titre?: string;
}) => (
  <Encadre ton="refus" titre={titre} annonce>
    <ul>
      {refus.map(({ code, message, article }) => (
        <li key={`${code}${message}`}>
          {message}
          {article ? ` (${article})` : ''}
        </li>
      ))}
    </ul>
  </Encadre>
);
