import { type Lecture, lireMatrice } from '../lecture.ts';
import { smaa } from '../robustesse/smaa.ts';
import type { ContrainteDePoids } from '../robustesse/tirage-des-poids.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const LIBRE = 'uniform on the simplex';
const ORDONNE = /^uniform on \{([^,{}]+),sum1\}$/;
const CRITERE = /^w(\d+|n)$/;

const refuserLesPoids = (lecture: Lecture): ContrainteDePoids => {
  lecture.signaler(
    'weights',
    `Écrire « ${LIBRE} », ou « uniform on {w1>=w2>=w3, sum 1} » en citant chaque critère une fois.`,
  );
  return { type: 'aucune' };
};

/** « w1>=w2>=…>=wn » : points de suspension admis pour la suite naturelle. */
const lireOrdre = (lecture: Lecture, chaine: string, criteres: number): ContrainteDePoids => {
  const maillons = chaine.replaceAll('≥', '>=').split('>=');
  if (maillons.some((maillon) => maillon === '…' || maillon === '...')) {
    return { type: 'ordre', groupes: Array.from({ length: criteres }, (_, j) => [j]) };
  }
  const indices = maillons.map((maillon) => {
    const numero = CRITERE.exec(maillon)?.[1];
    if (numero === undefined) return -1;
    return numero === 'n' ? criteres - 1 : Number(numero) - 1;
  });
  const attendus = [...indices].sort((a, b) => a - b);
  if (indices.length !== criteres || attendus.some((indice, j) => indice !== j)) {
    return refuserLesPoids(lecture);
  }
  return { type: 'ordre', groupes: indices.map((j) => [j]) };
};

const lireContrainte = (lecture: Lecture, criteres: number): ContrainteDePoids => {
  const brut = lecture.valeurDe('weights') ?? LIBRE;
  if (typeof brut !== 'string') return refuserLesPoids(lecture);
  const texte = brut.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (texte === LIBRE) return { type: 'aucune' };
  const compact = texte.replace('uniform on ', '').replaceAll(' ', '');
  const chaine = ORDONNE.exec(`uniform on ${compact}`)?.[1];
  return chaine === undefined ? refuserLesPoids(lecture) : lireOrdre(lecture, chaine, criteres);
};

/** `smaa2-deterministic-scores` : values, weights → acceptabilités, poids centraux, victoires. */
export const appliquerSmaaDeterministe: Methode = (lecture, options) => {
  const valeurs = lireMatrice(lecture, lecture.valeurDe('values'), 'values');
  const contrainte = lireContrainte(lecture, valeurs[0]?.length ?? 0);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  const resultat = smaa({ ...options, valeurs, contrainte });
  if (!resultat.ok) {
    for (const { chemin = '', message } of resultat.refus) lecture.signaler(chemin, message);
    return SANS_SORTIE;
  }
  const { acceptabilite, poidsCentraux, victoires, precision } = resultat.valeur;
  return {
    rankAcceptability: acceptabilite,
    centralWeights: poidsCentraux,
    pairwiseWinning: victoires,
    precision,
  };
};
