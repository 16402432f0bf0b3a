import type { DecisionsDeDepot, LignePrete } from './depot.ts';
import { type CleDeGrille, cleDeLigne, type LigneDeGrille } from './ligne.ts';

type Valeurs = Readonly<Record<string, string>>;

/** Ce qu’il advient d’une cellule : celle du fichier, celle en ligne, ou à trancher par une personne. */
export interface CelluleComparee {
  readonly champ: string;
  /** Dans le dernier gabarit remis ; null s’il n’y en a pas. */
  readonly base: string | null;
  readonly depose: string;
  readonly enLigne: string;
  readonly issue: 'depose' | 'en-ligne' | 'conflit';
}

export type StatutDeLigne =
  /** Nouvelle. */
  | 'ajoutee'
  | 'modifiee'
  | 'inchangee'
  /** Le gabarit la portait, le fichier ne la porte plus : à confirmer. */
  | 'retrait'
  /** En ligne, sans que le gabarit l’ait portée : gardée, sauf demande. */
  | 'absente'
  /** Retirée en ligne depuis le gabarit, intacte dans le fichier : elle reste retirée. */
  | 'deja-retiree'
  /** Modifiée d’un côté, retirée de l’autre : à trancher. */
  | 'conflit-de-ligne';

export interface LigneComparee {
  readonly identite: string;
  readonly collectivite: string;
  readonly cle: string;
  readonly statut: StatutDeLigne;
  readonly prete: LignePrete | null;
  readonly enLigne: LigneDeGrille | null;
  readonly cellules: readonly CelluleComparee[];
}

export interface DemandeDeComparaison {
  readonly schema: CleDeGrille;
  readonly champs: readonly string[];
  readonly pretes: readonly LignePrete[];
  readonly enLigne: readonly LigneDeGrille[];
  /** Les lignes du dernier gabarit remis ; null si la collectivité n’en a jamais téléchargé. */
  readonly base: readonly Valeurs[] | null;
  /** SIREN quand la grille n’a pas de colonne de collectivité. */
  readonly parDefaut: string;
}

const identifier = ({ schema, parDefaut }: DemandeDeComparaison, valeurs: Valeurs) => {
  const champ = schema.collectivite?.siren;
  const collectivite = (champ === undefined ? '' : (valeurs[champ] ?? '')) || parDefaut;
  const cle = cleDeLigne(schema, valeurs);
  return { collectivite, cle, identite: `${collectivite}/${cle}` };
};

const lire = (valeurs: Valeurs | undefined, champ: string): string => valeurs?.[champ] ?? '';

const egales = (a: Valeurs | undefined, b: Valeurs | undefined, champs: readonly string[]) =>
  champs.every((champ) => lire(a, champ) === lire(b, champ));

const comparerCellules = (
  champs: readonly string[],
  depose: Valeurs,
  enLigne: Valeurs,
  base: Valeurs | undefined,
  aUneBase: boolean,
): readonly CelluleComparee[] =>
  champs.flatMap((champ) => {
    const [d, e] = [lire(depose, champ), lire(enLigne, champ)];
    if (d === e) return [];
    const b = base === undefined ? null : lire(base, champ);
    const issue = (): CelluleComparee['issue'] => {
      if (!aUneBase || e === b) return 'depose';
      return d === b ? 'en-ligne' : 'conflit';
    };
    return [{ champ, base: b, depose: d, enLigne: e, issue: issue() }];
  });

const statutDesCellules = (cellules: readonly CelluleComparee[]): StatutDeLigne =>
  cellules.some(({ issue }) => issue !== 'en-ligne') ? 'modifiee' : 'inchangee';

/**
 * Compare ce qui est déposé à ce qui est en ligne, d’après le dernier gabarit remis : ce que la
 * commune a changé s’écrit, ce qui a changé en ligne reste, ce qui a changé des deux côtés attend
 * qu’une personne tranche. Sans gabarit remis, le fichier fait foi et toute différence est montrée.
 */
