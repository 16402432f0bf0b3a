import { motsDeLibelle } from './mots-de-libelle.ts';
import type { EntreeDeNomenclature, Nomenclature } from './schema.ts';
import {
  distance,
  estContraction,
  fautesAdmises,
  motsPleins,
  rejoindreSigles,
  resserrer,
  simplifier,
} from './texte.ts';

export type Niveau = 'exact' | 'variante' | 'usage' | 'abrege' | 'faute';

export type Rapprochement =
  | { readonly ok: true; readonly code: string; readonly niveau: Niveau }
  | { readonly ok: false; readonly candidats: readonly string[] };

interface Forme {
  readonly code: string;
  readonly mots: readonly string[];
  readonly cle: string;
}

/** Un index de nomenclature : chaque texte n’est rapproché qu’une fois. */
export interface IndexDeNomenclature {
  readonly rapprocher: (texte: string) => Rapprochement;
}

/** Mots qui n’ajoutent rien à un nom de service. */
const CREUX = new Set([
  'service',
  'municipal',
  'municipale',
  'communal',
  'communale',
  'intercommunal',
  'intercommunale',
  'pole',
  'equipe',
  'unite',
  'secteur',
]);

const aDesAbreviations = (texte: string): boolean =>
  motsPleins(texte).some((mot) =>
    ['ppal', 'pal', 'princ', 'cl', 'agt', 'hc', 'atsem', 'asem'].includes(mot),
  );

const forme = (code: string, texte: string): Forme => {
  const mots = motsDeLibelle(texte);
  return { code, mots, cle: mots.join(' ') };
};

const motAbrege = (court: string, long: string): boolean =>
  court === long ||
  (court.length >= 2 && long.startsWith(court) && !/^\d/.test(court)) ||
  estContraction(court, long);

const estAbrege = (mots: readonly string[], cible: readonly string[]): boolean =>
  mots.length === cible.length && mots.every((mot, i) => motAbrege(mot, cible[i] ?? ''));

const estDebut = (mots: readonly string[], cible: readonly string[]): boolean => {
  if (mots.length === 0 || mots.length > cible.length || mots.join('').length < 4) return false;
  const dernier = mots.length - 1;
  return mots.every((mot, i) =>
    i < dernier ? mot === cible[i] : (cible[i] ?? '').startsWith(mot),
  );
};

const codesDe = (formes: readonly Forme[], garder: (f: Forme) => boolean): string[] => [
  ...new Set(formes.filter(garder).map((f) => f.code)),
];

const unique = (codes: readonly string[], niveau: Niveau): Rapprochement | null => {
  const [seul] = codes;
  return seul !== undefined && codes.length === 1 ? { ok: true, code: seul, niveau } : null;
};

/** Une faute de frappe ne change pas un sigle : « DP maison » n’est pas « PC maison ». */
const memesSigles = (mots: readonly string[], cible: readonly string[]): boolean =>
  mots.length !== cible.length ||
  mots.every((mot, i) => {
    const autre = cible[i] ?? '';
    return mot === autre || Math.min(mot.length, autre.length) > 3;
  });

const parFaute = (f: Forme, formes: readonly Forme[]): string[] => {
  const plafond = fautesAdmises(f.cle.length);
  if (plafond === 0) return [];
  return codesDe(
    formes,
    (g) =>
      g.cle.length >= 5 &&
      memesSigles(f.mots, g.mots) &&
      distance(f.cle, g.cle, plafond) <= plafond,
  );
};

const ajouter = (table: Map<string, Set<string>>, cle: string, code: string): void => {
  if (cle === '') return;
  const codes = table.get(cle);
  if (codes) codes.add(code);
  else table.set(cle, new Set([code]));
};

const cleSimple = (texte: string): string =>
  rejoindreSigles(simplifier(resserrer(texte)))
    .replace(/[\s.]+/g, ' ')
    .trim();

