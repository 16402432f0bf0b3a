/** Une ligne fabriquée de la grille des effectifs. */
export interface AgentFabrique {
  matricule: string;
  employeur: string;
  service: string;
  metier: string;
  categorie: string;
  naissance: number;
  etp: number;
  cout: number | null;
}

const EMPLOYEURS = ['CC Charlieu-Belmont', 'Charlieu', 'Écoche', 'Vougy', 'La Bénisson-Dieu'];
const SERVICES = ['Voirie', 'Finances', 'Ressources humaines', 'Droit des sols', 'Restauration'];
const METIERS = ['Agent technique', 'Comptable', 'Gestionnaire', 'Instructrice', 'Cuisinier'];

const choisir = (liste: readonly string[], rang: number): string =>
  liste[rang % liste.length] ?? '';

/** Toujours les mêmes lignes, sur le serveur comme dans le navigateur. */
export const fabriquerAgents = (nombre: number): AgentFabrique[] =>
  Array.from({ length: nombre }, (_, rang) => ({
    matricule: String(rang + 1).padStart(5, '0'),
    employeur: choisir(EMPLOYEURS, rang * 7 + Math.floor(rang / 11)),
    service: choisir(SERVICES, rang * 3),
    metier: choisir(METIERS, rang * 3),
    categorie: choisir(['C', 'C', 'B', 'C', 'A'], rang),
    naissance: 1960 + ((rang * 13) % 42),
    etp: [1, 0.8, 1, 0.5, 1][rang % 5] ?? 1,
    cout: rang % 17 === 0 ? null : 28_000 + ((rang * 7919) % 41_000),
  }));
