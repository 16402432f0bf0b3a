import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icone } from './icone.tsx';
import { Logo } from './logo.tsx';
import type { Identite } from './page-simple.tsx';

export interface ProprietesBarre {
  territoire: Identite & { chemin: string };
  echeances?: { nombre: number; chemin: string } | undefined;
  compte?: { nom: string; chemin: string } | undefined;
  /** Adresse de la page de recherche ; la question y arrive en `q`. */
  recherche?: string | undefined;
}

/** La recherche de tout ; Ctrl+K y mène. */
const Recherche = ({ adresse }: { adresse: string }) => {
  const champ = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const ecouter = (evenement: KeyboardEvent) => {
      if (!(evenement.ctrlKey || evenement.metaKey) || evenement.key.toLowerCase() !== 'k') return;
      evenement.preventDefault();
      champ.current?.focus();
    };
    window.addEventListener('keydown', ecouter);
    return () => {
      window.removeEventListener('keydown', ecouter);
    };
  }, []);
  return (
    <search className="barre-recherche">
      <form action={adresse} method="get">
        <label htmlFor="recherche-generale" className="invisible">
          Rechercher une commune, un document, un acte, un montant
        </label>
        <Icone nom="loupe" taille={18} />
        <input
          ref={champ}
          id="recherche-generale"
          name="q"
          type="search"
          placeholder="Commune, document, acte, montant"
          autoComplete="off"
          aria-keyshortcuts="Control+K"
        />
      </form>
    </search>
  );
};

/** En haut : le plan (petit écran), le territoire, la recherche, les échéances, le compte. */
export const BarreHaute = ({ territoire, echeances, compte, recherche }: ProprietesBarre) => (
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
    {recherche === undefined ? null : <Recherche adresse={recherche} />}
    <ul className="barre-liens">
      {recherche === undefined ? null : (
        <li className="barre-loupe">
          <Link to={recherche}>
            <Icone nom="loupe" />
            <span>Rechercher</span>
          </Link>
        </li>
      )}
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
