import type { ReactNode } from 'react';
import type { ProprietesChamp } from './champ.tsx';

/** Un choix parmi quelques-uns (boutons radio), ou plusieurs choix (cases à cocher). */
export const ChampChoix = ({
  nom,
  libelle,
  aide,
  erreur,
  choix,
  plusieurs = false,
  retenus = [],
  obligatoire = false,
}: ProprietesChamp & {
  choix: readonly { valeur: string; libelle: ReactNode; aide?: ReactNode }[];
  plusieurs?: boolean;
  retenus?: readonly string[];
}) => (
  <fieldset className={erreur === undefined ? 'champ' : 'champ champ-en-erreur'}>
    <legend className="champ-libelle">
      {libelle}
      {obligatoire || plusieurs ? null : <span className="champ-facultatif"> (facultatif)</span>}
    </legend>
    {aide === undefined ? null : <p className="champ-aide">{aide}</p>}
    {erreur === undefined ? null : <p className="champ-erreur">{erreur}</p>}
    {choix.map(({ valeur, libelle: texte, aide: precision }) => (
      <label key={valeur} className="choix">
        <input
          type={plusieurs ? 'checkbox' : 'radio'}
          name={nom}
          value={valeur}
          defaultChecked={retenus.includes(valeur)}
          required={obligatoire && !plusieurs}
        />
        <span>
          {texte}
          {precision === undefined ? null : <span className="choix-aide">{precision}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);
