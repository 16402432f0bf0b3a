import { Link } from 'react-router';
import { formaterJour } from '../../socle/ui/index.ts';
import { Encadre } from '../../socle/ui/index.ui.ts';
import type { SchemaMontre } from './montrer-schema.server.ts';

/** Le document est-il complet ? Où voir ce qui manque. */
export const EtatDuDocument = ({
  nombreDeManques,
  chemin,
}: {
  nombreDeManques: number;
  chemin: string;
}) =>
  nombreDeManques === 0 ? (
    <Encadre ton="reussite" titre="Le document est complet">
      <p>
        <Link to={`${chemin}/apercu`}>Relire l’aperçu</Link>, puis établir le rapport depuis la page
        de l’adoption.
      </p>
    </Encadre>
  ) : (
    <Encadre
      ton="attention"
      titre={`Il manque encore ${nombreDeManques} élément${nombreDeManques > 1 ? 's' : ''} au document`}
    >
      <p>
        <Link to={`${chemin}/apercu`}>Voir ce qui manque, et où l’écrire</Link>.
      </p>
    </Encadre>
  );

/** Les documents transmis, pour une commune ou un élu. */
export const DocumentsTransmis = ({
  versions,
  chemin,
}: {
  versions: SchemaMontre['versions'];
  chemin: string;
}) => (
  <section className="pile" aria-labelledby="documents">
    <h2 id="documents">Documents transmis</h2>
    <ul>
      {versions.map((version) => (
        <li key={version.id}>
          <a href={`${chemin}/versions/${version.id}/pdf`} download>
            {version.titre} (PDF)
          </a>
          , version {version.numero} du {formaterJour(version.etablieLe)}
        </li>
      ))}
    </ul>
  </section>
);
