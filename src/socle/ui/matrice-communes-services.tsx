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

/** Jusqu’à ce nombre de services, les en-têtes s’écrivent à l’horizontale. */
const ENTETES_DROITS = 6;

interface ProprietesMatrice {
  legende: string;
  services: readonly { cle: string; titre: string }[];
  communes: readonly {
    cle: string;
    nom: ReactNode;
    cellules: Readonly<Record<string, CelluleMatrice | undefined>>;
  }[];
  statuts: readonly StatutMatrice[];
}

/**
 * Qui participe à quoi, quand la place manque : une commune après l’autre, ses services en toutes
 * lettres. Une commune sans service le dit.
 */
const ParCommune = ({ legende, services, communes, statuts }: ProprietesMatrice) => {
  const parCle = new Map(statuts.map((statut) => [statut.cle, statut]));
  return (
    <ul className="matrice-liste" aria-label={legende}>
      {communes.map(({ cle, nom, cellules }) => {
        const siens = services.flatMap(({ cle: service, titre }) => {
          const cellule = cellules[service];
          const statut = parCle.get(cellule?.statut ?? '');
          return cellule === undefined || statut === undefined
            ? []
            : [{ service, titre, statut, jour: cellule.jour }];
        });
        return (
          <li key={cle}>
            <strong>{nom}</strong>
            {siens.length === 0 ? (
              <span className="texte-doux petit">aucun service</span>
            ) : (
              <ul>
                {siens.map(({ service, titre, statut, jour }) => (
                  <li key={service}>
                    <span className={`matrice-signe matrice-${statut.etat}`} aria-hidden="true">
                      {statut.signe}
                    </span>{' '}
                    {titre}
                    <span className="invisible"> : {statut.libelle}</span>
                    {jour === undefined ? null : (
                      <span className="texte-doux petit">{`, ${formaterJourCourt(jour)}`}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** Qui participe à quoi : une ligne par commune, une colonne par service, un statut daté. */
export const MatriceCommunesServices = (proprietes: ProprietesMatrice) => {
  const { legende, services, communes, statuts } = proprietes;
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
    <div className="matrice-cadre pile pile-serree">
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
      <CadreDefilant nom={legende} className="dense-cadre matrice-tableau">
        <table
          className={`dense-tableau matrice${services.length <= ENTETES_DROITS ? ' matrice-droite' : ''}`}
        >
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
      <ParCommune {...proprietes} />
    </div>
  );
};
