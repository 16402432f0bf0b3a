import { type ComponentType, useEffect, useState } from 'react';
import {
  Champ,
  type OptionSelection,
  type ProprietesChamp,
  type ProprietesRecherche,
} from './champ.tsx';

/**
 * Une liste déroulante du navigateur. Avec `recherche`, elle devient une liste où l’on tape
 * (158 communes), dès que JavaScript est là ; sinon elle reste la liste du navigateur.
 */
export const ChampSelection = ({
  options,
  retenue = '',
  vide = 'Choisir…',
  recherche = false,
  ...champ
}: ProprietesChamp & {
  options: readonly OptionSelection[];
  retenue?: string;
  vide?: string;
  recherche?: boolean;
}) => {
  const [Recherche, setRecherche] = useState<ComponentType<ProprietesRecherche> | null>(null);
  useEffect(() => {
    if (!recherche) return;
    void import('./champ-recherche.tsx').then(({ ChampRecherche }) => {
      setRecherche(() => ChampRecherche);
    });
  }, [recherche]);
  if (Recherche !== null) {
    return <Recherche champ={champ} options={options} retenue={retenue} vide={vide} />;
  }
  return (
    <Champ {...champ}>
      {(liens) => (
        <select {...liens} className="saisie" defaultValue={retenue}>
          <option value="">{vide}</option>
          {options.map(({ valeur, libelle }) => (
            <option key={valeur} value={valeur}>
              {libelle}
            </option>
          ))}
        </select>
      )}
    </Champ>
  );
};
