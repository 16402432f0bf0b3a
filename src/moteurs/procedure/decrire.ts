import {
  type DelaiDeDroit,
  type Duree,
  type EffetDuSilence,
  estBloquante,
  type Regle,
} from './regle.ts';
import type {
  Champ,
  Etat,
  Passage,
  Piece,
  RegleDeMajorite,
  TableauDeProcedure,
} from './tableau.ts';

export interface ConditionDecrite {
  readonly nom: string;
  readonly code: string;
  readonly libelle: string;
  readonly bloquante: boolean;
  readonly article: string;
}

export interface DelaiDecrit {
  readonly code: string;
  readonly objet: string;
  readonly depart: string;
  /** « 3 mois », « 30 jours » ; null quand l’échéance ne vient pas d’une durée. */
  readonly duree: string | null;
  readonly silence: EffetDuSilence | null;
  readonly effet: string;
  readonly article: string;
}

/** Une procédure racontée : matière de la documentation et de la frise. */
export interface DescriptionDeProcedure {
  readonly nom: string;
  readonly titre: string;
  readonly article: string;
  readonly etats: readonly Pick<Etat, 'code' | 'libelle'>[];
  readonly evenements: readonly {
    readonly type: string;
    readonly libelle: string;
    readonly champs: readonly Champ[];
  }[];
  readonly passages: readonly (Omit<Passage, 'si'> & {
    readonly conditions: readonly ConditionDecrite[];
  })[];
  readonly delais: readonly DelaiDecrit[];
  readonly majorites: readonly RegleDeMajorite[];
  readonly pieces: readonly Piece[];
  readonly acte: {
    readonly cle: string;
    readonly libelle: string;
    readonly champs: readonly { readonly nom: string; readonly libelle: string }[];
  } | null;
  readonly regles: readonly Pick<
    Regle,
    'code' | 'titre' | 'enonce' | 'article' | 'gravite' | 'confiance'
  >[];
}

const direDuree = (duree: Duree): string =>
  'mois' in duree ? `${duree.mois} mois` : `${duree.jours} jours`;

/** Tous les codes de règle qu’une procédure cite, sans doublon, dans l’ordre alphabétique. */
export const codesCites = (procedure: TableauDeProcedure): readonly string[] =>
  [
    ...new Set([
      ...Object.values(procedure.conditions).map(({ regle }) => regle),
      ...procedure.delais.map(({ regle }) => regle),
      ...procedure.majorites.map(({ code }) => code),
      ...procedure.pieces.map(({ regle }) => regle),
      ...procedure.aSavoir,
    ]),
  ].sort();

/** Décrit le tableau avec la dernière version connue de chaque règle. Pur : sert l’écran et la doc. */
export const decrireProcedure = (procedure: TableauDeProcedure): DescriptionDeProcedure => {
  const derniere = (code: string) => procedure.regles.findLast((regle) => regle.code === code);
  const decrireDelai = (delai: DelaiDeDroit | undefined) => ({
    duree: delai?.duree ? direDuree(delai.duree) : null,
    silence: delai?.silence ?? null,
    effet: delai?.effet ?? '',
  });
  const decrireCondition = (nom: string): ConditionDecrite => {
    const condition = procedure.conditions[nom];
    const regle = condition && derniere(condition.regle);
    return {
      nom,
      code: condition?.regle ?? nom,
      libelle: condition?.libelle ?? nom,
      bloquante: regle === undefined || estBloquante(regle),
      article: regle?.article ?? procedure.article,
    };
  };
  const { nom, titre, article, majorites, pieces, acte } = procedure;
  return {
    nom,
    titre,
    article,
    etats: procedure.etats.map(({ code, libelle }) => ({ code, libelle })),
    evenements: procedure.evenements.map(({ type, libelle, champs }) => ({
      type,
      libelle,
      champs,
    })),
    passages: procedure.passages.map(({ si, ...passage }) => ({
      ...passage,
      conditions: si.map(decrireCondition),
    })),
    delais: procedure.delais.map(({ regle: code, objet, depart }) => ({
      code,
      objet,
      depart,
      ...decrireDelai(derniere(code)?.delai),
      article: derniere(code)?.article ?? article,
    })),
    majorites,
    pieces,
    acte: acte ? { cle: acte.cle, libelle: acte.libelle, champs: acte.champs } : null,
    regles: codesCites(procedure).flatMap((code) => {
      const regle = derniere(code);
      if (regle === undefined) return [];
      const { titre: intitule, enonce, article: source, gravite, confiance } = regle;
      return { code, titre: intitule, enonce, article: source, gravite, confiance };
    }),
  };
};
