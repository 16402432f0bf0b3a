import { type ReactNode, useId } from 'react';
import { formaterPourcent } from '../formats.ts';
import { Echantillon, Remplissages, remplir } from './motifs.tsx';

export interface Serie {
  cle: string;
  libelle: string;
  /** Rang de teinte, 1 à 8 : garder le même d’un écran à l’autre. */
  teinte: number;
}

export interface BarreEmpilee {
  cle: string;
  libelle: ReactNode;
  /** Une valeur par série, dans l’ordre des séries. */
  valeurs: readonly number[];
  total: string;
}

/** Barres empilées : parts d’un tout, motif et couleur ; la part s’écrit si elle a la place. */
export const BarresEmpilees = ({
  series,
  barres,
  proportionnel = true,
}: {
  series: readonly Serie[];
  barres: readonly BarreEmpilee[];
  /** Chaque barre occupe toute la largeur ; sinon, la plus grande seulement. */
  proportionnel?: boolean;
}) => {
  const prefixe = `r${useId().replace(/[^a-z0-9]/gi, '')}`;
  const totaux = barres.map(({ valeurs }) => valeurs.reduce((somme, v) => somme + v, 0));
  const plusGrand = Math.max(...totaux, 0);
  return (
    <div className="empilees">
      <Remplissages prefixe={prefixe} />
      <ul className="legende">
        {series.map(({ cle, libelle, teinte }) => (
          <li key={cle}>
            <Echantillon remplissage={remplir(prefixe, teinte)} /> {libelle}
          </li>
        ))}
      </ul>
      <ul className="barres">
        {barres.map(({ cle, libelle, valeurs, total }, rang) => {
          const somme = totaux[rang] ?? 0;
          const plein = proportionnel ? somme : plusGrand;
          let debut = 0;
          return (
            <li key={cle} className="barre-ligne">
              <span className="barre-libelle">{libelle}</span>
              <svg className="barre-dessin" height="26" width="100%" aria-hidden="true">
                {series.map((serie, indice) => {
                  const valeur = valeurs[indice] ?? 0;
                  const largeur = plein > 0 ? (valeur / plein) * 100 : 0;
                  const x = debut;
                  debut += largeur;
                  return largeur === 0 ? null : (
                    <g key={serie.cle}>
                      <rect
                        x={`${x}%`}
                        width={`${largeur}%`}
                        height="26"
                        fill={remplir(prefixe, serie.teinte)}
                        stroke="var(--blanc)"
                        strokeWidth="1.5"
                      />
                      {largeur < 14 ? null : (
                        <svg x={`${x + largeur / 2}%`} overflow="visible" aria-hidden="true">
                          <rect x="-21" y="4" width="42" height="18" rx="4" fill="var(--blanc)" />
                          <text y="18" className="empilee-part">
                            {formaterPourcent(valeur / somme)}
                          </text>
                        </svg>
                      )}
                    </g>
                  );
                })}
              </svg>
              <span className="barre-valeur">{total}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
