import type { ReactNode } from 'react';
import { Onglets, Titre } from '../../socle/ui/index.ui.ts';

/** Le titre d’une page de grille et ses trois vues : les notes, les poids, le résultat. */
export const EnTeteDeGrille = ({
  chemin,
  grille,
  titre,
  chapeau,
  actions,
}: {
  /** Chemin de la grille : `/t/<siren>/elaborer/perimetres/<id>`. */
  chemin: string;
  grille: string;
  titre: ReactNode;
  chapeau?: ReactNode;
  actions?: ReactNode;
}) => (
  <>
    <Titre surtitre={grille} chapeau={chapeau} actions={actions}>
      {titre}
    </Titre>
    <Onglets
      nom="Vues de la grille"
      onglets={[
        { titre: 'Notes', chemin },
        { titre: 'Poids', chemin: `${chemin}/cartes` },
        { titre: 'Résultat', chemin: `${chemin}/resultat` },
      ]}
    />
  </>
);
