import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { accepter, type Resultat, refuser } from '../../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { lireEnTete } from '../../../socle/territoire/index.server.ts';
import { changerAttente, lireCampagneOuverte } from './campagnes.sql.server.ts';
import { changerDepot, prendreDepot } from './changer-depot.server.ts';
import { aTrancher, comparer, type LigneComparee, resoudre } from './comparer.ts';
import { apprendre } from './correspondance.ts';
import { apprendreCorrespondances } from './correspondances.sql.server.ts';
import { confirmer, type Depot, mesurerDepot, preparerLignes } from './depot.ts';
import { cloreDepot } from './depots.sql.server.ts';
import { lireLignesDuGabarit } from './gabarits.sql.server.ts';
import { exigerGrille } from './grilles.ts';
import { cleDeLigne, type SourceDeLigne } from './ligne.ts';
import { ecrireLignes, lireLignes, verrouillerLignes } from './lignes.sql.server.ts';
import { cellulesDe } from './situer-colonnes.ts';

type Tx = Transaction<unknown>;

/** Les collectivités qu’un dépôt touche. */
const collectivitesDe = (depot: Depot, parDefaut: string): readonly string[] => {
  if (depot.collectivite !== null) return [depot.collectivite];
  const champ = exigerGrille(depot.grille).collectivite?.siren;
  const pretes = preparerLignes(depot.lecture, depot.decisions);
  return [
    ...new Set(
      pretes.map(({ valeurs }) => (champ === undefined ? '' : (valeurs[champ] ?? '')) || parDefaut),
    ),
  ];
};

export interface ComparaisonDeDepot {
  readonly collectivites: readonly string[];
  readonly comparees: readonly LigneComparee[];
}

/** Compare un dépôt à ce qui est en ligne, d’après le gabarit dont il est parti. */
export const comparerDepot = async (
  tx: Tx,
  contexte: Contexte,
  depot: Depot,
  { verrouiller }: { readonly verrouiller: boolean },
): Promise<ComparaisonDeDepot> => {
  const parDefaut = depot.collectivite ?? (await lireEnTete(tx)).siren;
  const collectivites = collectivitesDe(depot, parDefaut);
  const schema = exigerGrille(depot.grille);
  const enLigne = verrouiller
    ? await verrouillerLignes(tx, contexte, depot.grille, collectivites)
    : await lireLignes(tx, contexte, depot.grille, { collectivites });
  const base =
    depot.gabaritId === null ? null : await lireLignesDuGabarit(tx, contexte, depot.gabaritId);
  return {
    collectivites,
    comparees: comparer({
      schema,
      champs: schema.colonnes.map(({ nom }) => nom),
      pretes: preparerLignes(depot.lecture, depot.decisions),
      enLigne,
      base,
      parDefaut,
    }),
  };
};

/** Deux lignes prêtes de même clé : laquelle écrire ? Personne ne peut le deviner. */
const doublons = (comparees: readonly LigneComparee[]): readonly string[] => {
  const vues = new Map<string, number>();
  for (const { identite, prete } of comparees) {
    if (prete !== null) vues.set(identite, (vues.get(identite) ?? 0) + 1);
  }
  return [...vues].filter(([, combien]) => combien > 1).map(([identite]) => identite);
};

/** D’où vient ce qu’on écrit : les cellules du fichier, ou la main qui a corrigé. */
const sourceDe = (
  depot: Depot,
  ligne: LigneComparee,
  valeurs: Readonly<Record<string, string>>,
  contexte: Contexte,
  aujourdhui: Jour,
): SourceDeLigne => {
  const { prete } = ligne;
  if (prete === null || prete.estCorrigee || depot.fichierId === null) {
    return { type: 'saisie', auteur: contexte.auteur, le: aujourdhui };
  }
  // Une cellule gardée en ligne ne vient pas de ce fichier : on ne la cite pas.
  const cellules = Object.entries(cellulesDe(depot.lecture.lettres, prete)).filter(
    ([champ]) => valeurs[champ] === prete.valeurs[champ],
  );
  return {
    type: 'cellule',
    fichierId: depot.fichierId,
    fichier: depot.fichier,
    feuille: prete.feuille,
    ligne: prete.ligne,
    cellules: Object.fromEntries(cellules),
  };
};

