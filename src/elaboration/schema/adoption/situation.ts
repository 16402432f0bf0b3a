import { formaterDate, type Jour, joursEntre } from '../../../moteurs/calendrier/index.ts';
import type { SortieProcedure } from '../../../moteurs/procedure/index.ts';
import { type EvenementDAdoption, evenementsVivants, trouverEvenement } from './evenements.ts';
import { avisDe, type CommuneConsultee } from './instruire-adoption.ts';
import type { Saisine } from './saisine.ts';

/** Où en est le conseil d’une commune. */
export type StatutDeCommune =
  | 'a-saisir'
  | 'en-attente'
  | 'bientot'
  | 'tacite'
  | 'favorable'
  | 'reserve'
  | 'defavorable';

/** En deçà de ce nombre de jours avant l’échéance, la commune est à surveiller. */
export const JOURS_D_ALERTE = 15;

export interface SituationDeCommune {
  readonly siren: string;
  readonly codeInsee: string;
  readonly nom: string;
  readonly statut: StatutDeCommune;
  /** Le statut en une phrase : « favorable le 14 janvier 2027 ». */
  readonly phrase: string;
  readonly recueLe: Jour | null;
  readonly echeance: Jour | null;
  readonly article: string | null;
  /** Jours avant l’échéance (0 : dernier jour) ; null si l’avis est acquis ou la commune à saisir. */
  readonly joursRestants: number | null;
  readonly avisLe: Jour | null;
  /** Une délibération prise après le terme : elle figure au dossier et ne change rien. */
  readonly tardiveLe: Jour | null;
  readonly reserves: string;
  readonly avisId: string | null;
  readonly saisineId: string | null;
  readonly aUnePiece: boolean;
  readonly envoyeLe: Jour | null;
}

type Registre = {
  readonly sortie: SortieProcedure;
  readonly evenements: readonly EvenementDAdoption[];
  readonly saisines: readonly Pick<
    Saisine,
    'collectivite' | 'evenementId' | 'recueLe' | 'echeance' | 'taciteLe' | 'article'
  >[];
};

const dire = (
  statut: StatutDeCommune,
  avisLe: Jour | null,
  echeance: Jour | null,
  jours: number | null,
): string => {
  const le = avisLe === null ? '' : ` le ${formaterDate(avisLe)}`;
  switch (statut) {
    case 'a-saisir':
      return 'pas encore saisie';
    case 'tacite':
      return `réputé favorable${le}`;
    case 'favorable':
      return `favorable${le}`;
    case 'reserve':
      return `favorable avec réserves${le}`;
    case 'defavorable':
      return `défavorable${le}`;
    default:
      return jours === 0
        ? 'dernier jour pour se prononcer'
        : `attendu jusqu’au ${echeance === null ? '' : formaterDate(echeance)} (${jours ?? 0} jour${(jours ?? 0) > 1 ? 's' : ''})`;
  }
};

/** La situation d’une commune au jour demandé ; l’échéance est celle qui a été figée à la saisine. */
export const situerCommune = (
  commune: CommuneConsultee,
  { sortie, evenements, saisines }: Registre,
  aujourdhui: Jour,
): SituationDeCommune => {
  const vivants = evenementsVivants(evenements);
  const saisine = saisines.find(({ collectivite }) => collectivite === commune.siren);
  const avis = avisDe(sortie, commune.codeInsee);
  const deliberation = trouverEvenement(vivants, 'deliberation', commune.siren);
  const enAttente = avis === undefined || avis.sens === 'en-attente';
  const jours =
    saisine === undefined || !enAttente ? null : joursEntre(aujourdhui, saisine.echeance);
  const rendu = (): StatutDeCommune =>
    avis === undefined || avis.sens === 'en-attente'
      ? 'a-saisir'
      : avis.tacite
        ? 'tacite'
        : avis.sens;
  const attendu = (): StatutDeCommune =>
    jours !== null && jours <= JOURS_D_ALERTE ? 'bientot' : 'en-attente';
  const statut = saisine === undefined ? 'a-saisir' : enAttente ? attendu() : rendu();
  const avisLe = enAttente ? null : (avis?.le ?? saisine?.taciteLe ?? null);
  return {
    siren: commune.siren,
    codeInsee: commune.codeInsee,
    nom: commune.nom,
    statut,
    phrase: dire(statut, avisLe, saisine?.echeance ?? null, jours),
    recueLe: saisine?.recueLe ?? null,
    echeance: saisine?.echeance ?? null,
    article: saisine?.article ?? null,
    joursRestants: jours,
    avisLe,
    tardiveLe: avis?.tardive?.date ?? null,
    reserves: deliberation?.details.reserves ?? '',
    avisId: deliberation?.id ?? null,
    saisineId: saisine?.evenementId ?? null,
    aUnePiece: (deliberation?.fichierId ?? null) !== null,
    envoyeLe: trouverEvenement(vivants, 'envoi', commune.siren)?.le ?? null,
  };
};

export interface SyntheseDeLAdoption {
  readonly nombres: Readonly<Record<StatutDeCommune, number>>;
  /** « 12 favorables, 3 avec réserves, 2 réputés favorables ; 8 attendus ». */
  readonly phrase: string;
  /** La prochaine échéance encore ouverte. */
  readonly prochaine: {
    readonly le: Jour;
    readonly jours: number;
    readonly communes: number;
  } | null;
}

const compter = (nombre: number, un: string, plusieurs: string): string =>
  `${nombre} ${nombre > 1 ? plusieurs : un}`;

/** Le compte des avis, et ce qui vient ensuite. */
export const synthetiser = (situations: readonly SituationDeCommune[]): SyntheseDeLAdoption => {
  const compte = (statut: StatutDeCommune) =>
    situations.filter((situation) => situation.statut === statut).length;
  const nombres: Record<StatutDeCommune, number> = {
    'a-saisir': compte('a-saisir'),
    'en-attente': compte('en-attente'),
    bientot: compte('bientot'),
    tacite: compte('tacite'),
    favorable: compte('favorable'),
    reserve: compte('reserve'),
    defavorable: compte('defavorable'),
  };
  const attendus = nombres['en-attente'] + nombres.bientot;
  const rendus = [
    nombres.favorable > 0 ? compter(nombres.favorable, 'favorable', 'favorables') : '',
    nombres.reserve > 0 ? `${nombres.reserve} avec réserves` : '',
    nombres.defavorable > 0 ? compter(nombres.defavorable, 'défavorable', 'défavorables') : '',
    nombres.tacite > 0 ? compter(nombres.tacite, 'réputé favorable', 'réputés favorables') : '',
  ].filter((partie) => partie !== '');
  const restes = [
    attendus > 0 ? compter(attendus, 'attendu', 'attendus') : '',
    nombres['a-saisir'] > 0
      ? compter(nombres['a-saisir'], 'conseil à saisir', 'conseils à saisir')
      : '',
  ].filter((partie) => partie !== '');
  const ouvertes = situations.filter(({ joursRestants }) => joursRestants !== null);
  const le = ouvertes.map(({ echeance }) => echeance ?? '9999-12-31').sort()[0];
  const premiere = ouvertes.find(({ echeance }) => echeance === le);
  return {
    nombres,
    phrase: [rendus.join(', '), restes.join(', ')].filter((partie) => partie !== '').join(' ; '),
    prochaine:
      premiere?.echeance == null
        ? null
        : {
            le: premiere.echeance,
            jours: premiere.joursRestants ?? 0,
            communes: ouvertes.filter(({ echeance }) => echeance === le).length,
          },
  };
};
