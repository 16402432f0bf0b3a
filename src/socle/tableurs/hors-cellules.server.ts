import type { TypeDeFichier } from '../../moteurs/grille/index.ts';
import { decompresser, listerArchive, texteXml } from './zip.server.ts';

/** Ce qu’un classeur XLSX porte en plus de ses cellules : notes, dessins, images, macros, classeurs liés. */
const PIECES_EN_PLUS =
  /(?:comments|threadedComments|persons|drawings|media|embeddings|customXml|externalLinks|macrosheets|activeX|ctrlProps)(?:\d*\.xml|\/)|vbaProject|docProps\/custom\.xml/i;

/** De même dans le contenu d’un classeur ODS. */
const ELEMENTS_EN_PLUS = /<office:annotation|<draw:|<office:event-listeners|<office:dde-source/;

const odsEnPorte = (octets: Uint8Array): boolean => {
  if (listerArchive(octets).some((nom) => /^(?:Basic|Scripts|Pictures|Object )/.test(nom)))
    return true;
  const lus = decompresser(octets, (nom) => nom === 'content.xml');
  return !lus.ok || ELEMENTS_EN_PLUS.test(texteXml(lus.valeur, 'content.xml'));
};

/**
 * Vrai si un fichier de tableur porte autre chose que des cellules, que personne n’a vérifié : un nom dans
 * une note, une image, une macro. L’ancien XLS, qu’on ne sait pas démêler, est toujours dans ce cas.
 */
export const porteHorsCellules = (octets: Uint8Array, type: TypeDeFichier): boolean => {
  switch (type) {
    case 'xlsx':
      return listerArchive(octets).some((nom) => PIECES_EN_PLUS.test(nom));
    case 'ods':
      return odsEnPorte(octets);
    case 'xls':
    case 'html':
      return true;
    default:
      return false;
  }
};
