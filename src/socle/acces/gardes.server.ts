import { data, redirect } from 'react-router';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { type Base, type Contexte, dansTerritoire, obtenirBase } from '../base/index.server.ts';
import {
  type EnTeteTerritoire,
  lireCollectivites,
  lireEnTete,
  territoireDuSiren,
} from '../territoire/index.server.ts';
import type { Collectivite } from '../territoire/index.ts';
import { lireAccesDePersonne } from './acces.sql.server.ts';
import { obtenirAuthentification } from './authentification.server.ts';
import { aLeDroit, type Droit, quiPeut, type Role } from './droits.ts';
import { lireAujourdhui } from './horloge.server.ts';
import { jugerLien, type RefusDeLien } from './lien-personnel.ts';
import { noterUsage, trouverLien } from './liens.sql.server.ts';
import { vientDeChezNous } from './origine.ts';
import type { Personne } from './personnes.sql.server.ts';

/** Ce que la page d’erreur affiche : ce qui se passe, et quoi faire. */
export interface PageDeRefus {
  readonly titre: string;
  readonly quoi: string;
}

/** Interrompt la page par un refus clair (rendu par la page d’erreur générale). */
export const interrompre = (status: number, titre: string, quoi: string): never => {
  const page: PageDeRefus = { titre, quoi };
  throw data(page, { status });
};

/** Refuse une écriture que nos pages n’ont pas envoyée (requête forgée par un autre site). */
export const verifierOrigine = (request: Request): void => {
  const legitime = vientDeChezNous({
    methode: request.method,
    origine: request.headers.get('origin'),
    secFetchSite: request.headers.get('sec-fetch-site'),
    hote: request.headers.get('x-forwarded-host') ?? request.headers.get('host'),
  });
  if (!legitime) {
    interrompre(
      403,
      'Cet envoi vient d’un autre site',
      'Revenez à la page dans Ensemblier, puis envoyez de nouveau le formulaire.',
    );
  }
};

/** Une page demandée ne change rien en base, et la base s’en assure. */
const neFaitQueLire = (request: Request): boolean => ['GET', 'HEAD'].includes(request.method);

export interface Visiteur {
  readonly base: Base;
  readonly personne: Personne;
  readonly sessionId: string;
  readonly sessionOuverteLe: Date;
}

const chercherVisiteur = async (request: Request): Promise<Visiteur | null> => {
  const base = obtenirBase();
  if (!request.headers.has('cookie')) return null;
  const ouverte = await obtenirAuthentification(base).api.getSession({ headers: request.headers });
  if (ouverte === null) return null;
  const { user, session } = ouverte;
  return {
    base,
    sessionId: session.id,
    sessionOuverteLe: session.createdAt,
    personne: {
      id: user.id,
      nom: user.name,
      courriel: user.email,
      estAdministrateur: user.estAdministrateur === true,
    },
  };
};

const visiteurs = new WeakMap<Request, Promise<Visiteur | null>>();

/**
 * La personne connectée, ou null. Vérifie aussi l’origine des écritures. Une page et sa charpente
 * lisent la même demande : la session n’y est cherchée qu’une fois. Une écriture, elle, la recherche
 * toujours, et la page relue après elle est une autre demande.
 */
export const lireVisiteur = async (request: Request): Promise<Visiteur | null> => {
  verifierOrigine(request);
  if (request.method !== 'GET') return chercherVisiteur(request);
  const connu = visiteurs.get(request) ?? chercherVisiteur(request);
  visiteurs.set(request, connu);
  return connu;
};

/** La personne connectée ; sinon, mène à la connexion puis revient à la page demandée. */
export const exigerPersonne = async (request: Request): Promise<Visiteur> => {
  const visiteur = await lireVisiteur(request);
  if (visiteur !== null) return visiteur;
  const { pathname, search } = new URL(request.url);
  const retour = request.method === 'GET' ? `${pathname}${search}` : pathname;
  throw redirect(`/connexion?retour=${encodeURIComponent(retour.replace(/\.data(?=$|\?)/, ''))}`);
};

/** Une personne dans un territoire, avec un droit vérifié. */
export interface Acces {
  readonly base: Base;
  /** À donner à `dansTerritoire` ; limité à la collectivité pour une commune ou un élu. */
  readonly contexte: Contexte;
  readonly territoire: EnTeteTerritoire;
  readonly personne: Personne;
  readonly role: Role;
  /** SIREN de la collectivité à laquelle l’accès se limite, ou null. */
  readonly collectivite: string | null;
  readonly aujourdhui: Jour;
  readonly peut: (droit: Droit) => boolean;
}

const refuserLeRole = (droit: Droit, territoire: string): never =>
  interrompre(
    403,
    'Votre rôle ne permet pas ce geste',
    `Ce geste revient à : ${quiPeut(droit)}. Demandez-le à la personne pilote de ${territoire}.`,
  );

/**
 * Un droit de plus, que seul le formulaire reçu désigne. Le droit commun à tous les gestes de la page se
 * vérifie d’abord, avec `exigerDroit` : rien n’est lu d’une personne qui n’en a aucun.
 */
export const exigerAussi = ({ peut, territoire }: Acces, droit: Droit): void => {
  if (!peut(droit)) refuserLeRole(droit, territoire.nom);
};

