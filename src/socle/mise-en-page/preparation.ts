import type { Bloc, DocumentCompose } from '../../moteurs/document/index.ts';
import { permettreLaCoupure, remplacerAbsents } from './couverture.ts';
import { mesurerFigure } from './figures.ts';
import { citerFondement, composerMentions } from './mentions.ts';
import { estEnArticles } from './sommaire.ts';
import { mesurerColonnes } from './tableaux.ts';

/** Ce qui ne se dessine pas en toutes lettres : codes, ancres, adresses, figures. */
const CLES_INTACTES = new Set([
  'type',
  'style',
  'ton',
  'ancre',
  'cible',
  'adresse',
  'svg',
  'date',
  'etat',
  'alignement',
  'id',
]);

const retoucher = (valeur: unknown, cle = ''): unknown => {
  if (typeof valeur === 'string')
    return CLES_INTACTES.has(cle) ? valeur : permettreLaCoupure(remplacerAbsents(valeur));
  if (Array.isArray(valeur)) return valeur.map((element: unknown) => retoucher(element, cle));
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur).map(([nom, contenu]) => [nom, retoucher(contenu, nom)]),
  );
};

/** Ajoute à chaque bloc ce que le gabarit ne calcule pas. */
const completer = (bloc: Bloc): unknown => {
  switch (bloc.type) {
    case 'tableau':
      return { ...bloc, largeurs: mesurerColonnes(bloc) };
    case 'figure':
      return { ...bloc, ...mesurerFigure(bloc.svg) };
    case 'clause':
      return { ...bloc, fondement: citerFondement(bloc), blocs: bloc.blocs.map(completer) };
    case 'annexe':
    case 'encadre':
      return { ...bloc, blocs: bloc.blocs.map(completer) };
    default:
      return bloc;
  }
};

/** Le document tel que le gabarit Typst le lit (`document.json`). */
export const preparerPourTypst = (document: DocumentCompose, empreinte: string): string =>
  JSON.stringify(
    retoucher({
      ...document,
      ...composerMentions(document, empreinte),
      numerotation: estEnArticles(document.blocs) ? 'articles' : 'decimale',
      blocs: document.blocs.map(completer),
    }),
  );
