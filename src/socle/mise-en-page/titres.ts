import { type BlocTitre, INSECABLE, type Texte } from '../../moteurs/document/index.ts';

/** Ce qui sépare le numéro du titre : « Article 3 – Objet », « 2.1  Effectifs ». */
const separer = (numero: string): string =>
  /^(?:Article|Annexe) /u.test(numero) ? `${INSECABLE}– ` : `${INSECABLE}${INSECABLE}`;

/** Le titre avec son numéro, en toutes lettres : le même numéro dans tous les formats. */
export const intitulerTitre = ({ numero, contenu }: BlocTitre): Texte =>
  numero === null ? contenu : [{ type: 'texte', texte: numero + separer(numero) }, ...contenu];
