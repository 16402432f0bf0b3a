import { type ReactNode, useId } from 'react';
import { Icone } from './icone.tsx';
import { Texte } from './texte.tsx';

export interface ProprietesChamp {
  nom: string;
  libelle: ReactNode;
  aide?: ReactNode;
  /** Le message d’erreur de ce champ, relié au champ pour les lecteurs d’écran. */
  erreur?: string | undefined;
  obligatoire?: boolean;
}

/** Ce qu’un champ HTML doit porter pour être relié à son libellé, son aide et son erreur. */
export interface LiensDuChamp {
  id: string;
  name: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface OptionSelection {
  valeur: string;
  libelle: string;
}

/** Ce que reçoit la liste où l’on tape, chargée à la demande. */
export interface ProprietesRecherche {
  champ: ProprietesChamp;
  options: readonly OptionSelection[];
  retenue: string;
  vide: string;
}

/** L’habillage commun : libellé, aide, champ, erreur. Sert aussi à envelopper un champ particulier. */
export const Champ = ({
  nom,
  libelle,
  aide,
  erreur,
  obligatoire = false,
  children,
}: ProprietesChamp & { children: (liens: LiensDuChamp) => ReactNode }) => {
  const id = useId();
  const decrits = [
    aide === undefined || aide === '' ? '' : `${id}-aide`,
    erreur === undefined ? '' : `${id}-erreur`,
  ].filter((partie) => partie !== '');
  return (
    <div className={erreur === undefined ? 'champ' : 'champ champ-en-erreur'}>
      <label htmlFor={id} className="champ-libelle">
        <Texte>{libelle}</Texte>
        {obligatoire ? null : <span className="champ-facultatif"> (facultatif)</span>}
      </label>
      {aide === undefined || aide === '' ? null : (
        <p id={`${id}-aide`} className="champ-aide">
          <Texte>{aide}</Texte>
        </p>
      )}
      {children({
        id,
        name: nom,
        required: obligatoire,
        'aria-describedby': decrits.length === 0 ? undefined : decrits.join(' '),
        'aria-invalid': erreur === undefined ? undefined : true,
      })}
      {erreur === undefined ? null : (
        <p id={`${id}-erreur`} className="champ-erreur">
          <Icone nom="alerte" taille={18} /> {erreur}
        </p>
      )}
    </div>
  );
};
