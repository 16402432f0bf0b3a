import type { ReactNode } from 'react';
import { Icone, type NomIcone } from './icone.tsx';
import { Texte } from './texte.tsx';

type Ton = 'information' | 'reussite' | 'attention' | 'refus';

const ICONES: Record<Ton, NomIcone> = {
  information: 'info',
  reussite: 'valide',
  attention: 'alerte',
  refus: 'interdit',
};

/**
 * Un message qui compte. `annonce` le fait lire aussitôt par les lecteurs d’écran (après un envoi).
 */
export const Encadre = ({
  ton = 'information',
  titre,
  annonce = false,
  children,
}: {
  ton?: Ton;
  titre?: ReactNode;
  annonce?: boolean;
  children: ReactNode;
}) => (
  <div className={`encadre encadre-${ton}`} role={annonce ? 'status' : undefined}>
    <Icone nom={ICONES[ton]} />
    <div className="encadre-corps">
      {titre === undefined ? null : (
        <p className="encadre-titre">
          <Texte>{titre}</Texte>
        </p>
      )}
      {children}
    </div>
  </div>
);
