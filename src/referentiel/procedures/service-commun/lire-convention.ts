import {
  type Brut,
  estObjet,
  type Lecture,
  lireJourDuDossier,
  lireListe,
  lireTexte,
  normaliser,
  ouvrirLecture,
  type TerritoireConsulte,
} from '../../../moteurs/procedure/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { nommerLesCles } from './cles-de-convention.ts';
import type { ConventionDeServiceCommun, MissionDuService } from './convention.ts';
import { lireAgentsDeLaConvention } from './lire-agents.ts';
import { identifier, lireMembres } from './lire-membres.ts';

const CHEMIN = 'convention';

const MAIRE = /(?:^|-)maire(?:-|$)/;
const PRESIDENT = /(?:^|-)(?<!vice-)presidente?(?:-|$)/;

/** « le maire », « Présidente de l’EPCI » ; un vice-président n’est ni l’un ni l’autre. */
const lireAutorite = (valeur: unknown): 'maire' | 'president' | null => {
  const lue = normaliser(lireTexte(valeur) ?? '');
  if (MAIRE.test(lue)) return 'maire';
  return PRESIDENT.test(lue) ? 'president' : null;
};

const lireMission = (brut: unknown, rang: number): MissionDuService => {
  const objet: Brut = estObjet(brut) ? brut : { nom: brut };
  return {
    nom: lireTexte(objet.nom) ?? lireTexte(objet.mission) ?? `mission ${rang + 1}`,
    autorite: lireAutorite(objet.autorite ?? objet.autoriteFonctionnelle),
    competenceTransferee: objet.competenceTransferee === true,
    centreDeGestion: objet.centreDeGestion === true,
  };
};

/** `autoriteFonctionnelle` : objet par mission, liste de { mission, autorite }, ou valeur unique. */
const lireAutorites = (brut: unknown, missions: readonly string[]): readonly MissionDuService[] => {
  if (Array.isArray(brut)) return brut.map(lireMission);
  if (estObjet(brut)) {
    return Object.entries(brut).map(([nom, autorite], rang) =>
      lireMission({ nom, autorite }, rang),
    );
  }
  if (lireAutorite(brut) === null) return [];
  const noms = missions.length > 0 ? missions : ['ensemble des missions'];
  return noms.map((nom, rang) => lireMission({ nom, autorite: brut }, rang));
};

const lireMissions = (convention: Brut): readonly MissionDuService[] => {
  const missions = Array.isArray(convention.missions) ? convention.missions.map(lireMission) : [];
  const autorites = lireAutorites(
    convention.autoriteFonctionnelle,
    missions.map(({ nom }) => nom),
  );
  const completees = missions.map((mission) => {
    const autre = autorites.find(({ nom }) => normaliser(nom) === normaliser(mission.nom));
    return { ...mission, autorite: mission.autorite ?? autre?.autorite ?? null };
  });
  const connues = new Set(missions.map(({ nom }) => normaliser(nom)));
  return [...completees, ...autorites.filter(({ nom }) => !connues.has(normaliser(nom)))];
};

const lireImputation = (convention: Brut, lecture: Lecture): boolean => {
  const valeur = convention.imputationAC ?? false;
  if (typeof valeur === 'boolean') return valeur;
  const message = 'Répondre true ou false à l’imputation sur l’attribution de compensation.';
  lecture.refuser('valeur-inconnue', message, `${CHEMIN}.imputationAC`);
  return false;
};

const lireCodes = (valeur: unknown, nom: string, lecture: Lecture): readonly string[] | null => {
  if (valeur === undefined || valeur === null) return null;
  const lus = lireListe(valeur);
  if (lus !== undefined) return lus.map(normaliser);
  lecture.refuser('valeur-inconnue', 'Donner une liste de textes.', `${CHEMIN}.${nom}`);
  return null;
};

const lireRegime = (valeur: unknown): string | null => {
  const texte = lireTexte(estObjet(valeur) ? valeur.mode : valeur);
  return texte === undefined ? null : normaliser(texte);
};

/**
 * Lit la convention dans l’état où on la donne : ce qui n’est pas écrit reste inconnu (une condition
 * le dira), ce qui est écrit de travers est refusé avec son chemin.
 */
export const lireConvention = (
  recu: unknown,
  territoire: TerritoireConsulte,
): Resultat<ConventionDeServiceCommun, readonly Refus[]> => {
  const lecture = ouvrirLecture();
  if (!estObjet(recu)) {
    lecture.refuser('entree-illisible', 'Décrire la convention par un objet.', CHEMIN);
    return refuser(lecture.refus);
  }
  const brut = nommerLesCles(recu);
  const gestionnaire = lireTexte(
    estObjet(brut.gestionnaire) ? brut.gestionnaire.siren : brut.gestionnaire,
  );
  const designation = brut.designationGestionnaire;
  const { dateEffet } = brut;
  const convention: ConventionDeServiceCommun = {
    version: lireTexte(brut.version) ?? null,
    membres: lireMembres(brut.membres, territoire, `${CHEMIN}.membres`, lecture),
    gestionnaire: gestionnaire === undefined ? null : identifier(gestionnaire, territoire),
    designationGestionnaire:
      designation === true || estObjet(designation) || lireTexte(designation) !== undefined,
    ...lireAgentsDeLaConvention(brut, CHEMIN, lecture),
    missions: lireMissions(brut),
    delegataire: lireTexte(brut.delegataire) ?? null,
    regimeFinancier: lireRegime(brut.regimeFinancier),
    imputationAc: lireImputation(brut, lecture),
    clauses: lireCodes(brut.clauses, 'clauses', lecture) ?? [],
    annexes: lireCodes(brut.annexes, 'annexes', lecture),
    dateEffet:
      dateEffet === undefined || dateEffet === null
        ? null
        : (lireJourDuDossier(dateEffet, `${CHEMIN}.dateEffet`, lecture) ?? null),
  };
  return lecture.refus.length > 0 ? refuser(lecture.refus) : accepter(convention);
};
