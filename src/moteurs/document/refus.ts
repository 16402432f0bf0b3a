import type { Refus } from '../resultat/index.ts';

export type CodeDeRefus =
  | 'champ-manquant'
  | 'champ-invalide'
  | 'exigence'
  | 'modele-inconnu'
  | 'modele-invalide'
  | 'renvoi-sans-cible';

/** Un motif de refus : ce qui manque, où le renseigner, l’article qui l’exige. */
export interface RefusDeComposition extends Refus<CodeDeRefus | (string & {})> {
  readonly libelle?: string;
  /** Où l’utilisateur peut agir (« Convention › Durée »). */
  readonly ou?: string;
}
