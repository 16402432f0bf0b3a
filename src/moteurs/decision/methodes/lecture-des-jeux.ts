import {
  type Lecture,
  lireEntier,
  lireListe,
  lireNombre,
  lireNombres,
  ouvrirLecture,
} from '../lecture.ts';
import { creerJeu, type Jeu, JOUEURS_MAX } from '../partage/jeu.ts';

const JEU_VIDE: Jeu = { joueurs: 0, couts: new Float64Array(1) };

/** Les noms des joueurs : une liste, ou leur nombre. */
export const lireJoueurs = (lecture: Lecture, max: number): readonly string[] => {
  const brut = lecture.valeurDe('players');
  if (typeof brut === 'number') {
    const nombre = lireEntier(lecture, brut, 'players', { min: 1, max });
    return lecture.estEnDefaut() ? [] : Array.from({ length: nombre }, (_, i) => String(i));
  }
  const noms = lireListe(lecture, brut, 'players').map((nom, i) => {
    if (typeof nom === 'string' || typeof nom === 'number') return String(nom).trim();
    lecture.signaler(`players[${i}]`, 'Donner le nom ou le numéro du joueur.');
    return '';
  });
  if (noms.length > max) lecture.signaler('players', `Réunir ${max} joueurs au plus.`);
  if (new Set(noms).size !== noms.length) {
    lecture.signaler('players', 'Citer chaque joueur une seule fois.');
  }
  return noms;
};

const estObjet = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** Un tableau de coalitions écrites « A,B » : toutes les coalitions non vides y figurent. */
export const lireCoalitions = (lecture: Lecture, nom: string, joueurs: readonly string[]): Jeu => {
  const brut = lecture.valeurDe(nom);
  if (!estObjet(brut)) {
    lecture.signaler(nom, 'Donner un objet { "A,B": montant } avec chaque coalition.');
    return JEU_VIDE;
  }
  if (lecture.estEnDefaut()) return JEU_VIDE;
  const rangs = new Map(joueurs.map((joueur, i) => [joueur, i]));
  const connus = new Map<number, number>();
  for (const [cle, valeur] of Object.entries(brut)) {
    if (cle.trim() === '') continue;
    const membres = cle.split(',').map((membre) => rangs.get(membre.trim()) ?? -1);
    if (membres.includes(-1) || new Set(membres).size !== membres.length) {
      lecture.signaler(
        `${nom}.${cle}`,
        'Écrire la coalition avec des joueurs connus, sans répétition.',
      );
      continue;
    }
    const masque = membres.reduce((m, i) => m | (1 << i), 0);
    connus.set(masque, lireNombre(lecture, valeur, `${nom}.${cle}`));
  }
  const jeu = creerJeu(joueurs.length, (membres) => {
    const montant = connus.get(membres.reduce((m, i) => m | (1 << i), 0));
    if (montant === undefined && !lecture.estEnDefaut()) {
      const coalition = membres.map((i) => joueurs[i]).join(',');
      lecture.signaler(`${nom}.${coalition}`, 'Donner le montant de cette coalition.');
    }
    return montant ?? 0;
  });
  return jeu;
};

const sommer = (valeurs: readonly number[], membres: readonly number[]): number =>
  membres.reduce((s, i) => s + (valeurs[i] ?? 0), 0);

const lirePositifs = (lecture: Lecture, nom: string, taille?: number) =>
  lireNombres(lecture, lecture.valeurDe(nom), nom, {
    min: 0,
    ...(taille === undefined ? {} : { taille }),
  });

/** Les coûts propres de chaque joueur ; nuls si le champ est absent. */
export const lirePropres = (lecture: Lecture, taille: number): readonly number[] =>
  lecture.valeurDe('own') === undefined
    ? Array.from({ length: taille }, () => 0)
    : lireNombres(lecture, lecture.valeurDe('own'), 'own', { taille });

const lirePaliersDAgents = (lecture: Lecture, n: number): Jeu => {
  const fixe = lireNombre(lecture, lecture.valeurDe('fixed'), 'fixed');
  const agent = lireNombre(lecture, lecture.valeurDe('agentCost'), 'agentCost', { min: 0 });
  const parAgent = lireNombre(lecture, lecture.valeurDe('hoursPerAgent'), 'hoursPerAgent', {
    min: Number.MIN_VALUE,
  });
  const heures = lirePositifs(lecture, 'hours', n);
  const propres = lirePropres(lecture, n);
  if (lecture.estEnDefaut()) return JEU_VIDE;
  return creerJeu(n, (membres) => {
    const agents = Math.ceil(sommer(heures, membres) / parAgent - 1e-9);
    return fixe + agent * agents + sommer(propres, membres);
  });
};

export interface Service {
  readonly fixe: number;
  readonly membres: readonly number[];
}

