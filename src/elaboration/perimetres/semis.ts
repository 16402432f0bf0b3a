import { trouverService } from '../../referentiel/nomenclatures/services.ts';
import { typographier } from '../../socle/ui/index.ts';
import type { Evaluateur, JeuDeCartes, NoteDonnee, ServiceExamine } from './modele.ts';
import { CRITERES_PESES, rangeesDesRangs, rangsIndicatifs } from './ponderer.ts';

/** Démonstration : une grille plausible sur la CC Charlieu-Belmont. Personnes et notes inventées. */
export const TITRE_DU_SEMIS = 'Services candidats au schéma';
export const SERVICE_DECIDE = 'ADS';
/** Communes qui instruisent autrement leurs autorisations d’urbanisme (jeu de démonstration). */
export const HORS_DU_SERVICE_COMMUN = ['214201121', '214201410', '214202368'];

export interface EvaluateursDuSemis {
  readonly pilote: Evaluateur;
  readonly finances: Evaluateur;
  readonly maire: Evaluateur;
  /** Ne note pas, mais pose ses cartes. */
  readonly autreMaire: Evaluateur;
}

export const EVALUATEURS_INVENTES: EvaluateursDuSemis = {
  pilote: { evaluateur: 'demonstration-pilote', nom: 'Camille Pilote' },
  finances: { evaluateur: 'demonstration-finances', nom: 'Dominique Finances' },
  maire: { evaluateur: 'demonstration-maire-de-mars', nom: 'Maire de Mars' },
  autreMaire: { evaluateur: 'demonstration-maire-de-charlieu', nom: 'Maire de Charlieu' },
};

/** Notes de la pilote, de CR01 à CR16 ; 0 : sans avis, la note calculée sert. */
const NOTES: Readonly<Record<string, readonly number[]>> = {
  ADS: [5, 4, 0, 0, 5, 3, 4, 4, 4, 4, 3, 4, 4, 5, 3, 4],
  RH: [4, 3, 0, 0, 4, 3, 4, 4, 3, 3, 5, 5, 4, 3, 4, 3],
  SI: [4, 4, 0, 0, 5, 3, 4, 3, 2, 4, 5, 5, 3, 4, 3, 4],
  CP: [3, 3, 0, 0, 5, 4, 3, 4, 4, 5, 5, 5, 4, 2, 5, 4],
  VOI: [2, 3, 2, 2, 2, 2, 3, 3, 2, 2, 1, 4, 2, 2, 2, 2],
  EV: [2, 2, 0, 0, 2, 3, 2, 3, 3, 2, 2, 5, 3, 2, 4, 3],
  REST: [3, 3, 0, 0, 3, 2, 4, 2, 1, 3, 2, 4, 2, 3, 2, 3],
};

/** Là où les deux autres évaluateurs ne pensent pas comme la pilote. */
const ECARTS: Readonly<
  Record<'finances' | 'maire', Readonly<Record<string, Readonly<Record<string, number>>>>>
> = {
  finances: {
    ADS: { CR08: 3, CR14: 4 },
    RH: { CR08: 5, CR10: 2 },
    SI: { CR08: 2, CR09: 1 },
    CP: { CR08: 5 },
    VOI: { CR08: 2 },
    REST: { CR08: 1, CR07: 3 },
  },
  maire: {
    ADS: { CR11: 2, CR16: 3 },
    RH: { CR01: 3, CR16: 2 },
    SI: { CR10: 1, CR05: 4 },
    VOI: { CR01: 1, CR16: 1 },
    EV: { CR01: 1, CR11: 1 },
    REST: { CR08: 4, CR11: 1 },
  },
};

const JUSTIFICATIONS: Readonly<Record<string, string>> = {
  'ADS CR01': 'Demandé par la plupart des conseils depuis la fin de l’appui de l’État.',
  'ADS CR14': 'Deux instructeurs partent dans l’année.',
  'SI CR10': 'Les agents craignent de perdre leur interlocuteur sur place.',
  'VOI CR01': 'Les communes tiennent à leurs équipes : réactivité en hiver.',
  'EV CR01': 'Les habitants attendent de voir leurs agents.',
};

const SANS_ECART: Readonly<Record<string, Readonly<Record<string, number>>>> = {};

const coder = (rang: number): string => `CR${String(rang + 1).padStart(2, '0')}`;

/** Les services de la grille, nommés par la nomenclature. */
export const servicesDuSemis = (): readonly ServiceExamine[] =>
  Object.keys(NOTES).map((service) => ({
    service,
    libelle: typographier(trouverService(service)?.libelle ?? service),
  }));

const noterSelon = (
  { evaluateur, nom }: Evaluateur,
  ecarts: Readonly<Record<string, Readonly<Record<string, number>>>>,
): readonly NoteDonnee[] =>
  Object.entries(NOTES).flatMap(([service, notes]) =>
    notes.map((commune, rang) => {
      const critere = coder(rang);
      const note = ecarts[service]?.[critere] ?? commune;
      const estSienne = note !== commune || ecarts === SANS_ECART;
      return {
        service,
        critere,
        evaluateur,
        nom,
        note: note === 0 ? null : note,
        justification: estSienne ? (JUSTIFICATIONS[`${service} ${critere}`] ?? '') : '',
      };
    }),
  );

/** Les notes des trois évaluateurs. */
export const notesDuSemis = ({
  pilote,
  finances,
  maire,
}: EvaluateursDuSemis): readonly NoteDonnee[] => [
  ...noterSelon(pilote, SANS_ECART),
  ...noterSelon(finances, ECARTS.finances),
  ...noterSelon(maire, ECARTS.maire),
];

/** Les cartes de deux élus : l’un suit l’ordre du référentiel, l’autre met la proximité devant. */
export const cartesDuSemis = ({
  maire,
  autreMaire,
}: EvaluateursDuSemis): readonly JeuDeCartes[] => {
  const indicatifs = rangsIndicatifs();
  const devant = Math.max(...Object.values(indicatifs)) + 2;
  const deProximite: Readonly<Record<string, number>> = {
    ...indicatifs,
    CR11: devant,
    CR10: devant,
    CR16: devant - 2,
    CR08: 3,
  };
  const poser = (qui: Evaluateur, rangs: Readonly<Record<string, number>>, rapport: number) => ({
    ...qui,
    rapport,
    rangees: rangeesDesRangs(
      Object.fromEntries(CRITERES_PESES.map(({ code }) => [code, rangs[code] ?? 1])),
    ),
  });
  return [poser(autreMaire, indicatifs, 6), poser(maire, deProximite, 9)];
};
