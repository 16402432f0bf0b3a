import type { Jour } from '../../moteurs/calendrier/index.ts';
import { ecrirePart } from '../../moteurs/decision/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { VERSION_DES_CRITERES } from '../../referentiel/criteres/index.ts';
import {
  estForme,
  type FormeDeMutualisation,
} from '../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { type Evaluation, nommerService } from './eprouver.ts';
import type { ServiceEvalue } from './evaluer.ts';
import { CRITERES_PESES } from './ponderer.ts';

/** Ce que le comité propose d’enregistrer, tel que le formulaire l’envoie. */
export interface PropositionDeDecision {
  readonly forme: string;
  readonly membres: readonly string[];
  readonly instance: string;
  readonly decideLe: Jour | null;
  readonly motif: string;
}

export interface DecisionJugee extends PropositionDeDecision {
  readonly forme: FormeDeMutualisation;
  readonly decideLe: Jour;
}

export interface CadreDeDecision {
  readonly service: Pick<ServiceEvalue, 'score'>;
  /** SIREN des communes du territoire ce jour-là. */
  readonly communes: readonly string[];
  readonly ouverteLe: Jour;
  readonly aujourdhui: Jour;
}

const refus = (chemin: string, code: string, message: string): Refus => ({ code, message, chemin });

const jugerDate = (
  decideLe: Jour | null,
  { ouverteLe, aujourdhui }: CadreDeDecision,
): readonly Refus[] => {
  if (decideLe === null) return [refus('decideLe', 'date-absente', 'Indiquez le jour du choix.')];
  if (decideLe > aujourdhui) {
    return [
      refus('decideLe', 'date-future', 'Attendez que l’instance ait choisi : ce jour est à venir.'),
    ];
  }
  return decideLe < ouverteLe
    ? [refus('decideLe', 'date-avant-grille', 'Ce jour précède l’ouverture de la grille.')]
    : [];
};

const jugerMembres = (
  membres: readonly string[],
  communes: readonly string[],
): readonly Refus[] => {
  if (membres.length === 0) {
    return [refus('membres', 'membres-absents', 'Cochez au moins une commune membre.')];
  }
  return membres.every((siren) => communes.includes(siren))
    ? []
    : [refus('membres', 'membre-etranger', 'Une commune cochée n’est pas membre du territoire.')];
};

/** Vrai quand la faisabilité juridique (CR12) dit non : aucune décision n’y passe outre. */
export const estImpossibleEnDroit = ({ score }: Pick<ServiceEvalue, 'score'>): boolean =>
  score.filtres.some(({ avis }) => avis === 'non');

/**
 * Juge une proposition de décision : tous les défauts d’un coup, chacun avec le champ à corriger
 * (`chemin`). Un veto bloquant (opposition des communes) se lève par le motif ; le droit, jamais.
 */
export const jugerDecision = (
  proposition: PropositionDeDecision,
  cadre: CadreDeDecision,
): Resultat<DecisionJugee, readonly Refus[]> => {
  const { forme, decideLe, motif, instance, membres } = proposition;
  const defauts: Refus[] = [
    ...jugerDate(decideLe, cadre),
    ...jugerMembres(membres, cadre.communes),
  ];
  if (!estForme(forme)) defauts.push(refus('forme', 'forme-inconnue', 'Choisissez une forme.'));
  if (instance.trim() === '') {
    defauts.push(refus('instance', 'instance-absente', 'Indiquez l’instance qui a choisi.'));
  }
  if (motif.trim() === '') {
    defauts.push(
      refus('motif', 'motif-absent', 'Écrivez ce qui a fait pencher le choix : il sera public.'),
    );
  }
  if (estImpossibleEnDroit(cadre.service)) {
    defauts.push(
      refus(
        '',
        'impossible-en-droit',
        'La faisabilité juridique est notée « impossible en droit » : revoyez cette note avant de décider.',
      ),
    );
  }
  if (defauts.length > 0 || !estForme(forme) || decideLe === null) return refuser(defauts);
  return accepter({
    ...proposition,
    forme,
    decideLe,
    motif: motif.trim(),
    instance: instance.trim(),
  });
};

/** Les résultats tels que montrés le jour du choix ; ils ne bougent plus. */
export interface ResultatFige {
  readonly versionCriteres: string;
  readonly tirages: number;
  readonly graine: number;
  readonly score: number | null;
  readonly completude: number;
  readonly aDebattre: readonly string[];
  readonly originePoids: string;
  /** Poids de référence, de 0 à 1, par critère pesé. */
  readonly poids: Readonly<Record<string, number>>;
  readonly notes: Readonly<Record<string, number | null>>;
  readonly classement: readonly {
    readonly service: string;
    readonly libelle: string;
    readonly rang: number | null;
    readonly score: number | null;
    /** Part des façons de peser qui placent ce service en tête. */
    readonly enTete: number | null;
  }[];
}

/** Copie ce que le comité a sous les yeux. */
export const figerResultat = (evaluation: Evaluation, service: ServiceEvalue): ResultatFige => ({
  versionCriteres: VERSION_DES_CRITERES,
  tirages: evaluation.robustesse?.precision.tirages ?? 0,
  graine: evaluation.robustesse?.precision.graine ?? 0,
  score: service.score.score,
  completude: service.score.completude,
  aDebattre: service.criteres
    .filter(({ consolidee }) => consolidee?.estADebattre === true)
    .map(({ code }) => code),
  originePoids: evaluation.poids.origine,
  poids: Object.fromEntries(
    CRITERES_PESES.map(({ code }, rang) => [code, evaluation.poids.centre[rang] ?? 0]),
  ),
  notes: Object.fromEntries(service.criteres.map(({ code, note }) => [code, note])),
  classement: evaluation.services.map((autre) => {
    const place = evaluation.classables.findIndex(
      (classable) => classable.service === autre.service,
    );
    return {
      service: autre.service,
      libelle: autre.libelle,
      rang: autre.rang,
      score: autre.score.score,
      enTete: place < 0 ? null : (evaluation.robustesse?.acceptabilite[place]?.[0] ?? null),
    };
  }),
});

/** La phrase gardée avec la décision, même quand le service n’a pas pu être classé. */
export const phraseDeDecision = (evaluation: Evaluation, service: ServiceEvalue): string => {
  const phrase = evaluation.phrases[service.service];
  if (phrase !== undefined) return phrase;
  const nom = nommerService(service);
  if (estImpossibleEnDroit(service)) {
    return `Pour ${nom}, la grille juge le montage impossible en droit\u00a0: il n’y a rien à décider.`;
  }
  return service.score.estEcartee
    ? `Pour ${nom}, la grille relève l’opposition de la majorité des communes\u00a0: la décision passe outre et dit pourquoi.`
    : `Pour ${nom}, la grille n’était notée qu’à ${ecrirePart(service.score.completude)} du poids des critères\u00a0: aucun ordre n’a été éprouvé.`;
};
