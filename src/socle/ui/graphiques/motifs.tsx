import { TEINTES } from '../couleurs.ts';

/** Traits posés sur la teinte : la couleur n’est jamais seule à distinguer deux séries. */
const TRAITS = [
  '',
  'M-2 2 2-2M0 8 8 0M6 10l4-4',
  'M2 2h.01M6 6h.01',
  'M-2 6l4 4M0 0l8 8M6-2l4 4',
  'M0 0l8 8M8 0 0 8',
  'M0 4h8',
  'M4 0v8',
  'M0 4h8M4 0v8',
] as const;

const normaliser = (teinte: number): number => (((teinte - 1) % TEINTES.length) + 8) % 8;

/** Déclare les remplissages d’un graphique, à nommer ensuite par `remplir`. */
export const Remplissages = ({ prefixe }: { prefixe: string }) => (
  <svg width="0" height="0" className="graphique-definitions" aria-hidden="true" focusable="false">
    <defs>
      {TEINTES.map((couleur, rang) => (
        <pattern
          key={couleur}
          id={`${prefixe}-${rang + 1}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" fill={couleur} />
          <path
            d={TRAITS[rang] ?? ''}
            stroke="#fff"
            strokeOpacity="0.6"
            strokeWidth={rang === 2 ? 2.4 : 1.4}
            strokeLinecap="round"
          />
        </pattern>
      ))}
    </defs>
  </svg>
);

/** Le remplissage d’une série, par son rang de teinte (1 à 8). */
export const remplir = (prefixe: string, teinte: number): string =>
  `url(#${prefixe}-${normaliser(teinte) + 1})`;

/** Un échantillon de légende. */
export const Echantillon = ({ remplissage }: { remplissage: string }) => (
  <svg
    width="16"
    height="16"
    className="graphique-echantillon"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="16" height="16" rx="3" fill={remplissage} />
  </svg>
);
