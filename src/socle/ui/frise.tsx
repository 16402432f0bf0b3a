import type { ReactNode } from 'react';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from './formats.ts';
import { listerMois, mesurerPeriode, situerJour } from './frise-temps.ts';
import { type Etat, Pastille } from './pastille.tsx';

export interface EvenementFrise {
  cle: string;
  /** Ce qui précède les dates dans le texte équivalent, s’il faut le dire. */
  libelle?: ReactNode;
  debut: Jour;
  /** Dernier jour compris ; à défaut, un seul jour. */
  fin?: Jour | undefined;
  /** « attention » : délai bientôt atteint ; « refus » : délai dépassé. */
  etat: Etat;
  /** Ce que dit l’état (« avis tacite le 3 mars ») ; par défaut, son nom. */
  statut?: string | undefined;
}

export interface Piste {
  cle: string;
  titre: ReactNode;
  evenements: readonly EvenementFrise[];
}

const ecrirePeriode = ({ debut, fin }: EvenementFrise): string =>
  fin === undefined || fin === debut
    ? formaterJour(debut)
    : `du ${formaterJour(debut)} au ${formaterJour(fin)}`;

const Texte = ({ pistes }: { pistes: readonly Piste[] }) => (
  <ul className="frise-texte">
    {pistes.map(({ cle, titre, evenements }) => (
      <li key={cle}>
        <strong>{titre}</strong>
        <ul>
          {evenements.map((evenement) => (
            <li key={evenement.cle}>
              <Pastille etat={evenement.etat}>{evenement.statut}</Pastille>
              <span>
                {evenement.libelle === undefined ? null : <>{evenement.libelle}, </>}
                {ecrirePeriode(evenement)}
              </span>
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
);

/**
 * Échéances et actes dans le temps, une piste par commune ; aujourd’hui marqué. Le texte
 * équivalent suit le dessin (il le remplace sur un petit écran).
 */
export const Frise = ({
  pistes,
  debut,
  fin,
  aujourdhui,
  texteReplie = false,
}: {
  pistes: readonly Piste[];
  debut: Jour;
  fin: Jour;
  aujourdhui: Jour;
  /** Replie le texte équivalent : pour une longue frise, dont un tableau dit déjà les dates. */
  texteReplie?: boolean;
}) => (
  <div className="frise">
    <div className="frise-cadre" aria-hidden="true">
      <span className="frise-titre-vide" />
      <div className="frise-mois">
        {listerMois(debut, fin).map(({ jour, nom }) => (
          <span key={jour} style={{ insetInlineStart: `${situerJour(jour, debut, fin)}%` }}>
            {nom}
          </span>
        ))}
      </div>
      {pistes.map(({ cle, titre, evenements }) => [
        <span key={`titre-${cle}`} className="frise-titre">
          {titre}
        </span>,
        <div key={`piste-${cle}`} className="frise-piste">
          {evenements.map((evenement) => (
            <span
              key={evenement.cle}
              className={`frise-evenement frise-${evenement.etat}`}
              style={{
                insetInlineStart: `${situerJour(evenement.debut, debut, fin)}%`,
                width: `${mesurerPeriode(evenement.debut, evenement.fin ?? evenement.debut, debut, fin)}%`,
              }}
            />
          ))}
        </div>,
      ])}
      {aujourdhui < debut || aujourdhui > fin ? null : (
        <div className="frise-reperes">
          <div
            className="frise-aujourdhui"
            style={{ insetInlineStart: `${situerJour(aujourdhui, debut, fin)}%` }}
          >
            <span>Aujourd’hui</span>
          </div>
        </div>
      )}
    </div>
    <details className="frise-equivalent" open={!texteReplie}>
      <summary>La frise en texte, au {formaterJour(aujourdhui)}</summary>
      <Texte pistes={pistes} />
    </details>
  </div>
);
