import { accorder } from '../formats.ts';
import type { Etat } from '../pastille.tsx';

export interface PartDeJauge {
  etat: Etat;
  nombre: number;
  libelle: string;
}

const LIMITE_TUILES = 60;

/** Où en est un ensemble : une tuile par commune jusqu’à 60, une barre au-delà ; le texte d’abord. */
export const JaugeCompletude = ({
  parts,
  unite = 'commune',
}: {
  parts: readonly PartDeJauge[];
  unite?: string;
}) => {
  const total = parts.reduce((somme, { nombre }) => somme + nombre, 0);
  const faites = parts
    .filter(({ etat }) => etat === 'fait')
    .reduce((s, { nombre }) => s + nombre, 0);
  return (
    <div className="jauge">
      <p className="jauge-phrase">
        <strong>{faites}</strong> sur {accorder(total, unite)}
      </p>
      {total > LIMITE_TUILES ? (
        <div className="jauge-barre" aria-hidden="true">
          {parts.map(({ etat, nombre }) => (
            <span key={etat} className={`jauge-part jauge-${etat}`} style={{ flexGrow: nombre }} />
          ))}
        </div>
      ) : (
        <div className="jauge-tuiles" aria-hidden="true">
          {parts.flatMap(({ etat, nombre }) =>
            Array.from({ length: nombre }, (_, rang) => (
              <span key={`${etat}-${String(rang)}`} className={`jauge-part jauge-${etat}`} />
            )),
          )}
        </div>
      )}
      <ul className="legende">
        {parts
          .filter(({ nombre }) => nombre > 0)
          .map(({ etat, nombre, libelle }) => (
            <li key={etat}>
              <span className={`jauge-part jauge-${etat}`} aria-hidden="true" /> {nombre} {libelle}
            </li>
          ))}
      </ul>
    </div>
  );
};
