import { NavLink } from 'react-router';
import { Icone } from './icone.tsx';
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

/** Le plan de la démarche et l’état de chaque pièce ; volet sur petit écran, sans JavaScript. */
export const PlanDeLaDemarche = ({ pieces }: { pieces: readonly PieceDuPlan[] }) => {
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
