import type {
  ClasseurAEcrire,
  ColonneAEcrire,
  FeuilleAEcrire,
  FormatDeColonne,
  PlageDeListe,
  RangeeAEcrire,
} from './a-ecrire.ts';
import type { CollectiviteDuTerritoire, ColonneDeGrille, SchemaDeGrille } from './schema.ts';

export interface DemandeDeGabarit {
  readonly schema: SchemaDeGrille;
  readonly collectivite: CollectiviteDuTerritoire;
  readonly epci: CollectiviteDuTerritoire;
  /** Lignes déjà en ligne, à vérifier par la commune. */
  readonly lignes: readonly Readonly<Record<string, string>>[];
  /** Nombre de lignes vides offertes après les lignes connues. */
  readonly vides: number;
}

const FORMATS: Readonly<Partial<Record<ColonneDeGrille['nature'], FormatDeColonne>>> = {
  montant: 'deux-decimales',
  nombre: 'nombre',
  heures: 'nombre',
  quotite: 'nombre',
  part: 'nombre',
  taux: 'nombre',
  annee: 'nombre',
  'annee-naissance': 'nombre',
  mois: 'nombre',
  date: 'date',
  instant: 'date-heure',
};

export const formatDe = (colonne: ColonneDeGrille): FormatDeColonne => {
  if (colonne.decimales === 2) return 'deux-decimales';
  return colonne.decimales === 'prix' ? 'nombre' : (FORMATS[colonne.nature] ?? 'texte');
};

/** La valeur canonique comme l’attend un tableur : un nombre quand la colonne est numérique. */
export const valeurDeTableur = (valeur: string, colonne: ColonneDeGrille): string | number => {
  const format = formatDe(colonne);
  return valeur !== '' &&
    (format === 'nombre' || format === 'deux-decimales') &&
    Number.isFinite(Number(valeur))
    ? Number(valeur)
    : valeur;
};

const FEUILLE_DES_LISTES = 'Listes';
const NOM_MAXIMAL = 31;

const valeursDeListe = (colonne: ColonneDeGrille, schema: SchemaDeGrille): readonly string[] => {
  if (colonne.nature !== 'nomenclature') return [];
  return (
    colonne.valeurs ??
    schema.nomenclatures[colonne.nomenclature ?? '']?.entrees.map((e) => e.code) ??
    []
  );
};

interface Listes {
  readonly feuille: FeuilleAEcrire;
  readonly plages: ReadonlyMap<string, PlageDeListe>;
}

const libelleDe = (code: string, colonne: ColonneDeGrille, schema: SchemaDeGrille): string =>
  schema.nomenclatures[colonne.nomenclature ?? '']?.entrees.find((e) => e.code === code)?.libelle ??
  code;

/** Une paire de colonnes par nomenclature : valeur à saisir, libellé. */
const composerListes = (schema: SchemaDeGrille): Listes => {
  const plages = new Map<string, PlageDeListe>();
  const parNomenclature = new Map<
    string,
    {
      readonly titre: string;
      readonly valeurs: readonly (readonly [string, string])[];
      readonly plage: PlageDeListe;
    }
  >();
  for (const colonne of schema.colonnes) {
    const valeurs = valeursDeListe(colonne, schema);
    if (valeurs.length === 0) continue;
    const nom = colonne.nomenclature ?? colonne.nom;
    let liste = parNomenclature.get(nom);
    if (!liste) {
      const plage = {
        feuille: FEUILLE_DES_LISTES,
        colonne: parNomenclature.size * 2,
        premiere: 2,
        derniere: valeurs.length + 1,
      };
      liste = {
        titre: schema.nomenclatures[nom]?.titre ?? colonne.titre,
        valeurs: valeurs.map((v) => [v, libelleDe(v, colonne, schema)] as const),
        plage,
      };
      parNomenclature.set(nom, liste);
    }
    plages.set(colonne.nom, liste.plage);
  }
  const listes = [...parNomenclature.values()];
  const hauteur = Math.max(0, ...listes.map((l) => l.valeurs.length));
  const rangees: RangeeAEcrire[] = [
    { style: 'entete', cellules: listes.flatMap((l) => [l.titre, 'Libellé']) },
  ];
  for (let i = 0; i < hauteur; i += 1)
    rangees.push({
      style: 'fige',
      cellules: listes.flatMap((l) => [l.valeurs[i]?.[0] ?? '', l.valeurs[i]?.[1] ?? '']),
    });
  const colonnes = listes.flatMap((): ColonneAEcrire[] => [
    { largeur: 26, format: 'texte', saisissable: false },
    { largeur: 40, format: 'texte', saisissable: false },
  ]);
  return {
    plages,
    feuille: {
      nom: FEUILLE_DES_LISTES,
      colonnes,
      rangees,
      figees: 1,
      protegee: true,
      derniereSaisie: 0,
    },
  };
};

const enFrancais = (texte: string): string => {
  const jour = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte);
  if (jour !== null) return `${jour[3]}/${jour[2]}/${jour[1]}`;
  return /^-?\d+\.\d+$/.test(texte) ? texte.replace('.', ',') : texte;
};

const regleDeSaisie = (colonne: ColonneDeGrille, schema: SchemaDeGrille): string => {
  const bornes = [
    colonne.minimum === null ? '' : `au moins ${enFrancais(String(colonne.minimum))}`,
    colonne.maximum === null ? '' : `au plus ${enFrancais(String(colonne.maximum))}`,
  ]
    .filter((t) => t !== '')
    .join(', ');
  const liste = colonne.nature === 'nomenclature' ? 'valeur de la liste' : '';
  const presence = colonne.nom in schema.calculees ? 'déduit si vide' : 'obligatoire';
  return [colonne.obligatoire ? presence : 'facultatif', liste, bornes]
    .filter((t) => t !== '')
    .join(' ; ');
};

