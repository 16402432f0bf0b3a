import { useEffect, useRef, useState } from 'react';
import { Icone } from './icone.tsx';
import { deplacer, ranger } from './ordre-des-cartes.ts';

export interface CarteAOrdonner {
  cle: string;
  libelle: string;
  aide?: string | undefined;
  rang: number;
}

/**
 * Ordonner des critères comme des cartes sur une table. Sans JavaScript, un champ nombre par carte
 * suffit ; avec, les cartes montent et descendent et les blanches se voient. Champs : `rang-<cle>`.
 */
export const CartesAOrdonner = ({
  cartes,
  question,
}: {
  cartes: readonly CarteAOrdonner[];
  question: string;
}) => {
  const [rangs, setRangs] = useState<Record<string, number>>(() =>
    Object.fromEntries(cartes.map(({ cle, rang }) => [cle, rang])),
  );
  const [estVif, setEstVif] = useState(false);
  const [annonce, setAnnonce] = useState('');
  useEffect(() => {
    setEstVif(true);
  }, []);
  // Une carte qui change de rangée est redessinée : le focus la suit.
  const [suivie, setSuivie] = useState<string | null>(null);
  const table = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (suivie === null) return;
    const gestes = table.current?.querySelector(`[data-carte="${suivie.split('/')[0] ?? ''}"]`);
    const bouton = gestes?.querySelector<HTMLButtonElement>(
      suivie.endsWith('/1') ? 'button:first-child' : 'button:last-child',
    );
    if (bouton?.disabled === true) gestes?.querySelector('input')?.focus();
    else bouton?.focus();
    setSuivie(null);
  }, [suivie]);
  const parCle = new Map(cartes.map((carte) => [carte.cle, carte]));
  const bouger = (cle: string, libelle: string, pas: 1 | -1) => {
    const suivants = deplacer(rangs, cle, pas);
    setRangs(suivants);
    setSuivie(`${cle}/${String(pas)}`);
    setAnnonce(`${libelle} : rang ${suivants[cle] ?? 1}.`);
  };
  return (
    <fieldset className="cartes">
      <legend className="champ-libelle">{question}</legend>
      <p className="champ-aide">
        Du moins important (rang 1) au plus important. Deux cartes peuvent avoir le même rang.
        Sautez un rang pour écarter davantage deux cartes.
      </p>
      <ol className="cartes-table" ref={table}>
        {ranger(rangs)
          .toReversed()
          .map(({ rang, cartes: cles, blanches }) => (
            <li key={rang} className="cartes-rangee">
              {Array.from({ length: blanches }, (_, place) => (
                <span key={`blanche-${String(place)}`} className="carte-blanche">
                  carte blanche
                </span>
              ))}
              <ul className="cartes-ex-aequo">
                {cles.map((cle) => {
                  const libelle = parCle.get(cle)?.libelle ?? cle;
                  return (
                    <li key={cle} className="carte-a-ordonner">
                      <label htmlFor={`rang-${cle}`}>
                        {libelle}
                        {parCle.get(cle)?.aide === undefined ? null : (
                          <span className="choix-aide">{parCle.get(cle)?.aide}</span>
                        )}
                      </label>
                      <span className="carte-gestes" data-carte={cle}>
                        {estVif ? (
                          <button
                            type="button"
                            className="bouton bouton-secondaire bouton-petite"
                            aria-label={`Monter ${libelle}`}
                            onClick={() => {
                              bouger(cle, libelle, 1);
                            }}
                          >
                            <Icone nom="haut" taille={16} />
                          </button>
                        ) : null}
                        <input
                          id={`rang-${cle}`}
                          name={`rang-${cle}`}
                          type="number"
                          min={1}
                          max={99}
                          className="saisie carte-rang"
                          value={rangs[cle] ?? 1}
                          onChange={(evenement) => {
                            const rangLu = Math.round(Number(evenement.currentTarget.value));
                            setRangs({ ...rangs, [cle]: rangLu >= 1 ? Math.min(99, rangLu) : 1 });
                          }}
                        />
                        {estVif ? (
                          <button
                            type="button"
                            className="bouton bouton-secondaire bouton-petite"
                            aria-label={`Descendre ${libelle}`}
                            disabled={rang === 1}
                            onClick={() => {
                              bouger(cle, libelle, -1);
                            }}
                          >
                            <Icone nom="bas" taille={16} />
                          </button>
                        ) : null}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
      </ol>
      <p role="status" className="invisible">
        {annonce}
      </p>
    </fieldset>
  );
};
