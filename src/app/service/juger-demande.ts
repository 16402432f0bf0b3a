import { vientDeChezNous } from '../../socle/acces/index.ts';
import type { Explication } from '../explications-d-erreur.ts';
import { PAR_STATUT } from '../explications-d-erreur.ts';

/** Ce qu’on sait d’une demande avant d’en lire le corps. */
export interface DemandeRecue {
  readonly methode: string;
  /** La cible telle que reçue : elle commence par « / ». */
  readonly cible: string;
  /** Hôte demandé (Host, ou X-Forwarded-Host derrière un serveur mandataire). */
  readonly hote: string | null;
  readonly origine: string | null;
  readonly secFetchSite: string | null;
  readonly typeDuCorps: string | null;
  /** L’adresse publique de l’application (ENSEMBLIER_ADRESSE). */
  readonly adresse: string | null;
}

export interface RefusDeDemande {
  readonly statut: number;
  readonly page: Explication;
}

const refuser = (statut: number, page?: Explication): RefusDeDemande => ({
  statut,
  page: page ?? (PAR_STATUT[statut] as Explication),
});

const ADRESSE_ILLISIBLE: Explication = {
  titre: 'Cette adresse est illisible',
  quoi: 'Elle porte des caractères qui ne se lisent pas. Recopiez-la en entier, ou repartez de l’accueil.',
  sauf: 'Aucune donnée n’a été modifiée.',
};
const AUTRE_SITE: Explication = {
  titre: 'Cet envoi vient d’un autre site',
  quoi: 'Revenez à la page dans Ensemblier, puis envoyez de nouveau le formulaire.',
  sauf: 'Aucune donnée n’a été modifiée.',
};

/** Vrai si l’adresse se lit : un chemin d’ici, sans caractère de commande ni suite d’octets cassée. */
const estLisible = (cible: string, hote: string | null): boolean => {
  if (!cible.startsWith('/') || hote === null) return false;
  const adresse = URL.parse(`http://${hote}${cible}`);
  if (adresse === null || adresse.username !== '') return false;
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(adresse.pathname)) && !/%00/.test(adresse.search);
  } catch {
    return false;
  }
};

const TYPES_DE_FORMULAIRE =
  /^(?:application\/x-www-form-urlencoded|multipart\/form-data;.*boundary=)/i;

/**
 * Ce qui se refuse avant toute page, le même partout : adresse illisible (400), méthode sans emploi
 * (405), envoi d’un autre site (403), corps qui n’est pas un formulaire (415). Null : la demande passe.
 */
export const jugerDemande = (demande: DemandeRecue): RefusDeDemande | null => {
  const { methode, cible, hote, origine, secFetchSite, typeDuCorps, adresse } = demande;
  if (!estLisible(cible, hote)) return refuser(400, ADRESSE_ILLISIBLE);
  if (methode === 'GET' || methode === 'HEAD') return null;
  if (methode !== 'POST') return refuser(405);
  const hotes = [hote, URL.parse(adresse ?? '')?.host ?? null];
  if (!hotes.some((un) => vientDeChezNous({ methode, origine, secFetchSite, hote: un }))) {
    return refuser(403, AUTRE_SITE);
  }
  return TYPES_DE_FORMULAIRE.test(typeDuCorps ?? '') ? null : refuser(415);
};
