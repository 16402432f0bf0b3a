import type { Jour } from '../../moteurs/calendrier/index.ts';
import type { ActionSuivie } from './action.ts';
import type { EtatDAction } from './etats-d-action.ts';
import type { ServiceMutualise } from './services-mutualises.ts';

/** La participation d’une commune à un service : effective depuis un jour, ou prévue par le schéma. */
export interface Membre {
  readonly collectivite: string;
  readonly estEffectif: boolean;
  /** Premier jour d’adhésion ; null s’il n’est pas connu ou pas encore venu. */
  readonly depuis: Jour | null;
}

/** Un service mutualisé, ou une action qui n’a pas encore de service, et ses communes. */
export interface Participation {
  readonly cle: string;
  readonly nom: string;
  readonly membres: readonly Membre[];
}

const EN_USAGE: readonly EtatDAction[] = ['en-service', 'en-evaluation', 'perennisee'];
const ARRETEE: readonly EtatDAction[] = ['suspendue', 'abandonnee'];

/**
 * Qui participe à quoi : les membres des services ouverts, puis ceux que le schéma prévoit. Une action
 * suspendue ou abandonnée ne prévoit plus rien.
 */
export const participationsDe = (
  actions: readonly Pick<ActionSuivie, 'id' | 'ficheId' | 'titre' | 'membres' | 'etat'>[],
  services: readonly Pick<ServiceMutualise, 'id' | 'nom' | 'ficheId' | 'membres'>[],
): readonly Participation[] => {
  const vivantes = actions.filter(({ etat }) => !ARRETEE.includes(etat));
  const prevus = (action: (typeof vivantes)[number] | undefined, deja: readonly string[]) =>
    (action?.membres ?? [])
      .filter((collectivite) => !deja.includes(collectivite))
      .map((collectivite) => ({ collectivite, estEffectif: false, depuis: null }));
  const ouverts = services.map(({ id, nom, ficheId, membres }) => ({
    cle: id,
    nom,
    membres: [
      ...membres.map(({ collectivite, depuis }) => ({ collectivite, estEffectif: true, depuis })),
      ...prevus(
        vivantes.find((action) => ficheId !== null && action.ficheId === ficheId),
        membres.map(({ collectivite }) => collectivite),
      ),
    ],
  }));
  const fichesOuvertes = new Set(services.map(({ ficheId }) => ficheId));
  const aVenir = vivantes
    .filter(({ ficheId }) => ficheId === null || !fichesOuvertes.has(ficheId))
    .map(({ id, titre, membres, etat }) => ({
      cle: id,
      nom: titre,
      membres: membres.map((collectivite) => ({
        collectivite,
        estEffectif: EN_USAGE.includes(etat),
        depuis: null,
      })),
    }));
  return [...ouverts, ...aVenir];
};

/** Nombre de participations d’une commune, prévues comprises. */
export const compterParticipations = (
  participations: readonly Participation[],
  collectivite: string,
): { readonly effectives: number; readonly prevues: number } => {
  const siennes = participations.flatMap(({ membres }) =>
    membres.filter((membre) => membre.collectivite === collectivite),
  );
  const effectives = siennes.filter(({ estEffectif }) => estEffectif).length;
  return { effectives, prevues: siennes.length - effectives };
};
