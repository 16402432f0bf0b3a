import type { ReactNode } from 'react';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { CadreDefilant } from './cadre-defilant.tsx';
import { formaterJourCourt } from './formats.ts';
import type { Etat } from './pastille.tsx';

/** Un statut possible dans la matrice : un signe, un mot, une couleur. */
export interface StatutMatrice {
  cle: string;
  signe: string;
  libelle: string;
  etat: Etat;
}

export interface CelluleMatrice {
  statut: string;
  /** Depuis quand. */
  jour?: Jour | undefined;
}

/** Qui participe à quoi : une ligne par commune, une colonne par service, un statut daté. */
export const MatriceCommunesServices = ({
  legende,
  services,
  communes,
  statuts,
}: {
  legende: string;
  services: readonly { cle: string; titre: string }[];
  communes: readonly {
    cle: string;
    nom: ReactNode;
    cellules: Readonly<Record<string, CelluleMatrice | undefined>>;
  }[];
  statuts: readonly StatutMatrice[];
}) => {
  const parCle = new Map(statuts.map((statut) => [statut.cle, statut]));
  const montrer = (cellule: CelluleMatrice | undefined, service: string) => {
    const statut = cellule === undefined ? undefined : parCle.get(cellule.statut);
    if (cellule === undefined || statut === undefined) {
      return (
        <td key={service}>
          <span aria-hidden="true">·</span>
          <span className="invisible">ne participe pas</span>
        </td>
      );
    }
    return (
      <td key={service} className={`matrice-${statut.etat}`}>
        <span className="matrice-cellule">
          <span className="matrice-signe" aria-hidden="true">
            {statut.signe}
          </span>
          <span className="invisible">{statut.libelle}</span>
          {cellule.jour === undefined ? null : (
            <span className="matrice-date">{formaterJourCourt(cellule.jour)}</span>
          )}
        </span>
      </td>
    );
  };
  return (
    <div className="pile pile-serree">
      <ul className="legende" aria-label="Statuts">
        {statuts.map(({ cle, signe, libelle }) => (
          <li key={cle}>
            <span className="matrice-signe" aria-hidden="true">
              {signe}
            </span>
            {libelle}
          </li>
        ))}
      </ul>
      <CadreDefilant nom={legende} className="dense-cadre">
        <table className="dense-tableau matrice">
          <caption className="invisible">{legende}</caption>
          <thead>
            <tr>
              <th scope="col">Commune</th>
              {services.map(({ cle, titre }) => (
                <th key={cle} scope="col">
                  <span className="matrice-service">{titre}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {communes.map(({ cle, nom, cellules }) => (
              <tr key={cle}>
                <th scope="row">{nom}</th>
                {services.map((service) => montrer(cellules[service.cle], service.cle))}
              </tr>
            ))}
          </tbody>
        </table>
      </CadreDefilant>
    </div>
  );
};
