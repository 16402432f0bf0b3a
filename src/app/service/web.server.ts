import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeReadableStreamToWritable } from '@react-router/node';
import { createRequestHandler, type ServerBuild } from 'react-router';
import sirv from 'sirv';
import { RessourceIndisponible } from '../commande/commande.ts';
import { type Explication, lireRefus, PANNE, PAR_STATUT } from '../explications-d-erreur.ts';
import { attendDeLaPlace } from './base-de-donnees.server.ts';
import { annonceTropGros, type CorpsSurveille, ecouler, ouvrirCorps } from './corps.server.ts';
import { jugerDemande } from './juger-demande.ts';
import { composerPageDeRefus, POLITIQUE_DE_LA_PAGE } from './page-de-refus.ts';
import { type PanneDePage, panneDe, STATUTS_DES_PANNES } from './panne-de-page.ts';
import { RACINE } from './racine.server.ts';

/** L’application : une demande, une réponse. */
export type Application = (demande: Request) => Promise<Response>;

const entetesDeSurete = (reponse: http.ServerResponse): void => {
  reponse.setHeader('X-Content-Type-Options', 'nosniff');
  reponse.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  reponse.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  // Servie en HTTPS, l’application ne se laisse plus ouvrir en clair.
  if ((process.env.ENSEMBLIER_ADRESSE ?? '').startsWith('https://')) {
    reponse.setHeader('Strict-Transport-Security', 'max-age=31536000');
  }
  reponse.setHeader('X-Frame-Options', 'SAMEORIGIN');
  // Un lien personnel ne doit jamais fuir par l’en-tête Referer.
  reponse.setHeader('Referrer-Policy', 'same-origin');
};

const entete = (requete: http.IncomingMessage, nom: string): string | null => {
  const valeur = requete.headers[nom];
  return (Array.isArray(valeur) ? valeur[0] : valeur) ?? null;
};

const hoteDe = (requete: http.IncomingMessage): string | null =>
  entete(requete, 'x-forwarded-host') ?? entete(requete, 'host');

/** La page d’où l’on vient, si elle est d’ici (« //ailleurs » serait un autre site). */
const pagePrecedente = (requete: http.IncomingMessage): string | null => {
  const venue = URL.parse(entete(requete, 'referer') ?? '');
  if (venue?.host !== hoteDe(requete) || !/^https?:$/.test(venue.protocol)) return null;
  return `${venue.pathname.replace(/^[/\\]+/, '/')}${venue.search}`;
};

/** Les données d’une page, demandées par le cadre pendant une navigation sans rechargement. */
const estDemandeDeDonnees = ({ url }: http.IncomingMessage): boolean =>
  (url ?? '').split('?')[0]?.endsWith('.data') === true;

const envoyerRefus = (
  requete: http.IncomingMessage,
  reponse: http.ServerResponse,
  statut: number,
  page: Explication = PAR_STATUT[statut] ?? PANNE,
): void => {
  if (reponse.destroyed || reponse.headersSent) return;
  const enDonnees = estDemandeDeDonnees(requete);
  reponse.writeHead(statut, {
    'Content-Type': enDonnees ? 'application/json' : 'text/html; charset=utf-8',
    'Content-Security-Policy': POLITIQUE_DE_LA_PAGE,
    'Cache-Control': 'no-store',
    ...(statut === 405 ? { Allow: 'GET, HEAD, POST' } : {}),
    ...(requete.complete ? {} : { Connection: 'close' }),
  });
  if (requete.method === 'HEAD') reponse.end();
  // Le cadre rend ce texte à la page d’erreur (`lireRefus`).
  else if (enDonnees) reponse.end(JSON.stringify(page));
  else reponse.end(composerPageDeRefus(statut, page, pagePrecedente(requete)));
};

const composerDemande = (
  requete: http.IncomingMessage,
  corps: CorpsSurveille | null,
  signal: AbortSignal,
): Request => {
  const entetes = new Headers();
  for (const [nom, valeur] of Object.entries(requete.headers)) {
    // La provenance est jugée une fois pour toutes, ici ; la taille, comptée à mesure.
    if (valeur === undefined || nom === 'origin' || nom === 'content-length') continue;
    entetes.set(nom, Array.isArray(valeur) ? valeur.join(', ') : valeur);
  }
  return new Request(`http://${hoteDe(requete)}${requete.url}`, {
    method: requete.method ?? 'GET',
    headers: entetes,
    signal,
    ...(corps === null ? {} : { body: corps.flux, duplex: 'half' as const }),
  });
};

const transmettre = async (rendue: Response, reponse: http.ServerResponse): Promise<void> => {
  // Une page est propre à qui la demande : aucun cache partagé ne la garde.
  const entetes: Record<string, string | string[]> = { 'cache-control': 'private, no-cache' };
  for (const [nom, valeur] of rendue.headers) entetes[nom] = valeur;
  const cookies = rendue.headers.getSetCookie();
  if (cookies.length > 0) entetes['set-cookie'] = cookies;
  reponse.writeHead(rendue.status, rendue.statusText, entetes);
  if (rendue.body === null || reponse.req.method === 'HEAD') reponse.end();
  else await writeReadableStreamToWritable(rendue.body, reponse);
};

