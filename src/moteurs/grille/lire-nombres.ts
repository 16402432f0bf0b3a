import {
  bloquee,
  type CelluleLue,
  type ContexteDeColonne,
  type LecteurDeCellule,
  lue,
  type NoteDeCellule,
  note,
  texteNet,
} from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import {
  ecrireCourt,
  ecrireDeuxDecimales,
  ecrirePrix,
  lireNombre,
  montrer,
  type NombreLu,
} from './nombre.ts';
import type { ColonneDeGrille } from './schema.ts';
import { simplifier } from './texte.ts';

/** Écrit un nombre comme le veut sa colonne. */
export const ecrireNombre = (nombre: number, colonne: ColonneDeGrille): string => {
  if (colonne.decimales === 2) return ecrireDeuxDecimales(nombre);
  if (colonne.decimales === 'prix') return ecrirePrix(nombre);
  return ecrireCourt(nombre);
};

const LONGUEURS: Readonly<Record<string, number>> = {
  m: 1,
  ml: 1,
  'metre lineaire': 1,
  metre: 1,
  metres: 1,
  km: 1000,
  kilometre: 1000,
  kilometres: 1000,
  kms: 1000,
  hm: 100,
};
const SURFACES: Readonly<Record<string, number>> = {
  m2: 1,
  'm²': 1,
  'metres carres': 1,
  ha: 10_000,
  hectare: 10_000,
  hectares: 10_000,
  km2: 1_000_000,
};
const MASSES: Readonly<Record<string, number>> = {
  t: 1,
  tonne: 1,
  tonnes: 1,
  kg: 0.001,
  kilo: 0.001,
  kilos: 0.001,
};

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

const MONNAIE =
  /^(?:€|eur|euros?|€\s*\/\s*an|€ par an|euros? par an)?\s*(?:ttc|ht|net|brut|charges? comprises|tcc)?$/;
