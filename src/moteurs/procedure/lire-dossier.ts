import { accepter, type Refus, type Resultat, refuser } from '../resultat/index.ts';
import type { Commune, Dossier, Epci, Evenement, TerritoireConsulte } from './dossier.ts';
import {
  type Brut,
  estObjet,
  type Lecture,
  lireChamp,
  lireJourDuDossier,
  lireTexte,
  ouvrirLecture,
} from './lire-champs.ts';
import type { Procedure, TableauDeProcedure, TypeEvenement } from './tableau.ts';

const POPULATION_MAXIMALE = 100_000_000;

const lirePopulation = (
  valeur: unknown,
  exigee: boolean,
  chemin: string,
  lecture: Lecture,
): number | null => {
  if (valeur === undefined || valeur === null) {
    if (exigee) {
      lecture.refuser(
        'champ-manquant',
        'Indiquer la population de la commune : la majorité en dépend.',
        chemin,
      );
    }
    return null;
  }
  const estHabitants =
    typeof valeur === 'number' &&
    Number.isInteger(valeur) &&
    valeur >= 0 &&
    valeur <= POPULATION_MAXIMALE;
  if (estHabitants) return valeur;
  const message = `Population illisible : ${JSON.stringify(valeur)}. Donner un nombre entier d’habitants, positif ou nul.`;
  lecture.refuser('valeur-inconnue', message, chemin);
  return null;
};

const lireCommune = (
  brut: unknown,
  chemin: string,
  exigePopulation: boolean,
  lecture: Lecture,
): Commune | undefined => {
  if (!estObjet(brut)) {
    const message = 'Décrire la commune par un objet { code, nom, population }.';
    return lecture.refuser('entree-illisible', message, chemin);
  }
  const { code, nom, population, siren } = brut;
  if (typeof code !== 'string' || code.trim() === '') {
    const message = 'Indiquer le code INSEE de la commune, entre guillemets.';
    return lecture.refuser('champ-manquant', message, `${chemin}.code`);
  }
  return {
    code,
    nom: lireTexte(nom) ?? code,
    population: lirePopulation(population, exigePopulation, `${chemin}.population`, lecture),
    ...(typeof siren === 'string' && siren !== '' && { siren }),
  };
};

const lireCommunes = (
  brut: unknown,
  exigePopulation: boolean,
  lecture: Lecture,
): readonly Commune[] => {
  if (!Array.isArray(brut) || brut.length === 0) {
    const message = 'Donner la liste des communes membres (au moins une).';
    lecture.refuser('champ-manquant', message, 'territoire.communes');
    return [];
  }
  const vus = new Set<string>();
  return brut.flatMap((un: unknown, rang) => {
    const chemin = `territoire.communes[${rang}]`;
    const commune = lireCommune(un, chemin, exigePopulation, lecture);
    if (commune === undefined) return [];
    if (vus.has(commune.code)) {
      const message = `La commune ${commune.code} figure deux fois : n’en garder qu’une.`;
      lecture.refuser('commune-en-double', message, `${chemin}.code`);
    }
    vus.add(commune.code);
    return commune;
  });
};

const lireEpci = (brut: unknown, exige: boolean, lecture: Lecture): Epci | null => {
  const chemin = 'territoire.epci';
  if (brut === undefined || brut === null) {
    if (exige) {
      const message = 'Décrire l’EPCI : { siren, nom, type, modeFinancement }.';
      lecture.refuser('champ-manquant', message, chemin);
    }
    return null;
  }
  if (!estObjet(brut)) {
    const message = 'Décrire l’EPCI par un objet { siren, nom, type, modeFinancement }.';
    lecture.refuser('entree-illisible', message, chemin);
    return null;
  }
  const { siren, nom, type, modeFinancement } = brut;
  if (typeof siren !== 'string' || siren.trim() === '') {
    if (exige) {
      const message = 'Indiquer le SIREN de l’EPCI, entre guillemets.';
      lecture.refuser('champ-manquant', message, `${chemin}.siren`);
    }
    return null;
  }
  return {
    siren,
    nom: lireTexte(nom) ?? siren,
    type: lireTexte(type) ?? null,
    modeFinancement: lireTexte(modeFinancement) ?? null,
  };
};

