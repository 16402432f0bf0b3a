import { composer, type DocumentCompose } from '../../moteurs/document/index.ts';

/** Un document de chaque sorte de bloc, pour éprouver les trois formats. */
export const documentComplet = (
  plus: { readonly texte?: string; readonly nom?: string; readonly brouillon?: boolean } = {},
): DocumentCompose => {
  const resultat = composer(
    {
      nom: 'complet',
      version: '3',
      libelle: 'Complet',
      description: 'Un bloc de chaque sorte',
      numerotation: 'articles',
      titre: 'Convention d’essai',
      sousTitre: 'Entre {{nom}} et les autres',
      auteur: 'Communauté d’essai',
      sujet: 'Éprouver la mise en page',
      motsCles: ['essai', 'mutualisation'],
      champs: [
        { nom: 'nom', libelle: 'Nom', type: 'texte', requis: true },
        { nom: 'absent', libelle: 'Numéro absent', type: 'texte' },
        { nom: 'svg', libelle: 'Figure', type: 'svg' },
      ],
      texte: plus.texte ?? TEXTE,
    },
    { nom: plus.nom ?? 'Arcinges', svg: SVG },
    { le: '2026-11-24', version: '2', brouillon: plus.brouillon ?? false },
  );
  if (!resultat.ok) throw new Error(resultat.refus.map(({ message }) => message).join('\n'));
  return resultat.valeur;
};

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="#17414a"/></svg>';

const TEXTE = `
:: sommaire
:: page
#- Préambule
Texte de {{nom}}, **gras**, _italique_, [lien](https://exemple.fr/page), note^[Contenu de la note.].
> Vu le code général des collectivités territoriales ;
- premier
- deuxième {{nom}}
1. un
2. deux
:: clause objet | Objet | SC-02 | CGCT, art. L. 5211-4-2 | 2026-1
Voir l'{{ref.annexe-a}}. Manque : {{absent}}.
## Détail
:: encadre attention | Prenez garde
Encadré de {{nom}}.
:: fin
### Plus loin
#### Encore
Fin.
:: fin
:: tableau Parts des communes
entetes | Commune | Montant >
ligne | {{nom}} | 1 234,50 €
ligne | Boyer | 5,00 €
total | Total | 1 239,50 €
:: fin
:: figure svg | Un rectangle bleu de {{nom}} | Le rectangle
:: signatures
signataire | Pour {{nom}} | Anne Roux | Maire
signataire | Pour Boyer | Paul Mercier | Maire
signataire | Pour Mars | Zoé Blanc | Maire
:: fin
:: annexe annexe-a | Annexe d'essai
Contenu.
:: fin
`;

/** Textes qui cherchent à casser la mise en page ou à y glisser une commande. */
export const TEXTES_HOSTILES: readonly (readonly [string, string])[] = [
  [
    'commandes Typst',
    '#panic("x") #import "a.typ" $x^2$ *gras* _souligné_ @renvoi <etiquette> [contenu] \\ // /* = titre\n= Titre\n- liste #let x = 1; #{1+1} `code` ~ -- ---',
  ],
  [
    'balises',
    '<script>alert(1)</script> <w:p>&amp; &#0; &nbsp; ]]> <!-- --> <?xml?> " \' </text:p></office:text>',
  ],
  ['formules de tableur', '=HYPERLINK("http://exemple.fr";"x") +1 -1 @SOMME(A1)'],
  [
    'caractères de commande',
    'a\u0000b\u0001c\u0008d\u000be\u001bf\u007fg\u0085h\u2028i\u2029j\ufeffk\uffffl\ud800m\u202en',
  ],
  [
    'émojis et écritures lointaines',
    '😀 👩‍👩‍👧‍👦 🇫🇷 ☎️ 漢字 العربية עברית ไทย हिन्दी 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ﷽ e\u0301 Å',
  ],
  ['mot interminable', 'a'.repeat(10_000)],
  ['mot interminable accentué', 'é€œ–'.repeat(2_500)],
  ['espaces et lignes', `  deux  espaces   \t\ttabulations\n\n\n\nlignes${'\n'.repeat(50)}fin   `],
  ['accumulation d’accents', `z${'\u0301'.repeat(400)}`],
  [
    'chemins',
    '../../../etc/passwd file:///etc/passwd javascript:alert(1) document.json gabarit.typ',
  ],
  ['modèle', '{{nom}} :: si vrai **x** ^[note] [a](javascript:x) | a | b'],
];
