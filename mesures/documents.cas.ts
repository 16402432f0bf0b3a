import fs from 'node:fs';
import path from 'node:path';
import type { FormatDeDocument } from '../src/socle/mise-en-page/index.server.ts';
import type { Cas } from './cas.ts';
import { mesurerLibreOffice } from './libreoffice.ts';

const JOUR = '2026-12-15';
const PAGES_DU_CORPS = 9;
const PAGES_PAR_FICHE = 3;

interface SchemaGrossi {
  readonly fiches: readonly { readonly champ: string }[];
}

const composer = async (donnees: unknown) => {
  const { composerModele } = await import('../src/referentiel/modeles/index.ts');
  const compose = composerModele('schema-mutualisation', donnees, { le: JOUR });
  if (!compose.ok) throw new Error(compose.refus[0]?.message ?? 'composition refusée');
  return compose.valeur;
};

const mettre = async (donnees: unknown, format: FormatDeDocument): Promise<Uint8Array> => {
  const { mettreEnPage } = await import('../src/socle/mise-en-page/index.server.ts');
  return mettreEnPage(await composer(donnees), { format });
};

/** Les données d’exemple, avec autant de fiches techniques qu’il faut pour ce nombre de pages. */
const grossir = async (pages: number): Promise<SchemaGrossi> => {
  const { exempleDuModele } = await import('../src/referentiel/modeles/index.ts');
  const exemple = exempleDuModele('schema-mutualisation') as SchemaGrossi;
  const nombre = Math.round((pages - PAGES_DU_CORPS) / PAGES_PAR_FICHE);
  const fiches = Array.from({ length: nombre }, (_, rang) => {
    const fiche = exemple.fiches[rang % exemple.fiches.length];
    return { ...fiche, champ: `${fiche?.champ} (${rang + 1})` };
  });
  return { ...exemple, fiches };
};

const compterPages = async (pdf: Uint8Array): Promise<number> => {
  const { getDocumentProxy } = await import('unpdf');
  const { numPages } = await getDocumentProxy(new Uint8Array(pdf));
  return numPages;
};

/**
 * Schéma de mutualisation composé et mis en page, à froid : le chargement des modules, des polices
 * et du moteur de mise en page est compté.
 */
export const schemaEn = (format: FormatDeDocument): Cas => {
  const fichier = (pages: number, dossier: string, extension: string): string =>
    path.join(dossier, `schema-${pages}.${extension}`);
  const cas: Cas = {
    nom: `Schéma de mutualisation, ${format.toUpperCase()}, à froid`,
    tailles: [25, 50, 100],
    unite: 'pages',
    fabriquer: async (pages, dossier) => {
      const donnees = await grossir(pages);
      fs.writeFileSync(fichier(pages, dossier, 'json'), JSON.stringify(donnees));
      if (format !== 'pdf') return;
      const reelles = await compterPages(await mettre(donnees, 'pdf'));
      if (Math.abs(reelles - pages) > 2)
        throw new Error(`Le schéma fait ${reelles} pages au lieu de ${pages} : revoir les fiches.`);
      fs.writeFileSync(fichier(pages, dossier, 'odt'), await mettre(donnees, 'odt'));
    },
    preparer: (pages, dossier) => {
      const texte = fs.readFileSync(fichier(pages, dossier, 'json'), 'utf8');
      return Promise.resolve(() => mettre(JSON.parse(texte), format));
    },
  };
  return format === 'pdf'
    ? {
        ...cas,
        reference: 'LibreOffice, notre ODT en PDF',
        comparer: (pages, dossier) =>
          mesurerLibreOffice(fichier(pages, dossier, 'odt'), 'pdf', dossier),
      }
    : cas;
};
