import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { Icone } from './icone.tsx';
import { Logo } from './logo.tsx';
import type { Identite } from './page-simple.tsx';
import { type Etat, Tuile } from './pastille.tsx';

/** Une pièce construite de la démarche ; une pièce absente ne figure pas. */
export interface PieceDuPlan {
  titre: string;
  chemin: string;
  etat: Etat;
  /** Partie de la démarche : « Élaborer », « Mettre en œuvre », « Ressources ». */
  partie: string;
  /** Ce qui attend la personne ici (« 3 grilles à vérifier »). */
  attente?: string | undefined;
  /** La pièce n’est « ici » que sur cette adresse exacte (l’accueil du territoire). */
  estExacte?: boolean | undefined;
}

export interface ProprietesCharpente {
  territoire: Identite & { chemin: string };
  pieces: readonly PieceDuPlan[];
  /** Du plus général à la page, la page comprise. */
  filAriane?: readonly { titre: string; chemin: string }[] | undefined;
  echeances?: { nombre: number; chemin: string } | undefined;
  compte?: { nom: string; chemin: string } | undefined;
  /** Adresse de la page de recherche ; la question y arrive en `q`. */
  recherche?: string | undefined;
  /** Densité des tableaux ; « travail » par défaut. */
  densite?: 'travail' | 'lecture';
  children: ReactNode;
}

const Plan = ({ pieces }: { pieces: readonly PieceDuPlan[] }) => {
  const parties = [...new Set(pieces.map(({ partie }) => partie))];
  return (
    <nav id="plan" popover="auto" className="plan" aria-label="Plan de la démarche">
      <button
        type="button"
        popoverTarget="plan"
        popoverTargetAction="hide"
        className="bouton bouton-discret bouton-petite plan-fermer"
      >
        <Icone nom="croix" taille={16} /> <span>Fermer le plan</span>
      </button>
      {parties.map((partie) => (
        <section key={partie} className="plan-partie">
          <p className="plan-titre">{partie}</p>
          <ul>
            {pieces
              .filter((piece) => piece.partie === partie)
              .map(({ titre, chemin, etat, attente, estExacte = false }) => (
                <li key={chemin}>
                  <NavLink to={chemin} end={estExacte} className="plan-piece">
                    <Tuile etat={etat} />
                    <span>
                      {titre}
                      {attente === undefined ? null : (
                        <span className="plan-attente">{attente}</span>
                      )}
                    </span>
                  </NavLink>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};

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

const BarreHaute = ({
  territoire,
  echeances,
  compte,
  recherche,
}: Pick<ProprietesCharpente, 'territoire' | 'echeances' | 'compte' | 'recherche'>) => (
  <header className="barre">
    <button
      type="button"
      popoverTarget="plan"
      className="barre-plan"
      aria-label="Plan de la démarche"
    >
      <Icone nom="plan" /> <span>Plan</span>
    </button>
    <Link to={territoire.chemin} className="marque">
      {territoire.logo === undefined ? (
        <Logo taille={28} />
      ) : (
        <img src={territoire.logo} alt="" height="32" />
      )}
      <span>{territoire.nom}</span>
    </Link>
    {recherche === undefined ? null : (
      <search className="barre-recherche">
        <form action={recherche} method="get">
          <label htmlFor="recherche-generale" className="invisible">
            Rechercher une commune, un document, un acte, un montant
          </label>
          <Icone nom="loupe" taille={18} />
          <input
            id="recherche-generale"
            name="q"
            type="search"
            placeholder="Commune, document, acte, montant"
            autoComplete="off"
          />
        </form>
      </search>
    )}
    <ul className="barre-liens">
      {echeances === undefined ? null : (
        <li>
          <Link to={echeances.chemin} className={echeances.nombre > 0 ? 'barre-alerte' : undefined}>
            <Icone nom="calendrier" />
            <span>
              {echeances.nombre === 0
                ? 'Échéances'
                : `${echeances.nombre} échéance${echeances.nombre > 1 ? 's' : ''}`}
            </span>
          </Link>
        </li>
      )}
      {compte === undefined ? null : (
        <li>
          <Link to={compte.chemin}>
            <Icone nom="compte" />
            <span>{compte.nom}</span>
          </Link>
        </li>
      )}
    </ul>
  </header>
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
    <Plan pieces={pieces} />
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
