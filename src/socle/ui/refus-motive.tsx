import type { ReactNode } from 'react';
import { Icone } from './icone.tsx';

/**
 * Un refus n’est jamais une impasse : ce qui manque, l’article, qui peut agir, le geste qui y mène.
 * @param action le bouton (BoutonLien) qui mène au remède.
 */
export const RefusMotive = ({
  titre,
  manques,
  article,
  quiPeutAgir,
  action,
  niveau = 3,
}: {
  titre: string;
  manques: readonly ReactNode[];
  article?: string | null | undefined;
  quiPeutAgir?: ReactNode;
  action: ReactNode;
  /** Niveau du titre : 2 quand rien ne sépare le refus du titre de la page. */
  niveau?: 2 | 3;
}) => (
  <section className="refus" aria-label="Refus motivé">
    <Icone nom="interdit" taille={28} />
    <div className="pile pile-serree">
      {niveau === 2 ? <h2 className="titre-de-motif">{titre}</h2> : <h3>{titre}</h3>}
      <div>
        <p className="refus-etiquette">Ce qui manque</p>
        <ul>
          {manques.map((manque, rang) => (
            <li key={`manque-${String(rang)}`}>{manque}</li>
          ))}
        </ul>
      </div>
      {quiPeutAgir === undefined ? null : (
        <p>
          <span className="refus-etiquette">Qui peut agir :</span> {quiPeutAgir}
        </p>
      )}
      {article ? (
        <p className="petit">
          <span className="refus-etiquette">Droit :</span> {article}
        </p>
      ) : null}
      <div className="rang">{action}</div>
    </div>
  </section>
);
