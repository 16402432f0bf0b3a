/** Espace fine insécable (avant ; ! ? et entre les tranches de milliers). */
export const FINE = '\u202f';
/** Espace insécable (avant : % €, à l’intérieur des guillemets). */
export const INSECABLE = '\u00a0';

/** Une adresse (site, courriel) ne se retouche pas. */
const ADRESSE = /(?:https?:\/\/|www\.|mailto:)\S+|\S+@\S+\.\S+/giu;

const BLANC = `[ \\t${INSECABLE}${FINE}]`;
const UNITES =
  'ETP|ETPT|k€|M€|hab\\.?|habitants?|km|m²|m|ha|kg|h|min|agents?|communes?|ans?|mois|jours?|heures?|points?';
const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

type Regle = readonly [RegExp, string];

/** Chaque règle laisse inchangé ce qu’elle a déjà mis en forme. */
const REGLES: readonly Regle[] = [
  [/(\p{L})['‘](?=\p{L}|$)/gu, '$1’'],
  [/\.{3}/gu, '…'],
  [new RegExp(`«${BLANC}*`, 'gu'), `«${INSECABLE}`],
  [new RegExp(`${BLANC}*»`, 'gu'), `${INSECABLE}»`],
  [new RegExp(`${BLANC}+([;!?]+)`, 'gu'), `${FINE}$1`],
  [/([\p{L}\d)\]%€])([;!?]+)(?=\s|$|»)/gu, `$1${FINE}$2`],
  [new RegExp(`${BLANC}+:(?=\\s|$)`, 'gu'), `${INSECABLE}:`],
  [/([\p{L}\d)\]%€]):(?=\s|$)/gu, `$1${INSECABLE}:`],
  [new RegExp(`(\\d)${BLANC}*([%€])`, 'gu'), `$1${INSECABLE}$2`],
  [new RegExp(`(?<![\\d,.])(\\d{1,3})((?:${BLANC}\\d{3})+)(?!\\d)`, 'gu'), '$1$2'],
  [new RegExp(`(\\d)${BLANC}(?=(?:${UNITES})(?![\\p{L}\\d]))`, 'giu'), `$1${INSECABLE}`],
  [new RegExp(`(\\d|1er)${BLANC}(?=(?:${MOIS})(?!\\p{L}))`, 'giu'), `$1${INSECABLE}`],
  [
    new RegExp(`\\b(n°|N°|nᵒ|art\\.|Art\\.|p\\.|al\\.)${BLANC}*(?=[\\dLRD])`, 'gu'),
    `$1${INSECABLE}`,
  ],
  [new RegExp(`\\b([LRDA]\\.)${BLANC}*(?=\\d)`, 'gu'), `$1${INSECABLE}`],
  [new RegExp(`(?<!\\p{L})(M\\.|MM\\.|Mme|Mmes|Dr|Me)${BLANC}(?=\\p{Lu})`, 'gu'), `$1${INSECABLE}`],
];

const TRANCHES = new RegExp(`(?<![\\d,.])\\d{1,3}(?:${BLANC}\\d{3})+(?!\\d)`, 'gu');
const BLANCS = new RegExp(BLANC, 'gu');

const soigner = (texte: string): string => {
  const regle = REGLES.reduce(
    (etat, [motif, remplacement]) => etat.replace(motif, remplacement),
    texte,
  );
  return regle.replace(TRANCHES, (nombre) => nombre.replace(BLANCS, FINE));
};

/**
 * Typographie française d’un texte : espaces insécables, guillemets, apostrophes, points de
 * suspension. Ne change aucun mot, laisse intactes les adresses, et rend le même texte si on
 * l’applique deux fois. Source : Imprimerie nationale, Lexique des règles typographiques.
 */
export const typographier = (texte: string): string => {
  let resultat = '';
  let position = 0;
  for (const adresse of texte.matchAll(ADRESSE)) {
    resultat += soigner(texte.slice(position, adresse.index)) + adresse[0];
    position = adresse.index + adresse[0].length;
  }
  return resultat + soigner(texte.slice(position));
};
