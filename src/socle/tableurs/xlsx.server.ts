import type { Cellule, Feuille, Fusion, Rangee } from '../../moteurs/grille/index.ts';
import { accepter, type Resultat } from '../../moteurs/resultat/index.ts';
import {
  celluleDeNombre,
  type FormatDeNombre,
  interpreterFormat,
  lireReference,
} from './formats.ts';
import { type RefusDeFichier, refuserDepot } from './refus.ts';
import { type Attributs, parcourirXml } from './xml.server.ts';
import { decompresser, texteXml } from './zip.server.ts';

const CELLULES_AU_PLUS = 5_000_000;

const lirePartagees = (xml: string): string[] => {
  const chaines: string[] = [];
  let courante = '';
  let dansTexte = false;
  let phonetique = 0;
  if (xml === '') return chaines;
  parcourirXml(xml, {
    ouvrir: (nom) => {
      if (nom === 'si') courante = '';
      if (nom === 'rPh') phonetique += 1;
      dansTexte = nom === 't' && phonetique === 0;
    },
    texte: (t) => {
      if (dansTexte) courante += t;
    },
    fermer: (nom) => {
      if (nom === 't') dansTexte = false;
      if (nom === 'rPh') phonetique -= 1;
      if (nom === 'si') chaines.push(decoderEchappements(courante));
    },
  });
  return chaines;
};

const decoderEchappements = (texte: string): string =>
  texte.replace(/_x([0-9A-F]{4})_/g, (_, hexa: string) =>
    String.fromCharCode(Number.parseInt(hexa, 16)),
  );

const lireFormats = (xml: string): FormatDeNombre[] => {
  const motifs = new Map<number, string>();
  const formats: FormatDeNombre[] = [];
  let dansCellules = false;
  if (xml === '') return formats;
  parcourirXml(xml, {
    ouvrir: (nom, a) => {
      if (nom === 'numFmt') motifs.set(Number(a.numFmtId), a.formatCode ?? '');
      if (nom === 'cellXfs') dansCellules = true;
      if (nom === 'xf' && dansCellules) {
        const numero = Number(a.numFmtId ?? 0);
        formats.push(interpreterFormat(numero, motifs.get(numero)));
      }
    },
    fermer: (nom) => {
      if (nom === 'cellXfs') dansCellules = false;
    },
  });
  return formats;
};

interface FeuilleDeclaree {
  readonly nom: string;
  readonly relation: string;
  readonly masquee: boolean;
}

const lireClasseurXml = (
  xml: string,
): { readonly feuilles: FeuilleDeclaree[]; readonly base1904: boolean } => {
  const feuilles: FeuilleDeclaree[] = [];
  let base1904 = false;
  parcourirXml(xml, {
    ouvrir: (nom, a) => {
      if (nom === 'workbookPr') base1904 = a.date1904 === '1' || a.date1904 === 'true';
      if (nom === 'sheet')
        feuilles.push({
          nom: a.name ?? '',
          relation: a['r:id'] ?? Object.entries(a).find(([cle]) => cle.endsWith(':id'))?.[1] ?? '',
          masquee: a.state === 'hidden' || a.state === 'veryHidden',
        });
    },
  });
  return { feuilles, base1904 };
};

