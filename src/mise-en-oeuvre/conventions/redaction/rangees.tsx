/** Des lignes de champs, avec quelques lignes libres à la fin : sans JavaScript, on ajoute en écrivant. */
export const Rangees = <C extends string>({
  nom,
  legende,
  colonnes,
  lignes,
  libres = 2,
}: {
  nom: string;
  legende: string;
  colonnes: readonly {
    readonly champ: C;
    readonly libelle: string;
    readonly options?: readonly { readonly valeur: string; readonly libelle: string }[];
  }[];
  lignes: readonly Readonly<Record<C, string>>[];
  libres?: number;
}) => {
  const toutes: readonly (Readonly<Record<C, string>> | null)[] = [
    ...lignes,
    ...Array.from({ length: libres }, () => null),
  ];
  return (
    <fieldset className="champ pile pile-serree">
      <legend className="champ-libelle">{legende}</legend>
      {toutes.map((ligne, rang) => (
        <div key={`${nom}-${String(rang)}`} className="grille-cartes">
          {colonnes.map(({ champ, libelle, options }) => (
            <label key={champ} htmlFor={`${nom}-${rang}-${champ}`}>
              <span className="petit">
                {libelle}
                <span className="invisible">, ligne {rang + 1}</span>
              </span>
              {options === undefined ? (
                <input
                  id={`${nom}-${rang}-${champ}`}
                  className="saisie"
                  name={`${nom}.${rang}.${champ}`}
                  defaultValue={ligne?.[champ] ?? ''}
                />
              ) : (
                <select
                  id={`${nom}-${rang}-${champ}`}
                  className="saisie"
                  name={`${nom}.${rang}.${champ}`}
                  defaultValue={ligne?.[champ] ?? ''}
                >
                  <option value="">Choisir…</option>
                  {options.map(({ valeur, libelle: texte }) => (
                    <option key={valeur} value={valeur}>
                      {texte}
                    </option>
                  ))}
                </select>
              )}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
};
