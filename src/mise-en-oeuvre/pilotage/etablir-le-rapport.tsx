import { Form } from 'react-router';
import { formaterJour } from '../../socle/ui/index.ts';
import { Bouton, Encadre, Tableau } from '../../socle/ui/index.ui.ts';
import type { VersionDeRapport } from './rapports.sql.server.ts';

interface EtatDuRapport {
  readonly annee: number;
  readonly chemin: string;
  readonly manques: readonly { readonly cle: string; readonly message: string }[];
  readonly versions: readonly VersionDeRapport[];
}

const Manques = ({ manques }: Pick<EtatDuRapport, 'manques'>) =>
  manques.length === 0 ? (
    <Encadre ton="reussite">
      <p>Le rapport est complet : vous pouvez établir la version définitive.</p>
    </Encadre>
  ) : (
    <Encadre ton="attention" titre="Ce qui manque au rapport">
      <ul>
        {manques.map(({ cle, message }) => (
          <li key={cle}>{message}</li>
        ))}
      </ul>
    </Encadre>
  );

const Versions = ({ versions, chemin, annee }: Omit<EtatDuRapport, 'manques'>) =>
  versions.length === 0 ? (
    <p>Aucune version gardée.</p>
  ) : (
    <Tableau
      legende="Versions gardées"
      colonnes={[
        { titre: 'Version' },
        { titre: 'Établie' },
        { titre: 'Télécharger' },
        { titre: 'Empreinte SHA-256' },
      ]}
      lignes={versions.map(({ id, numero, genre, etablieLe, etabliePar, empreinte }) => ({
        cle: id,
        cellules: [
          `${numero} (${genre === 'definitif' ? 'définitive' : 'copie de travail'})`,
          `le ${formaterJour(etablieLe)} par ${etabliePar}`,
          <span key="formats" className="rang">
            {(['pdf', 'docx', 'odt'] as const).map((format) => (
              <a key={format} href={`${chemin}/rapport/${annee}/${id}/${format}`} download>
                {format.toUpperCase()}
                <span className="invisible"> de la version {numero}</span>
              </a>
            ))}
          </span>,
          <code key="empreinte" className="petit">
            {empreinte.slice(0, 16)}…
          </code>,
        ],
      }))}
    />
  );

const Garder = ({ complet }: { complet: boolean }) => (
  <Form method="post" className="rang">
    {complet ? (
      <Bouton name="geste" value="definitif">
        Établir la version définitive
      </Bouton>
    ) : null}
    <Bouton name="geste" value="copie" ton="secondaire">
      Garder une copie de travail
    </Bouton>
  </Form>
);

/** Établir le rapport : ce qui manque, le geste qui garde une version, les versions gardées. */
export const EtablirLeRapport = ({ annee, chemin, manques, versions }: EtatDuRapport) => (
  <section className="pile" aria-labelledby="etablir">
    <h2 id="etablir">Établir</h2>
    <Manques manques={manques} />
    <Garder complet={manques.length === 0} />
    <Versions annee={annee} chemin={chemin} versions={versions} />
  </section>
);
