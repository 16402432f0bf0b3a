import type {
  ColonneDeGrille,
  Nature,
  Nomenclature,
  SchemaDeGrille,
} from '../../moteurs/grille/index.ts';
import { listeDe } from '../nomenclatures/index.ts';

/** La part de Table Schema (Frictionless) dont se servent les grilles. */
interface ChampDeTableSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly example: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly enum?: readonly (string | number)[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

export interface TableSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly primaryKey: string | readonly string[];
  readonly fields: readonly ChampDeTableSchema[];
}

/** Ce que la maison ajoute à une colonne. */
export type ExtensionDeColonne = Partial<Omit<ColonneDeGrille, 'nom' | 'nomenclature'>> & {
  readonly nomenclature?: Nomenclature;
};

/** Ce que la maison ajoute à un Table Schema : synonymes, nomenclatures, réparations, règles entre colonnes. */
export interface ExtensionDeGrille
  extends Partial<
    Omit<SchemaDeGrille, 'nom' | 'titre' | 'description' | 'version' | 'colonnes' | 'nomenclatures'>
  > {
  readonly colonnes: Readonly<Record<string, ExtensionDeColonne>>;
}

const natureDe = (champ: ChampDeTableSchema): Nature => {
  if (champ.name.startsWith('siren')) return 'siren';
  if (champ.constraints?.enum && champ.type === 'string') return 'nomenclature';
  if (champ.type === 'date') return 'date';
  if (champ.type === 'datetime') return 'instant';
  if (champ.type === 'year') return 'annee';
  if (champ.type === 'number' || champ.type === 'integer') return 'nombre';
  return champ.constraints?.pattern === undefined ? 'texte' : 'code';
};

const colonneDe = (champ: ChampDeTableSchema, extension: ExtensionDeColonne): ColonneDeGrille => {
  const c = champ.constraints ?? {};
  const { nomenclature, ...reste } = extension;
  const nature = natureDe(champ);
  return {
    nom: champ.name,
    titre: champ.title,
    description: champ.description,
    exemple: champ.example,
    nature,
    obligatoire: c.required ?? false,
    unique: c.unique ?? false,
    entier: champ.type === 'integer',
    motif: c.pattern ?? null,
    minimum: c.minimum ?? null,
    maximum: c.maximum ?? null,
    valeurs: c.enum?.map(String) ?? null,
    synonymes: [],
    nomenclature: nomenclature?.nom ?? (nature === 'nomenclature' ? champ.name : null),
    decimales: null,
    recopiee: false,
    preremplie: false,
    confidentialite: 'ouverte',
    unite: null,
    futur: false,
    heureParDefaut: null,
    ...reste,
  };
};

const rien = (): readonly [] => [];

/** Réunit un Table Schema d’échange et son extension en un schéma de grille complet. */
export const composerGrille = (
  table: TableSchema,
  extension: ExtensionDeGrille,
): SchemaDeGrille => {
  const colonnes = table.fields.map((champ) =>
    colonneDe(champ, extension.colonnes[champ.name] ?? {}),
  );
  const declarees = Object.values(extension.colonnes).flatMap((c) => c.nomenclature ?? []);
  const implicites = colonnes
    .filter((c) => c.nature === 'nomenclature' && c.nomenclature === c.nom && c.valeurs)
    .map((c) => listeDe(c.nom, c.titre, c.valeurs ?? []));
  return {
    nom: table.name,
    titre: table.title,
    description: table.description,
    version: table.version,
    colonnes,
    cle:
      extension.cle ??
      (typeof table.primaryKey === 'string' ? [table.primaryKey] : table.primaryKey),
    doublons: extension.doublons ?? 'bloquer-toutes',
    nomenclatures: Object.fromEntries([...implicites, ...declarees].map((n) => [n.nom, n])),
    collectivite: extension.collectivite ?? null,
    collectiviteParDefaut: extension.collectiviteParDefaut ?? null,
    affectations: extension.affectations ?? [],
    composees: extension.composees ?? [],
    croisement: extension.croisement ?? null,
    calculees: extension.calculees ?? {},
    completer: extension.completer ?? rien,
    controlerEnsemble: extension.controlerEnsemble ?? rien,
  };
};

const NOMS_DE_COLLECTIVITE = [
  'Commune',
  'Collectivité',
  'Établissement',
  'Employeur',
  'Mairie',
  'Nom de la commune',
  'Nom commune',
  'Ville',
  'Structure',
  'Entité',
  'Collectivité employeur',
  'Commune ou EPCI',
  'Nom collectivité',
  'Libellé commune',
  'Organisme',
  'Commune membre',
  'Nom',
];

/** Les deux colonnes d’identité que toutes les grilles partagent. */
export const COLONNES_DE_COLLECTIVITE: Readonly<Record<string, ExtensionDeColonne>> = {
  siren: {
    recopiee: true,
    preremplie: true,
    synonymes: [
      'N° SIREN',
      'Numéro SIREN',
      'SIREN collectivité',
      'SIREN commune',
      'SIRET',
      'Code INSEE',
      'N° SIRET',
      'INSEE commune',
      'Code commune',
    ],
  },
  collectivite: {
    nature: 'collectivite',
    recopiee: true,
    preremplie: true,
    synonymes: NOMS_DE_COLLECTIVITE,
  },
};

export const COLLECTIVITE = { siren: 'siren', nom: 'collectivite' } as const;
