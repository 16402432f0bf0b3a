import { estVide } from './classeur.ts';
import { lireNomDeMois } from './date.ts';
import { consigner, type LignePhysique } from './ligne-physique.ts';
import { ecrireCourt, lireNombre, montrer } from './nombre.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { SchemaDeGrille } from './schema.ts';
import { mots } from './texte.ts';

/** « Total », « Total général », « Total 2024 », mais pas « Total T2 » ni « Total 1er semestre ». */
const estTotalEntier = (intitule: string): boolean => {
  const liste = mots(intitule);
  return (
    liste.some((mot) => /^(?:total|totaux|somme)$/.test(mot)) &&
    !liste.some((mot) => /^(?:[tsq][1-4]|[1-4](?:er?|eme|nd|re)?|trim.*|sem.*|sous)$/.test(mot)) &&
    !liste.some((mot) => lireNomDeMois(mot) !== null)
  );
};

/** Compare la colonne « Total » d’un tableau croisé à la somme des cellules lues : un écart est signalé. */
export const controlerTotaux = (
  plan: PlanDeFeuille,
  lignes: readonly LignePhysique[],
  schema: SchemaDeGrille,
): void => {
  const total = plan.colonnes.findLast(
    (c) => c.emploi.sorte === 'total' && estTotalEntier(c.intitule.texte),
  );
  const champ = schema.croisement?.valeur;
  const axes = new Set(
    plan.colonnes.flatMap((c) => (c.emploi.sorte === 'axe' ? Object.keys(c.emploi.valeurs) : [])),
  );
  if (!total || champ === undefined || !plan.estCroise || axes.has('indicateur')) return;
  const parNumero = new Map(plan.feuille.rangees.map((r) => [r.numero, r]));
  for (const ligne of lignes) {
    const cellule = parNumero.get(ligne.numero)?.cellules[total.intitule.rang] ?? null;
    if (ligne.estBloquee || !cellule || estVide(cellule)) continue;
    const ecrit = lireNombre(cellule);
    const somme = ligne.enregistrements.reduce((s, e) => s + Number(e.lire(champ)), 0);
    if (!ecrit || Math.abs(ecrit.nombre - somme) < 0.005) continue;
    consigner(ligne, total, cellule, {
      action: 'signaler',
      regle: 'total-incoherent',
      valeur: ecrireCourt(somme),
      message: `Le total écrit (${montrer(ecrit.nombre)}) diffère de la somme des cellules (${montrer(ecrireCourt(somme))}) : vérifiez la ligne.`,
    });
  }
};
