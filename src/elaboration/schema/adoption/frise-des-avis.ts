import { ajouterJours, ajouterMois, type Jour } from '../../../moteurs/calendrier/index.ts';
import { SENS_D_AVIS } from './evenements.ts';
import type { SituationDeCommune, StatutDeCommune } from './situation.ts';

/** L’état d’une étape sur la frise (même vocabulaire que le composant). */
export type EtatDEtape = 'a-faire' | 'en-cours' | 'fait' | 'attention' | 'refus';

export const ETATS: Readonly<Record<StatutDeCommune, EtatDEtape>> = {
  'a-saisir': 'a-faire',
  'en-attente': 'en-cours',
  bientot: 'attention',
  tacite: 'fait',
  favorable: 'fait',
  reserve: 'attention',
  defavorable: 'refus',
};

export interface EtapeDeFrise {
  readonly cle: string;
  readonly libelle: string;
  readonly debut: Jour;
  readonly fin?: Jour;
  readonly etat: EtatDEtape;
  readonly statut: string;
}

export interface PisteDeFrise {
  readonly cle: string;
  readonly titre: string;
  readonly evenements: readonly EtapeDeFrise[];
}

const ECRITURES: Readonly<Record<StatutDeCommune, string>> = {
  'a-saisir': 'à saisir',
  'en-attente': 'avis attendu',
  bientot: 'bientôt échu',
  tacite: 'réputé favorable',
  favorable: SENS_D_AVIS.favorable,
  reserve: SENS_D_AVIS.reserve,
  defavorable: SENS_D_AVIS.defavorable,
};

const etapesDe = (situation: SituationDeCommune): readonly EtapeDeFrise[] => {
  const { recueLe, echeance, avisLe, statut, siren } = situation;
  if (recueLe === null || echeance === null) return [];
  const etat = ETATS[statut];
  const delai: EtapeDeFrise = {
    cle: `${siren}-delai`,
    libelle: 'Délai de trois mois pour se prononcer',
    debut: recueLe,
    fin: echeance,
    etat: avisLe === null ? etat : 'a-faire',
    statut: avisLe === null ? ECRITURES[statut] : 'délai ouvert',
  };
  if (avisLe === null) return [delai];
  const acquis = { cle: `${siren}-avis`, libelle: 'Avis acquis', debut: avisLe, etat };
  return [delai, { ...acquis, statut: ECRITURES[statut] }];
};

export interface FriseDesAvis {
  readonly debut: Jour;
  readonly fin: Jour;
  readonly pistes: readonly PisteDeFrise[];
}

/**
 * La frise : une piste pour le territoire (rapport, approbation), une par commune saisie. Elle
 * commence un peu avant le premier acte et finit un peu après la dernière échéance.
 */
export const dresserFrise = (
  situations: readonly SituationDeCommune[],
  actes: readonly { readonly cle: string; readonly libelle: string; readonly le: Jour }[],
  aujourdhui: Jour,
): FriseDesAvis => {
  const jours = [
    aujourdhui,
    ...actes.map(({ le }) => le),
    ...situations.flatMap(({ recueLe, echeance }) => [recueLe, echeance]),
  ]
    .filter((jour) => jour !== null)
    .sort();
  const premier = jours[0] ?? aujourdhui;
  const dernier = jours.at(-1) ?? ajouterMois(aujourdhui, 3);
  const territoire: PisteDeFrise = {
    cle: 'territoire',
    titre: 'Intercommunalité',
    evenements: actes.map(({ cle, libelle, le }) => ({
      cle,
      libelle,
      debut: le,
      etat: 'fait',
      statut: 'fait',
    })),
  };
  return {
    debut: ajouterJours(premier, -10),
    fin: ajouterJours(dernier, 10),
    pistes: [
      ...(actes.length === 0 ? [] : [territoire]),
      ...situations
        .filter(({ recueLe }) => recueLe !== null)
        .map((situation) => ({
          cle: situation.siren,
          titre: situation.nom,
          evenements: etapesDe(situation),
        })),
    ],
  };
};
