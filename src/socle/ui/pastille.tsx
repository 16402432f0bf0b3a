import type { ReactNode } from 'react';
import { Icone, type NomIcone } from './icone.tsx';

/** L’état d’une pièce, d’une étape ou d’une commune. */
export type Etat = 'a-faire' | 'en-cours' | 'fait' | 'attention' | 'refus';

export const LIBELLES_ETAT: Record<Etat, string> = {
  'a-faire': 'à faire',
  'en-cours': 'en cours',
  fait: 'fait',
  attention: 'à surveiller',
  refus: 'bloqué',
};

const ICONES: Record<Etat, NomIcone> = {
  'a-faire': 'horloge',
  'en-cours': 'fleche',
  fait: 'valide',
  attention: 'alerte',
  refus: 'interdit',
};

/** Un statut : forme, couleur et texte disent la même chose. */
export const Pastille = ({ etat, children }: { etat: Etat; children?: ReactNode }) => (
  <span className={`pastille pastille-${etat}`}>
    <Icone nom={ICONES[etat]} taille={14} />
    {children ?? LIBELLES_ETAT[etat]}
  </span>
);

/** La tuile du plan, qui se remplit à mesure ; le texte caché dit l’état. */
export const Tuile = ({ etat }: { etat: Etat }) => (
  <>
    <span className={`tuile tuile-${etat}`} aria-hidden="true" />
    <span className="invisible"> ({LIBELLES_ETAT[etat]})</span>
  </>
);
