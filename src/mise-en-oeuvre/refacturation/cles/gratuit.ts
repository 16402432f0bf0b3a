import { rendreGratuit, repartir } from '../../../moteurs/calcul/index.ts';
import { accepter } from '../../../moteurs/resultat/index.ts';
import type { ApplicationDeCle } from './demande.ts';
import { valeursPonderees } from './valeurs.ts';

/** Rien n’est refacturé ; chaque membre voit la valeur du service rendu. */
export const valoriserSansFacturer: ApplicationDeCle<'gratuit'> = (demande) => {
  const { cle, montant, membres } = demande;
  const valeurs = valeursPonderees(cle.valorisation, demande);
  if (!valeurs.ok) return valeurs;
  const valorisee = repartir({ montant, cles: valeurs.valeur });
  if (!valorisee.ok) return valorisee;
  const cleDe = new Map(membres.map((membre) => [membre.id, membre.valeurs[cle.valorisation]]));
  return accepter(
    rendreGratuit(valorisee.valeur, 'Convention gratuite').map(({ id, libelle, montant: nul }) => ({
      id,
      libelle,
      montant: nul,
      cle: cleDe.get(id) ?? null,
    })),
  );
};
