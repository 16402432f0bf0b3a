import { type ContexteDeColonne, type MoyensDeLecture, SANS_CONTEXTE } from './cellule-lue.ts';
import type { Cellule } from './classeur.ts';
import { contientDonneeInterdite, ressemblanceInterdite } from './confidentialite.ts';
import type { EnTete, Intitule } from './entete.ts';
import { lireLibelle, meilleureRessemblance } from './libelles.ts';
import { lireCellule } from './lire-cellule.ts';
import type { AxeCherche, ChampCherche, ModeleDeColonnes } from './modele-de-colonnes.ts';
import { lireRepartition } from './repartition.ts';
import type { ColonneComposee, ColonneDeGrille } from './schema.ts';
import { mots } from './texte.ts';

/** À quoi sert une colonne du fichier. */
export type Emploi =
  | { readonly sorte: 'champ'; readonly champ: string; readonly sur: 'nom' | 'synonyme' | 'contenu' | 'position' }
  | { readonly sorte: 'repartition' }
  | { readonly sorte: 'composee'; readonly composee: ColonneComposee }
  | { readonly sorte: 'axe'; readonly valeurs: Readonly<Record<string, string>> }
  | { readonly sorte: 'total' }
  | { readonly sorte: 'interdite' }
  | { readonly sorte: 'hors-modele' }
  | { readonly sorte: 'vide' };

export interface ColonneDuFichier {
  readonly intitule: Intitule;
  readonly masquee: boolean;
  readonly echantillon: readonly Cellule[];
  readonly emploi: Emploi;
}

type Brute = Omit<ColonneDuFichier, 'emploi'>;

const SEUIL = 0.6;
const TOTAUX = /^(?:sous )?(?:total|totaux|somme|moyenne|cumul|ensemble)\b/;

const fractionLisible = (brute: Brute, colonne: ColonneDeGrille, moyens: MoyensDeLecture): number => {
  if (brute.echantillon.length === 0 || colonne.nature === 'texte') return 1;
  const lisibles = brute.echantillon.filter((cellule) => {
    if (colonne.nature === 'collectivite') return moyens.annuaire.trouver(cellule.texte).ok;
    const contexte: ContexteDeColonne = { ...SANS_CONTEXTE, aVirgules: true };
    return !lireCellule(cellule, colonne, contexte, moyens).notes.some((n) => n.action === 'bloquer_ligne' && n.regle !== 'erreur-de-formule');
  });
  return lisibles.length / brute.echantillon.length;
};

const noteDIntitule = (intitule: Intitule, champ: ChampCherche): number => {
  const propre = meilleureRessemblance(lireLibelle(intitule.texte), champ.libelles);
  if (intitule.groupe === '') return propre;
  const ensemble = meilleureRessemblance(lireLibelle(`${intitule.groupe} ${intitule.texte}`), champ.libelles);
  return Math.max(propre, 0.97 * ensemble);
};

const estInterditeParContenu = (brute: Brute): boolean =>
  brute.echantillon.length > 0 && brute.echantillon.filter((cellule) => contientDonneeInterdite(cellule.texte)).length / brute.echantillon.length >= 0.3;

const estPartNue = (texte: string): boolean =>
  /^(?:pourcent|part|taux|quote part|pourcent part|part pourcent|pourcent temps|temps pourcent|pourcent affectation|quotite|quotite pourcent|repartition pourcent)$/.test(lireLibelle(texte).cle);

const estServiceNu = (texte: string): boolean => {
  const liste = mots(texte);
  return liste.some((mot) => /^(?:serv|affect|mission)/.test(mot));
};

/** « Service | % | Service | % » : chaque paire prend le rang où elle se présente. */
const pairesDeServices = (brutes: readonly Brute[], modele: ModeleDeColonnes): Map<number, string> => {
  const places = new Map<number, string>();
  let rang = 0;
  for (const [i, brute] of brutes.entries()) {
    const suivante = brutes[i + 1];
    if (!suivante || !estServiceNu(brute.intitule.texte) || !estPartNue(suivante.intitule.texte)) continue;
    const paire = modele.schema.affectations[rang];
    if (!paire) break;
    places.set(brute.intitule.rang, paire[0]);
    places.set(suivante.intitule.rang, paire[1]);
    rang += 1;
  }
  return places;
};

interface Proposition {
  readonly brute: Brute;
  readonly champ: ChampCherche;
  readonly note: number;
}

