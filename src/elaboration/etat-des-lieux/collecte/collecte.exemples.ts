import type { ClasseurAEcrire } from '../../../moteurs/grille/index.ts';
import type { CampagneALancer } from './campagne.ts';
import type { LigneAEcrire } from './lignes.sql.server.ts';
import type { LectureGardee } from './situer-colonnes.ts';

export const MARS = '214201410';
export const CHARLIEU = '214200529';
export const EPCI = '200035202';

export const uneCampagne = (ecarts: Partial<CampagneALancer> = {}): CampagneALancer => ({
  grille: 'grille-rh',
  titre: 'Effectifs au 31 décembre 2025',
  consigne: 'Un agent par ligne.',
  photoAu: '2025-12-31',
  echeance: '2026-12-22',
  ...ecarts,
});

export const uneLigneAEcrire = (ecarts: Partial<LigneAEcrire> = {}): LigneAEcrire => ({
  grille: 'grille-rh',
  collectivite: MARS,
  cle: '00009',
  valeurs: { siren: MARS, matricule: '00009', service: 'VOI', etp: '0.80' },
  source: { type: 'saisie', auteur: 'secretaire@mars.fr', le: '2026-11-24' },
  remplace: null,
  ...ecarts,
});

/** Une lecture ordinaire : deux lignes lues, une quotité à confirmer, une ligne bloquée. */
export const uneLecture = (ecarts: Partial<LectureGardee> = {}): LectureGardee => ({
  grille: 'grille-rh',
  lettres: { '': { matricule: 'A', service: 'B', quotite: 'C' } },
  fichier: 'rh-mars.csv',
  format: { type: 'csv', encodage: 'utf-8', separateur: ';', feuilles: [] },
  colonnes: [
    { lue: 'Matricule', canonique: 'matricule' },
    { lue: 'Service', canonique: 'service' },
    { lue: 'Quotité', canonique: 'quotite' },
  ],
  lignes: [
    { ligne: 2, feuille: null, valeurs: { siren: MARS, matricule: '00009', quotite: '80' } },
    { ligne: 3, feuille: null, valeurs: { siren: MARS, matricule: '00011', quotite: '100' } },
  ],
  anomalies: [
    {
      feuille: null,
      ligne: 2,
      colonne: 'Quotité',
      cellule: 'C2',
      action: 'reparer_et_signaler',
      lue: '0,8',
      valeur: '80',
      regle: 'quotite-fraction',
      message: 'Quotité 0,8 comprise comme 80 % : à confirmer.',
    },
    {
      feuille: null,
      ligne: 3,
      colonne: 'Quotité',
      cellule: 'C3',
      action: 'reparer',
      lue: '100%',
      valeur: '100',
      regle: 'quotite-pourcentage',
      message: 'Quotité au format pourcentage.',
    },
    {
      feuille: null,
      ligne: 4,
      colonne: 'Service',
      cellule: 'B4',
      action: 'bloquer_ligne',
      lue: 'à voir',
      valeur: null,
      regle: 'nomenclature-inconnue',
      message: '« à voir » n’est pas un service : choisissez-en un dans la liste.',
    },
  ],
  bloquees: [{ ligne: 4, feuille: null, lues: ['00012', 'à voir', '100'] }],
  bilan: {
    lignesLues: 3,
    lignesImportees: 2,
    lignesBloquees: 1,
    lignesIgnorees: 0,
    fichierRefuse: false,
  },
  ...ecarts,
});

/** Un agent tel qu’un fichier de grille RH le porte, colonnes canoniques. */
export const unAgentRendu = (
  ecarts: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
  siren: MARS,
  collectivite: 'Mars',
  matricule: '00009',
  service: 'VOI',
  metier: 'Agent technique polyvalent',
  filiere: 'Technique',
  categorie: 'C',
  cadre_emplois: 'Adjoints techniques territoriaux',
  grade: 'Adjoint technique',
  statut: 'Titulaire',
  temps: 'complet',
  duree_hebdo: '35',
  duree_reference: '35',
  quotite: '80',
  etp: '0.80',
  annee_naissance: '1971',
  date_entree: '2009-08-15',
  cout_charge_annuel: '29430.00',
  service_1: 'VOI',
  part_1: '100',
  service_2: '',
  part_2: '',
  service_3: '',
  part_3: '',
  ...ecarts,
});

/** Un fichier CSV de ces lignes, intitulés canoniques. */
export const enCsv = (lignes: readonly Readonly<Record<string, string>>[]): string => {
  const colonnes = Object.keys(lignes[0] ?? {});
  const champ = (valeur: string) =>
    /[",;]/.test(valeur) ? `"${valeur.replaceAll('"', '""')}"` : valeur;
  const rangees = lignes.map((ligne) => colonnes.map((nom) => champ(ligne[nom] ?? '')).join(','));
  return `${[colonnes.join(','), ...rangees].join('\r\n')}\r\n`;
};

/** Un classeur d’une feuille, à écrire en XLSX, ODS ou CSV. */
export const unClasseur = (
  nom: string,
  rangees: readonly (readonly string[])[],
): ClasseurAEcrire => ({
  titre: nom,
  feuilles: [
    {
      nom,
      colonnes: (rangees[0] ?? []).map(() => ({ largeur: 16, format: 'texte', saisissable: true })),
      rangees: rangees.map((cellules) => ({ style: 'texte', cellules })),
      figees: 0,
      protegee: false,
      derniereSaisie: 0,
    },
  ],
});
