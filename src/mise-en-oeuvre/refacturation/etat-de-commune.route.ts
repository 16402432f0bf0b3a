import type { LoaderFunctionArgs } from 'react-router';
import { exigerLienCommune } from '../../socle/acces/index.server.ts';
import { repondreEtat } from './produire-etat.server.ts';

/** L’état de la commune du lien, en PDF ou en ODS. */
export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  repondreEtat(await exigerLienCommune(request, params.jeton), params, {
    titre: 'Cet état n’est pas le vôtre',
    remede: 'Revenez à la liste de vos états.',
  });
