import {
  developperServicesReunis,
  lireColonneRepartition,
  rangerAffectations,
} from './affectations.ts';
import type { AtelierDeFeuille, CelluleDeLigne } from './atelier.ts';
import { SANS_CONTEXTE } from './cellule-lue.ts';
import { type Cellule, estVide, type Rangee } from './classeur.ts';
import { trouverCollectivite } from './collectivite-de-ligne.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import {
  consigner,
  type EnregistrementDeLigne,
  type LignePhysique,
  ouvrirEnregistrement,
  type Place,
} from './ligne-physique.ts';
import { lireCellule } from './lire-cellule.ts';
import { lueDeCompteRendu } from './lue-de-compte-rendu.ts';
import { lirePartsParService } from './parts-par-service.ts';
import type { CollectiviteDuTerritoire, ColonneDeGrille, SchemaDeGrille } from './schema.ts';

const noterOrigine = (
  physique: LignePhysique,
  colonne: ColonneDuFichier,
  cellule: Cellule,
  origine: 'fusion' | 'recopie' | 'recopie-supposee',
  propre: Cellule | null,
): void => {
  const texte = cellule.texte.trim();
  if (origine === 'fusion')
    consigner(physique, colonne, null, {
      action: 'reparer',
      regle: 'cellule-fusionnee',
      valeur: texte,
      message: `Cellule fusionnée : « ${texte} » vaut pour cette ligne.`,
    });
  else
    consigner(physique, colonne, propre, {
      action: origine === 'recopie' ? 'reparer' : 'reparer_et_signaler',
      regle: 'valeur-recopiee',
      valeur: texte,
      message: `« ${texte} » recopié de la ligne du dessus${origine === 'recopie' ? '.' : ' : à confirmer.'}`,
    });
};

const rassembler = (
  physique: LignePhysique,
  atelier: AtelierDeFeuille,
  celluleDe: CelluleDeLigne,
): Map<string, Place> => {
  const places = new Map<string, Place>();
  for (const [champ, colonne] of atelier.plan.parChamp) {
    const { cellule, origine, propre = null } = celluleDe(colonne);
    places.set(champ, { colonne, cellule });
    if (origine !== 'propre' && cellule) noterOrigine(physique, colonne, cellule, origine, propre);
  }
  return places;
};

interface Brouillon {
  readonly valeurs: Record<string, string>;
  readonly illisibles: Set<string>;
}

