import { type Jour, lireJour } from '../calendrier/index.ts';
import type { Refus } from '../resultat/index.ts';
import type { TerritoireConsulte, ValeurDeChamp } from './dossier.ts';
import type { Champ } from './tableau.ts';

export type Brut = Readonly<Record<string, unknown>>;

/** Recueille les refus d’une lecture : on les dit tous, pas seulement le premier. */
export interface Lecture {
  readonly refuser: (code: string, message: string, chemin: string) => undefined;
  readonly refus: readonly Refus[];
}

export const ouvrirLecture = (): Lecture => {
  const refus: Refus[] = [];
  return {
    refus,
    refuser: (code, message, chemin) => {
      refus.push({ code, message, chemin, article: null });
    },
  };
};

export const estObjet = (valeur: unknown): valeur is Brut =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** Sans accents, en minuscules, mots séparés par un tiret : « Défavorable » → « defavorable ». */
export const normaliser = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const PREMIERE_ANNEE = 1900;
const DERNIERE_ANNEE = 2999;

const estAnnee = (valeur: unknown): valeur is number =>
  typeof valeur === 'number' &&
  Number.isInteger(valeur) &&
  valeur >= PREMIERE_ANNEE &&
  valeur <= DERNIERE_ANNEE;

/** Une année, en nombre ou en quatre chiffres entre guillemets. */
const lireAnnee = (valeur: unknown): number | undefined => {
  const annee = typeof valeur === 'string' && /^\d{4}$/.test(valeur) ? Number(valeur) : valeur;
  return estAnnee(annee) ? annee : undefined;
};

/** Un jour « AAAA-MM-JJ » de 1900 à 2999 ; refus avec son chemin sinon. */
export const lireJourDuDossier = (
  valeur: unknown,
  chemin: string,
  lecture: Lecture,
): Jour | undefined => {
  if (valeur === undefined || valeur === null) {
    return lecture.refuser('champ-manquant', 'Indiquer une date « AAAA-MM-JJ ».', chemin);
  }
  const jour = typeof valeur === 'string' ? lireJour(valeur) : null;
  if (jour !== null && estAnnee(Number(jour.slice(0, 4)))) return jour;
  const message = `Date illisible : ${JSON.stringify(valeur)}. L’écrire « AAAA-MM-JJ », avec un jour qui existe.`;
  return lecture.refuser('date-illisible', message, chemin);
};

/** Texte non vide ; un nombre est accepté comme numéro (version 2 → « 2 »). */
export const lireTexte = (valeur: unknown): string | undefined => {
  if (typeof valeur === 'number' && Number.isFinite(valeur)) return String(valeur);
  return typeof valeur === 'string' && valeur.trim() !== '' ? valeur.trim() : undefined;
};

/** Liste de textes, ou objet dont on garde les clés remplies (`{ "remuneration": true }`). */
export const lireListe = (valeur: unknown): readonly string[] | undefined => {
  if (Array.isArray(valeur)) {
    const textes = valeur.map(lireTexte);
    const lus = textes.filter((texte) => texte !== undefined);
    return lus.length === textes.length ? lus : undefined;
  }
  if (!estObjet(valeur)) return undefined;
  const estRempli = (contenu: unknown) =>
    contenu === true || lireTexte(contenu) !== undefined || (estObjet(contenu) && contenu !== null);
  return Object.keys(valeur).filter((cle) => estRempli(valeur[cle]));
};

const SENS_DES_CONSEILS = ['favorable', 'defavorable', 'reserve'] as const;

const lireSens = (valeur: unknown, admis: readonly string[]): string | undefined => {
  const lu = typeof valeur === 'string' ? normaliser(valeur) : undefined;
  return lu !== undefined && admis.includes(lu) ? lu : undefined;
};

const estSiren = (texte: string): boolean => /^\d{9}$/.test(texte);

/** Une personne publique : son SIREN, ou le code INSEE d’une commune du territoire. */
const lireCollectivite = (
  valeur: unknown,
  { communes }: TerritoireConsulte,
): string | undefined => {
  if (typeof valeur !== 'string') return undefined;
  const commune = communes.find(({ code }) => code === valeur);
  if (commune !== undefined) return commune.siren ?? commune.code;
  return estSiren(valeur) ? valeur : undefined;
};

const ATTENDUS: Readonly<Record<Champ['forme'], string>> = {
  commune: 'le code INSEE, entre guillemets, d’une commune du territoire',
  collectivite: 'un SIREN de neuf chiffres, entre guillemets',
  sens: 'un sens connu',
  texte: 'un texte',
  liste: 'une liste de textes',
  annee: 'une année, en nombre',
  jour: 'une date « AAAA-MM-JJ »',
  booleen: 'true ou false',
};

const convertir = (
  valeur: unknown,
  champ: Champ,
  territoire: TerritoireConsulte,
): ValeurDeChamp => {
  switch (champ.forme) {
    case 'commune':
      return territoire.communes.find(({ code }) => code === valeur)?.code;
    case 'collectivite':
      return lireCollectivite(valeur, territoire);
    case 'sens':
      return lireSens(valeur, champ.valeurs ?? SENS_DES_CONSEILS);
    case 'texte':
      return lireTexte(valeur);
    case 'liste':
      return lireListe(valeur);
    case 'annee':
      return lireAnnee(valeur);
    case 'booleen':
      return typeof valeur === 'boolean' ? valeur : undefined;
    case 'jour':
      return undefined;
  }
};

/** Lit un champ d’événement selon la forme que le tableau lui donne. */
export const lireChamp = (
  brut: Brut,
  champ: Champ,
  territoire: TerritoireConsulte,
  chemin: string,
  lecture: Lecture,
): ValeurDeChamp => {
  const valeur = Object.hasOwn(brut, champ.nom) ? brut[champ.nom] : undefined;
  const ou = `${chemin}.${champ.nom}`;
  if (valeur === undefined || valeur === null) {
    if (champ.facultatif === true) return undefined;
    return lecture.refuser('champ-manquant', `Indiquer ${champ.libelle}.`, ou);
  }
  if (champ.forme === 'jour') return lireJourDuDossier(valeur, ou, lecture);
  const lu = convertir(valeur, champ, territoire);
  if (lu !== undefined) return lu;
  const code = champ.forme === 'commune' ? 'commune-inconnue' : 'valeur-inconnue';
  const admis =
    champ.forme === 'sens' ? ` : ${(champ.valeurs ?? SENS_DES_CONSEILS).join(', ')}` : '';
  const message = `${JSON.stringify(valeur)} n’est pas reçu pour ${champ.libelle}. Donner ${ATTENDUS[champ.forme]}${admis}.`;
  return lecture.refuser(code, message, ou);
};