/**
 * Première ligne de toute page de travail : la personne est connectée, a accès au territoire et porte
 * ce droit. Sinon : connexion (302), territoire inconnu ou fermé (404), droit absent (403).
 * @param siren paramètre `:siren` de l’adresse
 */
export const exigerDroit = async (
  request: Request,
  siren: string | undefined,
  droit: Droit,
): Promise<Acces> => {
  const { base, personne } = await exigerPersonne(request);
  const accordes = await lireAccesDePersonne(base, personne.id);
  const accorde = accordes.find((acces) => acces.siren === siren);
  if (accorde === undefined) {
    // Même réponse qu’un territoire existe ou non : on ne dit pas qui utilise Ensemblier.
    return interrompre(
      404,
      'Ce territoire ne vous est pas ouvert',
      'Vérifiez l’adresse, ou demandez un accès à la personne qui pilote la démarche dans votre intercommunalité.',
    );
  }
  if (!aLeDroit(accorde.role, droit)) refuserLeRole(droit, accorde.nom);
  const contexte: Contexte = {
    territoireId: accorde.territoireId,
    auteur: personne.nom,
    role: accorde.role,
    lectureSeule: neFaitQueLire(request) || accorde.role === 'lecture',
    ...(accorde.collectivite === null ? {} : { collectivite: accorde.collectivite }),
  };
  return {
    base,
    contexte,
    territoire: await dansTerritoire(base, contexte, lireEnTete),
    personne,
    role: accorde.role,
    collectivite: accorde.collectivite,
    aujourdhui: lireAujourdhui(),
    peut: (autre) => aLeDroit(accorde.role, autre),
  };
};

const STATUTS: Record<RefusDeLien, number> = {
  'lien-inconnu': 404,
  'lien-revoque': 410,
  'lien-expire': 410,
  'lien-d-une-autre-commune': 403,
};
const TITRES: Record<RefusDeLien, string> = {
  'lien-inconnu': 'Ce lien n’ouvre rien',
  'lien-revoque': 'Ce lien a été retiré',
  'lien-expire': 'Ce lien n’est plus valable',
  'lien-d-une-autre-commune': 'Ce lien est celui d’une autre commune',
};

/** Une commune entrée par son lien personnel. */
export interface AccesDeCommune {
  readonly base: Base;
  /** Toujours limité à la collectivité du lien. */
  readonly contexte: Contexte & { readonly collectivite: string };
  readonly territoire: EnTeteTerritoire;
  readonly collectivite: Collectivite;
  readonly aujourdhui: Jour;
  /** Le chemin de l’espace de la commune : `/c/<jeton>`. */
  readonly chemin: string;
}

/**
 * Première ligne de toute page de commune (`/c/:jeton/...`).
 * @param collectivite SIREN désigné par l’adresse, s’il y en a un : il doit être celui du lien
 * Refus : lien inconnu (404), retiré ou expiré (410), d’une autre commune (403).
 */
export const exigerLienCommune = async (
  request: Request,
  jeton: string | undefined,
  collectivite?: string,
): Promise<AccesDeCommune> => {
  verifierOrigine(request);
  const base = obtenirBase();
  const aujourdhui = lireAujourdhui();
  const lien = jeton === undefined ? null : await trouverLien(base, jeton);
  const juge = jugerLien(lien, aujourdhui, collectivite);
  if (!juge.ok || lien === null || jeton === undefined) {
    const { code, message } = juge.ok
      ? { code: 'lien-inconnu' as const, message: 'Demandez un nouveau lien.' }
      : juge.refus;
    return interrompre(STATUTS[code], TITRES[code], message);
  }
  await noterUsage(base, jeton, aujourdhui);
  const { territoireId } = lien;
  const [territoire, membre] = await dansTerritoire(
    base,
    { territoireId, auteur: 'lien personnel', collectivite: lien.collectivite },
    async (tx) => [
      await lireEnTete(tx),
      (await lireCollectivites(tx)).find(({ siren }) => siren === lien.collectivite),
    ],
  );
  if (membre === undefined) {
    return interrompre(404, 'Cette commune n’est plus du territoire', 'Demandez un nouveau lien.');
  }
  return {
    base,
    contexte: {
      territoireId,
      auteur: `${membre.nom} (lien personnel)`,
      collectivite: lien.collectivite,
      role: 'commune',
      lectureSeule: neFaitQueLire(request),
    },
    territoire,
    collectivite: membre,
    aujourdhui,
    chemin: `/c/${jeton}`,
  };
};

/**
 * Le territoire d’une page publique (sans compte) ; 404 s’il n’existe pas. Le contexte rendu voit tout le
 * territoire : la page publique ne lit que ce qui est publié.
 */
export const exigerTerritoirePublic = async (siren: string | undefined) => {
  const base = obtenirBase();
  const territoire = siren === undefined ? null : await territoireDuSiren(base, siren);
  if (territoire === null) {
    return interrompre(
      404,
      'Ce territoire n’est pas dans Ensemblier',
      'Vérifiez le numéro SIREN de l’intercommunalité dans l’adresse.',
    );
  }
  const contexte: Contexte = {
    territoireId: territoire.territoireId,
    auteur: 'page publique',
    lectureSeule: true,
  };
  return { base, contexte, territoire, aujourdhui: lireAujourdhui() };
};
