import type { MoyensDeLecture } from './cellule-lue.ts';
import type { ColonneBrute, Emploi } from './emplois.ts';
import { lireLibelle, meilleureRessemblance } from './libelles.ts';
import type { ModeleDeColonnes } from './modele-de-colonnes.ts';
import { lireRepartition } from './repartition.ts';

/** Colonnes qui réunissent plusieurs champs : « chapitre - compte », « service x % / service y % ». */
export const attribuerReunies = (
  brutes: readonly ColonneBrute[],
  modele: ModeleDeColonnes,
  moyens: MoyensDeLecture,
  emplois: Map<number, Emploi>,
): void => {
  const libres = brutes.filter((b) => emplois.get(b.intitule.rang)?.sorte !== 'interdite');
  for (const brute of libres) {
    const libelle = lireLibelle(brute.intitule.texte);
    const composee = modele.composees.find(
      (c) =>
        meilleureRessemblance(libelle, c.libelles) >= 0.8 &&
        brute.echantillon.some((cellule) => c.composee.decouper(cellule.texte) !== null),
    );
    if (composee)
      emplois.set(brute.intitule.rang, { sorte: 'composee', composee: composee.composee });
  }
  if (modele.repartition.length === 0) return;
  const remplie = libres.find((b) => estRepartition(b, moyens));
  const nommee = libres.find(
    (b) =>
      b.echantillon.length === 0 &&
      emplois.get(b.intitule.rang) === undefined &&
      modele.repartition.some(({ cle }) => cle === lireLibelle(b.intitule.texte).cle),
  );
  const trouvee = remplie ?? nommee;
  if (trouvee) emplois.set(trouvee.intitule.rang, { sorte: 'repartition' });
};

const estRepartition = (brute: ColonneBrute, moyens: MoyensDeLecture): boolean => {
  if (brute.echantillon.length === 0) return false;
  const lisibles = brute.echantillon.filter(
    (cellule) =>
      /\d/.test(cellule.texte) && lireRepartition(cellule.texte, moyens.index.services) !== null,
  );
  return lisibles.length / brute.echantillon.length >= 0.6;
};
