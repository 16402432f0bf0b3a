import type { Jour } from '../../moteurs/calendrier/index.ts';
import { formaterJour } from '../../socle/ui/index.ts';
import { BoutonLien, Empreinte, Encadre, Tableau } from '../../socle/ui/index.ui.ts';

interface Propos {
  readonly chemin: string;
  /** Faux pour une commune qui n’est pas partie : elle lit les clauses, pas le document. */
  readonly peutTelecharger: boolean;
  readonly documents: readonly {
    readonly id: string;
    readonly format: string;
    readonly version: number;
    readonly empreinte: string;
    readonly gardeLe: Jour;
  }[];
  readonly versions: readonly {
    readonly numero: number;
    readonly figeeLe: Jour | null;
    readonly empreinte: string | null;
    readonly motif: string;
    readonly changes: readonly string[];
  }[];
  readonly clauses: readonly {
    readonly code: string;
    readonly numero: string;
    readonly titre: string;
    readonly article: string;
    readonly version: string;
    readonly regles: string;
  }[];
  readonly manques: readonly string[];
}

/** Le document : formats, clauses avec leur article et leur version, versions scellées. */
export const DocumentsDeLaConvention = ({
  chemin,
  peutTelecharger,
  documents,
  versions,
  clauses,
  manques,
}: Propos) => (
  <section className="pile" aria-labelledby="document">
    <h2 id="document">Le document</h2>
    {peutTelecharger ? null : <p>Le document se remet aux parties : votre commune ne l’est pas.</p>}
    {documents.length === 0 && peutTelecharger ? (
      <>
        <div className="rang">
          {['pdf', 'docx', 'odt'].map((format) => (
            <BoutonLien
              key={format}
              vers={`${chemin}/document/${format}`}
              ton="secondaire"
              taille="petite"
              icone="telecharger"
              telecharger
            >
              Projet en {format.toUpperCase()}
            </BoutonLien>
          ))}
        </div>
        {manques.length === 0 ? null : (
          <Encadre ton="attention" titre="Le projet se lit déjà, mais il y manque">
            <ul>
              {manques.map((manque) => (
                <li key={manque}>{manque}</li>
              ))}
            </ul>
          </Encadre>
        )}
      </>
    ) : null}
    {documents.length > 0 && peutTelecharger ? (
      <>
        <p>Le texte signé est gardé tel quel.</p>
        <div className="rang">
          {documents.map(({ id, format, version }) => (
            <BoutonLien
              key={id}
              vers={`${chemin}/gardes/${id}`}
              ton="secondaire"
              taille="petite"
              icone="telecharger"
              telecharger
            >
              Version {version} signée, {format.toUpperCase()}
            </BoutonLien>
          ))}
        </div>
        <Empreinte valeur={documents[0]?.empreinte ?? ''} />
      </>
    ) : null}
    <details>
      <summary>Les clauses, leur article et leur version ({clauses.length})</summary>
      <Tableau
        legende="Clauses de la convention"
        colonnes={[
          { titre: 'Clause' },
          { titre: 'Article' },
          { titre: 'Règles' },
          { titre: 'Version' },
        ]}
        lignes={clauses.map(({ code, numero, titre, article, regles, version }) => ({
          cle: code,
          cellules: [`${numero} ${titre}`.trim(), article, regles, version],
        }))}
      />
    </details>
    <details>
      <summary>Les versions ({versions.length})</summary>
      <ul>
        {versions.map(({ numero, figeeLe, empreinte, motif, changes }) => (
          <li key={numero}>
            Version {numero}
            {figeeLe === null ? ', en cours' : `, figée le ${formaterJour(figeeLe)}`}
            {motif === '' ? '' : `, ${motif}`}
            {changes.length === 0 ? '' : ` ; a changé : ${changes.join(', ').toLowerCase()}`}
            {empreinte === null ? null : <Empreinte valeur={empreinte} />}
          </li>
        ))}
      </ul>
    </details>
  </section>
);
