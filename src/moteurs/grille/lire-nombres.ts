import { type CelluleLue, type ContexteDeColonne, type LecteurDeCellule, type NoteDeCellule, bloquee, lue, note, texteNet } from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import { ecrireCourt, ecrireDeuxDecimales, ecrirePrix, lireNombre, montrer, type NombreLu } from './nombre.ts';
import type { ColonneDeGrille } from './schema.ts';
import { simplifier } from './texte.ts';

/** Écrit un nombre comme le veut sa colonne. */
export const ecrireNombre = (nombre: number, colonne: ColonneDeGrille): string => {
  if (colonne.decimales === 2) return ecrireDeuxDecimales(nombre);
  if (colonne.decimales === 'prix') return ecrirePrix(nombre);
  return ecrireCourt(nombre);
};

const LONGUEURS: Readonly<Record<string, number>> = { m: 1, ml: 1, 'metre lineaire': 1, metre: 1, metres: 1, km: 1000, kilometre: 1000, kilometres: 1000, kms: 1000, hm: 100 };
const SURFACES: Readonly<Record<string, number>> = { m2: 1, 'm²': 1, 'metres carres': 1, ha: 10_000, hectare: 10_000, hectares: 10_000, km2: 1_000_000 };
const MASSES: Readonly<Record<string, number>> = { t: 1, tonne: 1, tonnes: 1, kg: 0.001, kilo: 0.001, kilos: 0.001 };

/** Facteur de conversion d’une unité lue vers l’unité attendue ; null si elles n’ont rien de commun. */
export const facteurDUnite = (lueBrute: string, attendueBrute: string): number | null => {
  const lu = simplifier(lueBrute).replace(/[.\s]+$/, '');
  const attendue = simplifier(attendueBrute);
  for (const famille of [LONGUEURS, SURFACES, MASSES]) {
    const de = famille[lu];
    const vers = famille[attendue];
    if (de !== undefined && vers !== undefined) return de / vers;
  }
  return null;
};

const MONNAIE = /^(?:€|eur|euros?|€\s*\/\s*an|€ par an|euros? par an)?\s*(?:ttc|ht|net|brut|charges? comprises|tcc)?$/;
const MILLIERS = /^(?:k\s*(?:€|eur|euros?)?|keur|ke|milliers? d'euros?)\s*(?:ttc|ht)?$/;
const MENSUEL = /(?:\/|par)\s*mois|mensuel/;

interface Conversion {
  readonly facteur: number;
  readonly notes: readonly NoteDeCellule[];
}

const SANS: Conversion = { facteur: 1, notes: [] };

const uniteDeMontant = (unite: string, colonne: ColonneDeGrille): Conversion | null => {
  if (MENSUEL.test(unite)) return { facteur: 12, notes: [note('reparer_et_signaler', 'montant-mensuel-converti', 'Montant mensuel multiplié par 12 : à confirmer.')] };
  if (MILLIERS.test(unite)) return { facteur: 1000, notes: [note('reparer_et_signaler', 'milliers-d-euros', 'Montant en milliers d’euros multiplié par 1000 : à confirmer.')] };
  if (!MONNAIE.test(unite)) return null;
  if (colonne.unite === 'ttc' && /\bht$/.test(unite)) return { facteur: 1.2, notes: [note('reparer_et_signaler', 'hors-taxes', 'Montant hors taxes converti en TTC à 20 % : à confirmer.')] };
  if (unite === '' || (colonne.unite === 'ht' && /ttc$/.test(unite))) return SANS;
  return { facteur: 1, notes: [note('reparer', 'unite-dans-la-cellule', `Unité « ${unite} » retirée du montant.`)] };
};

const uniteDeQuantite = (unite: string, attendue: string | null): Conversion | null => {
  if (unite === '') return SANS;
  const facteur = attendue === null ? null : facteurDUnite(unite, attendue);
  if (facteur !== null && facteur !== 1)
    return { facteur, notes: [note('reparer_et_signaler', 'unite-convertie', `Converti de « ${unite} » en « ${attendue} » : à confirmer.`)] };
  if (/\d/.test(unite.replace(/m[23]/g, ''))) return null;
  return { facteur: 1, notes: [note('reparer', 'unite-dans-la-cellule', `Unité « ${unite} » retirée du nombre.`)] };
};

/** Remarques sur la seule écriture du nombre (virgule, espaces, parenthèses, approximation). */
export const notesDEcriture = (nombre: NombreLu, contexte: ContexteDeColonne): NoteDeCellule[] => {
  const notes: NoteDeCellule[] = [];
  if (nombre.approche) notes.push(note('reparer_et_signaler', 'valeur-approchee', 'Valeur marquée « estimée » : à confirmer.'));
  if (nombre.parentheses) notes.push(note('reparer', 'negatif', 'Montant entre parenthèses compris comme un montant négatif.'));
  if (nombre.virgule || nombre.espaces || nombre.milliersPonctues) notes.push(note('reparer', 'nombre-francais', 'Nombre écrit à la française (virgule décimale ou espaces).'));
  else if (nombre.point && contexte.aVirgules) notes.push(note('reparer', 'separateur-decimal', 'Point décimal au milieu d’une colonne à virgules.'));
  return notes;
};

const noteDArrondi = (nombre: number, ecrit: string, colonne: ColonneDeGrille, dejaNote: boolean): NoteDeCellule[] =>
  !dejaNote && colonne.decimales === 2 && Math.abs(Number(ecrit) - nombre) > 1e-6
    ? [note('reparer', 'arrondi', `Arrondi à deux décimales : ${montrer(ecrit)}.`)]
    : [];

const facteurDeColonne = (contexte: ContexteDeColonne, uniteEcrite: boolean): Conversion => {
  if (contexte.facteur === 1 || uniteEcrite) return SANS;
  if (contexte.facteur === 12) return { facteur: 12, notes: [note('reparer_et_signaler', 'montant-mensuel-converti', 'La colonne annonce un montant mensuel : multiplié par 12, à confirmer.')] };
  return { facteur: contexte.facteur, notes: [note('reparer_et_signaler', 'milliers-d-euros', 'Saisi en milliers d’euros : multiplié par 1000, à confirmer.')] };
};

/** Refus commun : ce texte n’est pas un nombre. */
export const nombreIllisible = (cellule: Cellule, colonne: ColonneDeGrille): CelluleLue =>
  bloquee('nombre-illisible', `« ${texteNet(cellule)} » n’est pas un nombre : corrigez « ${colonne.titre} ».`);

const entierExige = (nombre: number, colonne: ColonneDeGrille): boolean => colonne.entier && !Number.isInteger(Number(nombre.toPrecision(12)));

const composer = (nombre: NombreLu, conversion: Conversion, cellule: Cellule, colonne: ColonneDeGrille, contexte: ContexteDeColonne): CelluleLue => {
  const deColonne = facteurDeColonne(contexte, conversion.facteur !== 1);
  const valeur = nombre.nombre * conversion.facteur * deColonne.facteur;
  if (entierExige(valeur, colonne)) return bloquee('nombre-illisible', `« ${texteNet(cellule)} » : un nombre entier est attendu dans « ${colonne.titre} ».`);
  const ecrit = ecrireNombre(valeur, colonne);
  const notes = [...conversion.notes, ...deColonne.notes, ...notesDEcriture(nombre, contexte)];
  return lue(ecrit, ...notes, ...noteDArrondi(valeur, ecrit, colonne, notes.length > 0));
};

/** Montants en euros : €, k€, HT, TTC, parenthèses. */
export const lireMontant: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  const conversion = nombre && uniteDeMontant(nombre.unite, colonne);
  return nombre && conversion ? composer(nombre, conversion, cellule, colonne, contexte) : nombreIllisible(cellule, colonne);
};