const lireRelations = (xml: string): Map<string, string> => {
  const cibles = new Map<string, string>();
  if (xml !== '')
    parcourirXml(xml, {
      ouvrir: (nom, a) => {
        const cible = a.Target ?? '';
        if (nom === 'Relationship')
          cibles.set(
            a.Id ?? '',
            cible.startsWith('/') ? cible.slice(1) : `xl/${cible}`.replace(/[^/]+\/\.\.\//g, ''),
          );
      },
    });
  return cibles;
};

interface Ressources {
  readonly partagees: readonly string[];
  readonly formats: readonly FormatDeNombre[];
  readonly decalage: number;
}

const composerCellule = (
  type: string,
  style: number,
  brut: string,
  texteEnLigne: string,
  r: Ressources,
): Cellule | null => {
  const deTexte = (texte: string): Cellule | null =>
    texte === '' ? null : { type: 'texte', valeur: texte, texte };
  if (type === 's') return deTexte(r.partagees[Number(brut)] ?? '');
  if (type === 'inlineStr') return deTexte(texteEnLigne);
  if (type === 'str') return deTexte(decoderEchappements(brut));
  if (type === 'e') return { type: 'erreur', valeur: brut, texte: brut };
  if (type === 'b')
    return { type: 'booleen', valeur: brut === '1', texte: brut === '1' ? 'VRAI' : 'FAUX' };
  if (type === 'd')
    return brut === ''
      ? null
      : {
          type: 'date',
          valeur: brut.slice(0, 16).replace(/T00:00$/, ''),
          texte: brut.slice(0, 10),
        };
  if (brut === '' || !Number.isFinite(Number(brut))) return deTexte(brut);
  const format = r.formats[style] ?? null;
  return celluleDeNombre(Number(brut) + (format === 'date' ? r.decalage : 0), format);
};

const lireFusion = (reference: string): Fusion | null => {
  const [debut = '', fin = debut] = reference.split(':');
  const a = lireReference(debut);
  const b = lireReference(fin);
  return a && b
    ? {
        premiereRangee: a.rangee,
        derniereRangee: b.rangee,
        premiereColonne: a.colonne,
        derniereColonne: b.colonne,
      }
    : null;
};

interface Etat {
  rangee: number;
  masquee: boolean;
  cellules: (Cellule | null)[];
  colonne: number;
  type: string;
  style: number;
  valeur: string;
  formule: string | null;
  enLigne: string;
  dans: 'v' | 'f' | 't' | null;
  nombre: number;
}

const colonnesMasquees = (a: Attributs, masquees: Set<number>): void => {
  if (a.hidden !== '1' && a.hidden !== 'true') return;
  const derniere = Math.min(Number(a.max), 16_384);
  for (let c = Number(a.min); c <= derniere && c - Number(a.min) < 500; c += 1) masquees.add(c - 1);
};

const lireFeuilleXml = (xml: string, nom: string, masquee: boolean, r: Ressources): Feuille => {
  const rangees: Rangee[] = [];
  const fusions: Fusion[] = [];
  const masquees = new Set<number>();
  const e: Etat = {
    rangee: 0,
    masquee: false,
    cellules: [],
    colonne: -1,
    type: 'n',
    style: 0,
    valeur: '',
    formule: null,
    enLigne: '',
    dans: null,
    nombre: 0,
  };
  const ouvrirRangee = (a: Attributs): void => {
    const numero = a.r === undefined ? e.rangee + 1 : Number(a.r);
    for (
      let vide = e.rangee + 1;
      vide < numero && rangees.length < 200_000 && numero - e.rangee < 10_000;
      vide += 1
    )
      rangees.push({ numero: vide, cellules: [] });
    e.rangee = numero;
    e.masquee = a.hidden === '1' || a.hidden === 'true';
    e.cellules = [];
    e.colonne = -1;
  };
  const ouvrirCellule = (a: Attributs): void => {
    e.colonne = (a.r === undefined ? null : lireReference(a.r))?.colonne ?? e.colonne + 1;
    e.type = a.t ?? 'n';
    e.style = Number(a.s ?? 0);
    e.valeur = '';
    e.formule = null;
    e.enLigne = '';
  };
  const fermerCellule = (): void => {
    if (e.colonne > 2000) return;
    const cellule = composerCellule(e.type, e.style, e.valeur, e.enLigne, r);
    while (e.cellules.length < e.colonne) e.cellules.push(null);
    e.cellules[e.colonne] =
      cellule && e.formule !== null ? { ...cellule, formule: e.formule } : cellule;
    e.nombre += 1;
    if (e.nombre > CELLULES_AU_PLUS) throw new RangeError('trop de cellules');
  };
  parcourirXml(xml, {
    ouvrir: (balise, a) => {
      if (balise === 'row') ouvrirRangee(a);
      else if (balise === 'c') ouvrirCellule(a);
      else if (balise === 'v' || balise === 't') e.dans = balise;
      else if (balise === 'f') {
        e.dans = 'f';
        e.formule ??= '';
      } else if (balise === 'col') colonnesMasquees(a, masquees);
      else if (balise === 'mergeCell') {
        const fusion = lireFusion(a.ref ?? '');
        if (fusion) fusions.push(fusion);
      }
    },
    texte: (t) => {
      if (e.dans === 'v') e.valeur += t;
      else if (e.dans === 'f') e.formule = (e.formule ?? '') + t;
      else if (e.dans === 't') e.enLigne += t;
    },
    fermer: (balise) => {
      if (balise === 'c') fermerCellule();
      else if (balise === 'row')
        rangees.push(
          e.masquee
            ? { numero: e.rangee, cellules: e.cellules, masquee: true }
            : { numero: e.rangee, cellules: e.cellules },
        );
      else if (balise === e.dans) e.dans = null;
    },
  });
  return { nom, rangees, fusions, colonnesMasquees: masquees, masquee };
};

const UTILES =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$|^xl\/[^/]*\.xml$/i;

/** Lit un classeur XLSX : feuilles, formats, fusions, colonnes masquées, formules et valeurs en cache. */
export const lireXlsx = (
  octets: Uint8Array,
): Resultat<
  { readonly feuilles: readonly Feuille[]; readonly base1904: boolean },
  RefusDeFichier
> => {
  const archive = decompresser(octets, (nom) => UTILES.test(nom));
  if (!archive.ok) return archive;
  const fichiers = archive.valeur;
  if (!fichiers['xl/workbook.xml']) return refuserDepot('fichier-abime');
  const { feuilles, base1904 } = lireClasseurXml(texteXml(fichiers, 'xl/workbook.xml'));
  const relations = lireRelations(texteXml(fichiers, 'xl/_rels/workbook.xml.rels'));
  const ressources: Ressources = {
    partagees: lirePartagees(texteXml(fichiers, 'xl/sharedStrings.xml')),
    formats: lireFormats(texteXml(fichiers, 'xl/styles.xml')),
    decalage: base1904 ? 1462 : 0,
  };
  const lues = feuilles.flatMap(({ nom, relation, masquee }, i) => {
    const chemin = relations.get(relation) ?? `xl/worksheets/sheet${i + 1}.xml`;
    const xml = texteXml(fichiers, chemin);
    return xml === '' ? [] : [lireFeuilleXml(xml, nom, masquee, ressources)];
  });
  return lues.length === 0 ? refuserDepot('fichier-abime') : accepter({ feuilles: lues, base1904 });
};
