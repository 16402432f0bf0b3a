/** Ce qu’une personne a tapé, lu d’un formulaire envoyé. */

/** Un champ de texte tel que tapé ; vide s’il manque ou si c’est un fichier. */
export const lireChamp = (formulaire: FormData, nom: string): string => {
  const valeur = formulaire.get(nom);
  return typeof valeur === 'string' ? valeur : '';
};

/** Un champ de texte, sans espaces autour. */
export const lireTexte = (formulaire: FormData, nom: string): string =>
  lireChamp(formulaire, nom).trim();

/** Toutes les valeurs cochées d’un champ à choix multiples. */
export const lireCoches = (formulaire: FormData, nom: string): readonly string[] =>
  formulaire.getAll(nom).filter((valeur) => typeof valeur === 'string');

/**
 * À exporter d’une page sous le nom `shouldRevalidate` : après un refus, ce que la page montre est relu
 * (version en ligne comprise). Sinon, une personne dont la page a vieilli ne pourrait plus rien enregistrer.
 */
export const relireApresRefus = (): boolean => true;
