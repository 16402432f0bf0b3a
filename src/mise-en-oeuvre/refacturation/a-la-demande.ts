import type { NoeudExplique } from '../../moteurs/calcul/index.ts';
import type { EtatDeCommune } from './etat.ts';

/** Une explication, ou seulement ce qu’il faut pour la demander. */
export type ExplicationMontree = NoeudExplique & { readonly aDemander?: boolean };

/**
 * N’envoie le détail d’un chiffre que s’il est demandé : vingt-six parts dépliées pèsent plus d’un
 * demi-mégaoctet, et l’on en ouvre une.
 * @param demandee l’ancre du chiffre à ouvrir (paramètre « expliquer » de l’adresse)
 */
export const aLaDemande =
  (demandee: string | null) =>
  (ancre: string, expliquer: () => NoeudExplique, resume: NoeudExplique): ExplicationMontree => {
    if (ancre === demandee) return expliquer();
    const { libelle, valeur, unite } = resume;
    return { libelle, valeur, unite, aDemander: true };
  };

/** L’état d’une commune tel que sa page l’envoie : sa part est expliquée, le reste à la demande. */
export const allegerEtat = (etat: EtatDeCommune, demandee: string | null): EtatDeCommune => {
  const { contenu } = etat;
  const montrer = (ancre: string, noeud: NoeudExplique) =>
    aLaDemande(demandee)(ancre, () => noeud, noeud);
  return {
    ...etat,
    contenu: {
      ...contenu,
      postes: contenu.postes.map((poste, rang) => ({
        ...poste,
        explication: montrer(`poste-${rang}`, poste.explication),
      })),
      explicationDuCout: montrer('cout-net', contenu.explicationDuCout),
      explicationDeLAppel: montrer('appel', contenu.explicationDeLAppel),
    },
  };
};
