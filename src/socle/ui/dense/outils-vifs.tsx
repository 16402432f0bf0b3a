import { accorder } from '../formats.ts';

/** Filtre immédiat, colonnes choisies (mémorisées), nombre de lignes. */
export const OutilsVifs = ({
  id,
  recherche,
  onRecherche,
  nombre,
  colonnes,
}: {
  id: string;
  recherche: string;
  onRecherche: (texte: string) => void;
  nombre: number;
  colonnes: readonly {
    id: string;
    titre: string;
    estVisible: boolean;
    estFigee: boolean;
    basculer: () => void;
  }[];
}) => (
  <div className="dense-outils">
    <span className="rang">
      <label htmlFor={`${id}-filtre`}>Filtrer</label>
      <input
        id={`${id}-filtre`}
        type="search"
        value={recherche}
        onChange={(evenement) => {
          onRecherche(evenement.currentTarget.value);
        }}
      />
    </span>
    <details className="dense-colonnes">
      <summary className="bouton bouton-secondaire bouton-petite">Choisir les colonnes</summary>
      <div>
        {colonnes.map(({ id: colonne, titre, estVisible, estFigee, basculer }) => (
          <label key={colonne}>
            <input type="checkbox" checked={estVisible} disabled={estFigee} onChange={basculer} />
            {titre}
          </label>
        ))}
      </div>
    </details>
    <span className="dense-compte" role="status">
      {accorder(nombre, 'ligne')}
    </span>
  </div>
);
