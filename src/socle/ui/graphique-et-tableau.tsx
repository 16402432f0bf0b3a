import type { ReactNode } from 'react';
import { BoutonLien } from './bouton.tsx';
import { Texte } from './texte.tsx';

/**
 * Un graphique se lit d’abord en une phrase, puis se regarde, puis se vérifie dans son tableau.
 * @param disposition côte à côte sur un écran large, ou tableau replié sous le graphique.
 */
export const GraphiqueEtTableau = ({
  phrase,
  graphique,
  tableau,
  exports = [],
  source,
  disposition = 'cote-a-cote',
}: {
  phrase: ReactNode;
  graphique: ReactNode;
  tableau: ReactNode;
  exports?: readonly { titre: string; chemin: string }[];
  source?: ReactNode;
  disposition?: 'cote-a-cote' | 'replie';
}) => (
  <figure className={`graphique-et-tableau graphique-${disposition}`}>
    <figcaption className="graphique-phrase">
      <Texte>{phrase}</Texte>
    </figcaption>
    <div className="graphique-dessin">{graphique}</div>
    {disposition === 'cote-a-cote' ? (
      <div className="graphique-tableau">{tableau}</div>
    ) : (
      <details className="graphique-tableau">
        <summary>Voir le tableau des valeurs</summary>
        {tableau}
      </details>
    )}
    {exports.length === 0 && source === undefined ? null : (
      <div className="graphique-pied">
        {source === undefined ? null : <p className="petit texte-doux">Source : {source}</p>}
        {exports.map(({ titre, chemin }) => (
          <BoutonLien
            key={chemin}
            vers={chemin}
            ton="discret"
            taille="petite"
            icone="telecharger"
            telecharger
          >
            {titre}
          </BoutonLien>
        ))}
      </div>
    )}
  </figure>
);
