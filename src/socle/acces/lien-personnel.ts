import { ajouterJours, type Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';

/** Un lien vaut trois mois : le temps d’une collecte. */
export const DUREE_D_UN_LIEN_EN_JOURS = 90;

/** Dernier jour de validité d’un lien créé ce jour. */
export const echeanceDuLien = (creeLe: Jour, jours: number = DUREE_D_UN_LIEN_EN_JOURS): Jour =>
  ajouterJours(creeLe, jours);

export interface LienAJuger {
  readonly collectivite: string;
  /** Dernier jour où le lien ouvre. */
  readonly expireLe: Jour;
  readonly revoqueLe: Jour | null;
  readonly creePar: string;
}

export type RefusDeLien =
  | 'lien-inconnu'
  | 'lien-revoque'
  | 'lien-expire'
  | 'lien-d-une-autre-commune';

/**
 * Dit si un lien personnel ouvre ce jour, pour cette commune.
 * @param collectivite SIREN demandé par la page, quand elle en désigne un
 */
export const jugerLien = (
  lien: LienAJuger | null,
  aujourdhui: Jour,
  collectivite?: string,
): Resultat<LienAJuger, { readonly code: RefusDeLien; readonly message: string }> => {
  if (lien === null) {
    return refuser({
      code: 'lien-inconnu',
      message:
        'Ce lien est incomplet ou n’existe pas. Recopiez-le en entier depuis le courriel reçu, ou demandez un nouveau lien à la personne qui vous l’a envoyé.',
    });
  }
  if (lien.revoqueLe !== null) {
    return refuser({
      code: 'lien-revoque',
      message: `Ce lien a été retiré. Demandez un nouveau lien à ${lien.creePar}.`,
    });
  }
  if (aujourdhui > lien.expireLe) {
    return refuser({
      code: 'lien-expire',
      message: `Ce lien n’est plus valable : sa durée est passée. Demandez un nouveau lien à ${lien.creePar}.`,
    });
  }
  if (collectivite !== undefined && collectivite !== lien.collectivite) {
    return refuser({
      code: 'lien-d-une-autre-commune',
      message: `Ce lien est celui d’une autre commune. Demandez le vôtre à ${lien.creePar}.`,
    });
  }
  return accepter(lien);
};

export type EtatDuLien = 'actif' | 'expire' | 'revoque';

/** L’état d’un lien ce jour, pour les listes. */
export const etatDuLien = (
  { expireLe, revoqueLe }: Pick<LienAJuger, 'expireLe' | 'revoqueLe'>,
  aujourdhui: Jour,
): EtatDuLien => {
  if (revoqueLe !== null) return 'revoque';
  return aujourdhui > expireLe ? 'expire' : 'actif';
};
