import type { NoeudExplique } from '../../moteurs/calcul/index.ts';

const TOTAL_DES_CLES = 'Σ clés';

/** Une valeur dont le détail est dans l’état d’une autre commune. */
const resumer = ({ libelle, valeur, unite }: NoeudExplique, renvoi: string): NoeudExplique => ({
  libelle,
  valeur,
  unite,
  source: { type: 'etat', id: renvoi },
});

/**
 * L’explication telle qu’une commune la lit : ses propres actes jusqu’à la cellule, la clé des autres
 * communes par leur seul total. Sans cela, 158 états répéteraient 158 fois tous les actes.
 * @param renvoi où se trouve le détail des autres communes
 */
export const restreindreAUnMembre = (racine: NoeudExplique, renvoi: string): NoeudExplique => {
  const vus = new Map<NoeudExplique, NoeudExplique>();
  const restreindre = (noeud: NoeudExplique): NoeudExplique => {
    const { operandes } = noeud;
    if (operandes === undefined) return noeud;
    const connu = vus.get(noeud);
    if (connu !== undefined) return connu;
    const propres = new Set(operandes);
    const refait = {
      ...noeud,
      operandes: operandes.map((operande) =>
        operande.libelle === TOTAL_DES_CLES && operande.operandes !== undefined
          ? {
              ...operande,
              operandes: operande.operandes.map((cle) =>
                propres.has(cle) ? restreindre(cle) : resumer(cle, renvoi),
              ),
            }
          : restreindre(operande),
      ),
    };
    vus.set(noeud, refait);
    return refait;
  };
  return restreindre(racine);
};

const estCoutDAgent = ({ libelle, operandes }: NoeudExplique): boolean =>
  operandes !== undefined && libelle.startsWith('Coût de ') && libelle.includes('(agent ');

/**
 * Masque le coût de chaque agent : la somme reste, le détail individuel est réservé au service. Un
 * calcul employé deux fois reste le même nœud, pour n’être détaillé qu’une fois.
 */
export const masquerLesAgents = (racine: NoeudExplique): NoeudExplique => {
  const faits = new Map<NoeudExplique, NoeudExplique>();
  const masquer = (noeud: NoeudExplique): NoeudExplique => {
    const connu = faits.get(noeud) ?? refaire(noeud);
    faits.set(noeud, connu);
    return connu;
  };
  const refaire = (noeud: NoeudExplique): NoeudExplique => {
    const { operandes } = noeud;
    if (operandes === undefined) return noeud;
    if (operandes.length > 0 && operandes.every(estCoutDAgent)) {
      const { formule: _f, operandes: agents, ...reste } = noeud;
      return {
        ...reste,
        libelle: `${noeud.libelle} (${agents?.length ?? 0} agents, coût individuel non communiqué)`,
        source: {
          type: 'donnee',
          nom: 'Grille RH, coûts chargés au prorata des parts',
          millesime: 'état émis',
        },
      };
    }
    return { ...noeud, operandes: operandes.map(masquer) };
  };
  return masquer(racine);
};
