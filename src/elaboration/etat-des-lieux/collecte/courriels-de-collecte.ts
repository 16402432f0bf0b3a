import { type Jour, joursEntre } from '../../../moteurs/calendrier/index.ts';
import type { CourrielAComposer } from '../../../socle/courriels/index.ts';
import { accorder, formaterJour } from '../../../socle/ui/index.ts';
import type { Campagne } from './campagne.ts';

export interface DemandeDeCourriel {
  readonly genre: 'demande' | 'relance';
  readonly campagne: Pick<Campagne, 'titre' | 'consigne' | 'echeance' | 'photoAu'>;
  readonly destinataire: string;
  readonly collectivite: string;
  readonly territoire: string;
  readonly parQui: string;
  readonly adresse: string;
  /** Dernier jour de validité du lien. */
  readonly expireLe: Jour;
  readonly aujourdhui: Jour;
}

const rappel = (echeance: Jour, aujourdhui: Jour): string => {
  const reste = joursEntre(aujourdhui, echeance);
  if (reste < 0) return `Elle était attendue pour le ${formaterJour(echeance)}.`;
  if (reste === 0) return 'Elle est attendue aujourd’hui.';
  return `Elle est attendue pour le ${formaterJour(echeance)}, dans ${accorder(reste, 'jour')}.`;
};

/** Ce qu’une relance a fait : jamais « fait » quand rien n’est parti. */
export const direRelances = (relancees: number, sansAdresse: number): string => {
  const parties =
    relancees === 0
      ? 'Aucune relance n’est partie.'
      : `${accorder(relancees, 'relance est', 'relances sont')} dans la boîte d’envoi.`;
  if (sansAdresse === 0) return parties;
  const remede = 'saisissez-la dans la dernière colonne, ou créez un lien à leur transmettre';
  return `${parties} ${accorder(sansAdresse, 'collectivité n’a', 'collectivités n’ont')} pas d’adresse : ${remede}.`;
};

/** Le courriel qui demande une grille à une collectivité, ou la relance, avec son lien personnel. */
export const ecrireCourriel = ({
  genre,
  campagne,
  aujourdhui,
  ...demande
}: DemandeDeCourriel): CourrielAComposer => {
  const estRelance = genre === 'relance';
  return {
    destinataire: demande.destinataire,
    objet: `${demande.territoire} : ${estRelance ? 'rappel, ' : ''}« ${campagne.titre} » pour ${demande.collectivite}`,
    paragraphes: [
      estRelance
        ? `La grille « ${campagne.titre} » de ${demande.collectivite} n’est pas encore rendue. ${rappel(campagne.echeance, aujourdhui)}`
        : `${demande.territoire} prépare son schéma de mutualisation et vous demande la grille « ${campagne.titre} ». ${rappel(campagne.echeance, aujourdhui)}`,
      `Elle décrit la situation au ${formaterJour(campagne.photoAu)}.`,
      ...(campagne.consigne === '' ? [] : [campagne.consigne]),
      'Comptez une vingtaine de minutes : téléchargez le modèle prérempli, ou déposez votre propre tableau. Vous pouvez vous arrêter et reprendre.',
    ],
    bouton: { libelle: 'Rendre la grille', adresse: demande.adresse },
    apres: [
      `Ce lien est personnel à ${demande.collectivite} et s’ouvre sans mot de passe jusqu’au ${formaterJour(demande.expireLe)}.`,
    ],
    signature: `${demande.parQui}, ${demande.territoire}`,
  };
};