const MILLIERS = /\(\s*(?:en\s+)?(?:k\s*€|keur|milliers? d['’]euros?)\s*\)/i;

/** « Informatique (k€) » dans une cellule de texte : les montants de cette ligne sont en milliers d’euros. */
const estEnMilliers = (places: ReadonlyMap<string, Place>, atelier: AtelierDeFeuille): boolean =>
  [...places].some(
    ([champ, place]) =>
      atelier.parNom.get(champ)?.nature !== 'montant' &&
      place.cellule?.type === 'texte' &&
      MILLIERS.test(place.cellule.texte),
  );

const lireChamp = (
  physique: LignePhysique,
  champ: ColonneDeGrille,
  place: Place,
  atelier: AtelierDeFeuille,
  brouillon: Brouillon,
  enMilliers = false,
): void => {
  const deColonne = atelier.plan.contextes.get(place.colonne.intitule.rang) ?? SANS_CONTEXTE;
  const contexte =
    enMilliers && champ.nature === 'montant' ? { ...deColonne, facteur: 1000 } : deColonne;
  const resultat = lireCellule(place.cellule, champ, contexte, atelier.moyens);
  brouillon.valeurs[champ.nom] = resultat.valeur;
  for (const [autre, valeur] of Object.entries(resultat.aussi ?? {}))
    if ((brouillon.valeurs[autre] ?? '') === '' && !atelier.plan.parChamp.has(autre))
      brouillon.valeurs[autre] = valeur;
  for (const note of resultat.notes) {
    if (note.action === 'bloquer_ligne') brouillon.illisibles.add(champ.nom);
    consigner(physique, place.colonne, place.cellule, {
      ...note,
      valeur: note.valeur === undefined ? resultat.valeur : note.valeur,
    });
  }
};

const lireComposee = (
  physique: LignePhysique,
  colonne: ColonneDuFichier,
  cellule: Cellule | null,
  brouillon: Brouillon,
): void => {
  if (colonne.emploi.sorte !== 'composee' || !cellule || estVide(cellule)) return;
  const { composee } = colonne.emploi;
  const morceaux = composee.decouper(cellule.texte);
  if (!morceaux) {
    consigner(physique, colonne, cellule, {
      action: 'bloquer_ligne',
      regle: 'code-mal-forme',
      valeur: null,
      message: `« ${cellule.texte.trim()} » ne se découpe pas en ${composee.champs.join(' et ')}.`,
    });
    return;
  }
  for (const [i, champ] of composee.champs.entries()) brouillon.valeurs[champ] = morceaux[i] ?? '';
  consigner(physique, colonne, cellule, {
    action: 'reparer',
    regle: 'colonne-combinee',
    valeur: morceaux.join(' et '),
    message: composee.message,
  });
};

const lireCollectivite = (
  physique: LignePhysique,
  places: ReadonlyMap<string, Place>,
  atelier: AtelierDeFeuille,
  parDefaut: CollectiviteDuTerritoire | null,
  brouillon: Brouillon,
): void => {
  const cible = atelier.schema.collectivite;
  const surAxe = atelier.plan.colonnes.some(
    ({ emploi }) => emploi.sorte === 'axe' && Object.hasOwn(emploi.valeurs, cible?.siren ?? ''),
  );
  if (!cible || surAxe || Object.hasOwn(atelier.communes, cible.siren)) return;
  const trouvee = trouverCollectivite(
    physique,
    { siren: places.get(cible.siren), nom: cible.nom === null ? undefined : places.get(cible.nom) },
    atelier.moyens,
    parDefaut,
  );
  brouillon.valeurs[cible.siren] = trouvee?.siren ?? '';
  if (cible.nom !== null) brouillon.valeurs[cible.nom] = trouvee?.nom ?? '';
  if (!trouvee) for (const champ of [cible.siren, cible.nom ?? '']) brouillon.illisibles.add(champ);
};

const lireReunies = (
  physique: LignePhysique,
  places: ReadonlyMap<string, Place>,
  atelier: AtelierDeFeuille,
  celluleDe: CelluleDeLigne,
  brouillon: Brouillon,
): void => {
  for (const colonne of atelier.plan.colonnes) {
    const { cellule } = celluleDe(colonne);
    if (colonne.emploi.sorte === 'composee') lireComposee(physique, colonne, cellule, brouillon);
    if (colonne.emploi.sorte === 'repartition')
      lireColonneRepartition(
        physique,
        { colonne, cellule },
        atelier.schema,
        atelier.moyens,
        brouillon.valeurs,
      );
  }
  if (atelier.schema.affectations.length === 0) return;
  lirePartsParService(
    physique,
    atelier.plan.colonnes,
    celluleDe,
    atelier.schema,
    atelier.moyens,
    brouillon.valeurs,
  );
  const reunis = developperServicesReunis(physique, atelier.schema, atelier.moyens, places);
  for (const [champ, affectations] of reunis)
    brouillon.valeurs[champ] = affectations[0]?.service ?? '';
  for (const [champ, place] of places) {
    const colonne = atelier.parNom.get(champ);
    const dejaLu = estVide(place.cellule) && (brouillon.valeurs[champ] ?? '') !== '';
    if (colonne && !dejaLu && !reunis.has(champ) && estDAffectation(champ, atelier.schema))
      lireChamp(physique, colonne, place, atelier, brouillon);
  }
  rangerAffectations(physique, atelier.schema, reunis, brouillon.valeurs, places);
};

const estDAffectation = (champ: string, schema: SchemaDeGrille): boolean =>
  schema.affectations.length > 0 &&
  (champ === 'service' || schema.affectations.some((paire) => paire.includes(champ)));

/** Ouvre la ligne physique : ce qu’on rendra d’elle si elle est bloquée. */
export const ouvrirLigne = (
  rangee: Rangee,
  atelier: AtelierDeFeuille,
  celluleDe: CelluleDeLigne,
): LignePhysique => ({
  feuille: atelier.plan.feuille.nom,
  numero: rangee.numero,
  lues: atelier.plan.colonnes.map((colonne) =>
    lueDeCompteRendu(celluleDe(colonne).cellule, colonne, atelier.parNom),
  ),
  anomalies: [],
  enregistrements: [],
  estBloquee: false,
  estDoublon: false,
});

/** Lit les champs d’une ligne (hors cellules d’un tableau croisé). */
export const lireBase = (
  physique: LignePhysique,
  atelier: AtelierDeFeuille,
  celluleDe: CelluleDeLigne,
  parDefaut: CollectiviteDuTerritoire | null,
): EnregistrementDeLigne => {
  const places = rassembler(physique, atelier, celluleDe);
  const brouillon: Brouillon = { valeurs: { ...atelier.communes }, illisibles: new Set() };
  lireCollectivite(physique, places, atelier, parDefaut, brouillon);
  const enMilliers = estEnMilliers(places, atelier);
  for (const [champ, place] of places) {
    const colonne = atelier.parNom.get(champ);
    if (
      !colonne ||
      colonne.nature === 'siren' ||
      colonne.nature === 'collectivite' ||
      estDAffectation(champ, atelier.schema)
    )
      continue;
    lireChamp(physique, colonne, place, atelier, brouillon, enMilliers);
  }
  lireReunies(physique, places, atelier, celluleDe, brouillon);
  return ouvrirEnregistrement(
    physique,
    atelier.champs,
    brouillon.valeurs,
    places,
    brouillon.illisibles,
  );
};
