import { accepter, type Refus, type Resultat, refuser } from '../resultat/index.ts';
import { ouvrirLecture } from './lecture.ts';
import { METHODES } from './methodes/registre.ts';
import { controlerTirage, type OptionsDeTirage } from './robustesse/precision.ts';

/** Les noms des méthodes appelables, en ordre alphabétique. */
export const listerMethodes = (): readonly string[] => [...METHODES.keys()].sort();

const HORS_BORNES: Refus = {
  code: 'resultat-hors-bornes',
  message: 'Le calcul déborde : des valeurs sont trop grandes ou trop petites. Changer d’unité.',
};

/** Vrai si tout nombre de la sortie est fini : JSON n’écrit ni l’infini ni NaN. */
const estFinie = (valeur: unknown): boolean => {
  if (typeof valeur === 'number') return Number.isFinite(valeur);
  if (typeof valeur !== 'object' || valeur === null) return true;
  return Object.values(valeur).every(estFinie);
};

/**
 * Applique une méthode de décision à des entrées de provenance inconnue. Les entrées et la sortie
 * ont la forme des cas de référence (`inputs`, `expected`), plus `precision` s’il y a tirage.
 * Refus : méthode inconnue, entrée mal formée (avec son chemin), tirage ou résultat hors bornes.
 */
export const appliquerMethode = (
  methode: string,
  entrees: unknown,
  options: OptionsDeTirage = {},
): Resultat<Readonly<Record<string, unknown>>, readonly Refus[]> => {
  const appliquer = METHODES.get(methode);
  if (appliquer === undefined) {
    const message = `Méthode inconnue : « ${methode} ». Choisir parmi ${listerMethodes().join(', ')}.`;
    return refuser([{ code: 'methode-inconnue', message }]);
  }
  const defauts = controlerTirage(options);
  if (defauts.length > 0) return refuser(defauts);
  const lecture = ouvrirLecture(entrees);
  if (lecture.estEnDefaut()) return refuser(lecture.refus);
  const sortie = appliquer(lecture, options);
  if (lecture.estEnDefaut()) return refuser(lecture.refus);
  return estFinie(sortie) ? accepter(sortie) : refuser([HORS_BORNES]);
};
