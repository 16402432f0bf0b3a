import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Acces } from '../../../socle/acces/index.server.ts';
import { type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireCollectivites } from '../../../socle/territoire/index.server.ts';
import { photoProposee } from '../collecte/campagne.ts';
import { lireAttentes, lireDerniereCampagne } from '../collecte/campagnes.sql.server.ts';
import type { AgentEffectif } from './agent.ts';
import { AGE_D_OUVERTURE } from './ages.ts';
import { lireEffectifs } from './lire-effectifs.server.ts';
import { montrerEffectifs } from './presenter.ts';
import { libellesDesServices } from './services.ts';
import { type SyntheseDesEffectifs, synthetiser } from './synthese.ts';

/** Ce qu’il faut pour montrer, ouvrir ou exporter les effectifs d’un territoire. */
export interface DonneesDEffectifs {
  readonly agents: readonly AgentEffectif[];
  readonly photoAu: Jour;
  readonly collectivites: ReadonlyMap<string, string>;
  readonly synthese: SyntheseDesEffectifs;
  readonly attendues: number;
  readonly repondues: number;
}

const ageDemande = (parametres: URLSearchParams): number => {
  const age = Number(parametres.get('age') ?? AGE_D_OUVERTURE);
  return Number.isInteger(age) && age >= 50 && age <= 75 ? age : AGE_D_OUVERTURE;
};

/** Lit les agents en ligne et en fait la synthèse, à la date de la dernière campagne RH. */
export const lireDonneesDEffectifs = (
  { base, contexte, aujourdhui }: Pick<Acces, 'base' | 'contexte' | 'aujourdhui'>,
  parametres: URLSearchParams,
): Promise<DonneesDEffectifs> =>
  dansTerritoire(base, contexte, async (tx) => {
    const agents = await lireEffectifs(tx, contexte);
    const campagne = await lireDerniereCampagne(tx, contexte, 'grille-rh');
    const attentes = campagne === null ? [] : await lireAttentes(tx, contexte, campagne.id);
    const membres = await lireCollectivites(tx);
    const photoAu = campagne?.photoAu ?? photoProposee(aujourdhui);
    return {
      agents,
      photoAu,
      collectivites: new Map(membres.map(({ siren, nom }) => [siren, nom])),
      synthese: synthetiser(agents, photoAu, { ageDOuverture: ageDemande(parametres) }),
      attendues: attentes.length,
      repondues: attentes.filter(({ etat }) => etat !== 'attendue').length,
    };
  });

/** La page des effectifs, masquée selon les droits du lecteur. */
export const preparerEffectifs = async (acces: Acces, parametres: URLSearchParams) => {
  const estNominatif = acces.peut('agents:nominatif');
  // Un élu voit la synthèse de tout le territoire : elle est masquée ici, avant de quitter le serveur.
  const contexte: Contexte = estNominatif
    ? acces.contexte
    : { ...acces.contexte, collectivite: undefined };
  const donnees = await lireDonneesDEffectifs({ ...acces, contexte }, parametres);
  const racine = `/t/${acces.territoire.siren}/elaborer`;
  return {
    chemin: `${racine}/effectifs`,
    cheminDeCollecte: `${racine}/collecte`,
    age: donnees.synthese.departs.ageDOuverture,
    reponses: { attendues: donnees.attendues, repondues: donnees.repondues },
    effectifs: montrerEffectifs(
      donnees.synthese,
      { collectivites: donnees.collectivites, services: libellesDesServices() },
      { estNominatif },
    ),
  };
};
