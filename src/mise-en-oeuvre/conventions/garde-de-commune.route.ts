import type { LoaderFunctionArgs } from 'react-router';
import { exigerLienCommune } from '../../socle/acces/index.server.ts';
import { remettreDocumentGarde } from './remettre-document.server.ts';

/** La convention signée par la commune du lien : `c/:jeton/conventions/:convention/:document`. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerLienCommune(request, params.jeton);
  return remettreDocumentGarde(base, contexte, params);
};
