import {
  distance,
  estContraction,
  mots,
  motsPleins,
  redresser,
  resserrer,
  simplifier,
} from './texte.ts';

/** Un intitulé de colonne, ramené aux mots qui portent son sens. */
export interface Libelle {
  readonly mots: readonly string[];
  readonly cle: string;
  /** Unité portée par l’intitulé : « Coût annuel (k€) » → « k€ », « Voirie (ml) » → « ml ». */
  readonly unite: string | null;
}

const ABREVIATIONS: Readonly<Record<string, string>> = {
  n: 'numero',
  no: 'numero',
  num: 'numero',
  nb: 'nombre',
  nbr: 'nombre',
  nbre: 'nombre',
  qte: 'quantite',
  qt: 'quantite',
  pu: 'prix unitaire',
  px: 'prix',
  cat: 'categorie',
  categ: 'categorie',
  hebdo: 'hebdomadaire',
  h: 'heure',
  hrs: 'heure',
  sem: 'semaine',
  tx: 'taux',
  naiss: 'naissance',
  nee: 'ne',
  serv: 'service',
  svc: 'service',
  affect: 'affectation',
  inv: 'inventaire',
  amort: 'amortissement',
  acq: 'acquisition',
  ctrl: 'controle',
  desig: 'designation',
  matr: 'matricule',
  mat: 'matricule',
  equiv: 'equivalent',
  tps: 'temps',
  ref: 'reference',
  etab: 'etablissement',
  coll: 'collectivite',
  colle: 'collectivite',
  fil: 'filiere',
  dt: 'date',
  pourcent: 'pourcent',
  mvt: 'mouvement',
  tel: 'telephone',
  mail: 'courriel',
  email: 'courriel',
  utilis: 'utilisation',
  j: 'jour',
  an: 'annuel',
  annuelle: 'annuel',
  annuels: 'annuel',
  hebdomadaires: 'hebdomadaire',
  fourn: 'fournisseur',
  proc: 'procedure',
  eqt: 'equivalent',
  ctp: 'contrat',
};

const FAIBLES: Readonly<Record<string, number>> = {
  numero: 0.4,
  nom: 0.4,
  code: 0.4,
  date: 0.5,
  annee: 0.6,
  nombre: 0.4,
  type: 0.4,
  libelle: 0.6,
  valeur: 0.5,
  montant: 0.5,
  total: 0.3,
  pourcent: 0.4,
  agent: 0.4,
  taux: 0.6,
  actuel: 0.3,
  annuel: 0.4,
  unite: 0.6,
  emploi: 0.6,
  poste: 0.6,
  prevu: 0.9,
  heure: 0.7,
  '1': 0.8,
  '2': 0.8,
  '3': 0.8,
};

const UNITES =
  /^(?:k ?€|keur|k ?euros?|milliers? d'?e?u?r?o?s?|€|eur|euros?|%|m ?l|m|m2|m²|km|ha|h|heures?|ttc|ht|h\/sem(?:aine)?|en .*)$/;

const singulier = (mot: string): string =>
  mot.length > 3 && /[sx]$/.test(mot) ? mot.slice(0, -1) : mot;

const uniteDe = (texte: string): { readonly reste: string; readonly unite: string | null } => {
  let unite: string | null = null;
  const reste = texte.replace(/[([]([^)\]]*)[)\]]/g, (tout, dedans: string) => {
    const net = resserrer(dedans);
    if (!UNITES.test(net))
      return net.length <= 2 && !/\d/.test(net) ? '' : ` ${tout.slice(1, -1)} `;
    unite = net.replace(/^en /, '');
    return net === '%' ? ' % ' : ' ';
  });
  const finale = /\s+(?:en\s+)?(k ?€|keur|milliers? d'euros?|€)\s*$/.exec(reste);
  if (finale && unite === null)
    return { reste: reste.slice(0, finale.index), unite: finale[1] ?? null };
  return { reste, unite };
};

const memoire = new Map<string, Libelle>();

const analyser = (texte: string): Libelle => {
  const simple = simplifier(redresser(resserrer(texte)))
    .replace(/\(e?s?\)/g, '')
    .replace(/\b(service|serv|part|affectation|affect)([1-3])\b/g, '$1 $2')
    .replace(/n[°º]/g, ' numero ')
    .replace(/\.(?=[a-z]\.)/g, '')
    .replace(/\be\.?t\.?p\b\.?/g, 'etp');
  const { reste, unite } = uniteDe(simple);
  const net = reste.replace(/%/g, ' pourcent ').replace(/k?€/g, ' ');
  const pleins = motsPleins(net);
  const liste = (pleins.length > 0 ? pleins : mots(net))
    .flatMap((mot) => (ABREVIATIONS[mot] ?? mot).split(' '))
    .map(singulier)
    .map((mot) => mot.replace(/^([1-3])(?:er|re|e|eme|nd|ere)$/, '$1'));
  return { mots: liste, cle: liste.join(' '), unite };
};

/** Analyse un intitulé de colonne (résultats gardés : les mêmes reviennent sans cesse). */
export const lireLibelle = (texte: string): Libelle => {
  const connu = memoire.get(texte);
  if (connu) return connu;
  const libelle = analyser(texte);
  if (memoire.size > 5000) memoire.clear();
  memoire.set(texte, libelle);
  return libelle;
};

const poids = (mot: string): number => FAIBLES[mot] ?? 1;
/** Le poids d’un intitulé : « N° » dit moins que « N° agent ». */
export const poidsDuLibelle = ({ mots: liste }: Libelle): number => poidsDe(liste);
const poidsDe = (liste: readonly string[]): number =>
  liste.reduce((total, mot) => total + poids(mot), 0);

const ressemble = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (/^\d/.test(a) || /^\d/.test(b) || a.length < 3) return false;
  if (a.length >= 4 && b.startsWith(a)) return true;
  return (a.length >= 5 && distance(a, b, 1) <= 1) || (a.length >= 4 && estContraction(a, b));
};

/** Ressemblance de deux intitulés, de 0 à 1 (Dice pondéré : « numéro » compte moins que « matricule »). */
export const ressemblance = (lu: Libelle, modele: Libelle): number => {
  if (lu.cle === '' || modele.cle === '') return 0;
  if (lu.cle === modele.cle) return 1;
  const restants = [...modele.mots];
  let communs = 0;
  let approximations = 0;
  for (const mot of lu.mots) {
    const exact = restants.indexOf(mot);
    const rang = exact >= 0 ? exact : restants.findIndex((autre) => ressemble(mot, autre));
    if (rang < 0) continue;
    if (exact < 0) approximations += 1;
    communs += poids(restants[rang] ?? mot);
    restants.splice(rang, 1);
  }
  const note = (2 * communs) / (poidsDe(lu.mots) + poidsDe(modele.mots));
  return Math.min(0.98, note) - 0.03 * approximations;
};

/** Meilleure ressemblance d’un intitulé avec une liste de synonymes. */
export const meilleureRessemblance = (lu: Libelle, synonymes: readonly Libelle[]): number =>
  synonymes.reduce((meilleure, synonyme) => Math.max(meilleure, ressemblance(lu, synonyme)), 0);