/** Nombres et quantités : unité dans la cellule ou dans l’intitulé, convertie vers celle de la colonne. */
export const lireQuantite: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  if (!nombre) return nombreIllisible(cellule, colonne);
  const unite = nombre.unite === '' && contexte.unite !== null && colonne.unite !== null && facteurDUnite(contexte.unite, colonne.unite) !== 1 ? contexte.unite : nombre.unite;
  const utile = nombre.unite === '' && facteurDUnite(unite, colonne.unite ?? '') === null ? '' : unite;
  const conversion = uniteDeQuantite(utile, colonne.unite);
  return conversion ? composer(nombre, conversion, cellule, colonne, contexte) : nombreIllisible(cellule, colonne);
};

const LETTRES: readonly (readonly [RegExp, number])[] = [
  [/^(?:temps|tps) (?:plein|complet)|^plein temps|^(?:totalite|complete?|plein)$/, 100],
  [/^(?:a )?(?:mi[- ]temps|mi temps|la moitie|moitie|demi)/, 50],
  [/^(?:aux )?(?:trois[- ]quarts?|3\/4)/, 75],
  [/^quart(?:[- ]de)?[- ]temps|^1\/4/, 25],
];

const enLettres = (cellule: Cellule): number | null => {
  const texte = simplifier(texteNet(cellule));
  return LETTRES.find(([forme]) => forme.test(texte))?.[1] ?? null;
};

const fractionEcrite = (cellule: Cellule): number | null => {
  const trouve = /^(\d{1,2}(?:[.,]\d+)?)\s*\/\s*(\d{1,2})(?:\s*(?:e|eme|emes|es))?$/.exec(simplifier(texteNet(cellule)));
  if (!trouve || Number(trouve[2]) === 0) return null;
  const rapport = Number((trouve[1] ?? '').replace(',', '.')) / Number(trouve[2]);
  return rapport <= 1 ? rapport : null;
};

