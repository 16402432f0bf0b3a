import type { Bloc, BlocTitre } from '../../moteurs/document/index.ts';

/** Vrai pour un acte rédigé en articles. */
export const estEnArticles = (blocs: readonly Bloc[]): boolean =>
  blocs.some((bloc) => bloc.type === 'clause' && bloc.titre.numero?.startsWith('Article') === true);

/** Un acte se résume à ses articles ; un rapport, à deux niveaux de titres. */
export const profondeurDuSommaire = (blocs: readonly Bloc[]): 1 | 2 =>
  estEnArticles(blocs) ? 1 : 2;

/** Les titres du sommaire, clauses et annexes comprises, dans l’ordre. */
export const recenserTitres = (blocs: readonly Bloc[], profondeur: number): readonly BlocTitre[] =>
  blocs.flatMap((bloc): readonly BlocTitre[] => {
    if (bloc.type === 'titre') return bloc.niveau <= profondeur ? [bloc] : [];
    if (bloc.type !== 'clause' && bloc.type !== 'annexe') return [];
    const dedans = recenserTitres(bloc.blocs, profondeur);
    return bloc.titre.niveau <= profondeur ? [bloc.titre, ...dedans] : dedans;
  });
