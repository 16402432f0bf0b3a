import type { ReactNode } from 'react';
import { accorder } from './formats.ts';
import { type Etat, Pastille } from './pastille.tsx';

/** Un écart relevé dans un fichier (contrat « Lecture d’une grille »). */
export interface AnomalieMontree {
  readonly cle: string;
  readonly feuille: string | null;
  readonly ligne: number;
  readonly colonne: string;
  readonly cellule: string | null;
  readonly lue: string;
  /** La valeur proposée, ou null. */
  readonly valeur: string | null;
  readonly message: string;
}

export interface GroupeAnomalies {
  cle: string;
  /** La cause commune, en clair : « Quotité écrite en fraction ». */
  cause: string;
  remede?: ReactNode;
  etat: Extract<Etat, 'fait' | 'attention' | 'refus'>;
  anomalies: readonly AnomalieMontree[];
  /** Un bouton pour tout le groupe : « Tout confirmer ». */
  geste?: ReactNode;
}

const TITRES: Record<GroupeAnomalies['etat'], string> = {
  fait: 'réparé',
  attention: 'à confirmer',
  refus: 'bloqué',
};

const situer = ({ feuille, cellule, ligne }: AnomalieMontree): string => {
  const place = cellule ?? (ligne === 0 ? 'fichier' : `ligne ${ligne}`);
  return feuille === null ? place : `${feuille}, ${place}`;
};

/**
 * Les anomalies groupées par cause : où, ce qu’on a lu, ce qu’on propose, un geste.
 * @param geste le bouton d’une anomalie (« Confirmer », « Corriger »).
 */
export const ListeAnomalies = ({
  groupes,
  geste,
}: {
  groupes: readonly GroupeAnomalies[];
  geste?: (anomalie: AnomalieMontree, groupe: GroupeAnomalies) => ReactNode;
}) => (
  <div className="anomalies">
    {groupes.map((groupe) => (
      <section key={groupe.cle} className={`anomalies-groupe anomalies-${groupe.etat}`}>
        <header className="anomalies-entete">
          <div>
            <h3>{groupe.cause}</h3>
            {groupe.remede === undefined ? null : <p>{groupe.remede}</p>}
          </div>
          <div className="rang">
            <Pastille etat={groupe.etat}>
              {accorder(groupe.anomalies.length, 'cellule')} · {TITRES[groupe.etat]}
            </Pastille>
            {groupe.geste}
          </div>
        </header>
        <ul>
          {groupe.anomalies.map((anomalie) => (
            <li key={anomalie.cle} className="anomalie">
              <p className="anomalie-place">
                <strong>{situer(anomalie)}</strong> <span>{anomalie.colonne}</span>
              </p>
              <p className="anomalie-valeurs">
                <span className="invisible">Lu : </span>
                <del>{anomalie.lue === '' ? 'vide' : anomalie.lue}</del>
                {anomalie.valeur === null ? null : (
                  <>
                    <span aria-hidden="true"> → </span>
                    <span className="invisible">, proposé : </span>
                    <ins>{anomalie.valeur}</ins>
                  </>
                )}
              </p>
              <p className="anomalie-message">{anomalie.message}</p>
              {geste === undefined ? null : (
                <div className="anomalie-geste">{geste(anomalie, groupe)}</div>
              )}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);
