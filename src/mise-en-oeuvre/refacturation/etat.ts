import {
  abregerExplication,
  ecrireMontant,
  type NoeudExplique,
} from '../../moteurs/calcul/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { direCle, direFormule } from '../conventions/index.ts';
import type { PartDExercice, ResultatDExercice } from './calculer.ts';
import { anneeDesActes, type EntreesDExercice, type NatureDEtat } from './entrees.ts';
import { masquerLesAgents, restreindreAUnMembre } from './restreindre.ts';
import { actesRetenus } from './unites.ts';

/** Ce que garde l’état d’une commune : tout ce qu’il affiche, figé. Centimes écrits en chiffres. */
export interface ContenuDePart {
  readonly destinataire: { readonly siren: string; readonly nom: string };
  readonly emetteur: { readonly siren: string; readonly nom: string };
  readonly service: { readonly code: string; readonly nom: string };
  readonly convention: EntreesDExercice['convention'];
  readonly cle: string;
  readonly formule: string;
  readonly coutCentimes: string;
  readonly communesCentimes: string;
  readonly epciCentimes: string;
  readonly postes: readonly {
    readonly libelle: string;
    readonly centimes: string;
    readonly explication: NoeudExplique;
  }[];
  readonly explicationDuCout: NoeudExplique;
  readonly repartition: readonly {
    readonly siren: string;
    readonly nom: string;
    readonly cle: string;
    readonly unite: string;
    readonly centimes: string;
  }[];
  readonly termes: readonly { readonly libelle: string; readonly centimes: string }[];
  readonly dejaAppeles: readonly {
    readonly reference: string;
    readonly le: Jour;
    readonly centimes: string;
  }[];
  readonly sens: PartDExercice['sens'];
  readonly actes: EntreesDExercice['actes'];
  readonly anneeDesActes: number;
  readonly delaiContestationJours: number;
  readonly delaiPaiementJours: number;
  readonly explication: NoeudExplique;
  readonly explicationDeLAppel: NoeudExplique;
  readonly commentaire: string;
  readonly rectifie: string | null;
}

/** L’état d’une commune, tel qu’elle le lit. */
export interface EtatDeCommune {
  readonly id: string;
  readonly etatId: string;
  readonly collectivite: string;
  readonly annee: number;
  readonly numero: number;
  readonly nature: NatureDEtat;
  readonly emisLe: Jour;
  readonly service: string;
  readonly partCentimes: bigint;
  readonly appelCentimes: bigint;
  readonly contenu: ContenuDePart;
}

const centimes = (montant: { readonly centimes: bigint }): string => String(montant.centimes);

/** Ce qu’on fige pour une commune. Son explication ne détaille que ses propres actes, et aucun agent. */
export const composerPart = (
  entrees: EntreesDExercice,
  resultat: ResultatDExercice,
  part: PartDExercice,
  { commentaire = '', rectifie = null }: { commentaire?: string; rectifie?: string | null } = {},
): ContenuDePart => {
  const { cout, partDesCommunes, partDeLEpci, parts } = resultat;
  const renvoi = `de chaque commune, exercice ${entrees.annee}`;
  const lisible = (noeud: NoeudExplique): NoeudExplique =>
    abregerExplication(masquerLesAgents(restreindreAUnMembre(noeud, renvoi)));
  return {
    destinataire: { siren: part.siren, nom: part.nom },
    emetteur: entrees.epci,
    service: entrees.service,
    convention: entrees.convention,
    cle: direCle(entrees.regles.cle),
    formule: direFormule(entrees.regles.cle),
    coutCentimes: centimes(cout.net),
    communesCentimes: centimes(partDesCommunes),
    epciCentimes: centimes(partDeLEpci),
    postes: [
      ...cout.postes.map(({ libelle, montant }) => ({
        libelle,
        centimes: centimes(montant),
        explication: lisible(montant.explication),
      })),
      ...cout.recettes.map((recette) => ({
        libelle: `Recette déduite : ${recette.explication.libelle}`,
        centimes: String(-recette.centimes),
        explication: recette.explication,
      })),
    ],
    explicationDuCout: lisible(cout.net.explication),
    repartition: parts.map(({ siren, nom, cle, part: montant }) => ({
      siren,
      nom,
      cle: cle?.explication.valeur ?? '',
      unite: cle?.explication.unite ?? '',
      centimes: centimes(montant),
    })),
    termes: part.termes.map((terme) => ({
      libelle: terme.explication.libelle,
      centimes: centimes(terme),
    })),
    dejaAppeles: entrees.appeles
      .filter(({ siren }) => siren === part.siren)
      .map(({ reference, le, centimes: appele }) => ({ reference, le, centimes: appele })),
    sens: part.sens,
    actes: actesRetenus(entrees).filter(({ collectivite }) => collectivite === part.siren),
    anneeDesActes: anneeDesActes(entrees),
    delaiContestationJours: entrees.regles.delaiContestationJours,
    delaiPaiementJours: entrees.regles.delaiPaiementJours,
    explication: lisible(part.part.explication),
    explicationDeLAppel: lisible(part.appel.explication),
    commentaire,
    rectifie,
  };
};

/** Ce qu’un état émis garde pour le service : ses entrées, et l’explication de chaque total. */
export interface ContenuDEtat {
  readonly entrees: EntreesDExercice;
  readonly explication: NoeudExplique;
  readonly explicationDeLEpci: NoeudExplique;
  readonly rectifie: string | null;
  readonly commentaire: string;
}

export const composerEtat = (
  entrees: EntreesDExercice,
  { total, partDeLEpci }: ResultatDExercice,
  { commentaire = '', rectifie = null }: { commentaire?: string; rectifie?: string | null } = {},
): ContenuDEtat => ({
  entrees,
  explication: abregerExplication(total.explication),
  explicationDeLEpci: abregerExplication({
    ...partDeLEpci.explication,
    operandes: (partDeLEpci.explication.operandes ?? []).map((noeud, rang) =>
      rang === 0
        ? noeud
        : {
            libelle: noeud.libelle,
            valeur: noeud.valeur,
            unite: noeud.unite,
            source: { type: 'etat', id: `définissant les parts de ${entrees.annee}` },
          },
    ),
  }),
  rectifie,
  commentaire,
});

/** Ce qu’on compare pour prouver qu’un état recalculé est le même. */
export const signatureDe = (resultat: ResultatDExercice): string =>
  JSON.stringify([
    ecrireMontant(resultat.cout.net.centimes),
    ecrireMontant(resultat.partDeLEpci.centimes),
    ...resultat.parts.map(({ siren, part, appel }) => [
      siren,
      ecrireMontant(part.centimes),
      ecrireMontant(appel.centimes),
    ]),
  ]);
