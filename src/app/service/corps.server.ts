import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';

/** Au-delà, on cesse de garder ce qui arrive : un dépôt est limité à 25 Mo par la page. */
const FICHIER_MAXIMAL = 64 * 1024 * 1024;
/** Un formulaire sans fichier : dix mille décisions tiennent largement. */
const FORMULAIRE_MAXIMAL = 5 * 1024 * 1024;
/** On laisse finir un envoi trop gros, pour que le navigateur lise le refus ; pas sans fin. */
const ECOULEMENT_MAXIMAL = 1024 * 1024 * 1024;

/** Le corps dépasse ce qui s’admet. */
export class CorpsTropGros extends Error {}

/** Le corps d’une demande, lu sous surveillance. */
export interface CorpsSurveille {
  readonly flux: ReadableStream<Uint8Array>;
  readonly deborde: () => boolean;
}

async function* compter(
  requete: IncomingMessage,
  maximum: number,
  surDebord: () => void,
): AsyncGenerator<Uint8Array> {
  let recu = 0;
  // La connexion reste ouverte après un débord : il faut encore dire pourquoi.
  const morceaux = requete.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const morceau of morceaux) {
    recu += morceau.length;
    if (recu > maximum) {
      surDebord();
      throw new CorpsTropGros();
    }
    yield morceau;
  }
}

/** Les caractères de commande (collés d’un autre logiciel) que ni la base ni un document n’admettent. */
const COMMANDES = /%0[0-8bcef]|%1[0-9a-f]|%7f/gi;

async function* nettoyer(morceaux: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const recus: Uint8Array[] = [];
  for await (const morceau of morceaux) recus.push(morceau);
  yield Buffer.from(Buffer.concat(recus).toString('latin1').replaceAll(COMMANDES, ''), 'latin1');
}

/**
 * Ouvre le corps d’un envoi. Sa taille est comptée à mesure, annoncée ou non ; un formulaire sans fichier
 * y perd ses caractères de commande invisibles (tabulation et fins de ligne restent).
 */
export const ouvrirCorps = (requete: IncomingMessage): CorpsSurveille => {
  let deborde = false;
  const surDebord = () => {
    deborde = true;
  };
  const avecFichier = (requete.headers['content-type'] ?? '').startsWith('multipart/');
  const lus = compter(requete, avecFichier ? FICHIER_MAXIMAL : FORMULAIRE_MAXIMAL, surDebord);
  return {
    flux: createReadableStreamFromReadable(
      Readable.from(avecFichier ? lus : nettoyer(lus), { objectMode: false }),
    ),
    deborde: () => deborde,
  };
};

/** Vrai si la taille annoncée dépasse déjà ce qui s’admet. */
export const annonceTropGros = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > FICHIER_MAXIMAL;

/** Laisse passer le reste d’un envoi sans rien en garder, pour que sa réponse puisse être lue. */
export const ecouler = (requete: IncomingMessage): Promise<void> =>
  new Promise((finir) => {
    if (requete.readableEnded || requete.destroyed) {
      finir();
      return;
    }
    let passe = 0;
    requete.on('data', (morceau: Buffer) => {
      passe += morceau.length;
      if (passe > ECOULEMENT_MAXIMAL) requete.destroy();
    });
    for (const fin of ['end', 'close', 'error'] as const) {
      requete.once(fin, () => {
        finir();
      });
    }
    requete.resume();
  });