const pourcentage = (nombre: NombreLu, cellule: Cellule, colonne: ColonneDeGrille, contexte: ContexteDeColonne): CelluleLue => {
  if (nombre.unite !== '' && !nombre.pourcentage) return nombreIllisible(cellule, colonne);
  const typee = cellule.type === 'nombre';
  if (nombre.pourcentage) {
    const valeur = ecrireCourt(typee ? nombre.nombre * 100 : nombre.nombre);
    return lue(valeur, ...notesDEcriture(nombre, contexte).filter((n) => n.action !== 'reparer'), note('reparer', 'quotite-pourcentage', `Pourcentage compris comme ${montrer(valeur)} %.`));
  }
  if (nombre.nombre > 0 && nombre.nombre <= 1 && (colonne.nature === 'quotite' || contexte.enFraction)) {
    const valeur = ecrireCourt(nombre.nombre * 100);
    const regle = colonne.nature === 'part' ? 'parts-en-fraction' : 'quotite-fraction';
    return lue(valeur, note('reparer_et_signaler', regle, `${colonne.titre} ${montrer(cellule.texte.trim())} comprise comme ${montrer(valeur)} % : à confirmer.`));
  }
  return lue(ecrireCourt(nombre.nombre), ...notesDEcriture(nombre, contexte));
};

/** Quotités et parts, en pour cent : 80, « 80 % », 0,8, « mi-temps », « 28/35 ». */
export const lirePourcentage: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  const rapport = fractionEcrite(cellule);
  if (rapport !== null) {
    const valeur = ecrireCourt(Math.round(rapport * 10_000) / 100);
    return lue(valeur, note('reparer_et_signaler', 'quotite-fraction', `Fraction comprise comme ${montrer(valeur)} % : à confirmer.`));
  }
  if (nombre) return pourcentage(nombre, cellule, colonne, contexte);
  const lettres = enLettres(cellule);
  if (lettres === null) return nombreIllisible(cellule, colonne);
  return lue(String(lettres), note('reparer_et_signaler', 'quotite-en-lettres', `« ${texteNet(cellule)} » compris comme ${lettres} % : à confirmer.`));
};

/** Taux de TVA : 20, « 20 % », 0,2 (les taux admis lèvent l’ambiguïté). */
export const lireTaux: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  if (!nombre || (nombre.unite !== '' && !nombre.pourcentage)) return nombreIllisible(cellule, colonne);
  const admis = colonne.valeurs ?? [];
  const tel = ecrireCourt(nombre.nombre);
  const centuple = ecrireCourt(nombre.nombre * 100);
  if (nombre.pourcentage && cellule.type !== 'nombre') return lue(tel, note('reparer', 'quotite-pourcentage', `Taux compris comme ${montrer(tel)} %.`));
  if (!admis.includes(tel) && admis.includes(centuple)) return lue(centuple, note('reparer', 'quotite-pourcentage', `Taux en fraction compris comme ${montrer(centuple)} %.`));
  return lue(tel, ...notesDEcriture(nombre, contexte));
};

const DUREE = /^(\d{1,4})\s*(?:h|:|heures?)\s*(\d{1,2})?(?:\s*(?:min|mn|')?)(?::\d{2})?(?:\s*\/?\s*(?:sem(?:aine)?|hebdo)\.?)?$/;
const TRENTE_CINQUIEMES = /^(\d{1,2}(?:[.,]\d+)?)\s*\/\s*(\d{2})(?:[.,]0+)?(?:\s*(?:e|eme|emes|es))?$/;

/** Durées hebdomadaires : 35, « 35h », « 17h30 », « 17:30 », « 28/35e ». */
export const lireHeures: LecteurDeCellule = (cellule, colonne, contexte) => {
  if (cellule.format === 'duree' && typeof cellule.valeur === 'number') {
    const valeur = ecrireCourt(Math.round(cellule.valeur * 24 * 100) / 100);
    return lue(valeur, note('reparer', 'duree-en-texte', `Durée comprise comme ${montrer(valeur)} heures.`));
  }
  const texte = simplifier(texteNet(cellule));
  const duree = DUREE.exec(texte);
  if (duree && Number(duree[2] ?? 0) < 60) {
    const valeur = ecrireCourt(Math.round((Number(duree[1]) + Number(duree[2] ?? 0) / 60) * 100) / 100);
    return lue(valeur, note('reparer', 'duree-en-texte', `« ${texteNet(cellule)} » compris comme ${montrer(valeur)} heures.`));
  }
  const rapport = TRENTE_CINQUIEMES.exec(texte);
  if (rapport) {
    const valeur = ecrireCourt(Number((rapport[1] ?? '').replace(',', '.')));
    return { ...lue(valeur, note('reparer', 'duree-en-texte', `« ${texteNet(cellule)} » compris comme ${montrer(valeur)} heures.`)), aussi: { duree_reference: String(Number(rapport[2])) } };
  }
  const nombre = lireNombre(cellule, contexte.aVirgules);
  if (!nombre) return nombreIllisible(cellule, colonne);
  if (nombre.unite !== '' && !/^h(?:eures?)?\b/.test(nombre.unite)) return nombreIllisible(cellule, colonne);
  const notes = notesDEcriture(nombre, contexte);
  return lue(ecrireCourt(nombre.nombre), ...notes, ...(nombre.unite === '' ? [] : [note('reparer', 'duree-en-texte', `« ${texteNet(cellule)} » compris comme ${montrer(nombre.nombre)} heures.`)]));
};
