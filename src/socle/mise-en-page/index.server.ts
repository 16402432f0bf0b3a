import type { DocumentCompose } from '../../moteurs/document/index.ts';
import { calculerEmpreinte } from './empreinte.server.ts';
import { mettreEnPdf } from './pdf.server.ts';

export const FORMATS = ['pdf'] as const;
export const mettreEnPage = (
  document: DocumentCompose,
  options: { format: string; archive?: boolean },
): Promise<Uint8Array> =>
  mettreEnPdf(document, calculerEmpreinte(document), options.archive ?? false);