const MILLIERS = /^(?:k\s*(?:€|eur|euros?)?|keur|ke|milliers?(?: d'euros?| €)?)\s*(?:ttc|ht)?$/;
const MENSUEL = /(?:\/|par)\s*mois|mensuel/;

interface Conversion {
  readonly facteur: number;
  readonly notes: readonly NoteDeCellule[];
}

const SANS: Conversion = { facteur: 1, notes: [] };

const uniteDeMontant = (unite: string, colonne: ColonneDeGrille): Conversion | null => {
  if (MENSUEL.test(unite))
    return {
      facteur: 12,
      notes: [
        note(
          'reparer_et_signaler',
          'montant-mensuel-converti',
          'Montant mensuel multiplié par 12 : à confirmer.',
        ),
      ],
    };
  if (MILLIERS.test(unite))
    return {
      facteur: 1000,
      notes: [
        note(
          'reparer_et_signaler',
          'milliers-d-euros',
          'Montant en milliers d’euros multiplié par 1000 : à confirmer.',
        ),
      ],
    };
  if (!MONNAIE.test(unite)) return null;
  if (colonne.unite === 'ttc' && /\bht$/.test(unite))
    return {
      facteur: 1.2,
      notes: [
        note(
          'reparer_et_signaler',
          'hors-taxes',
          'Montant hors taxes converti en TTC à 20 % : à confirmer.',
        ),
      ],
    };
  if (unite === '' || (colonne.unite === 'ht' && unite.endsWith('ttc'))) return SANS;
  return {
    facteur: 1,
    notes: [note('reparer', 'unite-dans-la-cellule', `Unité « ${unite} » retirée du montant.`)],
  };
};

const uniteDeQuantite = (unite: string, attendue: string | null): Conversion | null => {
  if (unite === '') return SANS;
  const facteur = attendue === null ? null : facteurDUnite(unite, attendue);
  if (facteur !== null && facteur !== 1)
    return {
      facteur,
      notes: [
        note(
          'reparer_et_signaler',
          'unite-convertie',
          `Converti de « ${unite} » en « ${attendue} » : à confirmer.`,
        ),
      ],
    };
  if (/\d/.test(unite.replace(/m[23]/g, ''))) return null;
  return {
    facteur: 1,
    notes: [note('reparer', 'unite-dans-la-cellule', `Unité « ${unite} » retirée du nombre.`)],
  };
};

/** Remarques sur la seule écriture du nombre (virgule, espaces, parenthèses, approximation). */
export const notesDEcriture = (nombre: NombreLu, contexte: ContexteDeColonne): NoteDeCellule[] => {
  const notes: NoteDeCellule[] = [];
  if (nombre.approche)
    notes.push(
      note('reparer_et_signaler', 'valeur-approchee', 'Valeur marquée « estimée » : à confirmer.'),
    );
  if (nombre.parentheses)
    notes.push(
      note('reparer', 'negatif', 'Montant entre parenthèses compris comme un montant négatif.'),
    );
  if (nombre.virgule || nombre.espaces || nombre.milliersPonctues)
    notes.push(
      note(
        'reparer',
        'nombre-francais',
        'Nombre écrit à la française (virgule décimale ou espaces).',
      ),
    );
  else if (nombre.point && contexte.aVirgules)
    notes.push(
      note('reparer', 'separateur-decimal', 'Point décimal au milieu d’une colonne à virgules.'),
    );
  return notes;
};

const noteDArrondi = (
  nombre: number,
  ecrit: string,
  colonne: ColonneDeGrille,
  dejaNote: boolean,
): NoteDeCellule[] =>
  !dejaNote && colonne.decimales === 2 && Math.abs(Number(ecrit) - nombre) > 1e-6
    ? [note('reparer', 'arrondi', `Arrondi à deux décimales : ${montrer(ecrit)}.`)]
    : [];

const facteurDeColonne = (contexte: ContexteDeColonne, uniteEcrite: boolean): Conversion => {
  if (contexte.facteur === 1 || uniteEcrite) return SANS;
  if (contexte.facteur === 12)
    return {
      facteur: 12,
      notes: [
        note(
          'reparer_et_signaler',
          'montant-mensuel-converti',
          'La colonne annonce un montant mensuel : multiplié par 12, à confirmer.',
        ),
      ],
    };
  return {
    facteur: contexte.facteur,
    notes: [
      note(
        'reparer_et_signaler',
        'milliers-d-euros',
        'Saisi en milliers d’euros : multiplié par 1000, à confirmer.',
      ),
    ],
  };
};

/** Refus commun : ce texte n’est pas un nombre. */
export const nombreIllisible = (cellule: Cellule, colonne: ColonneDeGrille): CelluleLue =>
  bloquee(
    'nombre-illisible',
    `« ${texteNet(cellule)} » n’est pas un nombre : corrigez « ${colonne.titre} ».`,
  );

const entierExige = (nombre: number, colonne: ColonneDeGrille): boolean =>
  colonne.entier && !Number.isInteger(Number(nombre.toPrecision(12)));

const composer = (
  nombre: NombreLu,
  conversion: Conversion,
  cellule: Cellule,
  colonne: ColonneDeGrille,
  contexte: ContexteDeColonne,
): CelluleLue => {
  const deColonne = facteurDeColonne(contexte, conversion.facteur !== 1);
  const valeur = nombre.nombre * conversion.facteur * deColonne.facteur;
  if (entierExige(valeur, colonne))
    return bloquee(
      'nombre-illisible',
      `« ${texteNet(cellule)} » : un nombre entier est attendu dans « ${colonne.titre} ».`,
    );
  const ecrit = ecrireNombre(valeur, colonne);
  const notes = [...conversion.notes, ...deColonne.notes, ...notesDEcriture(nombre, contexte)];
  return lue(ecrit, ...notes, ...noteDArrondi(valeur, ecrit, colonne, notes.length > 0));
};

/** Montants en euros : €, k€, HT, TTC, parenthèses. */
export const lireMontant: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  const conversion = nombre && uniteDeMontant(nombre.unite, colonne);
  return nombre && conversion
    ? composer(nombre, conversion, cellule, colonne, contexte)
    : nombreIllisible(cellule, colonne);
};

/** Nombres et quantités : unité dans la cellule ou dans l’intitulé, convertie vers celle de la colonne. */
export const lireQuantite: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  if (!nombre) return nombreIllisible(cellule, colonne);
  const unite =
    nombre.unite === '' &&
    contexte.unite !== null &&
    colonne.unite !== null &&
    facteurDUnite(contexte.unite, colonne.unite) !== 1
      ? contexte.unite
      : nombre.unite;
  const utile =
    nombre.unite === '' && facteurDUnite(unite, colonne.unite ?? '') === null ? '' : unite;
  const conversion = uniteDeQuantite(utile, colonne.unite);
  return conversion
    ? composer(nombre, conversion, cellule, colonne, contexte)
    : nombreIllisible(cellule, colonne);
};