const noterRendue = async (
  tx: Tx,
  contexte: Contexte,
  grille: string,
  collectivites: readonly string[],
  aujourdhui: Jour,
): Promise<void> => {
  const campagne = await lireCampagneOuverte(tx, contexte, grille);
  if (campagne === null) return;
  for (const collectivite of collectivites) {
    await changerAttente(tx, contexte, {
      campagneId: campagne.id,
      collectivite,
      etat: 'rendue',
      aujourdhui,
    });
  }
};

export interface Validation {
  readonly ecrites: number;
  readonly retirees: number;
}

/**
 * Valide un dépôt : en une seule transaction, écrit et retire les lignes, ferme le dépôt, note la
 * grille rendue et retient les correspondances confirmées. Une coupure ne laisse rien à moitié.
 * Refus : `depot-inconnu`, `depot-ferme`, `reste-a-faire`, `doublon`, `a-trancher`, `aucune-ligne`.
 */
export const validerDepot = (
  base: Base,
  contexte: Contexte,
  id: string,
  aujourdhui: Jour,
): Promise<Resultat<Validation>> =>
  dansTerritoire(base, contexte, async (tx): Promise<Resultat<Validation>> => {
    const pris = await prendreDepot(tx, contexte, id);
    if (!pris.ok) return pris;
    const depot = pris.valeur;
    const avancement = mesurerDepot(depot.lecture, depot.decisions);
    if (!avancement.peutValider) {
      return refuser({
        code: 'reste-a-faire',
        message: `Il reste ${avancement.aConfirmer.length} réparations à confirmer et ${avancement.bloquees.length} lignes bloquées à corriger ou à laisser de côté.`,
      });
    }
    const { collectivites, comparees } = await comparerDepot(tx, contexte, depot, {
      verrouiller: true,
    });
    const [double] = doublons(comparees);
    if (double !== undefined) {
      return refuser({
        code: 'doublon',
        message: `Deux lignes portent la même clé (${double.split('/')[1]}) : corrigez l’une d’elles, ou laissez-la de côté.`,
      });
    }
    const { conflits, retraits } = aTrancher(comparees, depot.decisions);
    if (conflits.length + retraits.length > 0) {
      return refuser({
        code: 'a-trancher',
        message: `Il reste à trancher : ${conflits.length} conflits avec ce qui est enregistré, ${retraits.length} lignes absentes du fichier.`,
      });
    }
    const schema = exigerGrille(depot.grille);
    const { ecrites, retirees } = resoudre(comparees, depot.decisions);
    if (avancement.pretes === 0 && retirees.length === 0) {
      return refuser({
        code: 'aucune-ligne',
        message:
          'Ce fichier ne porte aucune ligne à écrire. Remplissez-le et déposez-le de nouveau ; s’il n’y a rien à rendre, déclarez la grille sans objet.',
      });
    }
    await ecrireLignes(tx, contexte, {
      ecrites: ecrites.map(({ ligne, valeurs }) => ({
        grille: depot.grille,
        collectivite: ligne.collectivite,
        cle: cleDeLigne(schema, valeurs),
        valeurs,
        source: sourceDe(depot, ligne, valeurs, contexte, aujourdhui),
        remplace: ligne.enLigne?.id ?? null,
      })),
      retirees,
      depotId: id,
    });
    await cloreDepot(tx, contexte, id, 'valide');
    await noterRendue(tx, contexte, depot.grille, collectivites, aujourdhui);
    const collectivite = contexte.collectivite ?? (await lireEnTete(tx)).siren;
    const apprises = apprendre(depot.lecture, depot.decisions, schema);
    await apprendreCorrespondances(tx, contexte, depot.grille, collectivite, apprises);
    return accepter({ ecrites: ecrites.length, retirees: retirees.length });
  });

/**
 * Confirme toutes les réparations proposées d’un dépôt, sans toucher aux lignes bloquées.
 * Refus : `depot-inconnu`, `depot-ferme`.
 */
export const confirmerTout = (base: Base, contexte: Contexte, id: string) =>
  changerDepot(base, contexte, id, ({ lecture, decisions }) =>
    accepter(
      confirmer(
        decisions,
        mesurerDepot(lecture, decisions).aConfirmer.map(({ numero }) => numero),
      ),
    ),
  );
