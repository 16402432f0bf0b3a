import { CadreDefilant } from '../../../socle/ui/index.ui.ts';

export interface Destinataire {
  readonly siren: string;
  readonly nom: string;
  readonly courriel: string;
}

/** Les communes à servir, toutes cochées, chacune avec son adresse (vide : pas de courriel). */
export const ChoixDesDestinataires = ({
  legende,
  destinataires,
}: {
  legende: string;
  destinataires: readonly Destinataire[];
}) => (
  <CadreDefilant nom={legende}>
    <table className="tableau tableau-a-remplir">
      <caption>{legende}</caption>
      <thead>
        <tr>
          <th scope="col">Commune</th>
          <th scope="col">Adresse de la mairie (vide : aucun courriel)</th>
        </tr>
      </thead>
      <tbody>
        {destinataires.map(({ siren, nom, courriel }) => (
          <tr key={siren}>
            <th scope="row">
              <label className="choix">
                <input type="checkbox" name="communes" value={siren} defaultChecked />
                <span>{nom}</span>
              </label>
            </th>
            <td>
              <input
                type="email"
                name={`courriel-${siren}`}
                aria-label={`Adresse de la mairie, ${nom}`}
                className="saisie"
                defaultValue={courriel}
                autoComplete="off"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </CadreDefilant>
);
