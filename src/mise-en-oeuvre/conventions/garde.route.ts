import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { remettreDocumentGarde } from './remettre-document.server.ts';

/** Un document gardé à la signature, octet pour octet. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'convention:lire');
  return remettreDocumentGarde(base, contexte, params);
};
