import { ajouterJours, formaterDate, type Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { EtatDeCommune } from './etat.ts';

/** Ce qu’une commune ou le service fait d’un état reçu. */
export type GesteDeSuite = 'valider' | 'contester' | 'repondre';
export const estGesteDeSuite = (texte: string): texte is GesteDeSuite =>
  ['valider', 'contester', 'repondre'].includes(texte);

export interface SuiteDEtat {
  readonly id: string;
  readonly partId: string;
  readonly geste: GesteDeSuite;
  readonly motif: string;
  readonly le: Jour;
  readonly par: string;
}

export const SITUATIONS_D_ETAT = {
  transmis: { libelle: 'À valider', etat: 'en-cours' },
  valide: { libelle: 'Validé', etat: 'fait' },
  repute: { libelle: 'Réputé validé', etat: 'fait' },
  conteste: { libelle: 'Contesté', etat: 'attention' },
  repondu: { libelle: 'Réponse donnée', etat: 'en-cours' },
} as const;
export type SituationDEtat = keyof typeof SITUATIONS_D_ETAT;

/** Dernier jour pour contester, d’après la convention appliquée. */
export const limiteDe = ({ emisLe, contenu }: Pick<EtatDeCommune, 'emisLe' | 'contenu'>): Jour =>
  ajouterJours(emisLe, contenu.delaiContestationJours);

/** Où en est un état : le silence vaut validation au terme du délai de la convention. */
export const situationDe = (
  limite: Jour,
  suites: readonly Pick<SuiteDEtat, 'geste'>[],
  aujourdhui: Jour,
): SituationDEtat => {
  const derniere = suites.at(-1)?.geste;
  if (derniere === 'valider') return 'valide';
  if (derniere === 'contester') return 'conteste';
  if (derniere === 'repondre') return 'repondu';
  return aujourdhui > limite ? 'repute' : 'transmis';
};

/** Peut-on faire ce geste ? Contester se motive, dans le délai ; répondre suppose une contestation. */
export const deciderSuite = (
  limite: Jour,
  suites: readonly Pick<SuiteDEtat, 'geste'>[],
  { geste, motif }: Pick<SuiteDEtat, 'geste' | 'motif'>,
  aujourdhui: Jour,
): Resultat<null> => {
  const refus = (code: string, message: string): { ok: false; refus: Refus } =>
    refuser({ code, message, article: null });
  const situation = situationDe(limite, suites, aujourdhui);
  if (geste === 'repondre') {
    if (situation !== 'conteste')
      return refus('rien-a-repondre', 'Cet état n’est pas contesté : il n’appelle pas de réponse.');
    return motif.trim() === ''
      ? refus('motif-absent', 'Écrivez la réponse faite à la commune.')
      : accepter(null);
  }
  if (situation === 'valide' || situation === 'repute')
    return refus('deja-valide', 'Cet état est déjà validé.');
  if (geste === 'valider') return accepter(null);
  if (aujourdhui > limite)
    return refus(
      'hors-delai',
      `Le délai de contestation s’est achevé le ${formaterDate(limite)}. Adressez-vous au service des finances.`,
    );
  return motif.trim() === ''
    ? refus('motif-absent', 'Dites ce que vous contestez : la ligne, le nombre, la clé.')
    : accepter(null);
};
