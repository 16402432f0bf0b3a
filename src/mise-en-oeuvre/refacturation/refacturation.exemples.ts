import type { Source } from '../../moteurs/calcul/index.ts';
import { type ContenuServiceCommun, contenuVierge } from '../conventions/index.ts';
import type { ActesReleves, EntreesDExercice, LigneDeCout } from './entrees.ts';

export const EPCI = '200035202';

export const cellule = (fichier: string, reference: string): Source => ({
  type: 'cellule',
  fichier,
  feuille: null,
  cellule: reference,
});

let rang = 1;
export const desActes = (
  collectivite: string,
  type: string,
  nombre: number,
  ecarts: Partial<ActesReleves> = {},
): ActesReleves => {
  rang += 1;
  return {
    collectivite,
    type,
    annee: 2025,
    mois: 6,
    nombre: String(nombre),
    source: cellule('actes.csv', `F${rang}`),
    ...ecarts,
  };
};

export const uneLigne = (ecarts: Partial<LigneDeCout> = {}): LigneDeCout => ({
  cle: '64111',
  sens: 'depense',
  poste: 'Personnel',
  libelle: 'Rémunération principale',
  centimes: '3850000',
  source: cellule('budget.csv', 'J2'),
  ...ecarts,
});

export const desRegles = (
  ecarts: Partial<ContenuServiceCommun['finances']> = {},
): EntreesDExercice['regles'] => ({
  ...contenuVierge('Droit des sols', EPCI).finances,
  cle: { mode: 'critere', critere: 'equivalents-actes' },
  bareme: [
    { type: 'PC', libelle: 'Permis de construire', poids: '1' },
    { type: 'PA', libelle: 'Permis d’aménager', poids: '1.2' },
    { type: 'PD', libelle: 'Permis de démolir', poids: '0.8' },
    { type: 'DP', libelle: 'Déclaration préalable', poids: '0.7' },
    { type: 'CUb', libelle: 'Certificat opérationnel', poids: '0.4' },
    { type: 'CUa', libelle: 'Certificat d’information', poids: '0.2' },
  ],
  ...ecarts,
});

export const AUBRAC = '214200011';
export const BELVAL = '214200022';
export const CORVOL = '214200033';

/** Trois communes adhérentes depuis 2015, 38 500,00 € à répartir. */
export const desEntrees = (ecarts: Partial<EntreesDExercice> = {}): EntreesDExercice => ({
  annee: 2025,
  nature: 'definitif',
  service: { code: 'ADS', nom: 'Instruction du droit des sols' },
  epci: { siren: EPCI, nom: 'CC d’essai' },
  convention: {
    id: 'convention-1',
    titre: 'Droit des sols',
    version: 1,
    signeeLe: '2024-11-20',
    effetLe: '2025-01-01',
    empreinte: 'a'.repeat(64),
    tribunal: 'Lyon',
  },
  regles: desRegles(),
  membres: [
    { siren: AUBRAC, nom: 'Aubrac', entree: '2015-07-01', sortie: null },
    { siren: BELVAL, nom: 'Belval', entree: '2015-07-01', sortie: null },
    { siren: CORVOL, nom: 'Corvol', entree: '2019-01-01', sortie: null },
  ],
  couts: [uneLigne()],
  agents: [],
  actes: [desActes(AUBRAC, 'PC', 10), desActes(BELVAL, 'PC', 5), desActes(CORVOL, 'DP', 3)],
  populations: [
    { siren: AUBRAC, valeur: 3600, source: { type: 'donnee', nom: 'INSEE', millesime: '2025' } },
    { siren: BELVAL, valeur: 900, source: { type: 'donnee', nom: 'INSEE', millesime: '2025' } },
    { siren: CORVOL, valeur: 500, source: { type: 'donnee', nom: 'INSEE', millesime: '2025' } },
  ],
  appeles: [],
  ...ecarts,
});
