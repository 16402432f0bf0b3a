import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Base } from '../base/index.server.ts';
import { obtenirAuthentification } from './authentification.server.ts';
import { normaliserCourriel, trouverPersonne } from './personnes.sql.server.ts';
import {
  compterTentative,
  LIMITE_LIEN_MAGIQUE,
  LIMITE_MOT_DE_PASSE,
  type Limite,
  type Tentatives,
} from './tentatives.ts';

/** Une entrée réussie : les en-têtes (cookies de session) à joindre à la redirection. */
export interface Entree {
  readonly entetes: Headers;
}

const processus = globalThis as { ensemblierTentatives?: Tentatives };

const limiter = (genre: string, courriel: string, limite: Limite) => {
  processus.ensemblierTentatives ??= new Map();
  const minutes = compterTentative(
    processus.ensemblierTentatives,
    `${genre} ${normaliserCourriel(courriel)}`,
    Date.now(),
    limite,
  );
  return minutes === 0
    ? null
    : refuser({
        code: 'trop-de-tentatives',
        message: `Trop d’essais pour ce compte. Attendez ${minutes} minute${minutes > 1 ? 's' : ''}, puis recommencez.`,
      });
};

/** Ne garde que les cookies de la réponse de better-auth. */
const cookiesSeuls = (entetes: Headers): Headers => {
  const gardes = new Headers();
  for (const cookie of entetes.getSetCookie()) gardes.append('set-cookie', cookie);
  return gardes;
};

/**
 * Ouvre une session par courriel et mot de passe. Refus : `identifiants-refuses` (sans dire lequel est
 * faux), `trop-de-tentatives`.
 */
export const entrerParMotDePasse = async (
  base: Base,
  request: Request,
  { courriel, motDePasse }: { readonly courriel: string; readonly motDePasse: string },
): Promise<Resultat<Entree>> => {
  const trop = limiter('mot-de-passe', courriel, LIMITE_MOT_DE_PASSE);
  if (trop !== null) return trop;
  const reponse = await obtenirAuthentification(base).api.signInEmail({
    body: { email: normaliserCourriel(courriel), password: motDePasse, rememberMe: true },
    headers: request.headers,
    asResponse: true,
  });
  if (!reponse.ok) {
    return refuser({
      code: 'identifiants-refuses',
      message:
        'Ce courriel et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou recevez un lien de connexion par courriel.',
    });
  }
  processus.ensemblierTentatives?.delete(`mot-de-passe ${normaliserCourriel(courriel)}`);
  return accepter({ entetes: cookiesSeuls(reponse.headers) });
};

/**
 * Envoie un lien de connexion si un compte porte ce courriel. La réponse est la même dans tous les cas :
 * elle ne dit pas qui a un compte. Un envoi raté est noté au journal du serveur. Refus : `trop-de-tentatives`.
 */
export const demanderLienMagique = async (
  base: Base,
  courriel: string,
): Promise<Resultat<null>> => {
  const trop = limiter('lien', courriel, LIMITE_LIEN_MAGIQUE);
  if (trop !== null) return trop;
  if ((await trouverPersonne(base, courriel)) === null) return accepter(null);
  try {
    await obtenirAuthentification(base).api.signInMagicLink({
      body: { email: normaliserCourriel(courriel) },
      headers: new Headers(),
    });
  } catch (erreur) {
    console.error(`Lien de connexion non envoyé : ${(erreur as Error).message}`);
  }
  return accepter(null);
};

/** Ouvre une session par un lien de connexion, qui sert une seule fois. Refus : `lien-magique-perime`. */
export const entrerParLien = async (base: Base, jeton: string): Promise<Resultat<Entree>> => {
  const reponse = await obtenirAuthentification(base).api.magicLinkVerify({
    query: { token: jeton },
    headers: new Headers(),
    asResponse: true,
  });
  const cookies = cookiesSeuls(reponse.headers);
  if (reponse.status !== 200 || [...cookies].length === 0) {
    return refuser({
      code: 'lien-magique-perime',
      message:
        'Ce lien de connexion a déjà servi ou n’est plus valable. Demandez-en un nouveau : il arrive en une minute.',
    });
  }
  return accepter({ entetes: cookies });
};

/** Ferme la session : les en-têtes effacent le cookie. */
export const sortir = async (base: Base, request: Request): Promise<Entree> => {
  const reponse = await obtenirAuthentification(base).api.signOut({
    headers: request.headers,
    asResponse: true,
  });
  return { entetes: cookiesSeuls(reponse.headers) };
};
