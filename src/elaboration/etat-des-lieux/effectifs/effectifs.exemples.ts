import fs from 'node:fs';
import path from 'node:path';
import type { LigneDeGrille } from '../collecte/ligne.ts';
import { type AgentEffectif, lireAgent } from './agent.ts';

/** Un agent communal ordinaire : jardinier à temps complet, au service des espaces verts. */
export const unAgent = (ecarts: Partial<AgentEffectif> = {}): AgentEffectif => ({
  ligneId: `ligne-${ecarts.collectivite ?? '214200529'}-${ecarts.matricule ?? '00001'}`,
  collectivite: '214200529',
  matricule: '00001',
  service: 'EV',
  metier: 'Jardinier',
  filiere: 'Technique',
  categorie: 'C',
  statut: 'Titulaire',
  estNonComplet: false,
  quotite: 100,
  etpCentiemes: 100,
  anneeNaissance: 1980,
  coutCentimes: 3_500_000n,
  affectations: [{ service: ecarts.service ?? 'EV', part: 100 }],
  source: { type: 'saisie', auteur: 'secretaire@exemple.fr', le: '2026-02-03' },
  ...ecarts,
});

/** Les 400 lignes de la grille RH de démonstration (CC Charlieu-Belmont, données inventées). */
export const lignesDeCharlieu = (): readonly LigneDeGrille[] => {
  const texte = fs.readFileSync(path.resolve('src/referentiel/donnees/demo/grille-rh.csv'), 'utf8');
  const [entete = '', ...lignes] = texte.trim().split(/\r?\n/);
  const colonnes = entete.split(',');
  return lignes.map((ligne, rang) => {
    const cellules = [...ligne.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, lu = '']) =>
      lu.startsWith('"') ? lu.slice(1, -1).replaceAll('""', '"') : lu,
    );
    const valeurs = Object.fromEntries(
      colonnes.map((colonne, place) => [colonne, cellules[place] ?? '']),
    );
    return {
      id: `ligne-${rang + 2}`,
      grille: 'grille-rh',
      collectivite: valeurs.siren ?? '',
      cle: valeurs.matricule ?? '',
      valeurs,
      source: {
        type: 'cellule',
        fichierId: 'fichier-demo',
        fichier: 'grille-rh.csv',
        feuille: null,
        ligne: rang + 2,
        cellules: { etp: `O${rang + 2}`, cout_charge_annuel: `R${rang + 2}` },
      },
      version: 1,
    };
  });
};

export const agentsDeCharlieu = (): readonly AgentEffectif[] => lignesDeCharlieu().map(lireAgent);
