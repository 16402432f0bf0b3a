export type TypeDeChamp =
  | 'texte'
  | 'texte-long'
  | 'montant'
  | 'nombre'
  | 'entier'
  | 'etp'
  | 'pourcentage'
  | 'date'
  | 'booleen'
  | 'choix'
  | 'svg'
  | 'objet'
  | 'liste'
  | 'liste-de-textes';

/** La description d’un champ : ce que le modèle attend, pourquoi, et où on le renseigne. */
export interface Champ {
  /** Clé dans les données (lettres sans accent, chiffres, soulignés). */
  readonly nom: string;
  readonly libelle: string;
  readonly type: TypeDeChamp;
  readonly requis?: boolean;
  /** Expression : le champ est requis quand elle est vraie (portée : le document entier). */
  readonly requisSi?: string;
  /** Où l’utilisateur le renseigne, en clair. Hérité du champ qui le contient. */
  readonly ou?: string;
  /** L’article qui l’exige. Hérité du champ qui le contient. */
  readonly article?: string;
  readonly aide?: string;
  /** Nombre d’éléments exigés d’une liste requise (1 à défaut). */
  readonly minimum?: number;
  readonly choix?: readonly { readonly code: string; readonly libelle: string }[];
  /** Sous-champs d’un objet, ou d’un élément de liste. */
  readonly champs?: readonly Champ[];
}

/** Un champ avec son chemin complet : `parties[].representant.nom`. */
export interface ChampDecrit {
  readonly chemin: string;
  readonly libelle: string;
  readonly type: TypeDeChamp;
  readonly requis: boolean;
  readonly requisSi: string | null;
  readonly ou: string | null;
  readonly article: string | null;
  readonly aide: string | null;
  readonly choix: readonly { readonly code: string; readonly libelle: string }[];
}

/** La description à plat de tous les champs, parents d’abord. */
export const decrireChamps = (
  champs: readonly Champ[],
  prefixe = '',
  herite: Pick<Champ, 'ou' | 'article'> = {},
): ChampDecrit[] =>
  champs.flatMap((champ) => {
    const chemin = prefixe + champ.nom;
    const ou = champ.ou ?? herite.ou;
    const article = champ.article ?? herite.article;
    const suite = champ.type === 'liste' ? '[].' : '.';
    return [
      {
        chemin,
        libelle: champ.libelle,
        type: champ.type,
        requis: champ.requis ?? false,
        requisSi: champ.requisSi ?? null,
        ou: ou ?? null,
        article: article ?? null,
        aide: champ.aide ?? null,
        choix: champ.choix ?? [],
      },
      ...decrireChamps(champ.champs ?? [], chemin + suite, {
        ...(ou === undefined ? {} : { ou }),
        ...(article === undefined ? {} : { article }),
      }),
    ];
  });