const proposer = (brutes: readonly Brute[], modele: ModeleDeColonnes, moyens: MoyensDeLecture): Proposition[] =>
  brutes.flatMap((brute) =>
    modele.champs.flatMap((champ) => {
      const note = noteDIntitule(brute.intitule, champ);
      if (note < SEUIL) return [];
      const pesee = note * (0.55 + 0.45 * fractionLisible(brute, champ.colonne, moyens));
      return pesee < SEUIL ? [] : [{ brute, champ, note: pesee }];
    }),
  );

const sur = (brute: Brute, colonne: ColonneDeGrille): 'nom' | 'synonyme' => {
  const { cle } = lireLibelle(brute.intitule.texte);
  return cle === lireLibelle(colonne.nom).cle || cle === lireLibelle(colonne.titre).cle ? 'nom' : 'synonyme';
};

const attribuerParIntitule = (brutes: readonly Brute[], modele: ModeleDeColonnes, moyens: MoyensDeLecture, emplois: Map<number, Emploi>): void => {
  const pris = new Set<string>();
  for (const [rang, champ] of pairesDeServices(brutes, modele)) {
    emplois.set(rang, { sorte: 'champ', champ, sur: 'position' });
    pris.add(champ);
  }
  const libres = brutes.filter((b) => !emplois.has(b.intitule.rang));
  const propositions = proposer(libres, modele, moyens).sort((a, b) => b.note - a.note || a.brute.intitule.rang - b.brute.intitule.rang);
  for (const { brute, champ, note } of propositions) {
    const rang = brute.intitule.rang;
    if (emplois.has(rang) || pris.has(champ.colonne.nom)) continue;
    if (ressemblanceInterdite(lireLibelle(brute.intitule.texte)) > note) continue;
    emplois.set(rang, { sorte: 'champ', champ: champ.colonne.nom, sur: sur(brute, champ.colonne) });
    pris.add(champ.colonne.nom);
  }
};

const RECONNAISSABLES = new Set(['collectivite', 'nomenclature']);

const attribuerParContenu = (brutes: readonly Brute[], modele: ModeleDeColonnes, moyens: MoyensDeLecture, emplois: Map<number, Emploi>): void => {
  const pris = new Set([...emplois.values()].flatMap((e) => (e.sorte === 'champ' ? [e.champ] : [])));
  const aSiren = modele.schema.collectivite !== null && pris.has(modele.schema.collectivite.siren);
  for (const { colonne } of modele.champs) {
    const utile = RECONNAISSABLES.has(colonne.nature) && colonne.obligatoire && !(colonne.nature === 'collectivite' && aSiren);
    if (pris.has(colonne.nom) || !utile || (colonne.valeurs?.length ?? 9) < 3) continue;
    const trouvee = brutes.find((b) => !emplois.has(b.intitule.rang) && b.echantillon.length >= 3 && fractionLisible(b, colonne, moyens) >= 0.8);
    if (!trouvee) continue;
    emplois.set(trouvee.intitule.rang, { sorte: 'champ', champ: colonne.nom, sur: 'contenu' });
    pris.add(colonne.nom);
  }
};

const attribuerReunies = (brutes: readonly Brute[], modele: ModeleDeColonnes, moyens: MoyensDeLecture, emplois: Map<number, Emploi>): void => {
  const libres = brutes.filter((b) => emplois.get(b.intitule.rang)?.sorte !== 'interdite');
  for (const brute of libres) {
    const libelle = lireLibelle(brute.intitule.texte);
    const composee = modele.composees.find(
      (c) => meilleureRessemblance(libelle, c.libelles) >= 0.8 && brute.echantillon.some((cellule) => c.composee.decouper(cellule.texte) !== null),
    );
    if (composee) emplois.set(brute.intitule.rang, { sorte: 'composee', composee: composee.composee });
  }
  if (modele.repartition.length === 0) return;
  const remplie = libres.find((b) => estRepartition(b, moyens));
  const nommee = libres.find((b) => b.echantillon.length === 0 && emplois.get(b.intitule.rang) === undefined && modele.repartition.some(({ cle }) => cle === lireLibelle(b.intitule.texte).cle));
  const trouvee = remplie ?? nommee;
  if (trouvee) emplois.set(trouvee.intitule.rang, { sorte: 'repartition' });
};

const estRepartition = (brute: Brute, moyens: MoyensDeLecture): boolean => {
  if (brute.echantillon.length === 0) return false;
  const lisibles = brute.echantillon.filter((cellule) => /\d/.test(cellule.texte) && lireRepartition(cellule.texte, moyens.index.services) !== null);
  return lisibles.length / brute.echantillon.length >= 0.6;
};

