import type { MethodeDeProrata } from '../../moteurs/calcul/index.ts';

/** Ce qu’une clé peut mesurer. `equivalents-actes` : Σ nombre d’actes × poids du barème. */
export const CRITERES = {
  'equivalents-actes': { libelle: 'Équivalents-actes', unite: 'équivalents' },
  population: { libelle: 'Population', unite: 'hab.' },
  egalitaire: { libelle: 'Parts égales', unite: 'part' },
} as const satisfies Record<string, { libelle: string; unite: string }>;
export type Critere = keyof typeof CRITERES;
export const estCritere = (texte: string): texte is Critere => Object.hasOwn(CRITERES, texte);

/** Le poids d’un type d’acte ; écriture décimale (« 0.7 »), propre à chaque convention. */
export interface PoidsDActe {
  readonly type: string;
  readonly libelle: string;
  readonly poids: string;
}

/** Forfait d’une strate : borne basse incluse, borne haute exclue ; centimes en chiffres. */
export interface StrateDeForfait {
  readonly de: string;
  readonly a: string | null;
  readonly centimes: string;
}

export interface TarifDActe {
  readonly type: string;
  readonly libelle: string;
  readonly centimes: string;
}

/** La clé écrite dans la convention : ce qui est signé est ce qui est facturé. */
export type Cle =
  | { readonly mode: 'critere'; readonly critere: Critere }
  | {
      readonly mode: 'mixte';
      readonly composantes: readonly { readonly critere: Critere; readonly ponderation: string }[];
      /** Un seul arrondi, ou une enveloppe par critère. */
      readonly methode: 'taux-composite' | 'enveloppes';
    }
  | {
      readonly mode: 'fixe-et-variable';
      /** Part fixe, de 0 à 1. */
      readonly partFixe: string;
      readonly fixe: 'egalitaire' | 'population';
      readonly variable: Critere;
    }
  | { readonly mode: 'forfait'; readonly strates: readonly StrateDeForfait[] }
  | { readonly mode: 'acte'; readonly tarifs: readonly TarifDActe[] }
  | { readonly mode: 'gratuit'; readonly valorisation: Critere };
export type ModeDeCle = Cle['mode'];

export const MODES_DE_CLE = {
  critere: { libelle: 'Une clé', regime: 'cle' },
  mixte: { libelle: 'Plusieurs clés pondérées', regime: 'cle' },
  'fixe-et-variable': { libelle: 'Part fixe et part variable', regime: 'mixte' },
  forfait: { libelle: 'Forfait par strate de population', regime: 'forfait' },
  acte: { libelle: 'Tarif à l’acte', regime: 'acte' },
  gratuit: { libelle: 'Gratuité : l’intercommunalité supporte le coût', regime: 'gratuit' },
} as const satisfies Record<ModeDeCle, { libelle: string; regime: string }>;
export const estModeDeCle = (texte: string): texte is ModeDeCle =>
  Object.hasOwn(MODES_DE_CLE, texte);

/** Tout ce que la convention dit de l’argent (SC-13 : liberté conventionnelle, mais écrite). */
export interface ReglesFinancieres {
  readonly cle: Cle;
  readonly bareme: readonly PoidsDActe[];
  readonly population: { readonly genre: 'municipale' | 'totale'; readonly millesime: number };
  /** Part du coût que garde l’intercommunalité, de 0 à 1. */
  readonly quotePartEpci: string;
  readonly prorata: MethodeDeProrata;
  /** Le chapitre 012 du budget, ou le coût des agents de la grille RH au prorata de leurs parts. */
  readonly personnel: 'budget' | 'effectifs';
  readonly structure: {
    readonly taux: string;
    readonly assiette: 'charges_personnel' | 'charges_directes';
  };
  readonly acomptes: { readonly nombre: number; readonly taux: string };
  readonly previsionnelAvant: string;
  readonly definitifAvant: string;
  readonly delaiContestationJours: number;
  readonly delaiPaiementJours: number;
  readonly imputationAc: boolean;
  readonly revisionLibre: boolean;
}

const critereEmploye = (cle: Cle): readonly Critere[] => {
  switch (cle.mode) {
    case 'critere':
      return [cle.critere];
    case 'mixte':
      return cle.composantes.map(({ critere }) => critere);
    case 'fixe-et-variable':
      return [cle.fixe, cle.variable];
    case 'gratuit':
      return [cle.valorisation];
    case 'forfait':
      return ['population'];
    case 'acte':
      return [];
  }
};

/** Les critères que cette clé demande de connaître. */
export const criteresDe = (cle: Cle): ReadonlySet<Critere> => new Set(critereEmploye(cle));

/** Vrai si la clé se nourrit d’actes constatés. */
export const emploieDesActes = (cle: Cle): boolean =>
  cle.mode === 'acte' || criteresDe(cle).has('equivalents-actes');

const pourcent = (fraction: string): string =>
  `${String(Math.round(Number(fraction) * 10_000) / 100).replace('.', ',')}\u00A0%`;

const nommer = (critere: Critere): string => CRITERES[critere].libelle.toLowerCase();

/** La clé en une phrase, pour l’écran et l’état. */
export const direCle = (cle: Cle): string => {
  switch (cle.mode) {
    case 'critere':
      return CRITERES[cle.critere].libelle;
    case 'mixte':
      return cle.composantes
        .map(({ critere, ponderation }) => `${nommer(critere)} pour ${pourcent(ponderation)}`)
        .join(', ');
    case 'fixe-et-variable':
      return `Part fixe de ${pourcent(cle.partFixe)} (${nommer(cle.fixe)}), le reste selon : ${nommer(cle.variable)}`;
    case 'forfait':
      return 'Forfait par strate de population';
    case 'acte':
      return 'Tarif à l’acte';
    case 'gratuit':
      return `Gratuité ; valeur indiquée selon : ${nommer(cle.valorisation)}`;
  }
};

/** La formule, telle que l’état l’imprime. */
export const direFormule = (cle: Cle): string => {
  switch (cle.mode) {
    case 'critere':
      return 'part = part des communes × clé de la commune ÷ total des clés';
    case 'mixte':
      return 'part = part des communes × Σ pondération × (valeur de la commune ÷ total des valeurs)';
    case 'fixe-et-variable':
      return 'part = part fixe + part variable, chacune répartie selon sa clé';
    case 'forfait':
      return 'part = forfait de la strate de population de la commune';
    case 'acte':
      return 'part = Σ nombre d’actes × tarif';
    case 'gratuit':
      return 'rien n’est refacturé ; la valeur du service est indiquée';
  }
};
