import type { MoyensDeLecture } from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import { lireNomDeMois } from './date.ts';
import { type Libelle, lireLibelle } from './libelles.ts';
import type {
  AxeDeCroisement,
  ColonneComposee,
  ColonneDeGrille,
  SchemaDeGrille,
} from './schema.ts';
import { mots, resserrer } from './texte.ts';

export interface ChampCherche {
  readonly colonne: ColonneDeGrille;
  readonly libelles: readonly Libelle[];
}

export interface AxeCherche {
  readonly axe: AxeDeCroisement;
  /** Les champs que donne cet intitulé s’il est une valeur de l’axe, sinon null. */
  readonly lire: (
    intitule: string,
    cellule: Cellule | null,
  ) => Readonly<Record<string, string>> | null;
}

export interface ComposeeCherchee {
  readonly composee: ColonneComposee;
  readonly libelles: readonly Libelle[];
}

/** Ce qu’on cherche dans les intitulés d’un fichier. */
export interface ModeleDeColonnes {
  readonly schema: SchemaDeGrille;
  readonly champs: readonly ChampCherche[];
  readonly composees: readonly ComposeeCherchee[];
  /** Intitulés d’une colonne qui réunit services et parts. */
  readonly repartition: readonly Libelle[];
  readonly axes: readonly AxeCherche[];
}

const REPARTITIONS = [
  'Répartition par service',
  'Répartition',
  'Répartition du temps',
  'Répartition du temps de travail',
  'Services et parts',
  'Affectations',
  'Ventilation',
  'Ventilation par service',
  'Services (%)',
  'Répartition des missions',
  'Missions et pourcentages',
  'Temps par service',
  'Répartition en %',
];

/** Année sur quatre chiffres d’un texte (« Réalisé 2025 »), null sinon. */
export const anneeNommee = (texte: string): string | null =>
  /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(texte)?.[1] ?? null;

const lireMoisDAxe = (
  intitule: string,
  cellule: Cellule | null,
): Readonly<Record<string, string>> | null => {
  if (cellule?.type === 'date') {
    const [annee = '', mois = ''] = String(cellule.valeur).split('-');
    return { mois: String(Number(mois)), annee };
  }
  if (cellule?.mois !== undefined) return { mois: String(cellule.mois) };
  const net = resserrer(intitule);
  const liste = mots(net);
  const nom = liste.map(lireNomDeMois).find((mois) => mois !== null) ?? null;
  const annee = anneeNommee(net) ?? (nom === null ? null : anneeCourte(net));
  if (nom !== null && liste.length <= 3)
    return { mois: String(nom), ...(annee === null ? {} : { annee }) };
  const chiffres = /^(?:m|mois)?\s*(0?[1-9]|1[0-2])(?:[/-]((?:19|20)\d{2}))?$/i.exec(net);
  if (!chiffres) return null;
  return {
    mois: String(Number(chiffres[1])),
    ...(chiffres[2] === undefined ? {} : { annee: chiffres[2] }),
  };
};

const anneeCourte = (texte: string): string | null => {
  const trouvee = /[-/ ](\d{2})$/.exec(texte)?.[1];
  return trouvee === undefined ? null : `20${trouvee}`;
};

const lireAnneeDAxe = (intitule: string): Readonly<Record<string, string>> | null => {
  const annee = anneeNommee(intitule);
  return annee !== null && mots(intitule).length <= 3 ? { annee } : null;
};

const preparerAxe = (
  axe: AxeDeCroisement,
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
): AxeCherche => {
  if (axe.nature === 'mois') return { axe, lire: lireMoisDAxe };
  if (axe.nature === 'annee') return { axe, lire: lireAnneeDAxe };
  if (axe.nature === 'collectivite') {
    const champs = schema.collectivite;
    return {
      axe,
      lire: (intitule) => {
        const trouvee = champs && intitule.trim() !== '' ? moyens.annuaire.trouver(intitule) : null;
        if (!trouvee?.ok || !champs || trouvee.par === 'faute') return null;
        return {
          [champs.siren]: trouvee.collectivite.siren,
          ...(champs.nom === null ? {} : { [champs.nom]: trouvee.collectivite.nom }),
        };
      },
    };
  }
  const index = moyens.index[axe.nomenclature ?? axe.champ];
  return {
    axe,
    lire: (intitule) => {
      const trouve =
        resserrer(intitule) === '' ? undefined : index?.rapprocher(resserrer(intitule));
      if (!trouve?.ok) return null;
      return axe.alimente?.(trouve.code) ?? { [axe.champ]: trouve.code };
    },
  };
};

/** Prépare la recherche des colonnes d’une grille. */
export const preparerModele = (
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
): ModeleDeColonnes => {
  const titres = new Set<string>();
  const champs = schema.colonnes.map((colonne) => {
    const titre = titres.has(colonne.titre) ? [] : [colonne.titre];
    titres.add(colonne.titre);
    return { colonne, libelles: [colonne.nom, ...titre, ...colonne.synonymes].map(lireLibelle) };
  });
  return {
    schema,
    champs,
    composees: schema.composees.map((composee) => ({
      composee,
      libelles: composee.synonymes.map(lireLibelle),
    })),
    repartition: schema.affectations.length > 0 ? REPARTITIONS.map(lireLibelle) : [],
    axes: (schema.croisement?.axes ?? []).map((axe) => preparerAxe(axe, schema, moyens)),
  };
};
