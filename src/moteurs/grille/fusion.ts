/** Comparaison à trois voies : ce qui a été remis (base), ce qui revient (déposé), ce qui est en ligne. */

export type Valeurs = Readonly<Record<string, string>>;

export interface ChangementDeChamp {
  readonly champ: string;
  readonly base: string;
  readonly depose: string;
  readonly enLigne: string;
}

export interface ModificationDeLigne {
  readonly cle: string;
  readonly champs: readonly ChangementDeChamp[];
}

export interface ConflitDeChamp extends ChangementDeChamp {
  readonly cle: string;
}

/** Une ligne supprimée d’un côté et modifiée de l’autre : à trancher par une personne. */
export interface ConflitDeLigne {
  readonly cle: string;
  readonly sens: 'supprimee-dans-le-fichier' | 'supprimee-en-ligne';
  readonly base: Valeurs;
  readonly depose: Valeurs | null;
  readonly enLigne: Valeurs | null;
}

export interface Fusion3 {
  readonly ajouts: readonly { readonly cle: string; readonly valeurs: Valeurs }[];
  readonly suppressions: readonly { readonly cle: string; readonly valeurs: Valeurs }[];
  readonly modifications: readonly ModificationDeLigne[];
  readonly conflits: readonly ConflitDeChamp[];
  readonly conflitsDeLignes: readonly ConflitDeLigne[];
  /** L’état en ligne après application de tout ce qui n’est pas en conflit (l’en-ligne l’emporte en attendant). */
  readonly fusionnees: readonly Valeurs[];
}

const SEPARATEUR = '\u001f';

const cleDe = (ligne: Valeurs, cle: readonly string[]): string =>
  cle.map((champ) => ligne[champ] ?? '').join(SEPARATEUR);

const parCle = (lignes: readonly Valeurs[], cle: readonly string[]): Map<string, Valeurs> =>
  new Map(lignes.map((ligne) => [cleDe(ligne, cle), ligne]));

const egales = (a: Valeurs, b: Valeurs, champs: readonly string[]): boolean =>
  champs.every((champ) => (a[champ] ?? '') === (b[champ] ?? ''));

interface Bilan {
  readonly ajouts: { readonly cle: string; readonly valeurs: Valeurs }[];
  readonly suppressions: { readonly cle: string; readonly valeurs: Valeurs }[];
  readonly modifications: ModificationDeLigne[];
  readonly conflits: ConflitDeChamp[];
  readonly conflitsDeLignes: ConflitDeLigne[];
}

/** Compare champ à champ : changé d’un seul côté, on le prend ; des deux côtés différemment, conflit. */
const comparerChamps = (
  cle: string,
  base: Valeurs,
  depose: Valeurs,
  enLigne: Valeurs,
  champs: readonly string[],
  bilan: Bilan,
): Valeurs => {
  const changes: ChangementDeChamp[] = [];
  const fusionnee: Record<string, string> = { ...enLigne };
  for (const champ of champs) {
    const changement = {
      champ,
      base: base[champ] ?? '',
      depose: depose[champ] ?? '',
      enLigne: enLigne[champ] ?? '',
    };
    if (changement.depose === changement.base || changement.depose === changement.enLigne) continue;
    if (changement.enLigne === changement.base) {
      changes.push(changement);
      fusionnee[champ] = changement.depose;
    } else bilan.conflits.push({ cle, ...changement });
  }
  if (changes.length > 0) bilan.modifications.push({ cle, champs: changes });
  return fusionnee;
};

const VIDE: Valeurs = {};

const fusionnerLigne = (
  cle: string,
  base: Valeurs | undefined,
  depose: Valeurs | undefined,
  enLigne: Valeurs | undefined,
  champs: readonly string[],
  bilan: Bilan,
): Valeurs | null => {
  if (depose && enLigne) return comparerChamps(cle, base ?? VIDE, depose, enLigne, champs, bilan);
  if (depose) {
    if (!base) {
      bilan.ajouts.push({ cle, valeurs: depose });
      return depose;
    }
    if (!egales(base, depose, champs))
      bilan.conflitsDeLignes.push({ cle, sens: 'supprimee-en-ligne', base, depose, enLigne: null });
    return null;
  }
  if (!enLigne) return null;
  if (!base) return enLigne;
  if (egales(base, enLigne, champs)) {
    bilan.suppressions.push({ cle, valeurs: enLigne });
    return null;
  }
  bilan.conflitsDeLignes.push({
    cle,
    sens: 'supprimee-dans-le-fichier',
    base,
    depose: null,
    enLigne,
  });
  return enLigne;
};

/**
 * Fusionne un fichier déposé avec l’état en ligne, d’après la version qui avait été remise.
 * Rien n’est perdu : une cellule changée des deux côtés, une ligne supprimée d’un côté et modifiée de
 * l’autre sont des conflits, à trancher par une personne.
 * @param cle champs qui identifient une ligne
 */
export const fusionnerTroisVoies = (
  base: readonly Valeurs[],
  depose: readonly Valeurs[],
  enLigne: readonly Valeurs[],
  cle: readonly string[],
): Fusion3 => {
  const tables = [parCle(base, cle), parCle(depose, cle), parCle(enLigne, cle)] as const;
  const champs = [
    ...new Set([...base, ...depose, ...enLigne].flatMap((ligne) => Object.keys(ligne))),
  ].filter((champ) => !cle.includes(champ));
  const bilan: Bilan = {
    ajouts: [],
    suppressions: [],
    modifications: [],
    conflits: [],
    conflitsDeLignes: [],
  };
  const fusionnees: Valeurs[] = [];
  for (const c of new Set([...tables[2].keys(), ...tables[1].keys(), ...tables[0].keys()])) {
    const fusionnee = fusionnerLigne(
      c,
      tables[0].get(c),
      tables[1].get(c),
      tables[2].get(c),
      champs,
      bilan,
    );
    if (fusionnee) fusionnees.push(fusionnee);
  }
  return { ...bilan, fusionnees };
};
