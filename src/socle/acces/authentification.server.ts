import path from 'node:path';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import { type Base, nouvelId } from '../base/index.server.ts';
import { envoyerHorsTerritoire } from '../courriels/index.server.ts';
import { composerLienDeConnexion } from '../courriels/index.ts';

export const DUREE_DU_LIEN_MAGIQUE_S = 15 * 60;
export const DUREE_DE_L_INVITATION_S = 7 * 24 * 3600;
/** Une session s’éteint après sept jours sans visite. */
const DUREE_DE_SESSION_S = 7 * 24 * 3600;
export const LONGUEUR_DU_MOT_DE_PASSE = 12;

/** L’adresse publique de l’application, sans barre finale. */
export const lireAdresse = (): string =>
  (process.env.ENSEMBLIER_ADRESSE ?? `http://localhost:${process.env.PORT ?? '3000'}`).replace(
    /\/+$/,
    '',
  );

const lireSecret = (): string => {
  const secret = process.env.ENSEMBLIER_SECRET;
  if (secret === undefined || secret.length < 32) {
    throw new Error(
      'ENSEMBLIER_SECRET manque ou compte moins de 32 caractères : démarrez Ensemblier par « npm start », ou posez cette variable.',
    );
  }
  return secret;
};

/** Où vont les courriels qui ne relèvent d’aucun territoire, tant que SMTP n’est pas réglé. */
export const dossierDesCourriels = (): string =>
  path.join(path.resolve(process.env.ENSEMBLIER_DONNEES ?? 'donnees'), 'courriels');

export interface Reglages {
  readonly secret: string;
  readonly adresse: string;
  /** Vie du lien magique, en secondes. */
  readonly dureeDuLien: number;
  readonly remettreLien: (courriel: string, jeton: string) => Promise<void>;
}

/** better-auth réglé sur nos tables et nos noms ; les pages appellent son API, jamais son routeur. */
export const creerAuthentification = (base: Base, reglages: Reglages) =>
  betterAuth({
    appName: 'Ensemblier',
    baseURL: reglages.adresse,
    secret: reglages.secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: { db: base as never, type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LONGUEUR_DU_MOT_DE_PASSE,
      maxPasswordLength: 200,
      autoSignIn: false,
    },
    rateLimit: { enabled: false }, // les pages comptent elles-mêmes les essais, par compte
    user: {
      modelName: 'personne',
      fields: {
        name: 'nom',
        email: 'courriel',
        emailVerified: 'courriel_verifie',
        createdAt: 'cree_le',
        updatedAt: 'modifie_le',
      },
      additionalFields: {
        estAdministrateur: {
          type: 'boolean',
          fieldName: 'est_administrateur',
          input: false,
          defaultValue: false,
        },
      },
    },
    session: {
      modelName: 'session',
      expiresIn: DUREE_DE_SESSION_S,
      updateAge: 24 * 3600,
      fields: {
        userId: 'personne_id',
        token: 'jeton',
        expiresAt: 'expire_le',
        ipAddress: 'adresse_ip',
        userAgent: 'navigateur',
        createdAt: 'cree_le',
        updatedAt: 'modifie_le',
      },
    },
    account: {
      modelName: 'identite',
      fields: {
        userId: 'personne_id',
        accountId: 'compte_id',
        providerId: 'fournisseur',
        password: 'mot_de_passe',
        accessToken: 'jeton_acces',
        refreshToken: 'jeton_renouvellement',
        idToken: 'jeton_identite',
        accessTokenExpiresAt: 'jeton_acces_expire_le',
        refreshTokenExpiresAt: 'jeton_renouvellement_expire_le',
        scope: 'portee',
        createdAt: 'cree_le',
        updatedAt: 'modifie_le',
      },
    },
    verification: {
      modelName: 'verification',
      fields: {
        identifier: 'identifiant',
        value: 'valeur',
        expiresAt: 'expire_le',
        createdAt: 'cree_le',
        updatedAt: 'modifie_le',
      },
    },
    advanced: {
      cookiePrefix: 'ensemblier',
      useSecureCookies: reglages.adresse.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => nouvelId() },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: reglages.dureeDuLien,
        sendMagicLink: ({ email, token }) => reglages.remettreLien(email, token),
      }),
    ],
  });

export type Authentification = ReturnType<typeof creerAuthentification>;

/** L’adresse de la page qui consomme un lien magique : un bouton l’active, un simple aperçu ne l’use pas. */
export const adresseDuLienMagique = (jeton: string): string =>
  `${lireAdresse()}/lien-magique?jeton=${encodeURIComponent(jeton)}`;

const parBase = new WeakMap<Base, Authentification>();

/** L’authentification ordinaire de ce processus. */
export const obtenirAuthentification = (base: Base): Authentification => {
  const connue = parBase.get(base);
  if (connue !== undefined) return connue;
  const nouvelle = creerAuthentification(base, {
    secret: lireSecret(),
    adresse: lireAdresse(),
    dureeDuLien: DUREE_DU_LIEN_MAGIQUE_S,
    remettreLien: async (courriel, jeton) => {
      await envoyerHorsTerritoire(
        composerLienDeConnexion(courriel, adresseDuLienMagique(jeton)),
        dossierDesCourriels(),
      );
    },
  });
  parBase.set(base, nouvelle);
  return nouvelle;
};

/** Un lien d’entrée de sept jours pour une personne qui vient d’être invitée, rendu à qui l’invite. */
export const creerLienDInvitation = async (base: Base, courriel: string): Promise<string> => {
  let lien = '';
  const authentification = creerAuthentification(base, {
    secret: lireSecret(),
    adresse: lireAdresse(),
    dureeDuLien: DUREE_DE_L_INVITATION_S,
    remettreLien: (_courriel, jeton) => {
      lien = adresseDuLienMagique(jeton);
      return Promise.resolve();
    },
  });
  await authentification.api.signInMagicLink({ body: { email: courriel }, headers: new Headers() });
  return lien;
};
