import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestListener } from '@react-router/node';
import type { ServerBuild } from 'react-router';
import sirv from 'sirv';
import { RessourceIndisponible } from '../commande/commande.ts';
import { RACINE } from './racine.server.ts';

/** Au-delà, la lecture du corps s’arrête : un dépôt est limité à 25 Mo par la page. */
const CORPS_MAXIMAL = 64 * 1024 * 1024;

const entetesDeSurete = (reponse: http.ServerResponse): void => {
  reponse.setHeader('X-Content-Type-Options', 'nosniff');
  reponse.setHeader('X-Frame-Options', 'SAMEORIGIN');
  // Un lien personnel ne doit jamais fuir par l’en-tête Referer.
  reponse.setHeader('Referrer-Policy', 'same-origin');
};

const refuserCorpsTropGros = (reponse: http.ServerResponse): void => {
  reponse.writeHead(413, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' });
  reponse.end(
    '<!doctype html><html lang="fr"><title>Fichier trop lourd</title><h1>Ce fichier est trop lourd</h1><p>Un dépôt ne dépasse pas 25 Mo. Supprimez les images et les feuilles inutiles, ou déposez un fichier par commune. Rien n’a été enregistré.</p><p><a href="javascript:history.back()">Revenir à la page précédente</a></p></html>',
  );
};

/** L’application construite, servie par le serveur HTTP de Node. */
export const ouvrirServeurWeb = async (): Promise<http.Server> => {
  const dossier = path.join(RACINE, 'build');
  const fichierServeur = pathToFileURL(path.join(dossier, 'server', 'index.js')).href;
  const construction = (await import(fichierServeur)) as ServerBuild;
  const application = createRequestListener({ build: construction, mode: 'production' });
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
  return http.createServer((requete, reponse) => {
    entetesDeSurete(reponse);
    if (requete.url === '/sante') {
      reponse.writeHead(200, { 'Content-Type': 'application/json' });
      reponse.end('{ "etat": "pret" }');
      return;
    }
    if (Number(requete.headers['content-length'] ?? 0) > CORPS_MAXIMAL) {
      refuserCorpsTropGros(reponse);
      return;
    }
    statiques(requete, reponse, () => {
      application(requete, reponse);
    });
  });
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
