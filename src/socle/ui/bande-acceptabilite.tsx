import type { ReactNode } from 'react';
import { CadreDefilant } from './cadre-defilant.tsx';
import { formaterPourcent } from './formats.ts';
import { Texte } from './texte.tsx';

const nommerRang = (rang: number): string => (rang === 1 ? '1er rang' : `${rang}e rang`);

const classer = (part: number): number =>
  part < 0.005 ? 0 : Math.min(5, 1 + Math.floor(part * 5));

/**
 * Bande d’acceptabilité : pour chaque option, la part des jeux de poids admissibles qui lui donne
 * chaque rang. La phrase d’abord ; la teinte n’est qu’un appui.
 * @param acceptabilites une ligne par option, une part (0 à 1) par rang.
 */
export const BandeAcceptabilite = ({
  phrase,
  options,
  precision,
}: {
  phrase: ReactNode;
  options: readonly { cle: string; libelle: ReactNode; acceptabilites: readonly number[] }[];
  /** Marge d’erreur du tirage, en clair. */
  precision?: ReactNode;
}) => {
  const rangs = options[0]?.acceptabilites.length ?? 0;
  return (
    <figure className="bande">
      <figcaption className="graphique-phrase">
        <Texte>{phrase}</Texte>
      </figcaption>
      <CadreDefilant nom="Acceptabilité des rangs">
        <table className="tableau bande-tableau">
          <caption className="invisible">
            Part des jeux de poids admissibles qui donnent chaque rang à chaque option
          </caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              {Array.from({ length: rangs }, (_, rang) => (
                <th key={`rang-${String(rang)}`} scope="col" className="nombre">
                  {nommerRang(rang + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ cle, libelle, acceptabilites }) => (
              <tr key={cle}>
                <th scope="row">{libelle}</th>
                {acceptabilites.map((part, rang) => (
                  <td
                    key={`part-${String(rang)}`}
                    className={`nombre bande-cellule bande-${classer(part)}`}
                  >
                    {formaterPourcent(part)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </CadreDefilant>
      {precision === undefined ? null : <p className="petit texte-doux">{precision}</p>}
    </figure>
  );
};
