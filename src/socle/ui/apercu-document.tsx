import type { ReactNode } from 'react';
import { BoutonLien } from './bouton.tsx';
import { Empreinte } from './empreinte.tsx';
import { Encadre } from './encadre.tsx';
import { formaterOctets } from './formats.ts';

export interface VersionDocument {
  cle: string;
  titre: string;
  chemin: string;
  /** « signée le 12 mars 2026 » */
  mention?: string | undefined;
}

/** Un document : aperçu fidèle, sommaire, ce qui manque, formats, versions, empreinte. */
export const ApercuDocument = ({
  titre,
  sommaire,
  manques = [],
  formats,
  versions = [],
  empreinte,
  children,
}: {
  titre: string;
  sommaire: readonly { titre: string; ancre: string }[];
  manques?: readonly ReactNode[];
  formats: readonly { nom: string; chemin: string; octets?: number | undefined }[];
  versions?: readonly VersionDocument[];
  empreinte?: string | undefined;
  children: ReactNode;
}) => (
  <div className="apercu">
    <article className="apercu-page pile" aria-label={`Aperçu : ${titre}`}>
      {children}
    </article>
    <div className="apercu-cote">
      {manques.length === 0 ? null : (
        <Encadre ton="attention" titre="Ce qui manque encore">
          <ul>
            {manques.map((manque, rang) => (
              <li key={`manque-${String(rang)}`}>{manque}</li>
            ))}
          </ul>
        </Encadre>
      )}
      <section aria-label="Télécharger">
        <h3>Télécharger</h3>
        <div className="rang">
          {formats.map(({ nom, chemin, octets }) => (
            <BoutonLien
              key={nom}
              vers={chemin}
              ton="secondaire"
              taille="petite"
              icone="telecharger"
              telecharger
            >
              {nom}
              {octets === undefined ? '' : ` (${formaterOctets(octets)})`}
            </BoutonLien>
          ))}
        </div>
      </section>
      <nav aria-label="Sommaire du document">
        <h3>Sommaire</h3>
        <ol>
          {sommaire.map((partie) => (
            <li key={partie.ancre}>
              <a href={`#${partie.ancre}`}>{partie.titre}</a>
            </li>
          ))}
        </ol>
      </nav>
      {versions.length === 0 ? null : (
        <section aria-label="Versions">
          <h3>Versions</h3>
          <ul>
            {versions.map(({ cle, titre: nom, chemin, mention }) => (
              <li key={cle}>
                <a href={chemin} download>
                  {nom} (PDF)
                </a>
                {mention === undefined ? '' : `, ${mention}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {empreinte === undefined ? null : <Empreinte valeur={empreinte} />}
    </div>
  </div>
);
