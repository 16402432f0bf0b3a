import type { Alignement, Bloc, Fragment, Signataire, Texte } from './arbre.ts';
import { ErreurDeModele } from './valeurs.ts';

/** Une rangée rédigée : en-têtes, ligne, total ou signataire. */
export interface RangeeRedigee {
  readonly genre: string;
  readonly cellules: readonly Texte[];
}

const SIGNES: Readonly<Record<string, Alignement>> = { '>': 'fin', '=': 'centre' };

/** Un en-tête qui finit par « > » aligne sa colonne à droite, par « = » au centre. */
const lireEntete = (cellule: Texte): { entete: Texte; alignement: Alignement } => {
  const dernier = cellule.at(-1);
  const fin = dernier?.type === 'texte' ? /^(.*?)\s*([>=])$/su.exec(dernier.texte) : null;
  if (dernier?.type !== 'texte' || fin === null) return { entete: cellule, alignement: 'debut' };
  const reste: Fragment = { ...dernier, texte: fin[1] ?? '' };
  return {
    entete: [...cellule.slice(0, -1), ...(reste.texte === '' ? [] : [reste])],
    alignement: SIGNES[fin[2] ?? ''] ?? 'debut',
  };
};

/** Compose un tableau ; sans ligne, dit simplement « néant ». */
export const composerTableau = (legende: Texte, rangees: readonly RangeeRedigee[]): Bloc => {
  const entetes = rangees.find(({ genre }) => genre === 'entetes');
  if (entetes === undefined) throw new ErreurDeModele('un tableau a une rangée « entetes | … ».');
  const largeur = entetes.cellules.length;
  const choisir = (voulu: string) =>
    rangees
      .filter(({ genre }) => genre === voulu)
      .map(({ cellules }) => {
        if (cellules.length !== largeur)
          throw new ErreurDeModele(
            `une rangée a ${cellules.length} cellules au lieu de ${largeur}.`,
          );
        return cellules;
      });
  const lignes = choisir('ligne');
  const neant: Fragment = { type: 'texte', texte: '\u00a0: néant.' };
  if (lignes.length === 0)
    return { type: 'paragraphe', style: 'normal', contenu: [...legende, neant] };
  return {
    type: 'tableau',
    legende,
    colonnes: entetes.cellules.map(lireEntete),
    lignes,
    totaux: choisir('total'),
  };
};

/** « signataire | partie | nom | fonction ». */
export const composerSignataire = ({ cellules }: RangeeRedigee): Signataire => {
  const [partie, nom = [], fonction = []] = cellules;
  if (partie === undefined || cellules.length > 3)
    throw new ErreurDeModele('un signataire s’écrit « signataire | partie | nom | fonction ».');
  return { partie, nom, fonction };
};
