import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  ServerRouter,
} from 'react-router';
import { noterPanne } from './service/panne-de-page.ts';

const DELAI_MAX = 15_000;

/** Rien d’extérieur n’est chargé ; les seuls scripts en ligne sont ceux du cadre, marqués d’un jeton. */
const politiqueDeContenu = (jeton: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${jeton}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Rend la page entière avant d’envoyer : le HTML est complet et utile même sans JavaScript
 * (le rendu au fil de l’eau ne révèle ses morceaux que par script).
 */
export default function rendrePage(
  request: Request,
  statut: number,
  entetes: Headers,
  contexte: EntryContext,
): Promise<Response> {
  const jeton = import.meta.env.PROD ? randomBytes(16).toString('base64') : '';
  entetes.set('Content-Type', 'text/html; charset=utf-8');
  if (jeton !== '') entetes.set('Content-Security-Policy', politiqueDeContenu(jeton));
  if (request.method === 'HEAD') {
    return Promise.resolve(new Response(null, { status: statut, headers: entetes }));
  }
  return new Promise((rendre, echouer) => {
    let statutFinal = statut;
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={contexte} url={request.url} nonce={jeton} />,
      {
        nonce: jeton,
        onAllReady() {
          const corps = new PassThrough();
          rendre(
            new Response(createReadableStreamFromReadable(corps), {
              status: statutFinal,
              headers: entetes,
            }),
          );
          pipe(corps);
        },
        onShellError: echouer,
        onError(erreur) {
          statutFinal = 500;
          console.error(erreur);
        },
      },
    );
    setTimeout(() => abort(), DELAI_MAX).unref();
  });
}

/** Le chemin demandé, sans le secret d’un lien personnel. */
const cheminSansSecret = (adresse: string): string =>
  new URL(adresse).pathname.replace(/^\/c\/[^/]+/, '/c/…').slice(0, 300);

/** Un message peut citer ce qu’on a reçu : il ne doit ni imiter une ligne du journal, ni l’emplir. */
const surUneLigne = (message: string): string => message.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);

/** Une panne qu’on reconnaît se dit en une ligne au journal du serveur ; les autres gardent leur trace. */
export const handleError: HandleErrorFunction = (erreur, { request }) => {
  // Un refus ordinaire (méthode, page absente) se lit à l’écran, pas au journal du serveur.
  if (request.signal.aborted || (isRouteErrorResponse(erreur) && erreur.status < 500)) return;
  const panne = noterPanne(request, erreur);
  if (panne === null) {
    console.error(erreur);
    return;
  }
  const precision = erreur instanceof Error ? ` (${surUneLigne(erreur.message)})` : '';
  console.error(
    `Ensemblier : ${panne}, ${request.method} ${cheminSansSecret(request.url)}${precision}`,
  );
};
