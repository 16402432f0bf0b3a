import { DIFFERENCE, type NoeudExplique, SOMME, type Source } from './explication.ts';
import { comparer, type Exact, exact, relireExact, retrancher, totaliser } from './nombre-exact.ts';

/** Visite l’arbre, parent avant enfants ; `chemin` : les libellés depuis la racine. */
export function* parcourirExplication(
  noeud: NoeudExplique,
  chemin: readonly string[] = [],
): Generator<{ readonly noeud: NoeudExplique; readonly chemin: readonly string[] }> {
  const ici = [...chemin, noeud.libelle];
  yield { noeud, chemin: ici };
  for (const operande of noeud.operandes ?? []) yield* parcourirExplication(operande, ici);
}

export interface SourceRetrouvee {
  readonly libelle: string;
  readonly valeur: string;
  readonly unite: string;
  readonly source: Source;
}

/** Toutes les sources d’un montant (cellules, saisies, données, actes, états), chacune une fois. */
export const sourcesDe = (noeud: NoeudExplique): readonly SourceRetrouvee[] => {
  const vus = new Set<NoeudExplique>();
  const sources = new Map<string, SourceRetrouvee>();
  const visiter = (courant: NoeudExplique): void => {
    if (vus.has(courant)) return;
    vus.add(courant);
    const { libelle, valeur, unite, source, operandes } = courant;
    if (source !== undefined && source.type !== 'calcul') {
      const trouvee = { libelle, valeur, unite, source };
      sources.set(JSON.stringify(trouvee), trouvee);
    }
    for (const operande of operandes ?? []) visiter(operande);
  };
  visiter(noeud);
  return [...sources.values()];
};

/**
 * L’arbre prêt à être écrit : un nœud partagé n’est détaillé qu’à sa première apparition, les
 * suivantes y renvoient. Sans cela, 158 parts répéteraient 158 fois les 158 clés.
 */
export const abregerExplication = (racine: NoeudExplique): NoeudExplique => {
  const vus = new Set<NoeudExplique>();
  const abreger = (noeud: NoeudExplique): NoeudExplique => {
    if (noeud.operandes === undefined) return noeud;
    if (vus.has(noeud)) {
      const { libelle, valeur, unite } = noeud;
      return { libelle, valeur, unite, source: { type: 'calcul', renvoi: libelle } };
    }
    vus.add(noeud);
    return { ...noeud, operandes: noeud.operandes.map(abreger) };
  };
  return abreger(racine);
};

export interface DefautExplication {
  readonly chemin: readonly string[];
  readonly motif: string;
}

const lire = (valeur: string): Exact | null => relireExact(valeur.replace('…', ''));

const operationFausse = (noeud: NoeudExplique): boolean => {
  const valeurs = (noeud.operandes ?? []).map(({ valeur }) => lire(valeur));
  const attendu = lire(noeud.valeur);
  const lues = valeurs.filter((valeur) => valeur !== null);
  const estIncomplet = [noeud, ...(noeud.operandes ?? [])].some(({ valeur }) =>
    valeur.endsWith('…'),
  );
  if (estIncomplet) return false;
  if (attendu === null || lues.length !== valeurs.length) return true;
  const [premier = exact(0n), ...suivants] = lues;
  const refait =
    noeud.formule === SOMME ? totaliser(lues) : retrancher(premier, totaliser(suivants));
  return comparer(refait, attendu) !== 0;
};

const arrondiFaux = ({ valeur, arrondi }: NoeudExplique): boolean => {
  if (arrondi?.regle !== 'demi-centime-eloigne-de-zero') return false;
  const retenu = lire(valeur);
  const avant = lire(arrondi.exact);
  if (retenu === null || avant === null) return true;
  const ecart = retrancher(retenu, avant);
  const marge = exact(51n, 10_000n);
  return comparer(ecart, marge) > 0 || comparer(ecart, exact(-51n, 10_000n)) < 0;
};

const estFeuilleSansSource = ({ operandes, source }: NoeudExplique): boolean =>
  operandes === undefined &&
  (source === undefined || (source.type === 'calcul' && source.renvoi === undefined));

const motifsDe = (noeud: NoeudExplique, detailles: ReadonlySet<string>): readonly string[] => {
  const motifs: string[] = [];
  if (estFeuilleSansSource(noeud)) motifs.push('Valeur sans source.');
  if (noeud.operandes !== undefined && noeud.formule === undefined)
    motifs.push('Calcul sans formule.');
  if ((noeud.formule === SOMME || noeud.formule === DIFFERENCE) && operationFausse(noeud))
    motifs.push('La valeur ne se refait pas avec ses opérandes.');
  if (arrondiFaux(noeud)) motifs.push('L’arrondi s’éloigne de la valeur exacte.');
  const renvoi = noeud.source?.type === 'calcul' ? noeud.source.renvoi : undefined;
  if (renvoi !== undefined && !detailles.has(`${renvoi}|${noeud.valeur}`))
    motifs.push('Le renvoi ne mène à aucun calcul détaillé.');
  return motifs;
};

/**
 * Contrôle un arbre : toute feuille a une source, tout calcul une formule, les sommes et les
 * différences se refont, les arrondis tiennent, les renvois mènent quelque part. Vide si tout est juste.
 */
export const verifierExplication = (racine: NoeudExplique): readonly DefautExplication[] => {
  // Abrégé : un nœud partagé par mille parts n’est contrôlé qu’une fois.
  const visites = [...parcourirExplication(abregerExplication(racine))];
  const detailles = new Set(
    visites
      .filter(({ noeud }) => noeud.operandes !== undefined)
      .map(({ noeud }) => `${noeud.libelle}|${noeud.valeur}`),
  );
  return visites.flatMap(({ noeud, chemin }) =>
    motifsDe(noeud, detailles).map((motif) => ({ chemin, motif })),
  );
};