const lireTerritoire = (
  brut: unknown,
  procedure: TableauDeProcedure,
  lecture: Lecture,
): TerritoireConsulte => {
  if (!estObjet(brut)) {
    const message = 'Décrire le territoire : { communes: […], epci: {…} }.';
    lecture.refuser('champ-manquant', message, 'territoire');
    return { communes: [], epci: null };
  }
  return {
    communes: lireCommunes(brut.communes, procedure.majorites.length > 0, lecture),
    epci: lireEpci(brut.epci, procedure.exigeEpci, lecture),
  };
};

const lireChamps = (
  brut: Brut,
  type: TypeEvenement,
  territoire: TerritoireConsulte,
  chemin: string,
  lecture: Lecture,
): Evenement | undefined => {
  const date = lireJourDuDossier(brut.date, `${chemin}.date`, lecture);
  const champs = type.champs.flatMap((champ) => {
    const valeur = lireChamp(brut, champ, territoire, chemin, lecture);
    return valeur === undefined ? [] : ([[champ.nom, valeur]] as const);
  });
  return date && { type: type.type, date, ...Object.fromEntries(champs) };
};

const lireEvenement = (
  brut: unknown,
  procedure: TableauDeProcedure,
  territoire: TerritoireConsulte,
  chemin: string,
  lecture: Lecture,
): Evenement | undefined => {
  if (!estObjet(brut)) {
    const message = 'Décrire l’événement par un objet { type, date, … }.';
    return lecture.refuser('entree-illisible', message, chemin);
  }
  const type = procedure.evenements.find((un) => un.type === brut.type);
  if (type !== undefined) return lireChamps(brut, type, territoire, chemin, lecture);
  const connus = procedure.evenements.map((un) => un.type).join(', ');
  const message = `Événement inconnu de « ${procedure.titre} » : ${JSON.stringify(brut.type)}. Événements connus : ${connus}.`;
  return lecture.refuser('evenement-inconnu', message, `${chemin}.type`);
};

const lireEvenements = (
  brut: unknown,
  procedure: TableauDeProcedure,
  territoire: TerritoireConsulte,
  lecture: Lecture,
): readonly Evenement[] => {
  if (!Array.isArray(brut)) {
    const message = 'Donner la liste des événements (vide s’il n’y en a pas encore).';
    lecture.refuser('champ-manquant', message, 'evenements');
    return [];
  }
  return brut.flatMap(
    (un: unknown, rang) =>
      lireEvenement(un, procedure, territoire, `evenements[${rang}]`, lecture) ?? [],
  );
};

const lireActe = <Acte>(
  { acte }: Procedure<Acte>,
  brut: Brut,
  territoire: TerritoireConsulte,
): Resultat<Acte | null, readonly Refus[]> => {
  const valeur = acte === undefined ? undefined : brut[acte.cle];
  if (acte === undefined || valeur === undefined || valeur === null) return accepter(null);
  return acte.lire(valeur, territoire);
};

/**
 * Lit une entrée JSON quelconque selon le tableau de la procédure. Jamais d’exception : tous les refus
 * ensemble, chacun avec son chemin (`evenements[3].date`). Un champ en trop est ignoré.
 */
export const lireDossier = <Acte>(
  procedure: Procedure<Acte>,
  entree: unknown,
): Resultat<Dossier<Acte>, readonly Refus[]> => {
  if (!estObjet(entree)) {
    const message = 'L’entrée doit être un objet JSON { le, territoire, evenements }.';
    return refuser([{ code: 'entree-illisible', message, chemin: '', article: null }]);
  }
  const lecture = ouvrirLecture();
  const le = lireJourDuDossier(entree.le, 'le', lecture);
  const territoire = lireTerritoire(entree.territoire, procedure, lecture);
  const evenements = lireEvenements(entree.evenements, procedure, territoire, lecture);
  const acte = lireActe(procedure, entree, territoire);
  const refus = [...lecture.refus, ...(acte.ok ? [] : acte.refus)];
  if (le === undefined || !acte.ok || refus.length > 0) return refuser(refus);
  return accepter({ le, territoire, evenements, acte: acte.valeur });
};
