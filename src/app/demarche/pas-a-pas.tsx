import { Link } from 'react-router';
import { Pastille } from '../../socle/ui/index.ui.ts';
import type { Piece } from '../plan.ts';
import type { EtatDePiece } from './pieces.ts';

/** Une pièce, où elle en est, et son adresse. */
export interface PieceMontree extends EtatDePiece, Pick<Piece, 'titre' | 'partie'> {
  readonly chemin: string;
}

/** La démarche pas à pas : chaque pièce dit où elle en est. */
export const PasAPas = ({ pieces }: { pieces: readonly PieceMontree[] }) => {
  const parties = [...new Set(pieces.map(({ partie }) => partie))];
  return (
    <div className="pas-a-pas">
      {parties.map((partie) => (
        <section key={partie} className="pile pile-serree" aria-label={partie}>
          <h3>{partie}</h3>
          <ol className="pas-a-pas-liste">
            {pieces
              .filter((piece) => piece.partie === partie)
              .map(({ titre, chemin, etat, phrase, attente }) => (
                <li key={chemin} className={`pas-a-pas-piece pas-a-pas-${etat}`}>
                  <Link to={chemin}>{titre}</Link>
                  <span>{phrase}</span>
                  <Pastille etat={etat}>{attente}</Pastille>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
};
