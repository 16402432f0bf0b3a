/** Le croisement d’un grand territoire a des milliers de cases : on le montre par tranches d’employeurs. */
const COLLECTIVITES_PAR_PAGE = 20;

export interface PageDuCroisement {
  /** Faux : le croisement n’est pas demandé, et n’est pas envoyé. */
  readonly estDemande: boolean;
  readonly page: number;
  readonly pages: number;
  /** Les employeurs montrés, du premier (compris) au dernier (exclu). */
  readonly tranche: readonly [debut: number, fin: number];
}

/** La page du croisement que demande l’adresse (`voir=croisement`, puis `page`). */
export const pageDuCroisement = (
  parametres: URLSearchParams,
  collectivites: number,
): PageDuCroisement => {
  const estDemande = parametres.get('voir') === 'croisement';
  const pages = Math.max(1, Math.ceil(collectivites / COLLECTIVITES_PAR_PAGE));
  const demandee = Math.trunc(Number(parametres.get('page') ?? '1')) || 1;
  const page = Math.min(pages, Math.max(1, demandee));
  const debut = estDemande ? (page - 1) * COLLECTIVITES_PAR_PAGE : 0;
  return {
    estDemande,
    page,
    pages,
    tranche: [debut, estDemande ? debut + COLLECTIVITES_PAR_PAGE : 0],
  };
};
