import { type LecteurDeCellule, lue, note, texteNet } from './cellule-lue.ts';
import { nombreIllisible, notesDEcriture } from './lire-nombres.ts';
import { ecrireCourt, lireNombre, montrer } from './nombre.ts';
import { simplifier } from './texte.ts';

const DUREE =
  /^(\d{1,4})\s*(?:h|:|heures?)\s*(\d{1,2})?(?:\s*(?:min|mn|')?)(?::\d{2})?(?:\s*\/?\s*(?:sem(?:aine)?|hebdo)\.?)?$/;
const TRENTE_CINQUIEMES =
  /^(\d{1,2}(?:[.,]\d+)?)\s*(?:h\s*(\d{2})?)?\s*\/\s*(\d{2})(?:[.,]0+)?(?:\s*(?:e|eme|emes|es|h(?:eures?)?(?:00)?))?$/;

/** Durées hebdomadaires : 35, « 35h », « 17h30 », « 17:30 », « 28/35e ». */
export const lireHeures: LecteurDeCellule = (cellule, colonne, contexte) => {
  if (cellule.format === 'duree' && typeof cellule.valeur === 'number') {
    const valeur = ecrireCourt(Math.round(cellule.valeur * 24 * 100) / 100);
    return lue(
      valeur,
      note('reparer', 'duree-en-texte', `Durée comprise comme ${montrer(valeur)} heures.`),
    );
  }
  const texte = simplifier(texteNet(cellule));
  const duree = DUREE.exec(texte);
  if (duree && Number(duree[2] ?? 0) < 60) {
    const valeur = ecrireCourt(
      Math.round((Number(duree[1]) + Number(duree[2] ?? 0) / 60) * 100) / 100,
    );
    return lue(
      valeur,
      note(
        'reparer',
        'duree-en-texte',
        `« ${texteNet(cellule)} » compris comme ${montrer(valeur)} heures.`,
      ),
    );
  }
  const rapport = TRENTE_CINQUIEMES.exec(texte);
  if (rapport) {
    const heures = Number((rapport[1] ?? '').replace(',', '.')) + Number(rapport[2] ?? 0) / 60;
    const valeur = ecrireCourt(Math.round(heures * 100) / 100);
    return {
      ...lue(
        valeur,
        note(
          'reparer',
          'duree-en-texte',
          `« ${texteNet(cellule)} » compris comme ${montrer(valeur)} heures.`,
        ),
      ),
      aussi: { duree_reference: String(Number(rapport[3])) },
    };
  }
  const nombre = lireNombre(cellule, contexte.aVirgules);
  if (!nombre) return nombreIllisible(cellule, colonne);
  if (nombre.unite !== '' && !/^h(?:eures?)?\b/.test(nombre.unite))
    return nombreIllisible(cellule, colonne);
  const notes = notesDEcriture(nombre, contexte);
  return lue(
    ecrireCourt(nombre.nombre),
    ...notes,
    ...(nombre.unite === ''
      ? []
      : [
          note(
            'reparer',
            'duree-en-texte',
            `« ${texteNet(cellule)} » compris comme ${montrer(nombre.nombre)} heures.`,
          ),
        ]),
  );
};
