import type { ReactNode } from 'react';

export interface Barre {
  cle: string;
  libelle: ReactNode;
  valeur: number;
  /** La valeur telle qu’on l’écrit, unité comprise. */
  ecriture: string;
  /** Met cette barre en avant (la commune du lecteur, par exemple). */
  accent?: boolean;
  /** Repère sur la barre : moyenne, année précédente. */
  repere?: number | undefined;
}

/** Barres horizontales, valeur écrite au bout. @param max valeur de la pleine largeur. */
export const Barres = ({ barres, max }: { barres: readonly Barre[]; max?: number }) => {
  const plein = max ?? Math.max(...barres.flatMap(({ valeur, repere }) => [valeur, repere ?? 0]));
  const situer = (valeur: number) => `${plein > 0 ? Math.max(0, (valeur / plein) * 100) : 0}%`;
  return (
    <ul className="barres">
      {barres.map(({ cle, libelle, valeur, ecriture, accent = false, repere }) => (
        <li key={cle} className={accent ? 'barre-ligne barre-accent' : 'barre-ligne'}>
          <span className="barre-libelle">{libelle}</span>
          <svg className="barre-dessin" height="18" width="100%" aria-hidden="true">
            <rect width="100%" height="18" rx="3" fill="var(--papier-fonce)" />
            <rect
              width={situer(valeur)}
              height="18"
              rx="3"
              fill={accent ? 'var(--ocre)' : 'var(--encre-moyenne)'}
            />
            {repere === undefined ? null : (
              <line
                x1={situer(repere)}
                x2={situer(repere)}
                y1="0"
                y2="18"
                stroke="var(--texte)"
                strokeWidth="3"
              />
            )}
          </svg>
          <span className="barre-valeur">{ecriture}</span>
        </li>
      ))}
    </ul>
  );
};
