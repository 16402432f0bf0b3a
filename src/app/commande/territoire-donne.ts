import { lireTerritoire, type Territoire } from '../../moteurs/grille/index.ts';
import { type ArgumentsLus, exigerOption, lireJson } from './arguments.ts';
import { ErreurUsage } from './commande.ts';

/** Le territoire du fichier `--territoire` (forme de `donnees/demo/territoire.json`). */
export const lireTerritoireDonne = (lus: ArgumentsLus): Territoire => {
  const resultat = lireTerritoire(lireJson(exigerOption(lus, 'territoire')));
  if (!resultat.ok) throw new ErreurUsage(resultat.refus.message);
  return resultat.valeur;
};
