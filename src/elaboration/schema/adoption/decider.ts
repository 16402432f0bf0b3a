import { formaterDate, type Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import { communicationsTenues } from './communications.ts';
import {
  type DetailsDEvenement,
  type EvenementDAdoption,
  evenementsVivants,
  type TypeDEvenement,
  trouverEvenement,
} from './evenements.ts';
import {
  type CommuneConsultee,
  echeanceDAvis,
  instruireAdoption,
  manquesDuPassage,
} from './instruire-adoption.ts';

const ARTICLE = 'CGCT, art. L. 5211-39-1';

/** Le registre relu sous verrou, et le jour où l’on agit. */
export interface EtatDuRegistre {
  readonly communes: readonly CommuneConsultee[];
  readonly evenements: readonly EvenementDAdoption[];
  readonly aujourdhui: Jour;
}

/** Un événement à ajouter. */
export interface EvenementAAjouter {
  readonly type: TypeDEvenement;
  readonly le: Jour;
  readonly collectivite: string | null;
  readonly details: DetailsDEvenement;
  readonly annule?: string;
  readonly motif?: string;
}

export type Decision<Valeur = EvenementAAjouter> = Resultat<Valeur, readonly Refus[]>;

/** Un refus d’un seul motif. */
export const non = (
  code: string,
  message: string,
  article: string | null = null,
): Decision<never> => refuser([{ code, message, article }]);

const futur = ({ aujourdhui }: EtatDuRegistre, le: Jour): Decision<never> | null =>
  le > aujourdhui
    ? non(
        'date-a-venir',
        `Le ${formaterDate(le)} n’est pas encore passé : enregistrez l’acte une fois accompli.`,
      )
    : null;

const passageFerme = (
  registre: EtatDuRegistre,
  nom: string,
  le: Jour,
  communes = registre.communes,
): Decision<never> | null => {
  const manques = manquesDuPassage(instruireAdoption(communes, registre.evenements, le), nom);
  return manques.length === 0 ? null : refuser(manques);
};

/** Établir le rapport : une fois, avec les volets d’impact que le document comporte. */
export const deciderRapport = (
  registre: EtatDuRegistre,
  rapport: { le: Jour; pieces: readonly string[]; versionId: string },
): Decision => {
  const dejaLa = trouverEvenement(evenementsVivants(registre.evenements), 'rapport-etabli');
  if (dejaLa !== undefined) {
    return non(
      'rapport-deja-etabli',
      `Le rapport est établi depuis le ${formaterDate(dejaLa.le)}. Pour le reprendre, annulez d’abord cet événement, avec son motif.`,
    );
  }
  const { le, pieces, versionId } = rapport;
  return (
    futur(registre, le) ??
    accepter({ type: 'rapport-etabli', le, collectivite: null, details: { pieces, versionId } })
  );
};

/** Une saisine décidée : l’événement, et l’échéance figée ce jour-là. */
export interface SaisineDecidee {
  readonly evenement: EvenementAAjouter;
  /** Dernier jour où le conseil peut se prononcer. */
  readonly echeance: Jour;
  /** Le lendemain : jour de l’avis tacite. */
  readonly article: string;
}

/**
 * Saisir une commune : `recueLe` est le jour où elle a reçu le rapport (départ des trois mois, SCH-06).
 * Refus : passage fermé (SCH-03, SCH-04), déjà saisie, date avant le rapport ou à venir.
 */
export const deciderSaisine = (
  registre: EtatDuRegistre,
  commune: CommuneConsultee,
  { recueLe, preuve }: { recueLe: Jour; preuve: string },
): Decision<SaisineDecidee> => {
  const vivants = evenementsVivants(registre.evenements);
  const deja = trouverEvenement(vivants, 'notification', commune.siren);
  if (deja !== undefined) {
    return non(
      'deja-saisie',
      `${commune.nom} a reçu le rapport le ${formaterDate(deja.le)} : son échéance est figée. Si cette date est fausse, annulez la saisine avec son motif, puis saisissez de nouveau.`,
      ARTICLE,
    );
  }
  const ferme = futur(registre, recueLe) ?? passageFerme(registre, 'transmettre', recueLe);
  if (ferme !== null) return ferme;
  const evenement: EvenementAAjouter = {
    type: 'notification',
    le: recueLe,
    collectivite: commune.siren,
    details: { preuve },
  };
  const avec = [...registre.evenements, { ...evenement, id: 'a-venir', annule: null }];
  const echeance = echeanceDAvis(
    instruireAdoption([commune], avec as readonly EvenementDAdoption[], registre.aujourdhui),
    commune.codeInsee,
  );
  if (echeance === undefined) throw new Error('La saisine n’ouvre aucun délai.');
  return accepter({ evenement, echeance: echeance.echeance, article: echeance.article });
};

/**
 * Enregistrer la délibération d’un conseil. Une date après l’échéance est admise : la délibération
 * figure au dossier comme tardive et ne change pas l’avis tacite.
 */
export const deciderAvis = (
  registre: EtatDuRegistre,
  commune: CommuneConsultee,
  avis: { le: Jour; details: DetailsDEvenement },
): Decision => {
  const vivants = evenementsVivants(registre.evenements);
  const saisine = trouverEvenement(vivants, 'notification', commune.siren);
  if (saisine === undefined) {
    return non(
      'pas-encore-saisie',
      `${commune.nom} n’a pas encore reçu le rapport : enregistrez d’abord sa saisine.`,
      ARTICLE,
    );
  }
  if (avis.le < saisine.le) {
    return non(
      'avis-avant-saisine',
      `La délibération du ${formaterDate(avis.le)} précède la réception du rapport (${formaterDate(saisine.le)}) : corrigez la date.`,
      ARTICLE,
    );
  }
  const deja = trouverEvenement(vivants, 'deliberation', commune.siren);
  if (deja !== undefined) {
    return non(
      'avis-deja-enregistre',
      `L’avis de ${commune.nom} du ${formaterDate(deja.le)} est déjà enregistré. S’il est faux, annulez-le avec son motif, puis enregistrez le bon.`,
    );
  }
  if (avis.details.sens === 'reserve' && (avis.details.reserves ?? '') === '') {
    return non('reserves-absentes', 'Recopiez les réserves du conseil : elles seront traitées.');
  }
  return (
    futur(registre, avis.le) ??
    accepter({ type: 'deliberation', ...avis, collectivite: commune.siren })
  );
};

/** Approuver : possible seulement quand tous les avis sont rendus ou réputés rendus ce jour-là. */
export const deciderApprobation = (
  registre: EtatDuRegistre,
  { le, details }: { le: Jour; details: DetailsDEvenement },
): Decision => {
  const deja = trouverEvenement(evenementsVivants(registre.evenements), 'approbation');
  if (deja !== undefined) {
    return non('deja-approuve', `Le schéma est approuvé depuis le ${formaterDate(deja.le)}.`);
  }
  return (
    futur(registre, le) ??
    passageFerme(registre, 'approuver', le) ??
    accepter({ type: 'approbation', le, collectivite: null, details })
  );
};

/** Adresser le schéma approuvé à une commune (SCH-08). */
export const deciderEnvoi = (
  registre: EtatDuRegistre,
  commune: CommuneConsultee,
  { le, preuve }: { le: Jour; preuve: string },
): Decision => {
  const vivants = evenementsVivants(registre.evenements);
  const deja = trouverEvenement(vivants, 'envoi', commune.siren);
  if (deja !== undefined) {
    return non(
      'deja-envoye',
      `Le schéma a été adressé à ${commune.nom} le ${formaterDate(deja.le)}.`,
    );
  }
  return (
    futur(registre, le) ??
    passageFerme(registre, 'envoyer', le) ??
    accepter({ type: 'envoi', le, collectivite: commune.siren, details: { preuve } })
  );
};

/** Présenter l’avancement d’une année (SCH-09). */
export const deciderCommunication = (
  registre: EtatDuRegistre,
  { le, details }: { le: Jour; details: DetailsDEvenement & { annee: number } },
): Decision => {
  const deja = communicationsTenues(registre.evenements).find(
    ({ annee }) => annee === details.annee,
  );
  if (deja !== undefined) {
    return non(
      'deja-communique',
      `L’avancement de ${details.annee} a été présenté le ${formaterDate(deja.le)}.`,
    );
  }
  return (
    futur(registre, le) ??
    passageFerme(registre, 'communiquer', le) ??
    accepter({ type: 'communication-annuelle', le, collectivite: null, details })
  );
};
