import {
  type BlocClause,
  type DocumentCompose,
  ecrireJour,
  INSECABLE,
} from '../../moteurs/document/index.ts';

/** Mentions que la mise en page ajoute au document : les mêmes dans tous les formats. */
export interface Mentions {
  readonly titreCourt: string;
  readonly etablissement: string;
  readonly pied: string;
  /** Ce qui permet de reconnaître le document : version, modèle, empreinte. */
  readonly colophon: string;
}

const abreger = (texte: string, longueur: number): string =>
  texte.length <= longueur ? texte : `${texte.slice(0, longueur - 1).trimEnd()}…`;

export const composerMentions = (document: DocumentCompose, empreinte: string): Mentions => {
  const { titre, auteur, date, version, etat } = document.metadonnees;
  const jour = ecrireJour(date);
  return {
    titreCourt: abreger(titre, 60),
    etablissement: `${auteur}, le ${jour}. Version ${version}.`,
    pied: `${abreger(auteur, 40)}, ${jour}, version ${version}${etat === 'projet' ? ' (projet)' : ''}`,
    colophon:
      `Document établi le ${jour}, version ${version}. Modèle ${document.modele.nom}, ` +
      `version ${document.modele.version}. Empreinte du contenu (SHA-256)${INSECABLE}: ${empreinte}`,
  };
};

/** « Fondement : CGCT, art. L. 5211-4-2. Clause objet, version 2026-1. » */
export const citerFondement = ({ article, id, version }: BlocClause): string =>
  `${article === null ? '' : `Fondement${INSECABLE}: ${article}. `}Clause ${id}, version ${version}.`;

/** Ce que dit un document qui n’est pas définitif. */
export const PROJET = 'Projet : document de travail, sans valeur d’acte.';
