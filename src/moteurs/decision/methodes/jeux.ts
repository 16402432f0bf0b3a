import { type Lecture, lireNombre, lireNombres } from '../lecture.ts';
import { coutDe, type Jeu, toutLeMonde } from '../partage/jeu.ts';
import { calculerMoindreCoeur, calculerNucleole } from '../partage/nucleole.ts';
import { estConcave, estDansLeCoeur, estSousAdditif } from '../partage/proprietes.ts';
import {
  partagerSelonLesBenefices,
  partagerSelonShapley,
  permutationsNecessaires,
  shapleyBesoinMaximal,
  shapleyFixeEtVariable,
  shapleyServices,
} from '../partage/shapley.ts';
import {
  lireJeuDeCout,
  lireJeuDeGain,
  lireJoueurs,
  lirePropres,
  lireServices,
} from './lecture-des-jeux.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const JOUEURS_MAX_DES_FORMULES = 100_000;

const etudierLeCoeur = (jeu: Jeu, shapley: readonly number[]) => {
  const shapleyInCore = estDansLeCoeur(jeu, shapley);
  const leastCoreEpsilon = calculerMoindreCoeur(jeu);
  const marge = 1e-6 * Math.abs(coutDe(jeu, toutLeMonde(jeu)));
  const prouve = leastCoreEpsilon === null ? null : leastCoreEpsilon <= marge;
  return { shapleyInCore, leastCoreEpsilon, coreNonEmpty: shapleyInCore || prouve };
};

/** `cost-game` : players, cost (ou kind) → shapley, nucleolus, moindre cœur, propriétés, scrb. */
export const appliquerJeuDeCout: Methode = (lecture) => {
  const jeu = lireJeuDeCout(lecture);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const shapley = partagerSelonShapley(jeu);
  return {
    shapley,
    nucleolus: calculerNucleole(jeu),
    perCapitaNucleolus: calculerNucleole(jeu, true),
    ...etudierLeCoeur(jeu, shapley),
    subadditive: estSousAdditif(jeu),
    concave: estConcave(jeu),
    scrb: partagerSelonLesBenefices(jeu),
  };
};

const opposer = (parts: readonly number[] | null) => parts?.map((part) => -part) ?? null;

/** `value-game` : players, worth (ou kind) → shapley, nucleolus, coreNonEmpty. */
export const appliquerJeuDeGain: Methode = (lecture) => {
  const jeu = lireJeuDeGain(lecture);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const shapley = partagerSelonShapley(jeu);
  return {
    shapley: opposer(shapley),
    nucleolus: opposer(calculerNucleole(jeu)),
    coreNonEmpty: etudierLeCoeur(jeu, shapley).coreNonEmpty,
  };
};

const partagerParFormule = (lecture: Lecture, joueurs: readonly string[]): readonly number[] => {
  const n = joueurs.length;
  switch (lecture.valeurDe('kind')) {
    case 'fixed+variable': {
      const fixe = lireNombre(lecture, lecture.valeurDe('fixed'), 'fixed');
      return shapleyFixeEtVariable(fixe, lirePropres(lecture, n));
    }
    case 'airport': {
      const attendu = { min: 0, taille: n };
      return shapleyBesoinMaximal(
        lireNombres(lecture, lecture.valeurDe('needs'), 'needs', attendu),
      );
    }
    case 'multi-services':
      return shapleyServices(lireServices(lecture, joueurs), lirePropres(lecture, n));
    default:
      lecture.signaler('kind', 'Choisir fixed+variable, airport ou multi-services.');
      return [];
  }
};

/** `cost-game-large` : formes closes de la valeur de Shapley → shapley, total. */
export const appliquerGrandJeu: Methode = (lecture) => {
  const joueurs = lireJoueurs(lecture, JOUEURS_MAX_DES_FORMULES);
  const shapley = lecture.estEnDefaut() ? [] : partagerParFormule(lecture, joueurs);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  return { shapley, total: shapley.reduce((s, part) => s + part, 0) };
};

/** `shapley-sampling-bound` : players, delta, epsilonOverRange → permutations. */
export const appliquerBorneDeShapley: Methode = (lecture) => {
  const n = lireNombre(lecture, lecture.valeurDe('players'), 'players', { min: 1 });
  const ouvert = { min: 1e-12, max: 1 };
  const delta = lireNombre(lecture, lecture.valeurDe('delta'), 'delta', ouvert);
  const chemin = 'epsilonOverRange';
  const epsilon = lireNombre(lecture, lecture.valeurDe(chemin), chemin, ouvert);
  if (!Number.isInteger(n)) lecture.signaler('players', 'Donner un nombre entier de joueurs.');
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  return { permutations: permutationsNecessaires(n, delta, epsilon) };
};
