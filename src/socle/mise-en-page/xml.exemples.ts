import { type SaxesAttributeNS, SaxesParser } from 'saxes';

export interface BaliseLue {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
}

/** Lit un XML avec un lecteur strict (espaces de noms compris) ; échoue s’il est mal formé. */
export const lireXml = (
  xml: string,
): { readonly balises: readonly BaliseLue[]; readonly texte: string } => {
  const balises: BaliseLue[] = [];
  let texte = '';
  const lecteur = new SaxesParser({ xmlns: true });
  lecteur.on('error', (cause) => {
    throw cause;
  });
  lecteur.on('opentag', ({ name, attributes }) => {
    const attributs = Object.entries(attributes).map(
      ([nom, attribut]: [string, SaxesAttributeNS]) => [nom, attribut.value] as const,
    );
    balises.push({ nom: name, attributs: Object.fromEntries(attributs) });
  });
  lecteur.on('text', (morceau) => {
    texte += morceau;
  });
  lecteur.write(xml).close();
  return { balises, texte };
};
