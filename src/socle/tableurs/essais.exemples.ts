import { readFileSync } from 'node:fs';
import {
  type LectureDeGrille,
  lireTerritoire,
  type Reference,
  type Territoire,
} from '../../moteurs/grille/index.ts';
import { decouperTexte } from './csv.ts';
import { lireGrille } from './lire-grille.server.ts';

const DONNEES = new URL('../../referentiel/donnees/', import.meta.url);

/** Les octets d’un fichier des données embarquées. */
export const octetsDe = (chemin: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(chemin, DONNEES)));

const texteDe = (chemin: string): string => readFileSync(new URL(chemin, DONNEES), 'utf8');

/** Les lignes d’un CSV canonique. */
export const lignesDe = (chemin: string): Record<string, string>[] => {
  const [titres = [], ...lignes] = decouperTexte(texteDe(chemin), ',').map(({ champs }) => champs);
  return lignes.map((champs) =>
    Object.fromEntries(titres.map((titre, i) => [titre, champs[i] ?? ''])),
  );
};

const territoireDe = (json: unknown): Territoire => {
  const lu = lireTerritoire(json);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
};

export const CHARLIEU_BELMONT = territoireDe(JSON.parse(texteDe('demo/territoire.json')));

/** Un autre territoire, aux noms pièges : la métropole et sa ville-centre, les « lès-Dijon », une commune nouvelle. */
export const DIJON_METROPOLE = territoireDe({
  siren: '242100410',
  nom: 'Dijon Métropole',
  type: 'METRO',
  communes: [
    ['21231', '212102313', 'Dijon', '21000'],
    ['21166', '212101661', 'Chenôve', '21300'],
    ['21171', '212101711', 'Chevigny-Saint-Sauveur', '21800'],
    ['21515', '212105159', 'Quetigny', '21800'],
    ['21278', '212102784', 'Fontaine-lès-Dijon', '21121'],
    ['21540', '212105407', 'Saint-Apollinaire', '21850'],
    ['21390', '212103907', 'Marsannay-la-Côte', '21160'],
    ['21452', '212104525', 'Neuilly-Crimolois', '21800'],
    ['21315', '212103154', 'Hauteville-lès-Dijon', '21121'],
    ['21105', '212101059', 'Bressey-sur-Tille', '21560'],
    ['21370', '212103709', 'Magny-sur-Tille', '21110'],
    ['21473', '212104731', 'Ouges', '21600'],
  ].map(([code_insee, siren, nom, code_postal]) => ({ code_insee, siren, nom, code_postal })),
});

export const JOUR = '2026-01-15' as const;

/** Lit un fichier donné par son contenu. */
export const lire = (
  grille: string,
  nomFichier: string,
  contenu: string | Uint8Array,
  territoire = CHARLIEU_BELMONT,
  reference: Reference = {},
): Promise<LectureDeGrille> =>
  lireGrille({
    grille,
    territoire,
    nomFichier,
    octets: typeof contenu === 'string' ? new TextEncoder().encode(contenu) : contenu,
    aujourdhui: JOUR,
    reference,
  });

/** Un agent complet, en colonnes canoniques. */
export const unAgent = (ecarts: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  siren: '212105159',
  collectivite: 'Quetigny',
  matricule: '00042',
  service: 'VOI',
  metier: 'Agent de voirie',
  filiere: 'Technique',
  categorie: 'C',
  cadre_emplois: 'Adjoints techniques territoriaux',
  grade: 'Adjoint technique',
  statut: 'Titulaire',
  temps: 'complet',
  duree_hebdo: '35',
  duree_reference: '35',
  quotite: '100',
  etp: '1.00',
  annee_naissance: '1980',
  date_entree: '2012-09-01',
  cout_charge_annuel: '35000.00',
  service_1: 'VOI',
  part_1: '100',
  service_2: '',
  part_2: '',
  service_3: '',
  part_3: '',
  ...ecarts,
});

/** Un CSV aux intitulés donnés (intitulé → champ), une ligne par agent. */
export const enCsv = (
  colonnes: Readonly<Record<string, string>>,
  lignes: readonly Readonly<Record<string, string>>[],
  separateur = ';',
): string =>
  [
    Object.keys(colonnes),
    ...lignes.map((ligne) => Object.values(colonnes).map((champ) => ligne[champ] ?? '')),
  ]
    .map((champs) => `${champs.join(separateur)}\n`)
    .join('');
