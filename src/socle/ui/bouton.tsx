import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icone, type NomIcone } from './icone.tsx';

type Ton = 'principal' | 'secondaire' | 'discret' | 'danger';

interface Apparence {
  ton?: Ton;
  taille?: 'normale' | 'petite';
  icone?: NomIcone | undefined;
  children: ReactNode;
}

const composerClasse = (ton: Ton, taille: string) => `bouton bouton-${ton} bouton-${taille}`;

/** Un geste (envoi de formulaire par défaut). Le libellé est un verbe : « Déposer la grille ». */
export const Bouton = ({
  ton = 'principal',
  taille = 'normale',
  icone,
  children,
  type = 'submit',
  ...reste
}: Apparence & Omit<ComponentProps<'button'>, 'className'>) => (
  <button {...reste} type={type} className={composerClasse(ton, taille)}>
    {icone === undefined ? null : <Icone nom={icone} taille={taille === 'petite' ? 16 : 20} />}
    <span>{children}</span>
  </button>
);

/** Un lien qui mène au geste suivant ; `telecharger` pour un fichier. */
export const BoutonLien = ({
  vers,
  ton = 'principal',
  taille = 'normale',
  icone,
  telecharger = false,
  children,
}: Apparence & { vers: string; telecharger?: boolean }) => {
  const contenu = (
    <>
      {icone === undefined ? null : <Icone nom={icone} taille={taille === 'petite' ? 16 : 20} />}
      <span>{children}</span>
    </>
  );
  return telecharger ? (
    <a href={vers} download className={composerClasse(ton, taille)}>
      {contenu}
    </a>
  ) : (
    <Link to={vers} className={composerClasse(ton, taille)}>
      {contenu}
    </Link>
  );
};
