import type { LoaderFunctionArgs } from 'react-router';
import { exigerDroit, interrompre } from '../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../socle/base/index.server.ts';
import { enReponse, estFormatDEtat, produireEtat } from './produire-etat.server.ts';
import { lireEtatDeCommune } from './refacturation.sql.server.ts';

/** L’état d’une commune en PDF ou en ODS. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { base, contexte } = await exigerDroit(request, params.siren, 'etat:lire');
  const etat = await dansTerritoire(base, contexte, (tx) =>
    lireEtatDeCommune(tx, contexte, params.part ?? ''),
  );
  const format = params.format ?? '';
  if (etat === null || !estFormatDEtat(format))
    return interrompre(404, 'Cet état n’existe pas', 'Revenez à la liste des états.');
  const produit = await produireEtat(etat, format);
  return produit.ok
    ? enReponse(produit.valeur)
    : interrompre(
        422,
        'L’état ne peut pas se composer',
        produit.refus.map(({ message }) => message).join(' '),
      );
};
