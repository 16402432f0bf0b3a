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
  enConflit,
}: {
  lignes: readonly LigneAEcrire[];
  tapes: Readonly<Record<string, ImpactTape>>;
  /** Les champs (« siren.nom ») où quelqu’un d’autre a enregistré une autre valeur : elle se montre. */
  enConflit: readonly string[];
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
                <input type="hidden" name={`${ligne.siren}.${nom}.lu`} value={ligne.tape[nom]} />
                <input
                  aria-describedby={
                    enConflit.includes(`${ligne.siren}.${nom}`)
                      ? `en-ligne-${ligne.siren}-${nom}`
                      : undefined
                  }
                  name={`${ligne.siren}.${nom}`}
                  aria-label={`${libelle}, ${ligne.nom}`}
                  className="saisie saisie-nombre"
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={(tapes[ligne.siren] ?? ligne.tape)[nom]}
                />
                {enConflit.includes(`${ligne.siren}.${nom}`) ? (
                  <span className="petit" id={`en-ligne-${ligne.siren}-${nom}`}>
                    en ligne : {ligne.tape[nom] || 'vide'}
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </CadreDefilant>
);