/** Les services d’un jeu « multi-services », membres donnés par nom ou par numéro. */
export const lireServices = (lecture: Lecture, joueurs: readonly string[]): readonly Service[] =>
  lireListe(lecture, lecture.valeurDe('services'), 'services').map((brut, k) => {
    const chemin = `services[${k}]`;
    const service = ouvrirLecture(brut);
    const fixe = lireNombre(lecture, service.valeurDe('fixed'), `${chemin}.fixed`);
    const membres = lireListe(lecture, service.valeurDe('members'), `${chemin}.members`).map(
      (membre, i) => {
        const rang = joueurs.indexOf(String(membre));
        if (rang < 0) lecture.signaler(`${chemin}.members[${i}]`, 'Citer un joueur connu.');
        return rang;
      },
    );
    if (new Set(membres).size !== membres.length) {
      lecture.signaler(`${chemin}.members`, 'Citer chaque membre une seule fois.');
    }
    return { fixe, membres };
  });

/** Un jeu de coût de vingt joueurs au plus, donné par coalition ou par une formule connue. */
export const lireJeuDeCout = (lecture: Lecture): Jeu => {
  const joueurs = lireJoueurs(lecture, JOUEURS_MAX);
  const n = joueurs.length;
  if (lecture.estEnDefaut()) return JEU_VIDE;
  switch (lecture.valeurDe('kind') ?? 'table') {
    case 'table':
      return lireCoalitions(lecture, 'cost', joueurs);
    case 'step':
      return lirePaliersDAgents(lecture, n);
    case 'fixed+variable': {
      const fixe = lireNombre(lecture, lecture.valeurDe('fixed'), 'fixed');
      const propres = lirePropres(lecture, n);
      return lecture.estEnDefaut()
        ? JEU_VIDE
        : creerJeu(n, (membres) => fixe + sommer(propres, membres));
    }
    case 'airport': {
      const besoins = lirePositifs(lecture, 'needs', n);
      return lecture.estEnDefaut()
        ? JEU_VIDE
        : creerJeu(n, (membres) => Math.max(...membres.map((i) => besoins[i] ?? 0)));
    }
    case 'multi-services': {
      const services = lireServices(lecture, joueurs);
      const propres = lirePropres(lecture, n);
      if (lecture.estEnDefaut()) return JEU_VIDE;
      return creerJeu(n, (membres) =>
        services
          .filter((service) => service.membres.some((i) => membres.includes(i)))
          .reduce((s, { fixe }) => s + fixe, sommer(propres, membres)),
      );
    }
    default:
      lecture.signaler(
        'kind',
        'Choisir step, fixed+variable, airport, multi-services, ou donner cost.',
      );
      return JEU_VIDE;
  }
};

/** Un jeu de gain, rendu comme le jeu de coût opposé (c = −v). */
export const lireJeuDeGain = (lecture: Lecture): Jeu => {
  switch (lecture.valeurDe('kind') ?? 'table') {
    case 'table': {
      const { joueurs, couts } = lireCoalitions(
        lecture,
        'worth',
        lireJoueurs(lecture, JOUEURS_MAX),
      );
      return { joueurs, couts: couts.map((gain) => -gain) };
    }
    case 'weighted-majority': {
      const poids = lirePositifs(lecture, 'weights');
      const quota = lireNombre(lecture, lecture.valeurDe('quota'), 'quota', {
        min: Number.MIN_VALUE,
      });
      controlerNombre(lecture, 'weights', poids.length);
      return lecture.estEnDefaut()
        ? JEU_VIDE
        : creerJeu(poids.length, (membres) => (sommer(poids, membres) >= quota - 1e-12 ? -1 : 0));
    }
    case 'bankruptcy': {
      const actif = lireNombre(lecture, lecture.valeurDe('estate'), 'estate', { min: 0 });
      const creances = lirePositifs(lecture, 'claims');
      controlerNombre(lecture, 'claims', creances.length);
      if (creances.reduce((s, c) => s + c, 0) < actif) {
        lecture.signaler('estate', 'Donner un actif au plus égal à la somme des créances.');
      }
      if (lecture.estEnDefaut()) return JEU_VIDE;
      const total = creances.reduce((s, c) => s + c, 0);
      return creerJeu(
        creances.length,
        (membres) => -Math.max(0, actif - (total - sommer(creances, membres))),
      );
    }
    default:
      lecture.signaler('kind', 'Choisir weighted-majority ou bankruptcy, ou donner worth.');
      return JEU_VIDE;
  }
};

const controlerNombre = (lecture: Lecture, nom: string, nombre: number): void => {
  if (nombre > JOUEURS_MAX) lecture.signaler(nom, `Réunir ${JOUEURS_MAX} joueurs au plus.`);
};
