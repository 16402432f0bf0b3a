import {
  type CelluleLue,
  type ContexteDeColonne,
  type LecteurDeCellule,
  lue,
  note,
  texteNet,
} from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import { nombreIllisible, notesDEcriture } from './lire-nombres.ts';
import { ecrireCourt, lireNombre, montrer, type NombreLu } from './nombre.ts';
import type { ColonneDeGrille } from './schema.ts';
import { simplifier } from './texte.ts';

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
  const trouve = /^(\d{1,2}(?:[.,]\d+)?)\s*\/\s*(\d{1,2})(?:\s*(?:e|eme|emes|es))?$/.exec(
    simplifier(texteNet(cellule)),
  );
  if (!trouve || Number(trouve[2]) === 0) return null;
  const rapport = Number((trouve[1] ?? '').replace(',', '.')) / Number(trouve[2]);
  return rapport <= 1 ? rapport : null;
};

const pourcentage = (
  nombre: NombreLu,
  cellule: Cellule,
  colonne: ColonneDeGrille,
  contexte: ContexteDeColonne,
): CelluleLue => {
  if (nombre.unite !== '' && !nombre.pourcentage) return nombreIllisible(cellule, colonne);
  const typee = cellule.type === 'nombre';
  if (nombre.pourcentage) {
    const valeur = ecrireCourt(typee ? nombre.nombre * 100 : nombre.nombre);
    return lue(
      valeur,
      ...notesDEcriture(nombre, contexte).filter((n) => n.action !== 'reparer'),
      note('reparer', 'quotite-pourcentage', `Pourcentage compris comme ${montrer(valeur)} %.`),
    );
  }
  if (
    nombre.nombre > 0 &&
    nombre.nombre <= 1 &&
    (colonne.nature === 'quotite' || contexte.enFraction)
  ) {
    const valeur = ecrireCourt(nombre.nombre * 100);
    const regle = colonne.nature === 'part' ? 'parts-en-fraction' : 'quotite-fraction';
    return lue(
      valeur,
      note(
        'reparer_et_signaler',
        regle,
        `${colonne.titre} ${montrer(cellule.texte.trim())} comprise comme ${montrer(valeur)} % : à confirmer.`,
      ),
    );
  }
  return lue(ecrireCourt(nombre.nombre), ...notesDEcriture(nombre, contexte));
};

/** Quotités et parts, en pour cent : 80, « 80 % », 0,8, « mi-temps », « 28/35 ». */
export const lirePourcentage: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  const rapport = fractionEcrite(cellule);
  if (rapport !== null) {
    const valeur = ecrireCourt(Math.round(rapport * 10_000) / 100);
    return lue(
      valeur,
      note(
        'reparer_et_signaler',
        'quotite-fraction',
        `Fraction comprise comme ${montrer(valeur)} % : à confirmer.`,
      ),
    );
  }
  if (nombre) return pourcentage(nombre, cellule, colonne, contexte);
  const lettres = enLettres(cellule);
  if (lettres === null) return nombreIllisible(cellule, colonne);
  return lue(
    String(lettres),
    note(
      'reparer_et_signaler',
      'quotite-en-lettres',
      `« ${texteNet(cellule)} » compris comme ${lettres} % : à confirmer.`,
    ),
  );
};

/** Taux de TVA : 20, « 20 % », 0,2 (les taux admis lèvent l’ambiguïté). */
export const lireTaux: LecteurDeCellule = (cellule, colonne, contexte) => {
  const nombre = lireNombre(cellule, contexte.aVirgules);
  if (!nombre || (nombre.unite !== '' && !nombre.pourcentage))
    return nombreIllisible(cellule, colonne);
  const admis = colonne.valeurs ?? [];
  const tel = ecrireCourt(nombre.nombre);
  const centuple = ecrireCourt(nombre.nombre * 100);
  if (nombre.pourcentage && cellule.type !== 'nombre')
    return lue(
      tel,
      note('reparer', 'quotite-pourcentage', `Taux compris comme ${montrer(tel)} %.`),
    );
  if (!admis.includes(tel) && admis.includes(centuple))
    return lue(
      centuple,
      note(
        'reparer',
        'quotite-pourcentage',
        `Taux en fraction compris comme ${montrer(centuple)} %.`,
      ),
    );
  return lue(tel, ...notesDEcriture(nombre, contexte));
};
