import type { Cellule, Feuille, Fusion, Rangee } from '../../moteurs/grille/index.ts';
import { accepter, type Resultat } from '../../moteurs/resultat/index.ts';
import { type RefusDeFichier, refuserDepot } from './refus.ts';
import { type Attributs, parcourirXml } from './xml.server.ts';
import { decompresser, texteXml } from './zip.server.ts';

const COLONNES_AU_PLUS = 2000;
const RANGEES_DEROULEES = 20_000;

const dateOds = (valeur: string): string => valeur.slice(0, 16).replace(/T00:00$/, '');

const heuresOds = (duree: string): number | null => {
  const trouve = /^PT(\d+)H(\d+)M/.exec(duree);
  return trouve ? (Number(trouve[1]) + Number(trouve[2]) / 60) / 24 : null;
};

const ERREUR =
  /^#(?:REF!|N\/A|VALEUR!|VALUE!|DIV\/0!|NOM\?|NAME\?|NUM!|NOMBRE!|NUL!|NULL!)|^Err:\d+/i;

const nombre = (valeur: number, format?: 'pourcentage' | 'monnaie' | 'duree'): Cellule => {
  const texte = String(Number(valeur.toPrecision(15)));
  return format ? { type: 'nombre', valeur, texte, format } : { type: 'nombre', valeur, texte };
};

const selonType = (a: Attributs, affiche: string): Cellule | null => {
  const valeur = Number(a['office:value']);
  switch (a['office:value-type']) {
    case 'float':
      return nombre(valeur);
    case 'percentage':
      return nombre(valeur, 'pourcentage');
    case 'currency':
      return nombre(valeur, 'monnaie');
    case 'date':
      return {
        type: 'date',
        valeur: dateOds(a['office:date-value'] ?? ''),
        texte: dateOds(a['office:date-value'] ?? ''),
      };
    case 'time': {
      const jours = heuresOds(a['office:time-value'] ?? '');
      return jours === null
        ? { type: 'texte', valeur: affiche, texte: affiche }
        : nombre(jours, 'duree');
    }
    case 'boolean':
      return {
        type: 'booleen',
        valeur: a['office:boolean-value'] === 'true',
        texte: a['office:boolean-value'] === 'true' ? 'VRAI' : 'FAUX',
      };
    default:
      return affiche === '' ? null : { type: 'texte', valeur: affiche, texte: affiche };
  }
};

const composerCellule = (a: Attributs, affiche: string): Cellule | null => {
  const enErreur =
    a['calcext:value-type'] === 'error' ||
    (a['table:formula'] !== undefined && ERREUR.test(affiche));
  const texte = a['office:string-value'] || affiche || (enErreur ? '#ERREUR' : '');
  const cellule: Cellule | null =
    enErreur || ERREUR.test(texte) ? { type: 'erreur', valeur: texte, texte } : selonType(a, texte);
  const formule = a['table:formula']?.replace(/^(?:of|oooc|msoxl):=?/, '').replace(/^=/, '');
  return cellule && formule !== undefined ? { ...cellule, formule } : cellule;
};

interface EtatDeTable {
  nom: string;
  masquee: boolean;
  rangees: Rangee[];
  fusions: Fusion[];
  masquees: Set<number>;
  numero: number;
  colonnesVues: number;
  comprimee: boolean;
  cellules: (Cellule | null)[];
  rang: number;
  repetitionDeRangee: number;
  rangeeMasquee: boolean;
  attributs: Attributs;
  paragraphes: string[];
}

const nouvelleTable = (nom: string, masquee: boolean): EtatDeTable => ({
  nom,
  masquee,
  rangees: [],
  fusions: [],
  masquees: new Set(),
  numero: 0,
  colonnesVues: 0,
  comprimee: false,
  cellules: [],
  rang: 0,
  repetitionDeRangee: 1,
  rangeeMasquee: false,
  attributs: {},
  paragraphes: [],
});

const repetition = (a: Attributs, nom: string): number => Math.max(1, Number(a[nom] ?? 1) || 1);

const declarerColonne = (t: EtatDeTable, a: Attributs): void => {
  const fois = repetition(a, 'table:number-columns-repeated');
  if (a['table:visibility'] === 'collapse' || a['table:visibility'] === 'filter')
    for (let i = 0; i < Math.min(fois, 500); i += 1) t.masquees.add(t.colonnesVues + i);
  t.colonnesVues += fois;
};

const fermerCellule = (t: EtatDeTable): void => {
  const a = t.attributs;
  const fois = repetition(a, 'table:number-columns-repeated');
  if (fois > 1) t.comprimee = true;
  const cellule = composerCellule(a, t.paragraphes.join('\n'));
  const large = repetition(a, 'table:number-columns-spanned');
  const haut = repetition(a, 'table:number-rows-spanned');
  if (large > 1 || haut > 1)
    t.fusions.push({
      premiereRangee: t.numero + 1,
      derniereRangee: t.numero + haut,
      premiereColonne: t.rang,
      derniereColonne: t.rang + large - 1,
    });
  if (cellule) {
    const fin = Math.min(t.rang + fois, COLONNES_AU_PLUS);
    while (t.cellules.length < t.rang) t.cellules.push(null);
    for (let i = t.rang; i < fin; i += 1) t.cellules[i] = cellule;
  }
  t.rang += fois;
};

