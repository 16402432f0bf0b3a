import type { ReactNode } from 'react';
import { PageSimple } from '../../../socle/ui/index.ui.ts';
import type { AccesMontre } from './ouvrir-collecte.server.ts';

/** Le cadre d’une page de grille : page simple pour une commune, charpente (autour) pour l’équipe. */
export const CadreDeGrille = ({
  acces,
  children,
}: {
  acces: Pick<AccesMontre, 'parLien' | 'territoire' | 'couleur' | 'collectivite'>;
  children: ReactNode;
}) =>
  acces.parLien ? (
    <PageSimple
      identite={{ nom: acces.territoire, couleur: acces.couleur }}
      contexte={<p>{acces.collectivite}</p>}
    >
      <div className="pile pile-large">{children}</div>
    </PageSimple>
  ) : (
    <div className="pile pile-large">{children}</div>
  );
