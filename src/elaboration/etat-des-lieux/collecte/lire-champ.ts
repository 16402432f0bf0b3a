/** Le texte d’un champ de formulaire ; chaîne vide s’il manque, ou si c’est un fichier. */
export const lireChamp = (donnees: FormData, nom: string): string => {
  const valeur = donnees.get(nom);
  return typeof valeur === 'string' ? valeur : '';
};

/** Tous les textes d’un champ à choix multiples. */
export const lireChamps = (donnees: FormData, nom: string): readonly string[] =>
  donnees.getAll(nom).filter((valeur) => typeof valeur === 'string');