const fermerRangee = (t: EtatDeTable): void => {
  const fois = t.repetitionDeRangee;
  const vide = t.cellules.every((c) => c === null);
  if (fois > 1) t.comprimee = true;
  if (!vide || fois === 1)
    for (let i = 0; i < Math.min(fois, RANGEES_DEROULEES); i += 1) {
      const rangee = { numero: t.numero + 1 + i, cellules: t.cellules };
      t.rangees.push(t.rangeeMasquee ? { ...rangee, masquee: true } : rangee);
    }
  t.numero += fois;
};

const lireContenu = (xml: string): Feuille[] => {
  const feuilles: Feuille[] = [];
  const stylesMasques = new Set<string>();
  let style = '';
  let table: EtatDeTable | null = null;
  let profondeur = 0;
  let annotation = 0;
  let dansCellule = false;
  let paragraphe: string | null = null;
  const ouvrirDansTable = (t: EtatDeTable, nom: string, a: Attributs): void => {
    if (nom === 'table:table-column') declarerColonne(t, a);
    else if (nom === 'table:table-row') {
      t.cellules = [];
      t.rang = 0;
      t.repetitionDeRangee = repetition(a, 'table:number-rows-repeated');
      t.rangeeMasquee = a['table:visibility'] === 'collapse' || a['table:visibility'] === 'filter';
    } else if (nom === 'table:table-cell' || nom === 'table:covered-table-cell') {
      t.attributs = a;
      t.paragraphes = [];
      dansCellule = true;
    } else if (nom === 'office:annotation') annotation += 1;
    else if (dansCellule && annotation === 0) ouvrirTexte(nom, a);
  };
  const ouvrirTexte = (nom: string, a: Attributs): void => {
    if (nom === 'text:p') paragraphe = '';
    else if (paragraphe === null) return;
    else if (nom === 'text:s') paragraphe += ' '.repeat(Math.min(repetition(a, 'text:c'), 1000));
    else if (nom === 'text:tab') paragraphe += '\t';
    else if (nom === 'text:line-break') paragraphe += '\n';
  };
  parcourirXml(
    xml,
    {
      ouvrir: (nom, a) => {
        if (nom === 'style:style') style = a['style:name'] ?? '';
        else if (nom === 'style:table-properties' && a['table:display'] === 'false')
          stylesMasques.add(style);
        else if (nom === 'table:table') {
          profondeur += 1;
          if (profondeur === 1)
            table = nouvelleTable(
              a['table:name'] ?? '',
              stylesMasques.has(a['table:style-name'] ?? ''),
            );
        } else if (table && profondeur === 1) ouvrirDansTable(table, nom, a);
      },
      texte: (t) => {
        if (paragraphe !== null && annotation === 0) paragraphe += t;
      },
      fermer: (nom) => {
        if (nom === 'office:annotation') annotation -= 1;
        if (!table) return;
        if (nom === 'text:p' && paragraphe !== null && annotation === 0) {
          table.paragraphes.push(paragraphe);
          paragraphe = null;
        } else if (
          profondeur === 1 &&
          (nom === 'table:table-cell' || nom === 'table:covered-table-cell')
        ) {
          fermerCellule(table);
          dansCellule = false;
        } else if (profondeur === 1 && nom === 'table:table-row') fermerRangee(table);
        else if (nom === 'table:table') {
          profondeur -= 1;
          if (profondeur > 0) return;
          const { nom: nomDeFeuille, rangees, fusions, masquees, masquee, comprimee } = table;
          feuilles.push({
            nom: nomDeFeuille,
            rangees,
            fusions,
            colonnesMasquees: masquees,
            masquee,
            comprimee,
          });
          table = null;
        }
      },
    },
    true,
  );
  return feuilles;
};

/** Lit un classeur ODS : répétitions non déroulées, dates, pourcentages, fusions, colonnes masquées. */
export const lireOds = (octets: Uint8Array): Resultat<readonly Feuille[], RefusDeFichier> => {
  const archive = decompresser(
    octets,
    (nom) => nom === 'content.xml' || nom === 'META-INF/manifest.xml',
  );
  if (!archive.ok) return archive;
  if (/encryption-data/.test(texteXml(archive.valeur, 'META-INF/manifest.xml')))
    return refuserDepot('fichier-chiffre');
  const xml = texteXml(archive.valeur, 'content.xml');
  if (xml === '') return refuserDepot('fichier-abime');
  const feuilles = lireContenu(xml);
  return feuilles.length === 0 ? refuserDepot('fichier-abime') : accepter(feuilles);
};
