import { type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';

const CODES_DE_COUPURE = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '53100', // disque plein
  '57P01', // arrêt demandé
  '57P02', // arrêt brutal
  '57P03', // pas encore prête
]);

/** Vrai si la base s’est arrêtée, n’a plus de place ou ne répond pas : rien n’est alors écrit. */
const estCoupure = (erreur: unknown): boolean => {
  if (!(erreur instanceof Error)) return false;
  const code = 'code' in erreur && typeof erreur.code === 'string' ? erreur.code : '';
  return CODES_DE_COUPURE.has(code) || /connection (?:terminated|timeout)/i.test(erreur.message);
};

/**
 * Fait une écriture d’un seul tenant ; si la base est coupée pendant ce temps, le dit au lieu de
 * tomber : la transaction n’a rien laissé, il suffit de recommencer. Refus ajouté : `base-coupee`.
 */
export const avecReprise = async <V>(
  ecrire: () => Promise<Resultat<V>>,
): Promise<Resultat<V, Refus>> => {
  try {
    return await ecrire();
  } catch (erreur) {
    if (!estCoupure(erreur)) throw erreur;
    return refuser({
      code: 'base-coupee',
      message:
        'La base de données s’est arrêtée pendant l’écriture. Rien n’a été écrit et ce que vous aviez décidé est gardé. Attendez une minute, puis recommencez.',
    });
  }
};
