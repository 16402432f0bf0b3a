import type { Action } from './anomalie.ts';
import type { Enregistrement } from './enregistrement.ts';

/** Ce que contient une colonne : commande la lecture et les réparations admises. */
export type Nature =
  | 'texte'
  | 'code'
  | 'siren'
  | 'collectivite'
  | 'nomenclature'
  | 'nombre'
  | 'montant'
  | 'heures'
  | 'quotite'
  | 'part'
  | 'taux'
  | 'annee'
  | 'annee-naissance'
  | 'mois'
  | 'date'
  | 'instant';

export interface ColonneDeGrille {
  readonly nom: string;
  readonly titre: string;
  readonly description: string;
  readonly exemple: string;
  readonly nature: Nature;
  readonly obligatoire: boolean;
  readonly unique: boolean;
  readonly entier: boolean;
  readonly motif: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly valeurs: readonly string[] | null;
  /** Autres intitulés rencontrés. */
  readonly synonymes: readonly string[];
  /** Nom de la nomenclature qui la contrôle (fermée si `valeurs` est donné, sinon indicative). */
  readonly nomenclature: string | null;
  /** Nombre de décimales écrites : 2, « prix » (4 sous 1 €), ou l’écriture la plus courte (`null`). */
  readonly decimales: 2 | 'prix' | null;
  /** Une cellule vide reprend celle du dessus (dimension écrite une fois par bloc). */
  readonly recopiee: boolean;
  /** Remplie d’avance dans le gabarit, et protégée. */
  readonly preremplie: boolean;
  readonly confidentialite: 'ouverte' | 'restreinte' | 'personnelle';
  /** Unité de la colonne, pour convertir « km » en « m » ou « HT » en « TTC ». */
  readonly unite: string | null;
  /** Une date future est admise (échéance, prochain contrôle). */
  readonly futur: boolean;
  /** Une cellule vide à l’heure près reçoit cette heure (« 08:00 », « 17:30 »). */
  readonly heureParDefaut: string | null;
}

export interface EntreeDeNomenclature {
  /** Ce qu’on enregistre. */
  readonly code: string;
  readonly libelle: string;
  /** Écritures sûres : réparées sans question. */
  readonly variantes: readonly string[];
  /** Écritures d’usage : réparées et signalées. */
  readonly usages: readonly string[];
}

export interface Nomenclature {
  readonly nom: string;
  readonly titre: string;
  readonly entrees: readonly EntreeDeNomenclature[];
  /** « CDD 3 ans », « DP lotissement » : une valeur suivie d’une précision reste cette valeur (à confirmer). */
  readonly precisable?: boolean;
}

/** Une colonne absente que la lecture sait remplir. */
export interface ColonneCalculee {
  readonly action: Extract<Action, 'reparer' | 'reparer_et_signaler'>;
  readonly regle: string;
  readonly valeur: string;
  readonly message: string;
}

/** Un axe de tableau croisé : les intitulés de colonnes sont des valeurs de ce champ. */
export interface AxeDeCroisement {
  readonly champ: string;
  readonly nature: 'mois' | 'annee' | 'nomenclature' | 'collectivite';
  readonly nomenclature?: string;
  /** Une valeur de l’axe peut remplir plusieurs champs (indicateur → service, unité). */
  readonly alimente?: (code: string) => Readonly<Record<string, string>>;
}

export interface SchemaDeGrille {
  readonly nom: string;
  readonly titre: string;
  readonly description: string;
  readonly version: string;
  readonly colonnes: readonly ColonneDeGrille[];
  /** Clé de rapprochement (deux lignes de même clé sont la même chose). */
  readonly cle: readonly string[];
  /** Deux lignes de même clé : toutes bloquées (laquelle croire ?), ou seules les suivantes (numéro déjà pris). */
  readonly doublons: 'bloquer-toutes' | 'bloquer-suivantes';
  readonly nomenclatures: Readonly<Record<string, Nomenclature>>;
  /** Les champs qui portent le SIREN et le nom de la collectivité. */
  readonly collectivite: { readonly siren: string; readonly nom: string | null } | null;
  /** La collectivité est l’EPCI quand le fichier n’en dit rien. */
  readonly collectiviteParDefaut: 'epci' | null;
  /** Couples [service, part] d’une affectation répartie. */
  readonly affectations: readonly (readonly [string, string])[];
  /** Plusieurs champs dans une même cellule (« 012 - 64111 »). */
  readonly composees: readonly ColonneComposee[];
  readonly croisement: {
    readonly valeur: string;
    readonly axes: readonly AxeDeCroisement[];
    readonly zeroVautAbsence: boolean;
  } | null;
  readonly calculees: Readonly<Record<string, ColonneCalculee>>;
  /** Remplit les champs déductibles puis contrôle les champs entre eux. */
  readonly completer: (e: Enregistrement) => void;
  /** Contrôles qui portent sur l’ensemble des lignes, avec les autres grilles déjà en ligne. */
  readonly controlerEnsemble: (
    lignes: readonly Enregistrement[],
    reference: Reference,
  ) => readonly ControleNonFait[];
}

export interface ColonneComposee {
  readonly synonymes: readonly string[];
  readonly champs: readonly string[];
  readonly decouper: (texte: string) => readonly string[] | null;
  readonly message: string;
}

/** Les autres grilles déjà en ligne, par nom. */
export type Reference = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** Un contrôle impossible faute de données de comparaison : il est dit, jamais passé sous silence. */
export interface ControleNonFait {
  readonly champ: string;
  readonly message: string;
}

export interface CollectiviteDuTerritoire {
  readonly siren: string;
  readonly nom: string;
  readonly codeInsee: string | null;
  readonly codePostal: string | null;
}

export interface Territoire {
  readonly epci: CollectiviteDuTerritoire & { readonly type: string };
  readonly communes: readonly CollectiviteDuTerritoire[];
}
