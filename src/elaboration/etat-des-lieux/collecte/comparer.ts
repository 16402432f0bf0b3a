import { type Fusion3, fusionnerTroisVoies } from '../../../moteurs/grille/index.ts';
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

const lire = (valeurs: Valeurs | undefined, champ: string): string => valeurs?.[champ] ?? '';

/** Les indications de la fusion, rangées par ligne. */
const indexer = (fusion: Fusion3) => ({
  ajouts: new Set(fusion.ajouts.map(({ cle }) => cle)),
  suppressions: new Set(fusion.suppressions.map(({ cle }) => cle)),
  conflitsDeLignes: new Set(fusion.conflitsDeLignes.map(({ cle }) => cle)),
  issues: new Map<string, CelluleComparee['issue']>([
    ...fusion.modifications.flatMap(({ cle, champs }) =>
      champs.map(({ champ }) => [`${cle}/${champ}`, 'depose'] as const),
    ),
    ...fusion.conflits.map(({ cle, champ }) => [`${cle}/${champ}`, 'conflit'] as const),
  ]),
});

/**
 * Compare ce qui est déposé à ce qui est en ligne, d’après le dernier gabarit remis : ce que la
 * commune a changé s’écrit, ce qui a changé en ligne reste, ce qui a changé des deux côtés attend
 * qu’une personne tranche. Sans gabarit remis, le fichier fait foi et toute différence est montrée.
 */
export const comparer = (demande: DemandeDeComparaison): readonly LigneComparee[] => {
  const { schema, champs, pretes, enLigne, base, parDefaut } = demande;
  const joindre = (valeurs: Valeurs) =>
    schema.cle.map((champ) => lire(valeurs, champ)).join('\u001f');
  const actuelles = enLigne.map(({ valeurs }) => valeurs);
  const fusion = indexer(
    fusionnerTroisVoies(
      base ?? actuelles,
      pretes.map(({ valeurs }) => valeurs),
      actuelles,
      schema.cle,
    ),
  );
  const bases = new Map((base ?? []).map((valeurs) => [joindre(valeurs), valeurs]));
  const parCle = new Map(enLigne.map((ligne) => [joindre(ligne.valeurs), ligne]));
  const deposees = new Set(pretes.map(({ valeurs }) => joindre(valeurs)));
  const identifier = (valeurs: Valeurs) => {
    const champ = schema.collectivite?.siren;
    const collectivite = (champ === undefined ? '' : lire(valeurs, champ)) || parDefaut;
    const cle = cleDeLigne(schema, valeurs);
    return { collectivite, cle, identite: `${collectivite}/${cle}` };
  };
  const statuerSansLigne = (cle: string): StatutDeLigne => {
    if (fusion.ajouts.has(cle)) return 'ajoutee';
    return fusion.conflitsDeLignes.has(cle) ? 'conflit-de-ligne' : 'deja-retiree';
  };
  const duFichier = pretes.map((prete): LigneComparee => {
    const cle = joindre(prete.valeurs);
    const actuelle = parCle.get(cle) ?? null;
    const commun = { ...identifier(prete.valeurs), prete, enLigne: actuelle };
    if (actuelle === null) return { ...commun, statut: statuerSansLigne(cle), cellules: [] };
    const cellules = champs.flatMap((champ): readonly CelluleComparee[] => {
      const [depose, ligne] = [lire(prete.valeurs, champ), lire(actuelle.valeurs, champ)];
      if (depose === ligne) return [];
      const ancienne = bases.get(cle);
      const issue = fusion.issues.get(`${cle}/${champ}`) ?? 'en-ligne';
      return [
        {
          champ,
          base: ancienne === undefined ? null : lire(ancienne, champ),
          depose,
          enLigne: ligne,
          issue,
        },
      ];
    });
    const change = cellules.some(({ issue }) => issue !== 'en-ligne');
    return { ...commun, statut: change ? 'modifiee' : 'inchangee', cellules };
  });
  const statuerHorsFichier = (cle: string): StatutDeLigne => {
    if (fusion.conflitsDeLignes.has(cle)) return 'conflit-de-ligne';
    return base !== null && fusion.suppressions.has(cle) ? 'retrait' : 'absente';
  };
  const horsDuFichier = enLigne
    .filter(({ valeurs }) => !deposees.has(joindre(valeurs)))
    .map(
      (ligne): LigneComparee => ({
        ...identifier(ligne.valeurs),
        statut: statuerHorsFichier(joindre(ligne.valeurs)),
        prete: null,
        enLigne: ligne,
        cellules: [],
      }),
    );
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