/** Une réponse de refus qui n’est pas une page (téléchargement refusé) : ses mots, s’il en a. */
const lireRefusNu = async (rendue: Response): Promise<Explication | null> => {
  if (rendue.status < 400 || /text\/html/.test(rendue.headers.get('content-type') ?? ''))
    return null;
  const texte = await rendue.text();
  try {
    return lireRefus(JSON.parse(texte)) ?? PAR_STATUT[rendue.status] ?? PANNE;
  } catch {
    return PAR_STATUT[rendue.status] ?? PANNE;
  }
};

/** Lire ce que la base ne sait pas désigner (identifiant mal formé dans l’adresse) : rien n’est là. */
const statutDe = (panne: PanneDePage, methode: string): number => {
  if (panne === 'valeur-refusee' && methode !== 'POST') return 404;
  if (panne === 'base-coupee' && attendDeLaPlace()) return STATUTS_DES_PANNES['disque-plein'];
  return STATUTS_DES_PANNES[panne];
};

const servirPage = async (
  application: Application,
  requete: http.IncomingMessage,
  reponse: http.ServerResponse,
): Promise<void> => {
  const arret = new AbortController();
  reponse.once('close', () => {
    if (!reponse.writableFinished) arret.abort();
  });
  const corps = requete.method === 'POST' ? ouvrirCorps(requete) : null;
  const demande = composerDemande(requete, corps, arret.signal);
  const rendue = await application(demande).catch((erreur: unknown) => {
    if (corps?.deborde() === true) return null;
    throw erreur;
  });
  if (rendue === null || corps?.deborde() === true) {
    await ecouler(requete);
    envoyerRefus(requete, reponse, 413);
    return;
  }
  const panne = panneDe(demande);
  if (panne !== null) return envoyerRefus(requete, reponse, statutDe(panne, demande.method));
  // Les données d’une page ne sont lues que par le cadre : elles restent telles quelles.
  if (estDemandeDeDonnees(requete)) return transmettre(rendue, reponse);
  const refus = await lireRefusNu(rendue);
  if (refus !== null) return envoyerRefus(requete, reponse, rendue.status, refus);
  return transmettre(rendue, reponse);
};

const recevoir = async (
  application: Application,
  requete: http.IncomingMessage,
  reponse: http.ServerResponse,
): Promise<void> => {
  const refus = jugerDemande({
    methode: requete.method ?? 'GET',
    cible: requete.url ?? '',
    hote: hoteDe(requete),
    origine: entete(requete, 'origin'),
    secFetchSite: entete(requete, 'sec-fetch-site'),
    typeDuCorps: entete(requete, 'content-type'),
    adresse: process.env.ENSEMBLIER_ADRESSE ?? null,
  });
  if (refus !== null || annonceTropGros(requete)) {
    await ecouler(requete);
    envoyerRefus(requete, reponse, refus?.statut ?? 413, refus?.page);
    return;
  }
  await servirPage(application, requete, reponse);
};

/** Le serveur HTTP de Node, devant l’application : ce qui se refuse partout se refuse ici. */
export const creerServeur = (
  application: Application,
  statiques: (
    requete: http.IncomingMessage,
    reponse: http.ServerResponse,
    suite: () => void,
  ) => void,
): http.Server =>
  http.createServer((requete, reponse) => {
    entetesDeSurete(reponse);
    if (requete.url === '/sante') {
      reponse.writeHead(200, { 'Content-Type': 'application/json' });
      reponse.end('{ "etat": "pret" }');
      return;
    }
    statiques(requete, reponse, () => {
      recevoir(application, requete, reponse).catch((erreur: unknown) => {
        // Un visiteur parti avant la fin n’est pas une panne.
        if (reponse.destroyed || requete.aborted) return;
        console.error(erreur);
        if (reponse.headersSent) reponse.destroy();
        else envoyerRefus(requete, reponse, 500);
      });
    });
  });

/** L’application construite, servie par le serveur HTTP de Node. */
export const ouvrirServeurWeb = async (): Promise<http.Server> => {
  const dossier = path.join(RACINE, 'build');
  const fichierServeur = pathToFileURL(path.join(dossier, 'server', 'index.js')).href;
  const construction = (await import(fichierServeur)) as ServerBuild;
  const traiter = createRequestHandler(construction, 'production');
  const statiques = sirv(path.join(dossier, 'client'), {
    // Cherché à chaque demande : une reconstruction pendant le service ne doit pas le faire tomber.
    dev: true,
    etag: true,
    setHeaders: (reponse, chemin) => {
      if (chemin.startsWith('/assets/')) {
        reponse.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      }
    },
  });
  return creerServeur((demande) => traiter(demande), statiques);
};

/** Écoute sur le port voulu ; un port pris est dit clairement. */
export const ecouter = (serveur: http.Server, port: number): Promise<void> =>
  new Promise((finir, echouer) => {
    serveur.once('error', (erreur: NodeJS.ErrnoException) => {
      echouer(
        new RessourceIndisponible(
          erreur.code === 'EADDRINUSE'
            ? `Le port ${port} est déjà pris. Choisissez-en un autre : PORT=${port + 1} npm start`
            : `Le port ${port} ne peut pas être ouvert (${erreur.message}).`,
        ),
      );
    });
    serveur.listen(port, () => {
      finir();
    });
  });
