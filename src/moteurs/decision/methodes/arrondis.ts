import { type Lecture, lireEntier, lireListe } from '../lecture.ts';
import { repartirAuxPlusFortsRestes, repartirEnCumule } from '../partage/arrondis.ts';
import { lireFraction, mettreEnEntiers } from '../partage/fraction.ts';
import { type Methode, SANS_SORTIE } from './methode.ts';

const ENTIER = /^-?\d{1,30}$/;

/** Un total entier, nombre ou chaîne de chiffres. */
const lireTotal = (lecture: Lecture): bigint => {
  const brut = lecture.valeurDe('total');
  if (typeof brut === 'number' && Number.isSafeInteger(brut)) return BigInt(brut);
  if (typeof brut === 'string' && ENTIER.test(brut)) return BigInt(brut);
  lecture.signaler('total', 'Donner un total entier (des centimes, des sièges).');
  return 0n;
};

/** Des clés positives ou nulles, lues exactement, dont une au moins est positive. */
const lireCles = (lecture: Lecture): readonly bigint[] => {
  const fractions = lireListe(lecture, lecture.valeurDe('keys'), 'keys').map((brut, i) => {
    const fraction = lireFraction(brut);
    if (fraction === null || fraction.numerateur < 0n) {
      lecture.signaler(`keys[${i}]`, 'Donner une clé positive ou nulle (12, "0.5", "1/3").');
      return { numerateur: 0n, denominateur: 1n };
    }
    return fraction;
  });
  if (fractions.length > 0 && fractions.every(({ numerateur }) => numerateur === 0n)) {
    lecture.signaler('keys', 'Donner au moins une clé positive : on ne divise pas par zéro.');
  }
  return mettreEnEntiers(fractions);
};

const lirePriorites = (lecture: Lecture, nombre: number): readonly number[] => {
  const brut = lecture.valeurDe('tieOrder');
  if (brut === undefined || brut === null) return [];
  const indices = lireListe(lecture, brut, 'tieOrder').map((indice, i) =>
    lireEntier(lecture, indice, `tieOrder[${i}]`, { min: 0, max: nombre - 1 }),
  );
  if (new Set(indices).size !== indices.length) {
    lecture.signaler('tieOrder', 'Citer chaque indice une seule fois.');
  }
  return indices;
};

/** Un nombre quand il est exact, sinon la chaîne de ses chiffres. */
const ecrireEntier = (valeur: bigint): number | string =>
  BigInt(Number(valeur)) === valeur && Number.isSafeInteger(Number(valeur))
    ? Number(valeur)
    : valeur.toString();

/** `largest-remainder` : total, keys, tieOrder → shares. */
export const appliquerPlusFortsRestes: Methode = (lecture) => {
  const total = lireTotal(lecture);
  const cles = lireCles(lecture);
  const priorites = lirePriorites(lecture, cles.length);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  return { shares: repartirAuxPlusFortsRestes(total, cles, priorites).map(ecrireEntier) };
};

/** `cumulative-rounding` : total, keys → shares. */
export const appliquerArrondiCumule: Methode = (lecture) => {
  const total = lireTotal(lecture);
  const cles = lireCles(lecture);
  if (lecture.estEnDefaut()) return SANS_SORTIE;
  return { shares: repartirEnCumule(total, cles).map(ecrireEntier) };
};
