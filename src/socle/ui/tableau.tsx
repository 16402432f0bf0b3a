import type { ReactNode } from 'react';
import { CadreDefilant } from './cadre-defilant.tsx';

export interface ColonneTableau {
  titre: ReactNode;
  /** Aligne à droite, chiffres tabulaires. */
  estNombre?: boolean;
}

/** Nombre de colonnes à partir duquel un tableau ne tient plus dans un téléphone. */
const A_EMPILER = 4;

/** Quatre colonnes, ou trois colonnes de phrases. */
const neTientPas = (colonnes: readonly ColonneTableau[]): boolean =>
  colonnes.length >= A_EMPILER ||
  (colonnes.length === A_EMPILER - 1 && colonnes.every(({ estNombre }) => estNombre !== true));

const enTexte = (titre: ReactNode): string | undefined =>
  typeof titre === 'string' && titre !== '' ? `${titre} : ` : undefined;

/**
 * Un tableau à lire : la première cellule de chaque ligne est son en-tête. Défile seul en largeur
 * s’il déborde, sans faire défiler la page ; au téléphone, à partir de quatre colonnes, chaque ligne
 * devient un bloc où chaque valeur dit sa colonne.
 */
export const Tableau = ({
  legende,
  legendeVisible = true,
  colonnes,
  lignes,
  total,
}: {
  legende: string;
  legendeVisible?: boolean;
  colonnes: readonly ColonneTableau[];
  /** `ancre` : une adresse peut mener à la ligne, qui se montre alors. */
  lignes: readonly { cle: string; ancre?: string | undefined; cellules: readonly ReactNode[] }[];
  total?: readonly ReactNode[] | undefined;
}) => {
  const ecrireCellules = (cellules: readonly ReactNode[]) =>
    cellules.map((cellule, rang) => {
      const classe = colonnes[rang]?.estNombre === true ? 'nombre' : undefined;
      const cle = `colonne-${rang}`;
      return rang === 0 ? (
        <th key={cle} scope="row" className={classe}>
          {cellule}
        </th>
      ) : (
        <td key={cle} className={classe} data-titre={enTexte(colonnes[rang]?.titre)}>
          {cellule}
        </td>
      );
    });
  return (
    <CadreDefilant nom={legende}>
      <table className={`tableau${neTientPas(colonnes) ? ' tableau-empilable' : ''}`}>
        <caption className={legendeVisible ? undefined : 'invisible'}>{legende}</caption>
        <thead>
          <tr>
            {colonnes.map(({ titre, estNombre }, rang) => (
              <th
                key={`titre-${String(rang)}`}
                scope="col"
                className={estNombre === true ? 'nombre' : undefined}
              >
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ cle, ancre, cellules }) => (
            <tr key={cle} id={ancre}>
              {ecrireCellules(cellules)}
            </tr>
          ))}
        </tbody>
        {total === undefined ? null : (
          <tfoot>
            <tr>{ecrireCellules(total)}</tr>
          </tfoot>
        )}
      </table>
    </CadreDefilant>
  );
};
