import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit } from '../../socle/acces/index.server.ts';
import { repondreEtat } from './produire-etat.server.ts';

/** L’état d’une commune en PDF ou en ODS. */
export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  repondreEtat(await exigerDroit(request, params.siren, 'etat:lire'), params, {
    titre: 'Cet état n’existe pas',
    remede: 'Revenez à la liste des états.',
  });
