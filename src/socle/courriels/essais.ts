/** Au-delà, on cesse d’essayer : une personne décide. */
export const ESSAIS_MAXIMAUX = 8;

/**
 * Ce que devient un courriel après un échec : nouvel essai de plus en plus tardif (1, 2, 4… minutes,
 * six heures au plus), ou arrêt (refus définitif du serveur, ou essais épuisés).
 * @param essais nombre d’essais déjà faits, celui-ci compris
 * @param codeSmtp réponse du serveur, quand il y en a une : 5xx est définitif
 */
export const apresUnEchec = (
  essais: number,
  codeSmtp: number | null,
): { readonly etat: 'a-envoyer' | 'echec'; readonly attenteMs: number } => {
  const estDefinitif = codeSmtp !== null && codeSmtp >= 500;
  if (estDefinitif || essais >= ESSAIS_MAXIMAUX) return { etat: 'echec', attenteMs: 0 };
  return { etat: 'a-envoyer', attenteMs: Math.min(2 ** (essais - 1) * 60_000, 6 * 3_600_000) };
};
