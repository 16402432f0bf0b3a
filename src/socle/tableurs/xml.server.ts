import { SaxesParser } from 'saxes';

export type Attributs = Readonly<Record<string, string>>;

export interface EcouteXml {
  readonly ouvrir: (nom: string, attributs: Attributs) => void;
  readonly fermer?: (nom: string) => void;
  readonly texte?: (texte: string) => void;
}

const local = (nom: string): string => {
  const deux = nom.indexOf(':');
  return deux < 0 ? nom : nom.slice(deux + 1);
};

/** Parcourt un XML ; un XML mal formé lève une exception, que la porte du tableur transforme en refus. */
export const parcourirXml = (texte: string, ecoute: EcouteXml, nomsComplets = false): void => {
  const analyseur = new SaxesParser();
  const nommer = nomsComplets ? (nom: string) => nom : local;
  analyseur.on('error', (erreur) => {
    throw erreur;
  });
  analyseur.on('opentag', (balise) =>
    ecoute.ouvrir(nommer(balise.name), balise.attributes as Attributs),
  );
  const { fermer, texte: surTexte } = ecoute;
  if (fermer) analyseur.on('closetag', (balise) => fermer(nommer(balise.name)));
  if (surTexte) {
    analyseur.on('text', surTexte);
    analyseur.on('cdata', surTexte);
  }
  analyseur.write(texte).close();
};
