import type { ReactNode } from 'react';
import { Texte } from './texte.tsx';

/** Le titre d’une page est une question, ou la réponse à une question. Un seul par page. */
export const Titre = ({
  children,
  surtitre,
  chapeau,
  actions,
}: {
  children: ReactNode;
  surtitre?: ReactNode;
  chapeau?: ReactNode;
  actions?: ReactNode;
}) => (
  <header className="titre">
    <div className="titre-texte">
      {surtitre === undefined ? null : (
        <p className="titre-surtitre">
          <Texte>{surtitre}</Texte>
        </p>
      )}
      <h1>
        <Texte>{children}</Texte>
      </h1>
      {chapeau === undefined ? null : (
        <p className="titre-chapeau">
          <Texte>{chapeau}</Texte>
        </p>
      )}
    </div>
    {actions === undefined ? null : <div className="titre-actions">{actions}</div>}
  </header>
);
