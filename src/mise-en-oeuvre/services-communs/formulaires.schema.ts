import { z } from 'zod';
import { lireMontant } from '../../moteurs/calcul/index.ts';
import { lireJour } from '../../moteurs/calendrier/index.ts';
import { lireTexte } from '../../socle/formulaires/index.ts';
import { estSituation } from './agents.ts';
import type { FicheDImpact, LigneDImpact, Rubrique } from './fiche-impact.ts';

const jour = z
  .string()
  .transform((texte) => lireJour(texte))
  .refine((lu) => lu !== null, 'Indiquez une date.');

const situations = z.array(
  z.object({
    collectivite: z.string().regex(/^\d{9}$/),
    matricule: z.string().min(1),
    situation: z.string().refine(estSituation, 'Choisissez une situation.'),
  }),
);

/** Les situations du tableau des agents, une par ligne, envoyées ensemble. */
export const lireSituations = (formulaire: FormData) => {
  const [matricules, choisies] = [formulaire.getAll('matricule'), formulaire.getAll('situation')];
  return situations.safeParse(
    formulaire.getAll('collectivite').map((collectivite, rang) => ({
      collectivite,
      matricule: matricules[rang],
      situation: choisies[rang],
    })),
  );
};

export const entreeDeCommune = z.object({
  collectivite: z.string().regex(/^\d{9}$/, 'Choisissez une commune.'),
  entree: jour,
  acte: z.string().trim().min(1, 'Citez l’avenant ou les délibérations qui la font entrer.'),
});

export const sortieDeCommune = z.object({
  collectivite: z.string().regex(/^\d{9}$/, 'Choisissez une commune.'),
  sortie: jour,
  acte: z.string().trim().min(1, 'Citez la délibération de retrait.'),
});

const LIGNES_MAXIMALES = 40;

const lireRubrique = (formulaire: FormData, rubrique: Rubrique): readonly LigneDImpact[] => {
  const lignes: LigneDImpact[] = [];
  for (let rang = 0; rang < LIGNES_MAXIMALES; rang += 1) {
    const de = (nom: string): string => lireTexte(formulaire, `${rubrique}.${rang}.${nom}`);
    const ligne = {
      rubrique: de('rubrique'),
      avant: de('avant'),
      apres: de('apres'),
      mesure: de('mesure'),
    };
    if (ligne.rubrique !== '') lignes.push(ligne);
  }
  return lignes;
};

const enLignes = (texte: string): readonly string[] =>
  texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '');

/** La fiche d’impact telle que le formulaire la rend. */
export const lireFicheDuFormulaire = (formulaire: FormData): FicheDImpact => {
  const ecrit = lireTexte(formulaire, 'convergence')
    .replace(/[\s\u00A0\u202F€]/g, '')
    .replace(',', '.');
  const montant = lireMontant(ecrit === '' ? '0' : ecrit);
  return {
    rubriques: {
      organisation: lireRubrique(formulaire, 'organisation'),
      'conditions-de-travail': lireRubrique(formulaire, 'conditions-de-travail'),
      remuneration: lireRubrique(formulaire, 'remuneration'),
      'droits-acquis': lireRubrique(formulaire, 'droits-acquis'),
    },
    convergenceCentimes: montant.ok ? String(montant.valeur) : '0',
    mesures: enLignes(lireTexte(formulaire, 'mesures')),
    redacteurs: enLignes(lireTexte(formulaire, 'redacteurs')),
  };
};
