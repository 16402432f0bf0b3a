/** Lit le texte d’un champ d’un formulaire ; un fichier ou un champ absent donne null. */
export const lireTexte = (formulaire: FormData, nom: string): string | null => {
  const valeur = formulaire.get(nom);
  return typeof valeur === 'string' ? valeur : null;
};

/** Le texte d’un champ, sans blancs autour ; vide s’il est absent. */
export const lireCourt = (formulaire: FormData, nom: string): string =>
  (lireTexte(formulaire, nom) ?? '').trim().slice(0, 2000);
