import { unzipSync } from 'fflate';
import { accepter, type Resultat } from '../../moteurs/resultat/index.ts';
import { type RefusDeFichier, refuserDepot } from './refus.ts';

/** Taille admise d’un fichier une fois décompressé. */
export const OCTETS_DECOMPRESSES = 200 * 1024 * 1024;

const aUnRepertoire = (octets: Uint8Array): boolean => {
  const debut = Math.max(0, octets.length - 66_000);
  for (let i = octets.length - 22; i >= debut; i -= 1)
    if (octets[i] === 0x50 && octets[i + 1] === 0x4b && octets[i + 2] === 5 && octets[i + 3] === 6)
      return true;
  return false;
};

/** Les noms des fichiers d’une archive, sans rien décompresser. */
export const listerArchive = (octets: Uint8Array): readonly string[] => {
  const noms: string[] = [];
  unzipSync(octets, {
    filter: ({ name }) => {
      noms.push(name);
      return false;
    },
  });
  return noms;
};

/**
 * Décompresse les fichiers utiles d’une archive. La taille annoncée est contrôlée avant d’allouer
 * (et borne l’écriture) : une archive piégée est refusée sans remplir la mémoire.
 */
export const decompresser = (
  octets: Uint8Array,
  utile: (nom: string) => boolean,
): Resultat<Readonly<Record<string, Uint8Array>>, RefusDeFichier> => {
  if (!aUnRepertoire(octets)) return refuserDepot('fichier-tronque');
  let total = 0;
  let trop = false;
  const fichiers = unzipSync(octets, {
    filter: ({ name, originalSize, compression }) => {
      if (trop || !utile(name) || (compression !== 0 && compression !== 8)) return false;
      total += originalSize;
      trop = total > OCTETS_DECOMPRESSES;
      return !trop;
    },
  });
  return trop ? refuserDepot('fichier-trop-grand') : accepter(fichiers);
};

const DECODEUR = new TextDecoder('utf-8');

/** Le texte XML d’un fichier de l’archive, chaîne vide s’il est absent. */
export const texteXml = (fichiers: Readonly<Record<string, Uint8Array>>, nom: string): string => {
  const octets = fichiers[nom];
  return octets ? DECODEUR.decode(octets) : '';
};
