import { formaterJour } from '../../../socle/ui/index.ts';
import { BoutonLien } from '../../../socle/ui/index.ui.ts';
import type { VersionGardee } from '../redaction/versions.sql.server.ts';

/** Le schéma transmis à la commune, puis approuvé : à lire ou à télécharger. */
export const DocumentsDuSchema = ({
  documents,
  chemin,
}: {
  documents: readonly Pick<VersionGardee, 'id' | 'titre' | 'numero' | 'etablieLe'>[];
  /** Adresse des versions gardées. */
  chemin: string;
}) =>
  documents.length === 0 ? null : (
    <section className="pile" aria-labelledby="documents">
      <h2 id="documents">Lire le schéma</h2>
      {documents.map(({ id, titre, numero, etablieLe }) => (
        <div key={id} className="pile pile-serree">
          <h3>
            {titre}, version {numero} du {formaterJour(etablieLe)}
          </h3>
          <div className="rang">
            {(['pdf', 'docx', 'odt'] as const).map((format) => (
              <BoutonLien
                key={format}
                vers={`${chemin}/${id}/${format}`}
                ton="secondaire"
                taille="petite"
                icone="telecharger"
                telecharger
              >
                {format.toUpperCase()}
              </BoutonLien>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
