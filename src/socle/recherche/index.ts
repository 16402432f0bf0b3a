/** Porte pure de la recherche : lire une question, dire ce qui y répond. */
export {
  COMBIEN_DE_TROUVAILLES,
  lireQuestion,
  type MontantCherche,
  type Question,
  repondA,
  simplifier,
  type Trouvaille,
} from './question.ts';
