import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { mettreEnDocx } from './docx.server.ts';
import { calculerEmpreinte } from './empreinte.server.ts';
import { mettreEnOdt } from './odt.server.ts';
import { mettreEnPdf } from './pdf.server.ts';

export { calculerEmpreinte } from './empreinte.server.ts';
export { MiseEnPageImpossible } from './erreur.ts';

export type FormatDeDocument = 'pdf' | 'docx' | 'odt';

/** Les formats de sortie : type MIME et extension. */
export const FORMATS_DE_DOCUMENT: Readonly<
  Record<FormatDeDocument, { readonly libelle: string; readonly typeMime: string }>
> = {
  pdf: { libelle: 'PDF balisé', typeMime: 'application/pdf' },
  docx: {
    libelle: 'Word (DOCX)',
    typeMime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  odt: { libelle: 'LibreOffice (ODT)', typeMime: 'application/vnd.oasis.opendocument.text' },
};

/** Vrai pour le nom d’un format de sortie. */
export const estFormatDeDocument = (nom: string): nom is FormatDeDocument =>
  Object.hasOwn(FORMATS_DE_DOCUMENT, nom);

export interface OptionsDeMiseEnPage {
  readonly format: FormatDeDocument;
  /** PDF seulement : PDF/A-2a pour l’archive, au lieu de PDF/UA-1 pour la lecture. */
  readonly archive?: boolean;
}

/**
 * Second temps d’un document : le met en page, sans rien y ajouter que son empreinte.
 *
 * PDF balisé (PDF/UA-1, ou PDF/A-2a), DOCX ou ODT ; les numéros et le texte sont les mêmes partout.
 *
 * @throws MiseEnPageImpossible si la mise en page échoue (jamais pour un texte, si hostile soit-il).
 */
export const mettreEnPage = async (
  document: DocumentCompose,
  { format, archive = false }: OptionsDeMiseEnPage,
): Promise<Uint8Array> => {
  const empreinte = calculerEmpreinte(document);
  switch (format) {
    case 'pdf':
      return mettreEnPdf(document, empreinte, archive);
    case 'docx':
      return mettreEnDocx(document, empreinte);
    case 'odt':
      return mettreEnOdt(document, empreinte);
  }
};
