import { lireNomDeMois } from './date.ts';
import {
  MARQUEURS,
  motsDeNom,
  nomsDEpci,
  noyau,
  pleins,
  sansPrefixe,
  siglesDe,
} from './noms-de-collectivites.ts';
import type { CollectiviteDuTerritoire, Territoire } from './schema.ts';
import { distance, fautesAdmises, mots, resserrer } from './texte.ts';

/** Comment un nom a été reconnu : du plus sûr au plus hasardeux. */
export type Reconnaissance = 'exacte' | 'variante' | 'code' | 'postal' | 'incomplete' | 'faute';

export type CollectiviteTrouvee =
  | {
      readonly ok: true;
      readonly collectivite: CollectiviteDuTerritoire;
      readonly par: Reconnaissance;
    }
  | { readonly ok: false; readonly candidates: readonly string[] };

/** L’annuaire d’un territoire : retrouve une collectivité sous l’écriture qu’on lui donne. */
export interface Annuaire {
  readonly trouver: (texte: string) => CollectiviteTrouvee;
  readonly parSiren: (siren: string) => CollectiviteDuTerritoire | undefined;
  /** La plus longue collectivité nommée dans un titre, un nom de feuille ou de fichier. */
  readonly nommeeDans: (texte: string) => CollectiviteDuTerritoire | null;
  readonly epci: CollectiviteDuTerritoire;
}
interface Fiche {
  readonly collectivite: CollectiviteDuTerritoire;
  readonly mots: readonly string[];
  readonly cle: string;
  readonly nette: string;
  /** Le nom sans rien en ôter, articles compris, mots collés. */
  readonly entier: string;
}

const collerMots = (liste: readonly string[]): string =>
  liste.map((mot) => ({ st: 'saint', ste: 'sainte' })[mot] ?? mot).join('');

const ficher = (collectivite: CollectiviteDuTerritoire): Fiche => {
  const liste = motsDeNom(collectivite.nom);
  return {
    collectivite,
    mots: pleins(liste),
    cle: pleins(liste).join(' '),
    nette: mots(collectivite.nom).join(' '),
    entier: collerMots(mots(collectivite.nom)),
  };
};

/** SIREN, code INSEE ou postal, ou département entre parenthèses. */
const NUMERO = /(?<!\d)(?:\d{3} ?\d{3} ?\d{3}|\d{5}|2[ab]\d{3}|\(\s*(?:\d{2,3}|2[ab])\s*\))(?!\d)/i;

const TROP_LOIN = 9;

const ecart = (lu: string, cle: string): number => {
  const plafond = fautesAdmises(lu.length);
  const fautes = plafond === 0 ? TROP_LOIN : distance(lu, cle, plafond);
  return fautes <= plafond ? fautes : TROP_LOIN;
};

const ecartDuNomEntier = (lu: string, fiche: Fiche): number =>
  fautesAdmises(fiche.cle.length) > 0 && distance(lu, fiche.entier, 1) <= 1 ? 1 : TROP_LOIN;

const contient = (liste: readonly string[], suite: readonly string[]): boolean =>
  suite.length > 0 && liste.some((_, depart) => suite.every((mot, i) => liste[depart + i] === mot));

const estIncomplet = (saisie: readonly string[], fiche: Fiche): boolean => {
  if (saisie.join('').length < 4) return false;
  const dernier = saisie.length - 1;
  const debut = saisie.every((mot, i) =>
    i < dernier ? mot === fiche.mots[i] : (fiche.mots[i] ?? '').startsWith(mot),
  );
  return debut || (saisie.join('').length >= 5 && contient(fiche.mots, saisie));
};

const seule = (fiches: readonly Fiche[], par: Reconnaissance): CollectiviteTrouvee | null => {
  const [fiche] = fiches;
  return fiche && fiches.length === 1 ? { ok: true, collectivite: fiche.collectivite, par } : null;
};

