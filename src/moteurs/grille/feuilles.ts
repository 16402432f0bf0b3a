import type { Anomalie } from './anomalie.ts';
import { champsPresents } from './champs-presents.ts';
import { type Classeur, estVide, type Feuille } from './classeur.ts';
import { constater } from './constats.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { SchemaDeGrille } from './schema.ts';
import { simplifier } from './texte.ts';

/** Une feuille qui a au moins une cellule remplie. */
export const remplie = (feuille: Feuille): boolean =>
  feuille.rangees.some((r) => r.cellules.some((c) => !estVide(c)));

/** Les feuilles laissées de côté, et pourquoi. */
export const autresFeuilles = (classeur: Classeur, plans: readonly PlanDeFeuille[]): Anomalie[] => {
  const lues = new Set(plans.map((p) => p.feuille.nom));
  return classeur.feuilles
    .filter((f) => !lues.has(f.nom) && remplie(f))
    .map((f) =>
      f.masquee
        ? constater({
            feuille: f.nom,
            ligne: 1,
            colonne: '(feuille)',
            action: 'signaler',
            regle: 'feuille-masquee',
            message: `Feuille masquée « ${f.nom} » non lue.`,
          })
        : constater({
            feuille: f.nom,
            ligne: 1,
            colonne: '(feuille)',
            action: 'ignorer',
            regle: 'feuille-sans-donnees',
            message: `La feuille « ${f.nom} » n’est pas une grille : ignorée.`,
          }),
    );
};
const ANNEXES =
  /^(?:modes? d.emploi|listes?|nomenclatures?|notice|aide|consignes?|instructions?|lisez|lisezmoi|readme|parametres?|exemple)\b/;

const manquantes = (plan: PlanDeFeuille, schema: SchemaDeGrille): number => {
  const presents = champsPresents(plan, schema, []);
  return schema.colonnes.filter(
    (c) => c.obligatoire && !presents.has(c.nom) && !(c.nom in schema.calculees),
  ).length;
};

/** Une feuille d’aide ou de listes ressemble parfois à la grille : on ne garde que les feuilles aussi complètes que la meilleure. */
export const garderDonnees = (
  plans: readonly PlanDeFeuille[],
  schema: SchemaDeGrille,
): PlanDeFeuille[] => {
  if (plans.length < 2) return [...plans];
  const comptes = new Map(plans.map((plan) => [plan, manquantes(plan, schema)]));
  const meilleure = Math.min(...comptes.values());
  const gardees = plans.filter(
    (plan) =>
      (comptes.get(plan) ?? 0) <= meilleure + 2 && !ANNEXES.test(simplifier(plan.feuille.nom)),
  );
  return gardees.length > 0 ? gardees : [...plans];
};
