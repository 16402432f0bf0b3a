import { useEffect, useState } from 'react';
import { formaterNombre } from './formats.ts';

export interface CritereAPeser {
  cle: string;
  libelle: string;
  /** Poids en points (0 à 100). */
  poids: number;
  /** Le classement ne change pas tant que le poids reste dans cet intervalle. */
  stabilite?: { de: number; a: number } | undefined;
}

/**
 * Un poids par critère : un champ nombre (qui suffit), un curseur avec JavaScript, et l’intervalle
 * où le classement tient. Champs envoyés : `poids-<cle>`.
 */
export const CurseursPoids = ({ criteres }: { criteres: readonly CritereAPeser[] }) => {
  const [poids, setPoids] = useState<Record<string, string>>(() =>
    Object.fromEntries(criteres.map(({ cle, poids: valeur }) => [cle, String(valeur)])),
  );
  const [estVif, setEstVif] = useState(false);
  useEffect(() => {
    setEstVif(true);
  }, []);
  const total = Object.values(poids).reduce((somme, texte) => somme + (Number(texte) || 0), 0);
  const changer = (cle: string, valeur: string) => {
    setPoids((avant) => ({ ...avant, [cle]: valeur }));
  };
  return (
    <fieldset className="curseurs">
      <legend className="champ-libelle">Quel poids donnez-vous à chaque critère ?</legend>
      {criteres.map(({ cle, libelle, stabilite }) => (
        <div key={cle} className="curseur">
          <label htmlFor={`poids-${cle}`}>{libelle}</label>
          <span className="saisie-avec-unite">
            <input
              id={`poids-${cle}`}
              name={`poids-${cle}`}
              type="number"
              min={0}
              max={100}
              step={1}
              className="saisie curseur-nombre"
              value={poids[cle] ?? '0'}
              onChange={(evenement) => {
                changer(cle, evenement.currentTarget.value);
              }}
            />
            <span className="saisie-unite">points</span>
          </span>
          <span className="curseur-piste">
            {stabilite === undefined ? null : (
              <span
                className="curseur-stabilite"
                style={{
                  insetInlineStart: `${stabilite.de}%`,
                  width: `${Math.max(1, stabilite.a - stabilite.de)}%`,
                }}
              />
            )}
            {estVif ? (
              <input
                type="range"
                min={0}
                max={100}
                step={1}
                aria-label={`Curseur : ${libelle}`}
                value={Number(poids[cle]) || 0}
                onChange={(evenement) => {
                  changer(cle, evenement.currentTarget.value);
                }}
              />
            ) : null}
          </span>
          {stabilite === undefined ? null : (
            <p className="petit texte-doux curseur-note">
              Le classement tient de {formaterNombre(stabilite.de)} à {formaterNombre(stabilite.a)}{' '}
              points.
            </p>
          )}
        </div>
      ))}
      <p role="status" className="curseur-total">
        Total : {formaterNombre(total)} points. Les poids sont ramenés à 100 au calcul.
      </p>
    </fieldset>
  );
};
