import { Link } from 'react-router';
import { CRITERES_DE_PERIMETRE } from '../../referentiel/criteres/index.ts';
import { formaterNombre } from '../../socle/ui/index.ts';
import { CadreDefilant } from '../../socle/ui/index.ui.ts';
import type { CaseDeNote, ServiceMontre } from './montrer-grille.ts';

const lireCase = ({ note, estCalculee, estADebattre, min, max }: CaseDeNote): string => {
  if (note === null) return 'pas encore noté';
  if (estCalculee) return 'note calculée sur les effectifs';
  return estADebattre && min !== null && max !== null
    ? `à débattre : de ${min} à ${max}`
    : 'médiane des évaluateurs';
};

const Case = ({ montree }: { montree: CaseDeNote }) => (
  <td className={montree.estADebattre ? 'matrice-attention' : undefined}>
    <span className="matrice-cellule">
      <span className="matrice-signe" aria-hidden="true">
        {montree.note === null ? '·' : formaterNombre(montree.note)}
        {montree.estCalculee ? '\u2009ƒ' : ''}
      </span>
      {montree.estADebattre ? (
        <span className="perimetres-ecart" aria-hidden="true">
          {montree.min}↔{montree.max}
        </span>
      ) : null}
      <span className="invisible">
        {montree.note === null ? '' : formaterNombre(montree.note)} {lireCase(montree)}
      </span>
    </span>
  </td>
);

/** La grille entière : services en lignes, critères en colonnes, note retenue dans chaque case. */
export const MatriceDesNotes = ({
  services,
  chemin,
  peutEvaluer,
}: {
  services: readonly ServiceMontre[];
  chemin: string;
  peutEvaluer: boolean;
}) => (
  <div className="pile pile-serree">
    <ul className="legende" aria-label="Lecture des cases">
      <li>
        <span className="matrice-signe" aria-hidden="true">
          3,5
        </span>
        médiane des évaluateurs
      </li>
      <li>
        <span className="matrice-signe" aria-hidden="true">
          4 ƒ
        </span>
        note calculée, personne n’a encore noté
      </li>
      <li>
        <span className="matrice-signe" aria-hidden="true">
          1↔5
        </span>
        à débattre : trois points d’écart ou plus
      </li>
    </ul>
    <CadreDefilant nom="Notes par service et par critère" className="dense-cadre">
      <table className="dense-tableau matrice">
        <caption className="invisible">
          Note retenue (de 1 à 5) de chaque service sur chaque critère
        </caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            {CRITERES_DE_PERIMETRE.map(({ code, libelle }) => (
              <th key={code} scope="col">
                <span className="matrice-service">{libelle}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map(({ service, libelle, cases }) => (
            <tr key={service}>
              <th scope="row">
                {peutEvaluer ? (
                  <Link to={`${chemin}/services/${service}`}>{libelle}</Link>
                ) : (
                  libelle
                )}
              </th>
              {cases.map((montree) => (
                <Case key={montree.critere} montree={montree} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </CadreDefilant>
  </div>
);
