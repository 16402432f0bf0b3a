import type { Jour } from '../calendrier/index.ts';

/**
 * L’arbre d’un document composé : ce que le document affirme, sans rien dire de sa mise en page.
 * Il ne contient que des données (chaînes, nombres, listes) : il se range en JSON, se compare,
 * se signe par une empreinte, et passe d’un fil d’exécution à l’autre.
 */
export interface DocumentCompose {
  readonly modele: { readonly nom: string; readonly version: string };
  readonly metadonnees: Metadonnees;
  readonly blocs: readonly Bloc[];
  /** Les clauses du document, dans l’ordre, avec le droit qui les fonde. */
  readonly clauses: readonly ReperesDeClause[];
}

export interface Metadonnees {
  readonly titre: string;
  readonly sousTitre: string | null;
  /** La collectivité qui établit le document. */
  readonly auteur: string;
  readonly sujet: string;
  readonly langue: 'fr';
  /** Le jour d’établissement. */
  readonly date: Jour;
  /** Version du document lui-même (« 1 », « 2 »…), à ne pas confondre avec celle du modèle. */
  readonly version: string;
  readonly motsCles: readonly string[];
  /** `projet` : des champs peuvent manquer, le document le dit à chaque page. */
  readonly etat: 'projet' | 'definitif';
}

export interface ReperesDeClause {
  readonly id: string;
  readonly titre: string;
  readonly numero: string | null;
  /** Codes des règles de droit couvertes (« SC-05 »). */
  readonly regles: readonly string[];
  readonly article: string | null;
  /** Version de la clause dans le clausier. */
  readonly version: string;
}

export type Fragment =
  | {
      readonly type: 'texte';
      readonly texte: string;
      readonly gras?: boolean;
      readonly italique?: boolean;
    }
  | { readonly type: 'lien'; readonly adresse: string; readonly contenu: Texte }
  | { readonly type: 'note'; readonly contenu: Texte }
  | { readonly type: 'manquant'; readonly libelle: string }
  | { readonly type: 'renvoi'; readonly cible: string; readonly texte: string }
  | { readonly type: 'saut' };

/** Un texte riche : une suite de fragments. */
export type Texte = readonly Fragment[];

export type Niveau = 1 | 2 | 3 | 4;
export type Alignement = 'debut' | 'centre' | 'fin';
export type TonDEncadre = 'info' | 'attention' | 'droit';

export type Bloc =
  | BlocTitre
  | {
      readonly type: 'paragraphe';
      readonly style: 'normal' | 'visa';
      readonly contenu: Texte;
    }
  | { readonly type: 'liste'; readonly ordonnee: boolean; readonly elements: readonly Texte[] }
  | BlocTableau
  | {
      readonly type: 'figure';
      readonly svg: string;
      /** Ce que la figure montre, pour qui ne la voit pas. */
      readonly remplacement: string;
      readonly legende: string | null;
    }
  | {
      readonly type: 'encadre';
      readonly ton: TonDEncadre;
      readonly titre: Texte;
      readonly blocs: readonly Bloc[];
    }
  | { readonly type: 'saut-de-page' }
  | { readonly type: 'sommaire' }
  | { readonly type: 'signatures'; readonly signataires: readonly Signataire[] }
  | BlocClause
  | BlocAnnexe;

export interface BlocTitre {
  readonly type: 'titre';
  readonly niveau: Niveau;
  /** Numéro affiché (« Article 3 », « 2.1 »), null pour un titre sans numéro. */
  readonly numero: string | null;
  readonly ancre: string;
  readonly contenu: Texte;
}

export interface BlocTableau {
  readonly type: 'tableau';
  readonly legende: Texte;
  readonly colonnes: readonly { readonly entete: Texte; readonly alignement: Alignement }[];
  /** La première cellule de chaque ligne en est l’en-tête. */
  readonly lignes: readonly (readonly Texte[])[];
  readonly totaux: readonly (readonly Texte[])[];
}

export interface BlocClause extends Omit<ReperesDeClause, 'titre' | 'numero'> {
  readonly type: 'clause';
  readonly titre: BlocTitre;
  readonly blocs: readonly Bloc[];
}

export interface BlocAnnexe {
  readonly type: 'annexe';
  readonly titre: BlocTitre;
  readonly blocs: readonly Bloc[];
}

export interface Signataire {
  readonly partie: Texte;
  readonly nom: Texte;
  readonly fonction: Texte;
}

/** Le texte nu d’un texte riche (pour un titre, un sommaire, une recherche). */
export const texteNu = (texte: Texte): string =>
  texte
    .map((fragment) => {
      switch (fragment.type) {
        case 'texte':
        case 'renvoi':
          return fragment.texte;
        case 'lien':
          return texteNu(fragment.contenu);
        case 'manquant':
          return `[à compléter : ${fragment.libelle}]`;
        case 'saut':
          return ' ';
        case 'note':
          return '';
      }
      return '';
    })
    .join('');
