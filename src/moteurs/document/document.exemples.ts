import { type Bloc, composer, type DocumentCompose, type Modele } from './index.ts';

/** Un petit modèle d’essai : deux champs, et le texte voulu. */
export const modeleDEssai = (plus: Partial<Modele> = {}): Modele => ({
  nom: 'essai',
  version: '1',
  libelle: 'Essai',
  description: 'Modèle d’essai',
  numerotation: 'decimale',
  titre: 'Essai',
  auteur: 'Communauté',
  sujet: 'Essai',
  champs: [
    { nom: 'nom', libelle: 'Nom', type: 'texte' },
    { nom: 'vrai_ou_faux', libelle: 'Oui ou non', type: 'booleen' },
    {
      nom: 'communes',
      libelle: 'Communes',
      type: 'liste',
      champs: [
        { nom: 'nom', libelle: 'Nom', type: 'texte' },
        { nom: 'montant', libelle: 'Montant', type: 'montant' },
        { nom: 'etp', libelle: 'ETP', type: 'etp' },
      ],
    },
  ],
  texte: '',
  ...plus,
});

/** Compose un texte de modèle avec ces données ; échoue si le document est refusé. */
export const composerTexte = (
  texte: string,
  donnees: unknown = {},
  plus: Partial<Modele> = {},
): DocumentCompose => {
  const resultat = composer(modeleDEssai({ texte, ...plus }), donnees, { le: '2026-11-24' });
  if (!resultat.ok) throw new Error(resultat.refus.map(({ message }) => message).join('\n'));
  return resultat.valeur;
};

/** Les blocs d’un type, où qu’ils soient dans l’arbre. */
export const blocsDeType = <T extends Bloc['type']>(
  blocs: readonly Bloc[],
  type: T,
): Extract<Bloc, { type: T }>[] =>
  blocs.flatMap((bloc) => [
    ...(estDeType(bloc, type) ? [bloc] : []),
    ...('blocs' in bloc ? blocsDeType(bloc.blocs, type) : []),
  ]);

const estDeType = <T extends Bloc['type']>(
  bloc: Bloc,
  type: T,
): bloc is Extract<Bloc, { type: T }> => bloc.type === type;
