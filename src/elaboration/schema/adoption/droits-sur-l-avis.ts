import type { Droit } from '../../../socle/acces/index.ts';
import type { EvenementDAdoption } from './evenements.ts';

interface Appelant {
  readonly peut: (droit: Droit) => boolean;
  /** SIREN de la collectivité à laquelle l’accès se limite, ou null. */
  readonly collectivite: string | null;
}

/**
 * Vrai si cette personne peut enregistrer l’avis de cette commune : la pilote pour toutes ; une commune
 * ou un élu, pour la sienne seulement (un élu rattaché à aucune commune ne rend aucun avis).
 * @param commune SIREN
 */
export const peutRendreLAvis = (
  { peut, collectivite }: Appelant,
  commune: string | undefined,
): boolean =>
  peut('schema:adopter') ||
  (peut('avis:rendre') && collectivite !== null && collectivite === commune);

/** Une commune n’annule que son avis ; la date de sa saisine et le reste du registre sont à la pilote. */
export const peutAnnulerIci = (
  appelant: Appelant,
  commune: string | undefined,
  { type, collectivite }: Pick<EvenementDAdoption, 'type' | 'collectivite'>,
): boolean =>
  appelant.peut('schema:adopter') ||
  (peutRendreLAvis(appelant, commune) && type === 'deliberation' && collectivite === commune);
