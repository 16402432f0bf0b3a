import { accepter, type Refus, type Resultat, refuser } from '../../resultat/index.ts';
import { compterUnJeu, creerComptes } from './comptes.ts';
import { controlerContrainte } from './contrainte.ts';
import { ouvrirHasard } from './hasard.ts';
import { decouperLeDomaine, sommetsDuDomaine } from './parts-exactes.ts';
import { type PartsObservees, rendreLesParts } from './parts-observees.ts';
import {
  controlerTirage,
  GRAINE_A_DEFAUT,
  margeDesTirages,
  type OptionsDeTirage,
  type Precision,
  TIRAGES_A_DEFAUT,
} from './precision.ts';
import { type ContrainteDePoids, ouvrirTireurDePoids } from './tirage-des-poids.ts';

/** Options classées et critères pesés : `valeurs[i][j]` de l’option i sur le critère j, à maximiser. */
export interface DemandeSmaa extends OptionsDeTirage {
  readonly valeurs: readonly (readonly number[])[];
  readonly contrainte?: ContrainteDePoids;
}

export interface ResultatSmaa extends PartsObservees {
  readonly precision: Precision;
}

const CRITERES_MAX = 100;
const OPTIONS_MAX = 1000;

const refuserValeurs = (chemin: string, message: string): readonly Refus[] => [
  { code: 'valeurs-mal-formees', message, chemin },
];

const controlerValeurs = (valeurs: readonly (readonly number[])[]): readonly Refus[] => {
  const criteres = valeurs[0]?.length ?? 0;
  if (valeurs.length === 0 || criteres === 0) {
    return refuserValeurs('valeurs', 'Donner au moins une option et un critère.');
  }
  if (valeurs.length > OPTIONS_MAX || criteres > CRITERES_MAX) {
    return refuserValeurs(
      'valeurs',
      `Réduire à ${OPTIONS_MAX} options et ${CRITERES_MAX} critères au plus.`,
    );
  }
  return valeurs.flatMap((ligne, i) =>
    ligne.length === criteres && ligne.every(Number.isFinite)
      ? []
      : refuserValeurs(`valeurs[${i}]`, `Donner ${criteres} nombres, un par critère.`),
  );
};

const plusGrandEcart = (
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number =>
  Math.max(...a.flatMap((ligne, i) => ligne.map((x, j) => Math.abs(x - (b[i]?.[j] ?? 0)))));

/**
 * SMAA-2 à valeurs déterministes (Lahdelma et Salminen, Operations Research 49, 2001) : les poids
 * sont tirés uniformément dans l’ensemble admis et les options classées par somme pondérée. Un ex
 * æquo occupe le meilleur rang. Jusqu’à trois critères, libres ou ordonnés, les parts rendues sont
 * des longueurs ou des aires exactes, et le tirage sert de contrôle.
 */
export const smaa = (demande: DemandeSmaa): Resultat<ResultatSmaa, readonly Refus[]> => {
  const { valeurs, contrainte = { type: 'aucune' } } = demande;
  const { tirages = TIRAGES_A_DEFAUT, graine = GRAINE_A_DEFAUT } = demande;
  const n = valeurs[0]?.length ?? 0;
  const defauts = [
    ...controlerValeurs(valeurs),
    ...controlerContrainte(contrainte, n),
    ...controlerTirage({ tirages, graine }),
  ];
  if (defauts.length > 0) return refuser(defauts);

  const tirer = ouvrirTireurDePoids(contrainte, ouvrirHasard(graine));
  const comptes = creerComptes(valeurs);
  const poids = new Float64Array(n);
  for (let t = 0; t < tirages; t += 1) {
    tirer(poids);
    compterUnJeu(comptes, poids, 1);
  }
  const tirees = rendreLesParts(comptes);
  const sommets = sommetsDuDomaine(contrainte, n, valeurs.length);
  if (sommets === null) {
    const precision = { tirages, graine, erreurMax: margeDesTirages(tirages) };
    return accepter({ ...tirees, precision });
  }
  const aires = creerComptes(valeurs);
  for (const { part, centre } of decouperLeDomaine(sommets, valeurs)) {
    compterUnJeu(aires, Float64Array.from(centre), part);
  }
  const exactes = rendreLesParts(aires);
  return accepter({
    ...exactes,
    precision: {
      tirages,
      graine,
      erreurMax: 1e-9,
      exact: true,
      ecartDuTirage: plusGrandEcart(exactes.acceptabilite, tirees.acceptabilite),
    },
  });
};
