import { TEINTES } from '../couleurs.ts';
import { formaterNombre } from '../formats.ts';
import { graduer } from './graduer.ts';

export interface SerieCourbe {
  cle: string;
  libelle: string;
  teinte: number;
  /** Une valeur par abscisse ; null : pas de donnée, la ligne s’interrompt. */
  valeurs: readonly (number | null)[];
}

const TIRETS = ['', '7 4', '2 4', '10 3 2 3', '4 2', '12 4', '1 3', '6 2 2 2'];

const tracer = (valeurs: readonly (number | null)[], haut: number): string => {
  let suite = false;
  return valeurs
    .map((valeur, rang) => {
      if (valeur === null) {
        suite = false;
        return '';
      }
      const x = valeurs.length < 2 ? 50 : (rang / (valeurs.length - 1)) * 100;
      const commande = suite ? 'L' : 'M';
      suite = true;
      return `${commande}${x.toFixed(2)} ${(100 - (valeur / haut) * 100).toFixed(2)}`;
    })
    .join('');
};

const trouverDerniere = (valeurs: readonly (number | null)[]): number =>
  valeurs.findLast((valeur) => valeur !== null) ?? 0;

/** Des courbes dans le temps : trait différent par série, nom écrit au bout de la ligne. */
export const Courbe = ({
  abscisses,
  series,
  unite,
}: {
  abscisses: readonly string[];
  series: readonly SerieCourbe[];
  unite: string;
}) => {
  const max = Math.max(0, ...series.flatMap(({ valeurs }) => valeurs.map((valeur) => valeur ?? 0)));
  const graduations = graduer(max);
  const haut = graduations.at(-1) ?? 1;
  return (
    <div className="courbe" aria-hidden="true">
      <p className="petit texte-doux">{unite}</p>
      <div className="courbe-cadre">
        <div className="courbe-ordonnees">
          {graduations.map((valeur) => (
            <span key={valeur} style={{ bottom: `${(valeur / haut) * 100}%` }}>
              {formaterNombre(valeur)}
            </span>
          ))}
        </div>
        <svg
          className="courbe-dessin"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {graduations.map((valeur) => (
            <line
              key={valeur}
              x1="0"
              x2="100"
              y1={100 - (valeur / haut) * 100}
              y2={100 - (valeur / haut) * 100}
              className="courbe-graduation"
            />
          ))}
          {series.map(({ cle, teinte, valeurs }) => (
            <path
              key={cle}
              d={tracer(valeurs, haut)}
              className="courbe-ligne"
              stroke={TEINTES[(teinte - 1) % 8]}
              strokeDasharray={TIRETS[(teinte - 1) % 8]}
            />
          ))}
        </svg>
        <div className="courbe-noms">
          {series.map(({ cle, libelle, valeurs }) => (
            <span key={cle} style={{ bottom: `${(trouverDerniere(valeurs) / haut) * 100}%` }}>
              {libelle}
            </span>
          ))}
        </div>
        <div className="courbe-abscisses">
          {abscisses.map((abscisse) => (
            <span key={abscisse}>{abscisse}</span>
          ))}
        </div>
      </div>
    </div>
  );
};