export const comparer = (demande: DemandeDeComparaison): readonly LigneComparee[] => {
  const { champs, pretes, base } = demande;
  const parIdentite = (valeurs: Valeurs) => identifier(demande, valeurs).identite;
  const enLigne = new Map(
    demande.enLigne.map((ligne) => [`${ligne.collectivite}/${ligne.cle}`, ligne]),
  );
  const bases = new Map((base ?? []).map((valeurs) => [parIdentite(valeurs), valeurs]));
  const deposees = new Set<string>();
  const duFichier = pretes.map((prete): LigneComparee => {
    const { identite, collectivite, cle } = identifier(demande, prete.valeurs);
    deposees.add(identite);
    const commun = { identite, collectivite, cle, prete };
    const actuelle = enLigne.get(identite) ?? null;
    const ancienne = bases.get(identite);
    if (actuelle === null) {
      const intacte = ancienne !== undefined && egales(ancienne, prete.valeurs, champs);
      const statut =
        ancienne === undefined ? 'ajoutee' : intacte ? 'deja-retiree' : 'conflit-de-ligne';
      return { ...commun, statut, enLigne: null, cellules: [] };
    }
    const cellules = comparerCellules(
      champs,
      prete.valeurs,
      actuelle.valeurs,
      ancienne,
      base !== null,
    );
    return { ...commun, statut: statutDesCellules(cellules), enLigne: actuelle, cellules };
  });
  const horsDuFichier = demande.enLigne.flatMap((ligne): readonly LigneComparee[] => {
    const identite = `${ligne.collectivite}/${ligne.cle}`;
    if (deposees.has(identite)) return [];
    const ancienne = bases.get(identite);
    const intacte = egales(ancienne, ligne.valeurs, champs);
    const statut = ancienne === undefined ? 'absente' : intacte ? 'retrait' : 'conflit-de-ligne';
    const { collectivite, cle } = ligne;
    return [{ identite, collectivite, cle, statut, prete: null, enLigne: ligne, cellules: [] }];
  });
  return [...duFichier, ...horsDuFichier];
};

/** La clé d’un conflit dans les décisions : une cellule, ou la ligne entière (champ vide). */
export const cleDeConflit = (identite: string, champ: string): string => `${identite}/${champ}`;

/** Ce qui attend encore qu’une personne tranche. */
export const aTrancher = (
  comparees: readonly LigneComparee[],
  decisions: Pick<DecisionsDeDepot, 'conflits' | 'retraits'>,
): { readonly conflits: readonly string[]; readonly retraits: readonly string[] } => ({
  conflits: comparees
    .flatMap(({ identite, statut, cellules }) => [
      ...(statut === 'conflit-de-ligne' ? [cleDeConflit(identite, '')] : []),
      ...cellules
        .filter(({ issue }) => issue === 'conflit')
        .map(({ champ }) => cleDeConflit(identite, champ)),
    ])
    .filter((cle) => decisions.conflits[cle] === undefined),
  retraits: comparees
    .filter(
      ({ statut, identite }) => statut === 'retrait' && decisions.retraits[identite] === undefined,
    )
    .map(({ identite }) => identite),
});

/** Ce qu’il faut écrire et retirer, décisions comprises. À n’appeler que lorsque tout est tranché. */
export const resoudre = (
  comparees: readonly LigneComparee[],
  decisions: Pick<DecisionsDeDepot, 'conflits' | 'retraits'>,
): {
  readonly ecrites: readonly { readonly ligne: LigneComparee; readonly valeurs: Valeurs }[];
  readonly retirees: readonly string[];
} => {
  const choisir = (identite: string, champ: string) =>
    decisions.conflits[cleDeConflit(identite, champ)] ?? 'en-ligne';
  const ecrites = comparees.flatMap((ligne) => {
    const { identite, statut, prete, enLigne, cellules } = ligne;
    if (prete === null) return [];
    if (statut === 'ajoutee') return [{ ligne, valeurs: prete.valeurs }];
    if (statut === 'conflit-de-ligne') {
      return choisir(identite, '') === 'depose' ? [{ ligne, valeurs: prete.valeurs }] : [];
    }
    if (statut !== 'modifiee' || enLigne === null) return [];
    const changees = cellules.filter(
      ({ champ, issue }) =>
        issue === 'depose' || (issue === 'conflit' && choisir(identite, champ) === 'depose'),
    );
    if (changees.length === 0) return [];
    const valeurs = Object.fromEntries(changees.map(({ champ, depose }) => [champ, depose]));
    return [{ ligne, valeurs: { ...enLigne.valeurs, ...valeurs } }];
  });
  const retirees = comparees.flatMap(({ identite, statut, prete, enLigne }) => {
    if (prete !== null || enLigne === null) return [];
    const estRetiree =
      statut === 'conflit-de-ligne'
        ? choisir(identite, '') === 'depose'
        : decisions.retraits[identite] === 'retirer';
    return estRetiree ? [enLigne.id] : [];
  });
  return { ecrites, retirees };
};
