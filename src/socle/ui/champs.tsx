import type { ComponentProps } from 'react';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { Champ, type ProprietesChamp } from './champ.tsx';

type Complements = Pick<
  ComponentProps<'input'>,
  'defaultValue' | 'autoComplete' | 'maxLength' | 'onChange' | 'readOnly'
>;

/** Un texte court, ou long si `lignes` est donné. */
export const ChampTexte = ({
  lignes,
  type = 'text',
  defaultValue,
  autoComplete,
  maxLength,
  ...champ
}: ProprietesChamp &
  Pick<Complements, 'defaultValue' | 'autoComplete' | 'maxLength'> & {
    lignes?: number;
    type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  }) => (
  <Champ {...champ}>
    {(liens) =>
      lignes === undefined ? (
        <input
          {...liens}
          type={type}
          className="saisie"
          defaultValue={defaultValue}
          autoComplete={autoComplete}
          maxLength={maxLength}
        />
      ) : (
        <textarea
          {...liens}
          rows={lignes}
          className="saisie"
          defaultValue={defaultValue}
          maxLength={maxLength}
        />
      )
    }
  </Champ>
);

/**
 * Un nombre écrit à la française (« 1 234,5 ») : le serveur lit virgules et espaces.
 * @param unite écrite après le champ : « € », « ETP », « jours ».
 */
export const ChampNombre = ({
  unite,
  defaultValue,
  ...champ
}: ProprietesChamp & Pick<Complements, 'defaultValue'> & { unite?: string }) => (
  <Champ {...champ}>
    {(liens) => (
      <span className="saisie-avec-unite">
        <input
          {...liens}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="saisie saisie-nombre"
          defaultValue={defaultValue}
        />
        {unite === undefined ? null : <span className="saisie-unite">{unite}</span>}
      </span>
    )}
  </Champ>
);

/** Une date : le calendrier du navigateur, dans la langue de la personne. */
export const ChampDate = ({
  jour,
  min,
  max,
  ...champ
}: ProprietesChamp & {
  jour?: Jour | undefined;
  min?: Jour | undefined;
  max?: Jour | undefined;
}) => (
  <Champ {...champ}>
    {(liens) => (
      <input
        {...liens}
        type="date"
        className="saisie saisie-date"
        defaultValue={jour}
        min={min}
        max={max}
      />
    )}
  </Champ>
);

/** Un fichier à déposer : le champ du navigateur, agrandi, où l’on peut aussi glisser le fichier. */
export const ChampFichier = ({
  accepte,
  plusieurs = false,
  ...champ
}: ProprietesChamp & { accepte?: string; plusieurs?: boolean }) => (
  <Champ {...champ}>
    {(liens) => (
      <input
        {...liens}
        type="file"
        className="saisie-fichier"
        accept={accepte}
        multiple={plusieurs}
      />
    )}
  </Champ>
);
