import { ajouterJours, type Jour } from '../../moteurs/calendrier/index.ts';
import { accorder } from '../../socle/ui/index.ts';
import type { Etat } from '../../socle/ui/index.ui.ts';
import type { CampagneSuivie } from './pieces.ts';

/** Une échéance de la démarche, d’où qu’elle vienne. */
export interface EcheanceDeLaDemarche {
  readonly cle: string;
  readonly titre: string;
  /** Premier jour utile, quand il y en a un. */
  readonly debut: Jour;
  /** Dernier jour utile. */
  readonly jour: Jour;
  readonly etat: Etat;
  /** Chemin de la pièce, relatif au territoire. */
  readonly chemin: string;
  readonly article: string | null;
}

/** Sous ce nombre de jours, une échéance est proche. */
const PROCHE = 14;

/** Proche, dépassée ou à venir : l’état d’une échéance qui n’est pas tenue. */
export const etatDEcheance = (jour: Jour, aujourdhui: Jour): Etat => {
  if (jour < aujourdhui) return 'refus';
  return jour <= ajouterJours(aujourdhui, PROCHE) ? 'attention' : 'en-cours';
};

/** Les collectes ouvertes que toutes n’ont pas rendues. */
export const echeancesDeCollecte = (
  campagnes: readonly CampagneSuivie[],
  aujourdhui: Jour,
): readonly EcheanceDeLaDemarche[] =>
  campagnes
    .filter(({ estOuverte, rendues, attendues }) => estOuverte && rendues < attendues)
    .map(({ grille, titre, echeance, rendues, attendues }) => ({
      cle: `collecte ${grille}`,
      titre: `${titre} : ${accorder(attendues - rendues, 'grille attendue', 'grilles attendues')}`,
      debut: echeance,
      jour: echeance,
      etat: etatDEcheance(echeance, aujourdhui),
      chemin: `elaborer/collecte/${grille}`,
      article: null,
    }));

/** Ce que la procédure donne d’une échéance de droit. */
export interface EcheanceDeDroit {
  readonly code: string;
  readonly objet: string;
  readonly commune?: string;
  readonly depart: Jour;
  readonly echeance: Jour;
  readonly statut: 'en-cours' | 'acquise' | 'depassee';
  readonly article: string;
}

/**
 * Les délais de droit qui courent, réunis par règle et par jour : vingt-cinq communes saisies le même
 * jour font une échéance, pas vingt-cinq.
 */
export const echeancesDeDroit = (
  echeances: readonly EcheanceDeDroit[],
  aujourdhui: Jour,
): readonly EcheanceDeLaDemarche[] => {
  const courent = echeances.filter(({ statut }) => statut === 'en-cours');
  const reunies = Map.groupBy(courent, ({ code, echeance }) => `${code} ${echeance}`);
  return [...reunies].flatMap(([cle, groupe]) => {
    const [premiere] = groupe;
    if (premiere === undefined) return [];
    const communes = groupe.filter(({ commune }) => commune !== undefined).length;
    return [
      {
        cle,
        titre:
          communes > 1 ? `${premiere.objet} (${accorder(communes, 'commune')})` : premiere.objet,
        debut: groupe.map(({ depart }) => depart).toSorted()[0] ?? premiere.depart,
        jour: premiere.echeance,
        etat: etatDEcheance(premiere.echeance, aujourdhui),
        chemin: 'elaborer/adoption',
        article: premiere.article,
      },
    ];
  });
};

/** Les plus proches d’abord ; les dépassées en tête. */
export const ordonner = (
  echeances: readonly EcheanceDeLaDemarche[],
): readonly EcheanceDeLaDemarche[] =>
  echeances.toSorted((a, b) => a.jour.localeCompare(b.jour) || a.titre.localeCompare(b.titre));

/** De quoi dessiner la frise : d’un mois avant aujourd’hui (ou la plus ancienne) à la dernière. */
export const bornesDeFrise = (
  echeances: readonly EcheanceDeLaDemarche[],
  aujourdhui: Jour,
): { readonly debut: Jour; readonly fin: Jour } => {
  const jours = echeances.flatMap(({ debut, jour }) => [debut, jour]);
  const debut = [...jours, ajouterJours(aujourdhui, -15)].toSorted()[0] ?? aujourdhui;
  const fin = [...jours, ajouterJours(aujourdhui, 60)].toSorted().at(-1) ?? aujourdhui;
  return { debut, fin: ajouterJours(fin, 15) };
};
