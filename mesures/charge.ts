import http from 'node:http';
import { centile, mediane } from './cas.ts';
import { processeurDe } from './processus.ts';

export const CONNEXIONS = 8;
export const REQUETES = 320;
const ECHAUFFEMENT = 24;
const DUREE_AU_PLUS_MS = 30_000;

/** Ce qu’une page a donné sous la charge. */
export interface MesureDePage {
  readonly requetes: number;
  readonly pagesParSeconde: number;
  readonly medianeMs: number;
  readonly centile95Ms: number;
  readonly maximumMs: number;
  readonly poidsKo: number;
  /** Temps processeur du serveur Node par page, hors PostgreSQL ; null ailleurs que sous Linux. */
  readonly processeurMs: number | null;
}

interface Cible {
  readonly adresse: string;
  readonly chemin: string;
  readonly cookie: string;
}

/** Demande une page et la lit en entier : durée en ms et poids en octets. */
const demander = (
  { adresse, chemin, cookie }: Cible,
  agent: http.Agent,
): Promise<{ readonly dureeMs: number; readonly octets: number }> =>
  new Promise((finir, echouer) => {
    const debut = performance.now();
    const requete = http.get(`${adresse}${chemin}`, { agent, headers: { cookie } }, (reponse) => {
      let octets = 0;
      reponse.on('data', (morceau: Buffer) => {
        octets += morceau.length;
      });
      reponse.on('end', () => {
        if (reponse.statusCode === 200) finir({ dureeMs: performance.now() - debut, octets });
        else echouer(new Error(`${chemin} répond ${reponse.statusCode}.`));
      });
      reponse.on('error', echouer);
    });
    requete.on('error', echouer);
  });

const tirer = async (cible: Cible, agent: http.Agent, nombre: number) => {
  const durees: number[] = [];
  let octets = 0;
  let parties = 0;
  const limite = performance.now() + DUREE_AU_PLUS_MS;
  const visiter = async (): Promise<void> => {
    while (parties < nombre && performance.now() < limite) {
      parties += 1;
      const reponse = await demander(cible, agent);
      durees.push(reponse.dureeMs);
      ({ octets } = reponse);
    }
  };
  const debut = performance.now();
  await Promise.all(Array.from({ length: CONNEXIONS }, visiter));
  return { durees, octets, totalMs: performance.now() - debut };
};

/**
 * Charge bornée : 8 visiteurs qui enchaînent sans pause, quelques centaines de pages, trente secondes
 * au plus, sur cette machine seulement.
 */
export const mesurerPage = async (cible: Cible, serveur: number): Promise<MesureDePage> => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNEXIONS });
  await tirer(cible, agent, ECHAUFFEMENT);
  const avant = processeurDe(serveur);
  const { durees, octets, totalMs } = await tirer(cible, agent, REQUETES);
  const apres = processeurDe(serveur);
  agent.destroy();
  return {
    requetes: durees.length,
    pagesParSeconde: (durees.length * 1000) / totalMs,
    medianeMs: mediane(durees),
    centile95Ms: centile(durees, 95),
    maximumMs: Math.max(...durees),
    poidsKo: octets / 1024,
    processeurMs: avant === null || apres === null ? null : (apres - avant) / durees.length,
  };
};