const remplir = (entrees: readonly EntreeDeNomenclature[]) => {
  const sures = new Map<string, Set<string>>();
  const usuelles = new Map<string, Set<string>>();
  const formes: Forme[] = [];
  for (const entree of entrees) {
    for (const texte of [entree.code, entree.libelle, ...entree.variantes]) {
      ajouter(sures, cleSimple(texte), entree.code);
      const f = forme(entree.code, texte);
      ajouter(sures, f.cle, entree.code);
      formes.push(f);
    }
    for (const texte of entree.usages) {
      ajouter(usuelles, cleSimple(texte), entree.code);
      const f = forme(entree.code, texte);
      ajouter(usuelles, f.cle, entree.code);
      formes.push(f);
    }
  }
  return { sures, usuelles, formes };
};

/** Prépare une nomenclature pour y retrouver des écritures approximatives. */
export const indexer = (nomenclature: Nomenclature): IndexDeNomenclature => {
  const exacts = new Set(nomenclature.entrees.map((e) => e.code));
  const { sures, usuelles, formes } = remplir(nomenclature.entrees);
  const memoire = new Map<string, Rapprochement>();

  const chercherCle = (
    cles: readonly string[],
    table: Map<string, Set<string>>,
    niveau: Niveau,
  ): Rapprochement | null => {
    for (const cle of cles) {
      const trouve = unique([...(table.get(cle) ?? [])], niveau);
      if (trouve) return trouve;
    }
    return null;
  };

  /** Codes dont une écriture ouvre le texte (« CDD 3 ans ») ; les plus longues l’emportent. */
  const parPrecision = (liste: readonly string[]): string[] => {
    if (!nomenclature.precisable) return [];
    const ouvrent = formes.filter(
      (g) =>
        g.mots.length > 0 &&
        g.mots.length < liste.length &&
        g.cle.length >= 2 &&
        g.mots.every((mot, i) => mot === liste[i]),
    );
    const longueur = Math.max(0, ...ouvrent.map((g) => g.mots.length));
    return codesDe(ouvrent, (g) => g.mots.length === longueur);
  };

  const sansMotsCreux = (liste: readonly string[]): Rapprochement | null => {
    const reste = liste.filter((mot) => !CREUX.has(mot));
    if (reste.length === liste.length || reste.length === 0) return null;
    const trouve = chercher(reste.join(' '));
    return trouve.ok ? { ...trouve, niveau: 'usage' } : null;
  };

  /** « Permis de construire (PC) » : le code entre parenthèses confirme le libellé, ou le précise. */
  const horsParentheses = (texte: string): Rapprochement | null => {
    const reste = texte.replace(/\([^)]*\)/g, ' ');
    if (reste === texte || motsDeLibelle(reste).length === 0) return null;
    const reduit = chercher(resserrer(reste));
    if (!reduit.ok) return null;
    const code = resserrer(/\(([^)]*)\)/.exec(texte)?.[1] ?? '');
    if (!exacts.has(code)) return { ...reduit, niveau: 'usage' };
    const confirme = reduit.code === code && ['exact', 'variante'].includes(reduit.niveau);
    return { ok: true, code, niveau: confirme ? 'variante' : 'usage' };
  };

  const chercher = (texte: string): Rapprochement => {
    if (exacts.has(texte)) return { ok: true, code: texte, niveau: 'exact' };
    const f = forme('', texte);
    const cles = [cleSimple(texte), f.cle];
    const direct =
      chercherCle(cles, sures, aDesAbreviations(texte) ? 'abrege' : 'variante') ??
      chercherCle(cles, usuelles, 'usage');
    if (direct) return direct;
    const sansParentheses = horsParentheses(texte);
    if (sansParentheses) return sansParentheses;
    if (f.mots.length === 0) return { ok: false, candidats: [] };
    const abreges = codesDe(formes, (g) => estAbrege(f.mots, g.mots));
    const debuts = abreges.length > 0 ? abreges : codesDe(formes, (g) => estDebut(f.mots, g.mots));
    return (
      unique(abreges, 'abrege') ??
      unique(debuts, 'abrege') ??
      (debuts.length > 1 ? { ok: false, candidats: debuts } : null) ??
      unique(parFaute(f, formes), 'faute') ??
      unique(parPrecision(f.mots), 'usage') ??
      sansMotsCreux(f.mots) ?? { ok: false, candidats: [] }
    );
  };

  return {
    rapprocher: (texte) => {
      const connu = memoire.get(texte);
      if (connu) return connu;
      const trouve = chercher(texte);
      memoire.set(texte, trouve);
      return trouve;
    },
  };
};
