import type { Niveau } from './arbre.ts';
import type { Instruction } from './modele.ts';
import { lirePhrase } from './texte-riche.ts';

/** Une ligne du texte d’un modèle. */
export interface Ligne {
  readonly numero: number;
  readonly texte: string;
}

/** Découpe « a | b | c » ; une barre à l’intérieur de {{ }} n’est pas un séparateur. */
export const partager = (texte: string): string[] => {
  const parties = [''];
  for (const morceau of texte.split(/(\{\{.*?\}\}|\\\|)/u)) {
    if (morceau.startsWith('{{') || morceau === '\\|') {
      parties[parties.length - 1] += morceau;
      continue;
    }
    const [suite = '', ...autres] = morceau.split('|');
    parties[parties.length - 1] += suite;
    parties.push(...autres);
  }
  return parties.map((partie) => partie.trim());
};

/** Vrai si cette ligne commence autre chose que la suite d’un paragraphe. */
export const ouvreUnBloc = (texte: string): boolean =>
  /^(?:::|#{1,4}-? |- |\d+\. |> |(?:entetes|ligne|total|signataire)\s*\|)/u.test(texte);

/** Les instructions d’une seule ligne : titre, élément de liste, rangée. */
export const lireLigne = (texte: string, numero: number): Instruction | null => {
  const titre = /^(#{1,4})(-?)\s+(.+)$/u.exec(texte);
  if (titre !== null) {
    const [, dieses = '', tiret, phrase = ''] = titre;
    const niveau = dieses.length as Niveau;
    return {
      type: 'titre',
      niveau,
      numerote: tiret === '',
      phrase: lirePhrase(phrase),
      ligne: numero,
    };
  }
  const element = /^(-|\d+\.)\s+(.+)$/u.exec(texte);
  if (element !== null) {
    const [, puce, phrase = ''] = element;
    return { type: 'element', ordonnee: puce !== '-', phrase: lirePhrase(phrase), ligne: numero };
  }
  const rangee = /^(entetes|ligne|total|signataire)\s*\|(.*)$/u.exec(texte);
  if (rangee !== null) {
    const [, genre = '', cellules = ''] = rangee;
    return {
      type: 'rangee',
      rangee: { genre, cellules: partager(cellules).map(lirePhrase) },
      ligne: numero,
    };
  }
  return null;
};
