import { facturerAuTarif, montantDonne } from '../../../moteurs/calcul/index.ts';
import { accepter } from '../../../moteurs/resultat/index.ts';
import type { ApplicationDeCle } from './demande.ts';

/** Tarif × nombre d’actes ; l’écart avec le coût reste à l’intercommunalité. */
export const facturerALActe: ApplicationDeCle<'acte'> = ({ cle, membres, source }) => {
  const tarifs = new Map(
    cle.tarifs.map(({ type, centimes }) => [
      type,
      montantDonne(`Tarif de ${type}`, BigInt(centimes), source),
    ]),
  );
  const factures = facturerAuTarif(
    tarifs,
    membres.map(({ actes }) => actes),
  );
  if (!factures.ok) return factures;
  return accepter(
    factures.valeur.factures.map(({ id, libelle, montant }) => ({
      id,
      libelle,
      montant,
      cle: null,
    })),
  );
};
