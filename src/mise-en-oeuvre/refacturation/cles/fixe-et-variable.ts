import {
  exact,
  lireExact,
  nombreDonne,
  repartirFixeEtVariable,
} from '../../../moteurs/calcul/index.ts';
import { accepter } from '../../../moteurs/resultat/index.ts';
import type { ApplicationDeCle } from './demande.ts';
import { valeursPonderees } from './valeurs.ts';

/** Une part fixe (à parts égales ou à la population), le reste selon une autre clé. */
export const repartirFixeEtReste: ApplicationDeCle<'fixe-et-variable'> = (demande) => {
  const { cle, montant, membres, source } = demande;
  const fixes = valeursPonderees(cle.fixe, demande);
  if (!fixes.ok) return fixes;
  const variables = valeursPonderees(cle.variable, demande);
  if (!variables.ok) return variables;
  const repartie = repartirFixeEtVariable({
    montant,
    partFixe: nombreDonne('Part fixe', lireExact(cle.partFixe) ?? exact(0n), '', source),
    clesFixes: fixes.valeur,
    clesVariables: variables.valeur,
  });
  if (!repartie.ok) return repartie;
  const cleDe = new Map(membres.map(({ id, valeurs }) => [id, valeurs[cle.variable]]));
  return accepter(
    repartie.valeur.totaux.map(({ id, libelle, total }) => ({
      id,
      libelle,
      montant: total,
      cle: cleDe.get(id) ?? null,
    })),
  );
};
