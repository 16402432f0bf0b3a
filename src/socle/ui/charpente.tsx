import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BarreHaute, type ProprietesBarre } from './barre-haute.tsx';
import { Logo } from './logo.tsx';
import { type PieceDuPlan, PlanDeLaDemarche } from './plan-de-la-demarche.tsx';

export interface ProprietesCharpente extends ProprietesBarre {
  pieces: readonly PieceDuPlan[];
  /** Du plus général à la page, la page comprise. */
  filAriane?: readonly { titre: string; chemin: string }[] | undefined;
  /** Densité des tableaux ; « travail » par défaut. */
  densite?: 'travail' | 'lecture';
  children: ReactNode;
}

const FilAriane = ({ etapes }: { etapes: readonly { titre: string; chemin: string }[] }) => (
  <nav aria-label="Fil d’Ariane" className="fil">
    <ol>
      {etapes.map(({ titre, chemin }, rang) => (
        <li key={chemin}>
          {rang === etapes.length - 1 ? (
            <span aria-current="page">{titre}</span>
          ) : (
            <Link to={chemin}>{titre}</Link>
          )}
        </li>
      ))}
    </ol>
  </nav>
);

/**
 * La charpente des écrans de travail : à gauche le plan de la démarche, en haut le territoire,
 * la recherche, les échéances et le compte. Le repli mobile du plan fonctionne sans JavaScript.
 */
export const Charpente = ({
  pieces,
  filAriane,
  densite = 'travail',
  children,
  ...barre
}: ProprietesCharpente) => (
  <div className={`charpente densite-${densite}`}>
    <ul className="liens-evitement">
      <li>
        <a href="#contenu">Aller au contenu</a>
      </li>
      <li>
        <a href="#plan">Aller au plan de la démarche</a>
      </li>
    </ul>
    <BarreHaute {...barre} />
    <PlanDeLaDemarche pieces={pieces} />
    <div className="charpente-corps">
      {filAriane === undefined ? null : <FilAriane etapes={filAriane} />}
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <footer className="pied">
        <p>
          <Logo taille={16} /> Ensemblier ·{' '}
          <Link to="/accessibilite">Accessibilité : non conforme</Link>
        </p>
      </footer>
    </div>
  </div>
);