const PHRASES = [
  'Une ligne par élément ; ne changez ni l’ordre ni le nom des colonnes, sinon le dépôt vous demandera de confirmer.',
  'Les colonnes grisées sont remplies d’avance. Les listes de choix sont rappelées dans la feuille « Listes ».',
  'Aucune donnée nominative : ni nom, ni numéro de sécurité sociale, ni coordonnées. Elles seraient supprimées au dépôt.',
  'Vous pouvez enregistrer ce fichier en XLSX, ODS ou CSV et le déposer plusieurs fois : seules les différences sont proposées.',
];

const preremplir = (
  schema: SchemaDeGrille,
  collectivite: CollectiviteDuTerritoire,
): Readonly<Record<string, string>> => {
  const cible = schema.collectivite;
  return cible
    ? {
        [cible.siren]: collectivite.siren,
        ...(cible.nom === null ? {} : { [cible.nom]: collectivite.nom }),
      }
    : {};
};

const composerMode = (
  schema: SchemaDeGrille,
  collectivite: CollectiviteDuTerritoire,
): FeuilleAEcrire => ({
  nom: 'Mode d’emploi',
  colonnes: [
    { largeur: 28, format: 'texte', saisissable: false },
    { largeur: 70, format: 'texte', saisissable: false },
    { largeur: 34, format: 'texte', saisissable: false },
    { largeur: 26, format: 'texte', saisissable: false },
  ],
  figees: 0,
  protegee: true,
  derniereSaisie: 0,
  rangees: [
    { style: 'titre', cellules: [`${schema.titre} — ${collectivite.nom}`] },
    ...PHRASES.map((phrase): RangeeAEcrire => ({ style: 'aide', cellules: [phrase] })),
    { style: 'aide', cellules: [''] },
    { style: 'entete', cellules: ['Colonne', 'Ce qu’on y écrit', 'Règle', 'Exemple'] },
    ...schema.colonnes.map(
      (c): RangeeAEcrire => ({
        style: 'aide',
        cellules: [
          c.titre,
          c.description,
          regleDeSaisie(c, schema),
          enFrancais(preremplir(schema, collectivite)[c.nom] ?? c.exemple),
        ],
      }),
    ),
  ],
});

/** Le nom d’une feuille de tableur : 31 caractères au plus, sans signe réservé. */
export const nommerFeuille = (texte: string): string =>
  texte
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, NOM_MAXIMAL)
    .trim();

const largeurDe = (colonne: ColonneDeGrille): number =>
  Math.min(44, Math.max(10, colonne.titre.length + 3, colonne.exemple.length + 2));

/**
 * Le gabarit d’une grille pour une collectivité : saisie préremplie et protégée, mode d’emploi, listes.
 * Relu sans y toucher puis rempli, il ne donne aucune anomalie.
 */
export const composerGabarit = ({
  schema,
  collectivite,
  lignes,
  vides,
}: DemandeDeGabarit): ClasseurAEcrire => {
  const { plages, feuille: listes } = composerListes(schema);
  const prerempli = preremplir(schema, collectivite);
  const rangee = (valeurs: Readonly<Record<string, string>>): RangeeAEcrire => ({
    style: 'texte',
    cellules: schema.colonnes.map((c) => valeurDeTableur(valeurs[c.nom] ?? '', c)),
  });
  const donnees = [
    ...lignes.map((ligne) => rangee({ ...prerempli, ...ligne })),
    ...Array.from({ length: vides }, () => rangee(prerempli)),
  ];
  const saisie: FeuilleAEcrire = {
    nom: nommerFeuille(schema.titre),
    colonnes: schema.colonnes.map((c) => {
      const liste = plages.get(c.nom);
      return {
        largeur: largeurDe(c),
        format: formatDe(c),
        saisissable: !(c.nom in prerempli),
        aide: `${c.description} (${regleDeSaisie(c, schema)}).`,
        ...(liste ? { liste } : {}),
      };
    }),
    rangees: [{ style: 'entete', cellules: schema.colonnes.map((c) => c.titre) }, ...donnees],
    figees: 1,
    protegee: true,
    derniereSaisie: Math.max(donnees.length + 1, 2),
  };
  return {
    titre: schema.titre,
    feuilles: [saisie, composerMode(schema, collectivite), ...(plages.size > 0 ? [listes] : [])],
  };
};

/** Une grille exportée : une feuille, colonnes et écritures du modèle. */
export const composerExport = (
  schema: SchemaDeGrille,
  lignes: readonly Readonly<Record<string, string>>[],
): ClasseurAEcrire => ({
  titre: schema.titre,
  feuilles: [
    {
      nom: nommerFeuille(schema.titre),
      colonnes: schema.colonnes.map((c) => ({
        largeur: largeurDe(c),
        format: formatDe(c),
        saisissable: true,
      })),
      rangees: [
        { style: 'entete', cellules: schema.colonnes.map((c) => c.nom) },
        ...lignes.map(
          (ligne): RangeeAEcrire => ({
            style: 'texte',
            cellules: schema.colonnes.map((c) => valeurDeTableur(ligne[c.nom] ?? '', c)),
          }),
        ),
      ],
      figees: 1,
      protegee: false,
      derniereSaisie: 0,
    },
  ],
});
