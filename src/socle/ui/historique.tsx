import type { ReactNode } from 'react';
import { Icone } from './icone.tsx';

export interface Evenement {
  cle: string;
  auteur: string;
  /** La date et l’heure telles qu’on les lit (« 23 novembre 2026, 14 h 05 »). */
  quand: string;
  quoi: ReactNode;
  avant?: ReactNode;
  apres?: ReactNode;
  commentaire?: ReactNode;
  /** Le bouton qui revient à la valeur d’avant. */
  revenir?: ReactNode;
}

/** Qui a changé quoi, quand, avant et après ; le plus récent d’abord. */
export const Historique = ({ evenements }: { evenements: readonly Evenement[] }) => (
  <ol className="historique">
    {evenements.map(({ cle, auteur, quand, quoi, avant, apres, commentaire, revenir }) => (
      <li key={cle}>
        <span className="historique-signe" aria-hidden="true">
          <Icone nom={commentaire === undefined ? 'fleche' : 'commentaire'} taille={16} />
        </span>
        <div>
          <p>
            <strong>{auteur}</strong> {quoi}
          </p>
          {avant === undefined && apres === undefined ? null : (
            <p className="historique-valeurs">
              <span className="invisible">Avant : </span>
              <del>{avant ?? 'vide'}</del> <span aria-hidden="true">→</span>{' '}
              <span className="invisible">, après : </span>
              <ins>{apres ?? 'vide'}</ins>
            </p>
          )}
          {commentaire === undefined ? null : (
            <blockquote className="historique-commentaire">{commentaire}</blockquote>
          )}
          <p className="petit texte-doux">{quand}</p>
        </div>
        {revenir === undefined ? null : <div className="historique-geste">{revenir}</div>}
      </li>
    ))}
  </ol>
);
