import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { enregistrerFicheDImpact, lireFicheDImpact } from './fiche-impact.sql.server.ts';
import { type LigneDImpact, type Rubrique, rubriquesRemplies } from './fiche-impact.ts';

const TEXTES: ReadonlyMap<string, readonly [string, string]> = new Map([
  [
    'Rattachement hiérarchique',
    ['Communauté de communes', 'Communauté de communes, sans changement'],
  ],
  [
    'Lieu de travail',
    ['Siège de la communauté', 'Siège, avec une permanence hebdomadaire à Belmont'],
  ],
  [
    'Missions',
    ['Instruction pour les communes adhérentes', 'Instruction, conseil et guichet numérique'],
  ],
  [
    'Outils et logiciels',
    ['Logiciel d’instruction', 'Même logiciel, guichet numérique ouvert aux communes'],
  ],
  ['Temps de travail et cycles', ['1 607 heures annuelles', 'Sans changement']],
  ['Congés', ['25 jours et jours de fractionnement', 'Sans changement']],
  ['Télétravail', ['Un jour par semaine', 'Un jour par semaine, hors permanence']],
  [
    'Santé et sécurité',
    ['Document unique de la communauté', 'Trajets de permanence ajoutés au document unique'],
  ],
  ['Traitement et régime indemnitaire', ['RIFSEEP de la communauté', 'Maintenu']],
  ['Nouvelle bonification indiciaire', ['Sans objet', 'Sans objet']],
  ['Action sociale et prévoyance', ['Contrat groupe de la communauté', 'Maintenu']],
  ['Compte épargne-temps', ['Ouvert à la communauté', 'Maintenu']],
]);

/** Remplit la fiche d’impact de la démonstration ; rend les rubriques remplies. */
export const ecrireFicheComplete = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  serviceId: string,
): Promise<readonly Rubrique[]> => {
  const lue = await lireFicheDImpact(tx, contexte, serviceId);
  if (lue === null) return [];
  const remplir = (rubrique: Rubrique): readonly LigneDImpact[] =>
    lue.fiche.rubriques[rubrique].map((ligne) => {
      const [avant, apres] = TEXTES.get(ligne.rubrique) ?? ['Sans changement', 'Sans changement'];
      return { ...ligne, avant, apres };
    });
  const rubriques = {
    organisation: remplir('organisation'),
    'conditions-de-travail': remplir('conditions-de-travail'),
    remuneration: remplir('remuneration'),
    'droits-acquis': remplir('droits-acquis'),
  };
  const fiche = {
    ...lue.fiche,
    rubriques,
    mesures: ['Formation au guichet numérique', 'Entretien individuel de chaque agent'],
  };
  await enregistrerFicheDImpact(tx, contexte, serviceId, { fiche, version: lue.version });
  return rubriquesRemplies(fiche);
};
