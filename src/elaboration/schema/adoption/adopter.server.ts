import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../../socle/base/index.server.ts';
import { personnesPubliques } from '../fiches/fiche.ts';
import { impactsManquants } from '../fiches/impact.ts';
import { garderVersion, lireMatiere } from '../redaction/composer-schema.server.ts';
import type { MatiereDuSchema } from '../redaction/donnees-du-schema.ts';
import { ajouterEvenement, verrouillerRegistre } from './adoption.sql.server.ts';
import { annexerAvis } from './annexer-avis.ts';
import {
  deciderApprobation,
  deciderCommunication,
  deciderRapport,
  type EtatDuRegistre,
} from './decider.ts';
import { deciderAnnulation } from './decider-annulation.ts';
import { instruireAdoption } from './instruire-adoption.ts';
import { type Adoption, lireAdoption } from './lire-adoption.server.ts';

export type IssueDActe<Valeur = null> = Promise<Resultat<Valeur, readonly Refus[]>>;

/** Le jour de l’acte, et l’adresse publique de l’instance (pour les liens des courriels). */
export interface Circonstance {
  readonly aujourdhui: Jour;
  readonly adresse: string;
}

const SANS_SCHEMA: Refus = {
  code: 'schema-absent',
  message: 'Aucun schéma n’est ouvert : créez d’abord une fiche technique.',
};

/** Relit le registre sous verrou : ce qui se décide est ce qui s’enregistre. */
export const relireRegistre = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<Resultat<Adoption & EtatDuRegistre, readonly Refus[]>> => {
  const avant = await lireAdoption(transaction, contexte, aujourdhui);
  if (avant === null) return refuser([SANS_SCHEMA]);
  await verrouillerRegistre(transaction, avant.schema.id);
  const adoption = await lireAdoption(transaction, contexte, aujourdhui);
  return adoption === null ? refuser([SANS_SCHEMA]) : accepter({ ...adoption, aujourdhui });
};

/** Les volets d’impact que le document comporte vraiment : aucune personne publique sans valeur. */
const piecesDe = ({ fiches, epci }: MatiereDuSchema): readonly string[] => {
  const manques = fiches.map((fiche) =>
    impactsManquants(
      fiche.impactParPersonnePublique,
      personnesPubliques(epci.siren, fiche.perimetre),
    ),
  );
  const aVolet = (volet: 'effectifs' | 'depenses') =>
    fiches.length > 0 && manques.every((manque) => manque[volet].length === 0);
  return [
    ...(aVolet('effectifs') ? ['impact-effectifs'] : []),
    ...(aVolet('depenses') ? ['impact-depenses'] : []),
  ];
};

/**
 * Établit le rapport : le document du jour est gardé (version, empreinte, trois formats) et daté.
 * Refus : tout ce qui manque au document, rapport déjà établi, date à venir.
 */
export const etablirRapport = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { le }: { readonly le: Jour },
  { aujourdhui }: Pick<Circonstance, 'aujourdhui'>,
): IssueDActe => {
  const registre = await relireRegistre(transaction, contexte, aujourdhui);
  if (!registre.ok) return registre;
  const { schema } = registre.valeur;
  const possible = deciderRapport(registre.valeur, { le, pieces: [], versionId: '' });
  if (!possible.ok) return possible;
  const matiere = await lireMatiere(transaction, contexte, schema, le);
  const version = await garderVersion(transaction, contexte, schema, 'rapport', matiere);
  if (!version.ok) return version;
  const rapport = { le, pieces: piecesDe(matiere), versionId: version.valeur };
  const decision = deciderRapport(registre.valeur, rapport);
  if (!decision.ok) return decision;
  await ajouterEvenement(transaction, contexte, schema.id, decision.valeur, { aujourdhui });
  return accepter(null);
};

/**
 * Approuve le schéma : possible une fois tous les avis rendus ou réputés rendus. Le document définitif,
 * tableau des avis annexé, est gardé. Refus : ce qui manque, avec l’article.
 */
export const approuverSchema = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  acte: { readonly le: Jour; readonly numero: string },
  { aujourdhui }: Pick<Circonstance, 'aujourdhui'>,
): IssueDActe => {
  const registre = await relireRegistre(transaction, contexte, aujourdhui);
  if (!registre.ok) return registre;
  const { schema, communes, evenements } = registre.valeur;
  const { le, numero } = acte;
  const decision = deciderApprobation(registre.valeur, { le, details: { numero } });
  if (!decision.ok) return decision;
  const avis = annexerAvis(communes, evenements, instruireAdoption(communes, evenements, le));
  const matiere = await lireMatiere(transaction, contexte, schema, le, avis);
  const version = await garderVersion(transaction, contexte, schema, 'schema-approuve', matiere);
  if (!version.ok) return version;
  const details = { numero, versionId: version.valeur };
  const evenement = { ...decision.valeur, details };
  await ajouterEvenement(transaction, contexte, schema.id, evenement, { aujourdhui });
  return accepter(null);
};

/** Date la communication annuelle d’avancement (SCH-09). */
export const communiquerAvancement = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { le, annee, seance }: { readonly le: Jour; readonly annee: number; readonly seance: string },
  { aujourdhui }: Pick<Circonstance, 'aujourdhui'>,
): IssueDActe => {
  const registre = await relireRegistre(transaction, contexte, aujourdhui);
  if (!registre.ok) return registre;
  const decision = deciderCommunication(registre.valeur, { le, details: { annee, seance } });
  if (!decision.ok) return decision;
  const { schema } = registre.valeur;
  await ajouterEvenement(transaction, contexte, schema.id, decision.valeur, { aujourdhui });
  return accepter(null);
};

/** Annule un événement du registre, avec son motif ; il y reste, barré. */
export const annulerEvenement = async <T>(
  transaction: Transaction<T>,
  contexte: Contexte,
  { id, motif }: { readonly id: string; readonly motif: string },
  { aujourdhui }: Pick<Circonstance, 'aujourdhui'>,
): IssueDActe => {
  const registre = await relireRegistre(transaction, contexte, aujourdhui);
  if (!registre.ok) return registre;
  const cible = registre.valeur.evenements.find((evenement) => evenement.id === id);
  if (contexte.collectivite !== undefined && cible !== undefined && cible.type !== 'deliberation')
    return refuser([
      {
        code: 'annulation-reservee',
        message:
          'Votre commune corrige son avis ; le reste du registre revient à la personne pilote : signalez-lui l’erreur.',
      },
    ]);
  const decision = deciderAnnulation(registre.valeur, id, motif);
  if (!decision.ok) return decision;
  const { schema } = registre.valeur;
  await ajouterEvenement(transaction, contexte, schema.id, decision.valeur, { aujourdhui });
  return accepter(null);
};
