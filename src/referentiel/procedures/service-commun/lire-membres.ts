import {
  type Brut,
  estObjet,
  type Lecture,
  lireTexte,
  normaliser,
  type TerritoireConsulte,
} from '../../../moteurs/procedure/index.ts';
import type { MembreDuService, QualiteDeMembre } from './convention.ts';

const QUALITES: Readonly<Record<string, QualiteDeMembre>> = {
  epci: 'epci',
  commune: 'commune',
  etablissement: 'etablissement',
  'etablissement-public': 'etablissement',
  ccas: 'etablissement',
  'caisse-des-ecoles': 'etablissement',
  syndicat: 'hors-champ',
};

/** Les SIREN des syndicats et autres groupements commencent par 24 ou 25, ceux des établissements par 26. */
const presumer = (id: string, sirensConnus: boolean): QualiteDeMembre => {
  if (id.startsWith('26')) return 'etablissement';
  if (sirensConnus || id.startsWith('24') || id.startsWith('25')) return 'hors-champ';
  return 'presume';
};

const qualifier = (
  id: string,
  annoncee: QualiteDeMembre | undefined,
  { communes, epci }: TerritoireConsulte,
): QualiteDeMembre => {
  if (id === epci?.siren) return 'epci';
  if (communes.some(({ code, siren }) => code === id || siren === id)) return 'commune';
  const sirensConnus = communes.every(({ siren }) => siren !== undefined);
  if (annoncee === 'etablissement') return 'etablissement';
  if (annoncee === 'commune') return sirensConnus ? 'hors-champ' : 'presume';
  return annoncee === 'epci' ? 'hors-champ' : (annoncee ?? presumer(id, sirensConnus));
};

/** Identifiant unique d’une personne publique : le SIREN de la commune plutôt que son code INSEE. */
export const identifier = (texte: string, { communes, epci }: TerritoireConsulte): string => {
  if (normaliser(texte) === 'epci') return epci?.siren ?? texte;
  const commune = communes.find(({ code }) => code === texte);
  return commune?.siren ?? texte;
};

const nommer = (id: string, { communes, epci }: TerritoireConsulte): string =>
  id === epci?.siren
    ? epci.nom
    : (communes.find(({ code, siren }) => siren === id || code === id)?.nom ?? id);

const lireIdentifiant = (brut: Brut): string | undefined =>
  lireTexte(brut.siren) ??
  lireTexte(brut.collectivite) ??
  lireTexte(brut.commune) ??
  lireTexte(brut.code);

const lireMembre = (
  brut: unknown,
  territoire: TerritoireConsulte,
  chemin: string,
  lecture: Lecture,
): MembreDuService | undefined => {
  const objet: Brut = estObjet(brut) ? brut : { siren: brut };
  const texte = lireIdentifiant(objet);
  if (texte === undefined) {
    const message = 'Donner le SIREN du participant, ou un objet { siren, nom, qualite }.';
    return lecture.refuser('champ-manquant', message, chemin);
  }
  const id = identifier(texte, territoire);
  const annoncee = lireTexte(objet.qualite) ?? lireTexte(objet.type);
  const qualite = annoncee === undefined ? undefined : QUALITES[normaliser(annoncee)];
  return {
    id,
    nom: lireTexte(objet.nom) ?? nommer(id, territoire),
    qualite: qualifier(id, qualite, territoire),
  };
};

/** Participants de la convention, chacun qualifié au regard du territoire ; un doublon est refusé. */
export const lireMembres = (
  brut: unknown,
  territoire: TerritoireConsulte,
  chemin: string,
  lecture: Lecture,
): readonly MembreDuService[] => {
  if (brut === undefined || brut === null) return [];
  if (!Array.isArray(brut)) {
    lecture.refuser('valeur-inconnue', 'Donner la liste des participants.', chemin);
    return [];
  }
  const vus = new Set<string>();
  return brut.flatMap((un: unknown, rang) => {
    const membre = lireMembre(un, territoire, `${chemin}[${rang}]`, lecture);
    if (membre === undefined) return [];
    if (vus.has(membre.id)) {
      const message = `${membre.nom} figure deux fois parmi les participants.`;
      lecture.refuser('membre-en-double', message, `${chemin}[${rang}]`);
    }
    vus.add(membre.id);
    return membre;
  });
};
