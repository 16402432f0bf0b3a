import { PgBoss } from 'pg-boss';
import type { Base, Contexte } from '../base/index.server.ts';
import type { Json } from './travail.ts';
import {
  cloreTravail,
  ecrireAvancement,
  type IssueDeTravail,
  lireInacheves,
  prendreTravail,
  type TravailAbandonne,
} from './travaux.sql.server.ts';
import { ouvrirVerrous, type Verrous } from './verrous.sql.server.ts';

const FILE = 'travaux';
/** On écrit la progression au plus quatre fois par seconde. */
const PAS_D_ECRITURE_MS = 250;

/** Ce que l’exécutant reçoit pour travailler, dire où il en est et pouvoir être repris. */
export interface Suivi {
  readonly base: Base;
  /** Le contexte de qui a demandé le travail. */
  readonly contexte: Contexte;
  readonly travailId: string;
  /** Le dernier point noté, si le travail est repris après une coupure ; sinon null. */
  readonly reprise: Json;
  /** Dit où on en est. Lève `TravailInterrompu` si l’arrêt est demandé : laissez-la passer. */
  readonly avancer: (progression: number, total: number, message: string) => Promise<void>;
  /** Note un point de reprise, après avoir validé ce qui précède. */
  readonly noter: (reprise: Json) => Promise<void>;
}

/** Fait un travail et rend son résultat. Une reprise ne doit rien faire deux fois. */
export type Executant = (entree: Json, suivi: Suivi) => Promise<Json>;

/**
 * Range ce qu’un travail laisserait derrière lui quand il n’aboutit pas (échec, annulation, trop de
 * reprises). Fait avant de clore le travail : une coupure entre les deux le refait.
 */
export type Rangement = (
  entree: Json,
  suivi: Pick<Suivi, 'base' | 'contexte'>,
  issue: TravailAbandonne,
) => Promise<void>;

/** Un échec dont le message est écrit pour l’utilisateur. */
export class TravailRefuse extends Error {}

/** L’arrêt demandé : par l’utilisateur (annulation) ou parce que le serveur s’arrête. */
export class TravailInterrompu extends Error {}

const MESSAGE_DE_PANNE =
  'Ce travail s’est arrêté sur une panne. Ce qui était validé est sauf. Recommencez ; si cela dure, prévenez votre administrateur en donnant l’heure.';

interface Demande {
  readonly territoireId: string;
  readonly id: string;
}

interface Atelier {
  readonly base: Base;
  readonly registre: Readonly<Record<string, Executant>>;
  readonly rangements: Readonly<Record<string, Rangement>>;
  readonly verrous: Verrous;
  readonly signaler: (message: string) => void;
  readonly sArrete: () => boolean;
}

const composerSuivi = (
  { base, sArrete }: Atelier,
  { territoireId, id }: Demande,
  contexte: Contexte,
  depart: Json,
): Suivi => {
  let contenu: { progression?: number; total?: number; message?: string; reprise: Json } = {
    reprise: depart,
  };
  let ecritLe = 0;
  const ecrire = async () => {
    ecritLe = Date.now();
    const estAnnule = await ecrireAvancement(base, territoireId, id, contenu);
    if (estAnnule) throw new TravailInterrompu('annulation');
    if (sArrete()) throw new TravailInterrompu('arrêt du serveur');
  };
  return {
    base,
    contexte,
    travailId: id,
    reprise: depart,
    avancer: async (progression, total, message) => {
      contenu = { ...contenu, progression, total, message };
      const estTermine = progression >= total;
      if (estTermine || sArrete() || Date.now() - ecritLe >= PAS_D_ECRITURE_MS) await ecrire();
    },
    noter: async (reprise) => {
      contenu = { ...contenu, reprise };
      await ecrire();
    },
  };
};

/** Fait le travail ; null quand le serveur s’arrête, pour le laisser à reprendre. */
const faire = async (
  atelier: Atelier,
  genre: string,
  entree: Json,
  suivi: Suivi,
): Promise<IssueDeTravail | null> => {
  const executant = atelier.registre[genre];
  if (executant === undefined) {
    return { etat: 'echec', erreur: `Cette version d’Ensemblier ne sait pas faire « ${genre} ».` };
  }
  try {
    return { etat: 'termine', resultat: await executant(entree, suivi) };
  } catch (erreur) {
    if (erreur instanceof TravailInterrompu) {
      return erreur.message === 'annulation' ? { etat: 'annule' } : null;
    }
    if (erreur instanceof TravailRefuse) return { etat: 'echec', erreur: erreur.message };
    if (atelier.sArrete()) return null;
    atelier.signaler(
      `Travail « ${genre} » en panne : ${(erreur as Error).stack ?? String(erreur)}`,
    );
    return { etat: 'echec', erreur: MESSAGE_DE_PANNE };
  }
};

