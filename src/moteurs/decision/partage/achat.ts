/** Un barème : prix unitaire à partir d’une quantité ; le premier palier part de zéro. */
export interface Bareme {
  readonly mode: 'toutes-unites' | 'incremental';
  readonly paliers: readonly { readonly apartirDe: number; readonly prix: number }[];
}

/** Coût d’une quantité : tout au prix du palier atteint, ou chaque tranche à son prix. */
export const couterLaQuantite = ({ mode, paliers }: Bareme, quantite: number): number => {
  if (mode === 'toutes-unites') {
    const atteint = paliers.findLast((palier) => palier.apartirDe <= quantite);
    return quantite * (atteint?.prix ?? 0);
  }
  return paliers.reduce((cout, palier, i) => {
    const fin = paliers[i + 1]?.apartirDe ?? Number.POSITIVE_INFINITY;
    const tranche = Math.min(quantite, fin) - palier.apartirDe;
    return tranche > 0 ? cout + tranche * palier.prix : cout;
  }, 0);
};

/** Commander plus pour payer moins : la quantité du palier suivant le moins cher, et l’économie. */
export const proposerLArrondi = (
  bareme: Bareme,
  quantite: number,
): { readonly quantite: number; readonly economie: number } | null => {
  const cout = couterLaQuantite(bareme, quantite);
  const propositions = bareme.paliers
    .filter((palier) => palier.apartirDe > quantite)
    .map(({ apartirDe }) => ({
      quantite: apartirDe,
      economie: cout - couterLaQuantite(bareme, apartirDe),
    }))
    .filter(({ economie }) => economie > 1e-9)
    .sort((a, b) => b.economie - a.economie);
  return propositions[0] ?? null;
};
