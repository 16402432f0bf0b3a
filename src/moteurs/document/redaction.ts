import type { Fragment, Texte } from './arbre.ts';
import { assainir } from './assainissement.ts';
import { evaluer, type Portee } from './evaluation.ts';
import { FORMATS, presenter } from './formats.ts';
import type { Morceau, Phrase, Styles } from './texte-riche.ts';
import { typographier } from './typographie.ts';
import { ErreurDeModele, estVide, type Valeur } from './valeurs.ts';

const nuancer = (texte: string, styles: Styles): Fragment => ({
  type: 'texte',
  texte,
  ...(styles.gras ? { gras: true } : {}),
  ...(styles.italique ? { italique: true } : {}),
});

/** Le texte d’un champ : ses fins de ligne restent des fins de ligne. */
const ecrire = (texte: string, styles: Styles): Fragment[] =>
  texte
    .split('\n')
    .flatMap((ligne, rang): Fragment[] => [
      ...(rang > 0 ? [{ type: 'saut' } as const] : []),
      ...(ligne === '' ? [] : [nuancer(ligne, styles)]),
    ]);

const mettreEnForme = (valeur: Valeur, format: string | null): string => {
  if (format === null) return presenter(valeur);
  const ecriture = FORMATS[format];
  if (ecriture === undefined) throw new ErreurDeModele(`Le format « ${format} » n’existe pas.`);
  return ecriture(valeur);
};

const ADRESSE_ADMISE = /^(?:https?:\/\/|mailto:)[^\s<>"]+$/iu;

const redigerMorceau = (morceau: Morceau, portee: Portee): readonly Fragment[] => {
  switch (morceau.type) {
    case 'texte':
      return [nuancer(morceau.texte, morceau.styles)];
    case 'saut':
      return [{ type: 'saut' }];
    case 'renvoi':
      return [{ type: 'renvoi', cible: morceau.cible, texte: '' }];
    case 'note':
      return [{ type: 'note', contenu: rediger(morceau.contenu, portee) }];
    case 'lien': {
      const contenu = rediger(morceau.contenu, portee);
      const adresse = redigerNu(morceau.adresse, portee).trim();
      // Une adresse venue des données n’ouvre jamais autre chose qu’un site ou un courriel.
      return ADRESSE_ADMISE.test(adresse) ? [{ type: 'lien', adresse, contenu }] : contenu;
    }
    case 'champ': {
      const valeur = evaluer(morceau.expression, portee);
      if (valeur.nature === 'vide') return [{ type: 'manquant', libelle: valeur.libelle }];
      return ecrire(mettreEnForme(valeur, morceau.format), morceau.styles);
    }
  }
};

const estTexte = (
  fragment: Fragment | undefined,
): fragment is Extract<Fragment, { type: 'texte' }> => fragment?.type === 'texte';

/** Réunit les textes voisins de même style, puis soigne leur typographie. */
const reunir = (fragments: readonly Fragment[]): Texte => {
  const reunis: Fragment[] = [];
  for (const fragment of fragments) {
    const dernier = reunis.at(-1);
    if (
      estTexte(fragment) &&
      estTexte(dernier) &&
      dernier.gras === fragment.gras &&
      dernier.italique === fragment.italique
    )
      reunis[reunis.length - 1] = { ...dernier, texte: dernier.texte + fragment.texte };
    else reunis.push(fragment);
  }
  return reunis.map((fragment) =>
    estTexte(fragment) ? { ...fragment, texte: typographier(fragment.texte) } : fragment,
  );
};

/** Rédige une phrase : les données y entrent comme texte, jamais comme mise en forme. */
export const rediger = (phrase: Phrase, portee: Portee): Texte =>
  reunir(phrase.flatMap((morceau) => redigerMorceau(morceau, portee)));

/** Rédige une phrase en texte nu (titre du document, texte de remplacement, adresse). */
export const redigerNu = (phrase: Phrase, portee: Portee): string =>
  assainir(
    phrase
      .map((morceau) => {
        if (morceau.type === 'texte') return morceau.texte;
        if (morceau.type !== 'champ') return '';
        return mettreEnForme(evaluer(morceau.expression, portee), morceau.format);
      })
      .join(''),
  );

/**
 * Un paragraphe fait d’un seul champ de texte se divise à chaque ligne blanche : le texte long
 * saisi garde ses paragraphes.
 */
export const redigerParagraphes = (phrase: Phrase, portee: Portee): readonly Texte[] => {
  const [seul, ...autres] = phrase;
  if (seul?.type !== 'champ' || seul.format !== null || autres.length > 0)
    return [rediger(phrase, portee)];
  const valeur = evaluer(seul.expression, portee);
  if (valeur.nature !== 'texte') return [rediger(phrase, portee)];
  if (estVide(valeur)) return [];
  return valeur.texte
    .split(/\n\s*\n/u)
    .filter((partie) => partie.trim() !== '')
    .map((partie) => reunir(ecrire(partie.trim(), seul.styles)));
};
