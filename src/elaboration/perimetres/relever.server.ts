import { anneeDe, type Jour } from '../../moteurs/calendrier/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireCollectivites } from '../../socle/territoire/index.server.ts';
import { lireDerniereCampagne, lireEffectifs } from '../etat-des-lieux/index.server.ts';
import { compterLesDeparts, moyensDuService } from '../etat-des-lieux/index.ts';
import type { NoteCalculeeDeService, ServiceExamine } from './modele.ts';
import { calculerNotes } from './notes-calculees.ts';
import { releverPresences } from './presences.ts';

/** Le jour que décrivent les effectifs : celui de la campagne, à défaut le dernier 31 décembre. */
const lirePhotoAu = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<Jour> =>
  (await lireDerniereCampagne(tx, contexte, 'grille-rh'))?.photoAu ??
  `${anneeDe(aujourdhui) - 1}-12-31`;

/**
 * Les notes que les effectifs en ligne permettent de calculer pour ces services. À appeler avec un
 * contexte qui voit tout le territoire : une commune n’y verrait que ses agents.
 */
export const releverNotes = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  services: readonly ServiceExamine[],
  aujourdhui: Jour,
): Promise<readonly NoteCalculeeDeService[]> => {
  const agents = await lireEffectifs(tx, contexte);
  const membres = await lireCollectivites(tx);
  const epci = membres.find(({ type }) => type === 'epci');
  const photoAu = await lirePhotoAu(tx, contexte, aujourdhui);
  const { ligneIds } = compterLesDeparts(agents, photoAu).dansCinqAns;
  const partants = new Set(ligneIds);
  const situation = {
    sirenEpci: epci?.siren ?? '',
    noms: new Map(membres.map(({ siren, nom }) => [siren, nom])),
  };
  return services.flatMap(({ service }) =>
    calculerNotes(releverPresences(moyensDuService(agents, service), partants, situation)).map(
      (note) => ({ ...note, service, calculeeLe: aujourdhui }),
    ),
  );
};

/** Combien de collectivités ont des agents dans chaque service, d’après les effectifs en ligne. */
export const releverServicesPresents = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
): Promise<ReadonlyMap<string, number>> => {
  const agents = await lireEffectifs(tx, contexte);
  const paires = new Set(
    agents.flatMap(({ collectivite, affectations }) =>
      affectations.map(({ service }) => `${service}/${collectivite}`),
    ),
  );
  const comptes = new Map<string, number>();
  for (const paire of paires) {
    const service = paire.split('/')[0] ?? '';
    comptes.set(service, (comptes.get(service) ?? 0) + 1);
  }
  return comptes;
};
