import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Recu } from '../scene.ts';

const resserrer = (texte: string): string => texte.replaceAll(/\s+/g, ' ').trim();

/** Le texte d’un document reçu, relu par un lecteur indépendant selon son extension. */
export const lireDocument = async (recu: Recu): Promise<string> => {
  if (recu.nom.endsWith('.pdf')) {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(recu.octets)), {
      mergePages: true,
    });
    return resserrer(text);
  }
  if (recu.nom.endsWith('.docx')) {
    return resserrer((await mammoth.extractRawText({ buffer: recu.octets })).value);
  }
  const contenu = unzipSync(new Uint8Array(recu.octets))['content.xml'];
  if (contenu === undefined) throw new Error(`${recu.nom} n’est pas un document ODF.`);
  return resserrer(strFromU8(contenu).replaceAll(/<[^>]+>/g, ' '));
};

/** Un PDF est-il balisé (lisible par un lecteur d’écran) ? */
export const estBalise = async (recu: Recu): Promise<boolean> => {
  const pdf = await getDocumentProxy(new Uint8Array(recu.octets));
  return (await pdf.getMarkInfo())?.Marked === true;
};
