import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { IndicateurSuivi } from './action.ts';

/** Une valeur relevée un jour donné. */
export interface Releve {
  readonly id: string;
  readonly actionId: string;
  readonly indicateur: string;
  readonly le: Jour;
  readonly valeur: number;
  readonly commentaire: string;
}

/** Un nombre écrit à la française (« 1 234,5 », « 92 % ») ; null s’il n’y en a pas. */
export const lireNombre = (texte: string): number | null => {
  const propre = texte.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(propre) ? Number(propre) : null;
};

export interface IndicateurMesure extends IndicateurSuivi {
  readonly releves: readonly Releve[];
  readonly dernier: Releve | null;
  /** Part du chemin parcouru du départ à la cible, de 0 à 1 ; null si l’on ne peut pas le dire. */
  readonly part: number | null;
  readonly estAtteint: boolean;
}

/**
 * Part du chemin faite entre la valeur de départ et la cible, bornée à 0 et 1 ; le sens (plus haut ou
 * plus bas) est celui qui va du départ à la cible. Sans départ, on part de zéro si la cible est positive.
 */
export const mesurerChemin = (depart: number | null, cible: number | null, valeur: number) => {
  if (cible === null) return null;
  const de = depart ?? 0;
  if (de === cible) return valeur === cible ? 1 : null;
  return Math.min(1, Math.max(0, (valeur - de) / (cible - de)));
};

/** Les indicateurs d’une action avec leurs relevés, du plus ancien au plus récent. */
export const mesurerIndicateurs = (
  indicateurs: readonly IndicateurSuivi[],
  releves: readonly Releve[],
): readonly IndicateurMesure[] =>
  indicateurs.map((indicateur) => {
    const siens = releves
      .filter((releve) => releve.indicateur === indicateur.libelle)
      .sort((a, b) => a.le.localeCompare(b.le));
    const dernier = siens.at(-1) ?? null;
    const part =
      dernier === null
        ? null
        : mesurerChemin(
            lireNombre(indicateur.initiale),
            lireNombre(indicateur.cible),
            dernier.valeur,
          );
    return { ...indicateur, releves: siens, dernier, part, estAtteint: part === 1 };
  });

export interface ReleveAInscrire {
  readonly indicateur: string;
  readonly le: Jour;
  readonly valeur: number;
  readonly commentaire: string;
}

/** Refus : `indicateur-inconnu`, `releve-futur`. */
export const jugerReleve = (
  releve: ReleveAInscrire,
  indicateurs: readonly IndicateurSuivi[],
  aujourdhui: Jour,
): Resultat<ReleveAInscrire> => {
  if (!indicateurs.some(({ libelle }) => libelle === releve.indicateur)) {
    return refuser({
      code: 'indicateur-inconnu',
      message: 'Cet indicateur ne figure pas sur la fiche de l’action : choisissez-en un autre.',
      chemin: 'indicateur',
    });
  }
  if (releve.le > aujourdhui) {
    return refuser({
      code: 'releve-futur',
      message: 'Un relevé décrit un jour passé : corrigez sa date.',
      chemin: 'le',
    });
  }
  return accepter(releve);
};
