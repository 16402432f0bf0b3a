import { CadreDefilant } from '../../../socle/ui/index.ui.ts';
import { CHAMPS_D_IMPACT, type ImpactTape } from './lire-impacts.ts';

interface LigneAEcrire {
  readonly siren: string;
  readonly nom: string;
  readonly etpCentiemes: number;
  readonly tape: ImpactTape;
}

/**
 * Le tableau où l’impact s’écrit, une ligne par personne publique.
 * @param tapes ce que la personne vient de taper, après un refus
 */
export const ImpactAEcrire = ({
  lignes,
  tapes,
  montrerEnLigne,
}: {
  lignes: readonly LigneAEcrire[];
  tapes: Readonly<Record<string, ImpactTape>>;
  /** Montre sous chaque champ la valeur enregistrée par quelqu’un d’autre. */
  montrerEnLigne: boolean;
}) => (
  <CadreDefilant nom="Impact par personne publique">
    <table className="tableau tableau-a-remplir">
      <caption className="invisible">Impact par personne publique</caption>
      <thead>
        <tr>
          <th scope="col">Personne publique</th>
          {CHAMPS_D_IMPACT.map(({ nom, libelle }) => (
            <th key={nom} scope="col">
              {libelle}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.siren}>
            <th scope="row">
              {ligne.nom}
              <span className="petit texte-doux">
                {' '}
                {(ligne.etpCentiemes / 100).toFixed(2).replace('.', ',')} ETP
              </span>
            </th>
            {CHAMPS_D_IMPACT.map(({ nom, libelle }) => (
              <td key={nom}>
                <input
                  name={`${ligne.siren}.${nom}`}
                  aria-label={`${libelle}, ${ligne.nom}`}
                  className="saisie saisie-nombre"
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={(tapes[ligne.siren] ?? ligne.tape)[nom]}
                />
                {montrerEnLigne ? (
                  <span className="petit">en ligne : {ligne.tape[nom] || 'vide'}</span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </CadreDefilant>
);