interface SurAxe {
  readonly brute: Brute;
  readonly valeurs: Readonly<Record<string, string>>;
}

/** Les colonnes dont l’intitulé (ou le groupe) est une valeur de l’axe. */
const colonnesDAxe = (brutes: readonly Brute[], axe: AxeCherche): SurAxe[] =>
  brutes.flatMap((brute) => {
    const { texte, cellule, groupe, celluleDuGroupe } = brute.intitule;
    const valeurs = axe.lire(texte, cellule) ?? (groupe === '' ? null : axe.lire(groupe, celluleDuGroupe));
    return valeurs === null ? [] : [{ brute, valeurs }];
  });

const champsDejaPris = (emplois: ReadonlyMap<number, Emploi>, modele: ModeleDeColonnes): Set<string> => {
  const pris = new Set([...emplois.values()].flatMap((e) => (e.sorte === 'champ' ? [e.champ] : [])));
  const cible = modele.schema.collectivite;
  if (cible && (pris.has(cible.siren) || (cible.nom !== null && pris.has(cible.nom)))) for (const champ of [cible.siren, cible.nom ?? '']) pris.add(champ);
  return pris;
};

const distinctes = (colonnes: readonly SurAxe[]): number => new Set(colonnes.map(({ valeurs }) => JSON.stringify(valeurs))).size;

/** Un axe ne compte que s’il n’a pas déjà sa colonne, et s’il porte au moins deux valeurs distinctes. */
const attribuerAxes = (brutes: readonly Brute[], modele: ModeleDeColonnes, emplois: Map<number, Emploi>): void => {
  const pris = champsDejaPris(emplois, modele);
  const libres = brutes.filter((b) => emplois.get(b.intitule.rang)?.sorte !== 'champ');
  const utiles = modele.axes
    .filter(({ axe }) => !pris.has(axe.champ))
    .map((axe) => colonnesDAxe(libres, axe))
    .filter((colonnes) => distinctes(colonnes) >= 2);
  const valeurs = new Map<number, Record<string, string>>();
  for (const { brute, valeurs: deLAxe } of utiles.flat()) valeurs.set(brute.intitule.rang, { ...deLAxe, ...valeurs.get(brute.intitule.rang) });
  const champValeur = modele.schema.croisement?.valeur ?? '';
  const enLong = [...emplois].find(([, e]) => e.sorte === 'champ' && e.champ === champValeur)?.[0];
  if (valeurs.size < (enLong === undefined ? 2 : 3)) return;
  if (enLong !== undefined) emplois.delete(enLong);
  for (const [rang, deColonne] of valeurs) emplois.set(rang, { sorte: 'axe', valeurs: deColonne });
};

const emploiRestant = (brute: Brute): Emploi => {
  const texte = brute.intitule.texte.trim();
  if (texte === '' && brute.echantillon.length === 0) return { sorte: 'vide' };
  if (TOTAUX.test(mots(texte).join(' '))) return { sorte: 'total' };
  if (estInterditeParContenu(brute) || ressemblanceInterdite(lireLibelle(texte)) >= 0.72) return { sorte: 'interdite' };
  return { sorte: 'hors-modele' };
};

/** Décide de l’emploi de chaque colonne du fichier. */
export const attribuerColonnes = (enTete: EnTete, masquees: ReadonlySet<number>, echantillons: ReadonlyMap<number, readonly Cellule[]>, modele: ModeleDeColonnes, moyens: MoyensDeLecture): ColonneDuFichier[] => {
  const brutes: Brute[] = enTete.intitules.map((intitule) => ({ intitule, masquee: masquees.has(intitule.rang), echantillon: echantillons.get(intitule.rang) ?? [] }));
  const utiles = brutes.filter((b) => b.intitule.texte.trim() !== '' || b.echantillon.length > 0);
  const emplois = new Map<number, Emploi>();
  for (const brute of utiles) if (estInterditeParContenu(brute)) emplois.set(brute.intitule.rang, { sorte: 'interdite' });
  attribuerParIntitule(utiles, modele, moyens, emplois);
  attribuerAxes(utiles, modele, emplois);
  attribuerReunies(utiles, modele, moyens, emplois);
  for (const brute of utiles) if (!emplois.has(brute.intitule.rang) && emploiRestant(brute).sorte !== 'hors-modele') emplois.set(brute.intitule.rang, emploiRestant(brute));
  attribuerParContenu(utiles, modele, moyens, emplois);
  return brutes.map((brute) => ({ ...brute, emploi: emplois.get(brute.intitule.rang) ?? emploiRestant(brute) }));
};
