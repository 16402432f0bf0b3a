import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import { accorderCouleur } from './couleurs.ts';
import { Logo } from './logo.tsx';

/** Le visage qu’un territoire donne à ses pages. */
export interface Identite {
  nom: string;
  /** Couleur choisie par le territoire (#rrggbb) ; assombrie si le contraste ne suffit pas. */
  couleur?: string | undefined;
  /** Adresse locale du logo du territoire. */
  logo?: string | undefined;
}

/**
 * La page d’une commune, d’un élu, d’un agent ou d’un habitant : sans menu à apprendre.
 * @param identite le territoire qui s’adresse au lecteur ; à défaut, Ensemblier.
 * @param lecture vrai pour une page longue, à lire dans une colonne étroite.
 */
export const PageSimple = ({
  identite,
  contexte,
  lecture = false,
  children,
  pied,
}: {
  identite?: Identite | undefined;
  contexte?: ReactNode;
  lecture?: boolean;
  children: ReactNode;
  pied?: ReactNode;
}) => {
  const couleur = identite?.couleur;
  const style =
    couleur === undefined ? {} : { '--couleur-territoire': accorderCouleur(couleur, '#ffffff') };
  return (
    <div className="page-simple" style={style as CSSProperties}>
      <ul className="liens-evitement">
        <li>
          <a href="#contenu">Aller au contenu</a>
        </li>
      </ul>
      <header className="page-simple-entete">
        <Link to="/" className="marque">
          {identite?.logo === undefined ? (
            <Logo taille={30} />
          ) : (
            <img src={identite.logo} alt="" height="40" />
          )}
          <span>{identite?.nom ?? 'Ensemblier'}</span>
        </Link>
        {contexte === undefined ? null : <div className="page-simple-contexte">{contexte}</div>}
      </header>
      <main id="contenu" tabIndex={-1} className={lecture ? 'page-simple-lecture' : undefined}>
        {children}
      </main>
      <footer className="pied">
        {pied}
        <p>
          <Logo taille={16} /> Ensemblier, logiciel libre de mutualisation ·{' '}
          <Link to="/accessibilite">Accessibilité : non conforme</Link>
        </p>
      </footer>
    </div>
  );
};