const traiter = async (atelier: Atelier, demande: Demande): Promise<void> => {
  if (atelier.sArrete() || !(await atelier.verrous.prendre(demande.id))) return;
  try {
    const pris = await prendreTravail(atelier.base, demande.territoireId, demande.id, new Date());
    if (pris === null) return;
    const suivi = composerSuivi(atelier, demande, pris.contexte, pris.reprise);
    const issue = pris.abandon ?? (await faire(atelier, pris.genre, pris.entree, suivi));
    if (issue === null) return;
    if (issue.etat !== 'termine') {
      await atelier.rangements[pris.genre]?.(pris.entree, suivi, issue);
    }
    await cloreTravail(atelier.base, demande.territoireId, demande.id, issue, new Date());
  } finally {
    await atelier.verrous.rendre(demande.id);
  }
};

/** Confie à la file ce qui attend, et ce qu’un processus mort a laissé en cours. */
const ramasser = async (atelier: Atelier, boss: PgBoss, confies: Set<string>): Promise<void> => {
  const inacheves = await lireInacheves(atelier.base);
  const restants = new Set(inacheves.map(({ id }) => id));
  for (const id of confies) if (!restants.has(id)) confies.delete(id);
  for (const { territoireId, id, etat } of inacheves) {
    if (confies.has(id)) continue;
    if (etat === 'en-cours') {
      if (!(await atelier.verrous.prendre(id))) continue; // un autre processus vivant s’en occupe
      await atelier.verrous.rendre(id);
    }
    confies.add(id);
    await boss.send(FILE, { territoireId, id });
  }
};

export interface OptionsDeTravaux {
  readonly base: Base;
  /** Adresse de la base avec le rôle propriétaire : pg-boss y tient son schéma. */
  readonly url: string;
  readonly registre: Readonly<Record<string, Executant>>;
  /** Par genre de travail, ce qu’il faut ranger quand il n’aboutit pas. */
  readonly rangements?: Readonly<Record<string, Rangement>>;
  readonly simultanes?: number;
  readonly periodeMs?: number;
  readonly signaler?: (message: string) => void;
}

/**
 * Traite les longs travaux tant que le processus vit ; reprend d’abord ceux qu’une coupure a laissés.
 * @returns de quoi arrêter : un travail en cours s’interrompt à son prochain pas et sera repris
 */
export const traiterTravaux = async ({
  base,
  url,
  registre,
  rangements = {},
  simultanes = 2,
  periodeMs = 500,
  signaler = (message) => console.error(message),
}: OptionsDeTravaux): Promise<() => Promise<void>> => {
  let arret = false;
  const verrous = ouvrirVerrous(url);
  const confies = new Set<string>();
  const atelier: Atelier = { base, registre, rangements, verrous, signaler, sArrete: () => arret };
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 3, schedule: false });
  boss.on('error', (erreur: Error) => {
    if (!arret) signaler(`File des travaux : ${erreur.message}`);
  });
  await boss.start();
  if ((await boss.getQueue(FILE)) === null) {
    // Les reprises sont décidées ici, d’après l’état du travail, jamais par la file.
    await boss.createQueue(FILE, { retryLimit: 0, expireInSeconds: 6 * 3600 });
  }
  await boss.work<Demande>(
    FILE,
    { batchSize: 1, pollingIntervalSeconds: 0.5, localConcurrency: simultanes },
    async (lot) => {
      for (const { data } of lot) {
        try {
          await traiter(atelier, data);
        } finally {
          confies.delete(data.id); // s’il reste à faire, le prochain passage le confiera de nouveau
        }
      }
    },
  );
  let passage: Promise<void> = Promise.resolve();
  let estOccupe = false;
  const passer = () => {
    if (estOccupe || arret) return;
    estOccupe = true;
    passage = ramasser(atelier, boss, confies)
      .catch((erreur: unknown) => {
        signaler(`Travaux en attente de la base : ${(erreur as Error).message}`);
      })
      .finally(() => {
        estOccupe = false;
      });
  };
  passer();
  const minuterie = setInterval(passer, periodeMs);
  return async () => {
    arret = true;
    clearInterval(minuterie);
    await passage;
    await boss.stop({ graceful: true, timeout: 15_000 });
    await verrous.fermer();
  };
};
