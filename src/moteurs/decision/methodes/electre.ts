import { croiserPreordres, distiller } from '../agregation/distillation.ts';
import { surclasser } from '../agregation/surclassement.ts';
import { affecter } from '../agregation/tri.ts';
import { type Lecture, lireMatrice, lireNombre, lirePoids } from '../lecture.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';
import { controlerProfils, lireSeuils } from './seuils.ts';

const lireOuDefaut = (lecture: Lecture, nom: string, defaut: number, min: number, max: number) => {
  const brut = lecture.valeurDe(nom);
  return brut === undefined || brut === null
    ? defaut
    : lireNombre(lecture, brut, nom, { min, max });
};

const sommer = (valeurs: readonly number[]): number => valeurs.reduce((s, x) => s + x, 0);

/** `electre3` : matrix, weights, sense, q, p, v, alpha, beta → concordance … final. */
export const appliquerElectre3: Methode = (lecture) => {
  const matrice = lireMatrice(lecture, lecture.valeurDe('matrix'), 'matrix');
  const taille = matrice[0]?.length ?? 0;
  const poids = lirePoids(lecture, lecture.valeurDe('weights'), 'weights', taille);
  const seuils = lireSeuils(lecture, poids, taille);
  const alpha = lireOuDefaut(lecture, 'alpha', 0.3, 0, 1);
  const beta = lireOuDefaut(lecture, 'beta', -0.15, -1, 0);
  if (alpha + beta < 0) {
    lecture.signaler('beta', 'Donner un seuil alpha + beta × λ positif pour λ de 0 à 1.');
  }
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const paires = matrice.map((a) => matrice.map((b) => surclasser(a, b, seuils)));
  const credibilite = paires.map((ligne) => ligne.map((paire) => paire.credibilite));
  const descending = distiller(credibilite, { alpha, beta }, 'descendante');
  const ascending = distiller(credibilite, { alpha, beta }, 'ascendante');
  return {
    concordance: paires.map((ligne) => ligne.map((paire) => paire.concordance)),
    credibility: credibilite,
    descending,
    ascending,
    final: croiserPreordres(descending, ascending),
    sumCredibility: sommer(credibilite.flat()),
    sumDiscordance: sommer(paires.flat().flatMap((paire) => paire.discordances)),
  };
};

/** `electre-tri-b` : matrix, profiles, weights, sense, q, p, v, lambda_ → classes (1 = la pire). */
export const appliquerElectreTri: Methode = (lecture) => {
  const matrice = lireMatrice(lecture, lecture.valeurDe('matrix'), 'matrix');
  const taille = matrice[0]?.length ?? 0;
  const profils = lireMatrice(lecture, lecture.valeurDe('profiles'), 'profiles', {
    colonnes: taille,
  });
  const poids = lirePoids(lecture, lecture.valeurDe('weights'), 'weights', taille);
  const seuils = lireSeuils(lecture, poids, taille);
  const nom = lecture.valeurDe('lambda_') === undefined ? 'lambda' : 'lambda_';
  const lambda = lireOuDefaut(lecture, nom, 0.75, 0.5, 1);
  controlerProfils(lecture, profils, seuils);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const optionsSurProfils = matrice.map((a) =>
    profils.map((b) => surclasser(a, b, seuils).credibilite),
  );
  const profilsSurOptions = matrice.map((a) =>
    profils.map((b) => surclasser(b, a, seuils).credibilite),
  );
  const classes = matrice.map((_, i) =>
    affecter(optionsSurProfils[i] ?? [], profilsSurOptions[i] ?? [], lambda),
  );
  return {
    pessimistic: classes.map(({ pessimiste }) => pessimiste),
    optimistic: classes.map(({ optimiste }) => optimiste),
    credibility_a_b: optionsSurProfils,
    credibility_b_a: profilsSurOptions,
  };
};
