import {
  accorder,
  formaterEtpCentiemes,
  formaterJour,
  formaterMontantEuros,
} from '../../../socle/ui/index.ts';
import { Encadre, Tableau } from '../../../socle/ui/index.ui.ts';
import type { FicheMontree } from './montrer-fiche.server.ts';

/** Les moyens tirés des données : d’où ils viennent, et s’ils sont vivants ou figés. */
export const MoyensDeFiche = ({ moyens, detail }: Pick<FicheMontree, 'moyens' | 'detail'>) => (
  <section className="pile" aria-labelledby="moyens">
    <h2 id="moyens">Les moyens d’aujourd’hui</h2>
    <p>
      {accorder(moyens.agents, 'agent')}, {formaterEtpCentiemes(moyens.etpCentiemes)},{' '}
      {formaterMontantEuros(moyens.coutCentimes)} par an.{' '}
      {moyens.figesLe === null
        ? 'Ces chiffres suivent la grille RH tant que la fiche est en brouillon.'
        : `Chiffres figés le ${formaterJour(moyens.figesLe)}, jour où la fiche a été déclarée prête.`}
    </p>
    {detail.length === 0 ? null : (
      <Tableau
        legende="Moyens par collectivité, avec leurs sources"
        colonnes={[
          { titre: 'Collectivité' },
          { titre: 'Agents', estNombre: true },
          { titre: 'Effectif', estNombre: true },
          { titre: 'Coût par an', estNombre: true },
          { titre: 'D’où vient l’effectif' },
        ]}
        lignes={detail.map((ligne) => ({
          cle: ligne.siren,
          cellules: [
            ligne.nom,
            ligne.agents,
            formaterEtpCentiemes(ligne.etpCentiemes),
            formaterMontantEuros(ligne.coutCentimes),
            <details key="sources">
              <summary>{accorder(ligne.origines.length, 'ligne')} de la grille</summary>
              <ul className="petit">
                {ligne.origines.map(({ origine, etpCentiemes }, rang) => (
                  <li key={`origine-${String(rang)}`}>
                    {origine} : {formaterEtpCentiemes(etpCentiemes)}
                  </li>
                ))}
              </ul>
            </details>,
          ],
        }))}
        total={[
          'Total',
          moyens.agents,
          formaterEtpCentiemes(moyens.etpCentiemes),
          formaterMontantEuros(moyens.coutCentimes),
          '',
        ]}
      />
    )}
  </section>
);

/** « Les données ont changé depuis » : ce que la fiche disait, ce que la grille dit maintenant. */
export const EcartsDeMoyens = ({
  ecarts,
  figesLe,
}: {
  ecarts: FicheMontree['ecarts'];
  figesLe: FicheMontree['moyens']['figesLe'];
}) =>
  ecarts.length === 0 || figesLe === null ? null : (
    <section className="pile" aria-label="Données changées">
      <Encadre ton="attention" titre={`Les données ont changé depuis le ${formaterJour(figesLe)}`}>
        <p>
          La fiche garde ses chiffres. Pour les actualiser, rouvrez-la, relisez l’impact, puis
          déclarez-la prête de nouveau.
        </p>
      </Encadre>
      <Tableau
        legende="Chiffres de la fiche et chiffres du jour"
        colonnes={[
          { titre: 'Collectivité' },
          { titre: 'Agents, fiche', estNombre: true },
          { titre: 'Agents, ce jour', estNombre: true },
          { titre: 'Effectif, fiche', estNombre: true },
          { titre: 'Effectif, ce jour', estNombre: true },
          { titre: 'Coût, fiche', estNombre: true },
          { titre: 'Coût, ce jour', estNombre: true },
        ]}
        lignes={ecarts.map(({ nom, figes, actuels }) => ({
          cle: nom,
          cellules: [
            nom,
            figes.agents,
            actuels.agents,
            formaterEtpCentiemes(figes.etpCentiemes),
            formaterEtpCentiemes(actuels.etpCentiemes),
            formaterMontantEuros(figes.coutCentimes),
            formaterMontantEuros(actuels.coutCentimes),
          ],
        }))}
      />
    </section>
  );