/** Dresse l’annuaire d’un territoire (EPCI et communes membres). */
export const dresserAnnuaire = (territoire: Territoire): Annuaire => {
  const { epci, communes } = territoire;
  const fiches = communes.map(ficher);
  const ficheEpci = ficher(epci);
  const toutes = [ficheEpci, ...fiches];
  const parSiren = new Map(toutes.map((f) => [f.collectivite.siren, f.collectivite]));
  const parInsee = new Map(communes.filter((c) => c.codeInsee).map((c) => [c.codeInsee ?? '', c]));
  const sigles = siglesDe(epci);
  const noyauxEpci = new Set(nomsDEpci(epci).map((nom) => noyau(mots(nom))));
  noyauxEpci.delete('');
  const memoire = new Map<string, CollectiviteTrouvee>();

  const parCode = (texte: string): CollectiviteTrouvee | null => {
    const chiffres = texte.replace(/[\s.]/g, '').toUpperCase();
    const collectivite =
      parSiren.get(chiffres) ??
      parInsee.get(chiffres) ??
      (/^\d{14}$/.test(chiffres) ? parSiren.get(chiffres.slice(0, 9)) : undefined);
    return collectivite ? { ok: true, collectivite, par: 'code' } : null;
  };

  const parEpci = (liste: readonly string[], texte: string): CollectiviteTrouvee | null => {
    const ok = (par: Reconnaissance): CollectiviteTrouvee => ({
      ok: true,
      collectivite: epci,
      par,
    });
    const sigle = texte.replace(/[\s.-]/g, '').toLowerCase();
    if (sigles.has(sigle)) return ok('variante');
    const marque = liste.some((mot) => MARQUEURS.has(mot));
    const coeur = noyau(liste);
    if (noyauxEpci.has(coeur) && (marque || coeur.includes(' '))) return ok('variante');
    if (marque && noyauxEpci.has(noyau(liste.filter((mot) => mot !== 'grand'))))
      return ok('incomplete');
    return marque && coeur === '' ? ok('incomplete') : null;
  };

  /** Les communes de ce nom ; « Bourg-Lastic » et « Mairie-… » d’abord tels quels, puis sans « bourg », « mairie de ». */
  const nommees = (liste: readonly string[]): readonly Fiche[] => {
    const entier = pleins(liste).join(' ');
    const tels = fiches.filter((f) => f.cle === entier);
    if (tels.length > 0) return tels;
    const cle = pleins(sansPrefixe(liste)).join(' ');
    return fiches.filter((f) => f.cle === cle);
  };

  /** « Villers (42460) », « Saint-Pierre (38) », « Mars (214201410) » : un nom que précise un numéro. */
  const parNumero = (texte: string): CollectiviteTrouvee | null => {
    const ecrit = NUMERO.exec(texte)?.[0];
    if (ecrit === undefined) return null;
    const numero = ecrit.replace(/[\s()]/g, '').toUpperCase();
    const nu = resserrer(
      texte
        .replace(ecrit, ' ')
        .replace(/[()[\],–-]+\s*$/g, ' ')
        .replace(/\(\s*\)/g, ' '),
    );
    const memes = nommees(motsDeNom(nu));
    const precises = memes.filter(({ collectivite: c }) =>
      numero.length <= 3
        ? c.codeInsee?.startsWith(numero)
        : [c.siren, c.codePostal, c.codeInsee].includes(numero),
    );
    return seule(memes, 'postal') ?? seule(precises, 'postal');
  };

  /** Une faute peut tomber sur un petit mot (« Nieul-ssur-Mer ») ou coller deux mots : le nom entier compte aussi. */
  const parFaute = (cle: string, entier: string): readonly Fiche[] => {
    const notees = toutes
      .map((f) => ({ f, d: Math.min(ecart(cle, f.cle), ecartDuNomEntier(entier, f)) }))
      .filter(({ d }) => d < TROP_LOIN);
    if (notees.length === 0) return [];
    const meilleure = Math.min(...notees.map(({ d }) => d));
    return notees.filter(({ d }) => d === meilleure).map(({ f }) => f);
  };

  const parNom = (ecrit: string): CollectiviteTrouvee => {
    const texte = ecrit.replace(/^(.*\S)\s*\((le|la|les|l['’])\)$/i, '$2 $1');
    const nette = mots(texte).join(' ');
    const nettes = seule(
      toutes.filter((f) => f.nette === nette),
      'variante',
    );
    if (nettes) return nettes;
    const brute = motsDeNom(texte);
    const liste = sansPrefixe(brute);
    const cle = pleins(liste).join(' ');
    const memes = nommees(brute);
    const incompletes = (): readonly Fiche[] => {
      const exactes = fiches.filter((f) =>
        contient(f.mots.slice(0, pleins(liste).length), pleins(liste)),
      );
      const larges = fiches.filter((f) => estIncomplet(pleins(liste), f));
      return exactes.length === 1 ? exactes : larges;
    };
    const trouvee = seule(memes, 'variante') ?? parEpci(mots(texte), texte) ?? parNumero(texte);
    if (trouvee) return trouvee;
    if (cle === '') return { ok: false, candidates: [] };
    if (memes.length > 1)
      return {
        ok: false,
        candidates: memes.map(({ collectivite: c }) => `${c.nom} (${c.siren})`),
      };
    const tronquees = incompletes();
    return (
      seule(tronquees, 'incomplete') ??
      (tronquees.length > 1
        ? { ok: false, candidates: tronquees.map((f) => f.collectivite.nom) }
        : null) ??
      seule(parFaute(cle, collerMots(sansPrefixe(mots(texte)))), 'faute') ?? {
        ok: false,
        candidates: [],
      }
    );
  };

  const sansParentheses = (texte: string): CollectiviteTrouvee | null => {
    const nu = resserrer(texte.replace(/\([^)]*\)/g, ' '));
    if (nu === texte || nu === '') return null;
    const trouvee = parNom(nu);
    if (trouvee.ok) return { ...trouvee, par: 'postal' };
    return trouvee.candidates.length > 1 ? trouvee : null;
  };

  const chercher = (texte: string): CollectiviteTrouvee => {
    const net = resserrer(texte);
    const homonymes = toutes.filter((f) => f.collectivite.nom === net);
    if (homonymes.length > 1)
      return {
        ok: false,
        candidates: homonymes.map(({ collectivite: c }) => `${c.nom} (${c.siren})`),
      };
    const exacte = toutes.find((f) => f.collectivite.nom === texte);
    if (exacte) return { ok: true, collectivite: exacte.collectivite, par: 'exacte' };
    const trouvee = parCode(texte) ?? parNom(net);
    return trouvee.ok ? trouvee : (sansParentheses(net) ?? trouvee);
  };

  return {
    epci,
    parSiren: (siren) => parSiren.get(siren),
    trouver: (texte) => {
      const connue = memoire.get(texte);
      if (connue) return connue;
      const trouvee = chercher(texte);
      memoire.set(texte, trouvee);
      return trouvee;
    },
    nommeeDans: (texte) => {
      const liste = pleins(motsDeNom(texte));
      const annoncee = mots(texte).some((mot) => ['commune', 'mairie', 'ville'].includes(mot));
      const nommees = toutes
        .filter((f) => contient(liste, f.mots) && (annoncee || lireNomDeMois(f.cle) === null))
        .sort((a, b) => b.mots.length - a.mots.length || b.cle.length - a.cle.length);
      const [premiere, seconde] = nommees;
      if (!premiere) return liste.some((mot) => mot.length >= 3 && sigles.has(mot)) ? epci : null;
      return seconde &&
        seconde.mots.length === premiere.mots.length &&
        !contient(premiere.mots, seconde.mots)
        ? null
        : premiere.collectivite;
    },
  };
};
