/** Ce qu’une requête dit de sa provenance. */
export interface Provenance {
  readonly methode: string;
  readonly origine: string | null;
  readonly secFetchSite: string | null;
  /** Hôte demandé (en-tête Host ou X-Forwarded-Host). */
  readonly hote: string | null;
}

/**
 * Vrai si une écriture vient bien de nos propres pages (protection contre les requêtes forgées par
 * un autre site). Un navigateur envoie toujours Origin ou Sec-Fetch-Site avec un envoi de formulaire ;
 * sans l’un ni l’autre, la requête ne vient pas d’un navigateur et ne porte donc pas sa session à son insu.
 */
export const vientDeChezNous = ({ methode, origine, secFetchSite, hote }: Provenance): boolean => {
  if (methode === 'GET' || methode === 'HEAD') return true;
  if (secFetchSite !== null) return secFetchSite === 'same-origin' || secFetchSite === 'none';
  if (origine === null) return true;
  try {
    return new URL(origine).host === hote;
  } catch {
    return false;
  }
};
