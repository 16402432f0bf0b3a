import { type Jour, joursEntre, lendemain } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Refus, refuser } from '../../../moteurs/resultat/index.ts';
import { creerLien } from '../../../socle/acces/index.server.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { deposerCourriel } from '../../../socle/courriels/index.server.ts';
import { composerCourriel } from '../../../socle/courriels/index.ts';
import { lireCadre } from '../donnees/cadre.server.ts';
import { type Circonstance, type IssueDActe, relireRegistre } from './adopter.server.ts';
import { ajouterEvenement, ajouterSaisine } from './adoption.sql.server.ts';
import { type LettreAUneCommune, lettreDEnvoi, lettreDeSaisine } from './courriels-d-adoption.ts';
import { deciderEnvoi, deciderSaisine, type SaisineDecidee } from './decider.ts';
import { evenementsVivants, trouverEvenement } from './evenements.ts';
import type { CommuneConsultee } from './instruire-adoption.ts';

export interface SaisineAFaire {
  /** SIREN. */
  readonly siren: string;
  /** Jour où la commune a reçu le rapport. */
  readonly recueLe: Jour;
  /** Comment on le sait : « remis en main propre contre signature », « courriel, accusé du … ». */
  readonly preuve: string;
  /** Adresse de la mairie ; null pour ne pas envoyer de courriel. */
  readonly courriel: string | null;
}

const ecrireALaCommune = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { siren, jours }: { readonly siren: string; readonly jours: number },
  { aujourdhui, adresse }: Circonstance,
  genre: string,
  composer: (adresseDeLaPage: string) => LettreAUneCommune,
): Promise<string> => {
  const { territoireId, auteur } = contexte;
  const { jeton } = await creerLien(transaction, {
    territoireId,
    auteur,
    aujourdhui,
    collectivite: siren,
    jours,
    destinataire: composer('').destinataire,
  });
  return deposerCourriel(transaction, {
    territoireId,
    auteur,
    genre,
    collectivite: siren,
    courriel: composerCourriel(composer(`${adresse}/c/${jeton}/avis`)),
  });
};

const trouver = (communes: readonly CommuneConsultee[], siren: string) =>
  communes.find((commune) => commune.siren === siren);
const INCONNUE: Refus = {
  code: 'commune-inconnue',
  message: 'Cette commune n’est pas membre du territoire ce jour : rechargez la page.',
};

/**
 * Saisit des communes, d’un coup ou une par une : chaque échéance est figée (jour, article), un courriel
 * part à la boîte d’envoi avec le lien personnel de la commune. Un seul refus, et rien n’est écrit.
 */
export const saisirCommunes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  saisines: readonly SaisineAFaire[],
  circonstance: Circonstance,
): IssueDActe<{ readonly nombre: number }> => {
  const { aujourdhui } = circonstance;
  const relu = await relireRegistre(transaction, contexte, aujourdhui);
  if (!relu.ok) return relu;
  const registre = relu.valeur;
  const refus: Refus[] = [];
  const decidees: {
    saisine: SaisineAFaire;
    commune: CommuneConsultee;
    decision: SaisineDecidee;
  }[] = [];
  for (const saisine of saisines) {
    const commune = trouver(registre.communes, saisine.siren);
    const decision =
      commune === undefined ? refuser([INCONNUE]) : deciderSaisine(registre, commune, saisine);
    if (!decision.ok) refus.push(...decision.refus);
    else if (commune !== undefined) decidees.push({ saisine, commune, decision: decision.valeur });
  }
  if (saisines.length === 0) {
    refus.push({ code: 'aucune-commune', message: 'Cochez au moins une commune à saisir.' });
  }
  if (refus.length > 0) return refuser(sansDoublon(refus));
  const rapport = trouverEvenement(evenementsVivants(registre.evenements), 'rapport-etabli');
  const { territoire } = await lireCadre(transaction, aujourdhui);
  for (const { saisine, commune, decision } of decidees) {
    const { evenement, echeance, article } = decision;
    const options = { aujourdhui };
    const evenementId = await ajouterEvenement(
      transaction,
      contexte,
      registre.schema.id,
      evenement,
      options,
    );
    const { courriel, siren, recueLe, preuve } = saisine;
    const jours = Math.max(30, joursEntre(aujourdhui, echeance) + 30);
    const courrielId =
      courriel === null
        ? null
        : await ecrireALaCommune(
            transaction,
            contexte,
            { siren, jours },
            circonstance,
            'saisine',
            (adresse) =>
              lettreDeSaisine({
                destinataire: courriel,
                commune: commune.nom,
                epci: territoire.nom,
                auteur: contexte.auteur,
                adresse,
                recueLe,
                echeance,
                tacite: lendemain(echeance),
              }),
          );
    await ajouterSaisine(transaction, contexte, {
      evenementId,
      collectivite: siren,
      versionId: rapport?.details.versionId ?? '',
      recueLe,
      echeance,
      taciteLe: lendemain(echeance),
      article,
      preuve,
      courrielId,
    });
  }
  return accepter({ nombre: decidees.length });
};

/** Le même motif pour vingt communes ne se lit qu’une fois. */
const sansDoublon = (refus: readonly Refus[]): readonly Refus[] => [
  ...new Map(refus.map((motif) => [motif.message, motif])).values(),
];

/** Adresse le schéma approuvé aux communes qui ne l’ont pas encore reçu (SCH-08). */
export const envoyerAuxCommunes = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  envois: readonly { siren: string; le: Jour; preuve: string; courriel: string | null }[],
  circonstance: Circonstance,
): IssueDActe<{ readonly nombre: number }> => {
  const { aujourdhui } = circonstance;
  const relu = await relireRegistre(transaction, contexte, aujourdhui);
  if (!relu.ok) return relu;
  const registre = relu.valeur;
  const approbation = trouverEvenement(evenementsVivants(registre.evenements), 'approbation');
  const decisions = envois.map((envoi) => {
    const commune = trouver(registre.communes, envoi.siren);
    return commune === undefined ? refuser([INCONNUE]) : deciderEnvoi(registre, commune, envoi);
  });
  const refus = decisions.flatMap((decision) => (decision.ok ? [] : decision.refus));
  if (envois.length === 0) {
    refus.push({ code: 'aucune-commune', message: 'Cochez au moins une commune.' });
  }
  if (refus.length > 0) return refuser(sansDoublon(refus));
  const { territoire, nommer } = await lireCadre(transaction, aujourdhui);
  for (const [rang, { siren, courriel }] of envois.entries()) {
    const decision = decisions[rang];
    if (decision?.ok !== true) continue;
    await ajouterEvenement(transaction, contexte, registre.schema.id, decision.valeur, {
      aujourdhui,
    });
    if (courriel === null || approbation === undefined) continue;
    await ecrireALaCommune(
      transaction,
      contexte,
      { siren, jours: 90 },
      circonstance,
      'schema-approuve',
      (adresse) =>
        lettreDEnvoi({
          destinataire: courriel,
          commune: nommer(siren),
          epci: territoire.nom,
          auteur: contexte.auteur,
          adresse,
          approuveLe: approbation.le,
        }),
    );
  }
  return accepter({ nombre: envois.length });
};
