import type { Territoire } from '../../socle/territoire/index.ts';
import type { TerritoireInstruit } from './instruire.ts';

/** Le territoire dans la forme que lit une procédure. */
export const versTerritoireInstruit = ({
  siren,
  nom,
  type,
  modeFinancement,
  collectivites,
}: Pick<
  Territoire,
  'siren' | 'nom' | 'type' | 'modeFinancement' | 'collectivites'
>): TerritoireInstruit => ({
  epci: { siren, nom, type, modeFinancement },
  communes: collectivites.flatMap(({ codeInsee, siren: commune, nom: libelle }) =>
    codeInsee === null ? [] : [{ code: codeInsee, siren: commune, nom: libelle }],
  ),
});
