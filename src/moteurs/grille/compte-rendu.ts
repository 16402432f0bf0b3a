import type { Anomalie, ColonneLue, LectureDeGrille } from './anomalie.ts';
import type { Classeur } from './classeur.ts';
import type { ColonneDuFichier, Emploi } from './colonnes.ts';
import type { DemandeDeLecture } from './demande.ts';
import type { LignePhysique } from './ligne-physique.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import { recapituler } from './recapitulatif.ts';
import type { SchemaDeGrille } from './schema.ts';

/** Un fichier refusé : une anomalie, un code, un message qui dit quoi faire. */
export const refuserFichier = (
  grille: string,
  fichier: string,
  refus: {
    readonly code: string;
    readonly message: string;
    readonly regle?: 'fichier-vide' | 'fichier-illisible' | 'en-tete-introuvable';
    readonly ligne?: number;
  },
  format: LectureDeGrille['format'] = {
    type: 'inconnu',
    encodage: null,
    separateur: null,
    feuilles: [],
  },
): LectureDeGrille => ({
  grille,
  fichier,
  format,
  colonnes: [],
  lignes: [],
  anomalies: [
    {
      feuille: null,
      ligne: refus.ligne ?? 0,
      colonne: '(fichier)',
      cellule: null,
      action: 'bloquer_fichier',
      lue: '',
      valeur: null,
      regle: refus.regle ?? 'fichier-illisible',
      message: refus.message,
    },
  ],
  bloquees: [],
  bilan: {
    lignesLues: 0,
    lignesImportees: 0,
    lignesBloquees: 0,
    lignesIgnorees: 0,
    fichierRefuse: true,
  },
  erreurs: [{ code: refus.code, message: refus.message }],
});
const canonique = (
  emploi: Emploi,
  schema: SchemaDeGrille,
  presents: ReadonlySet<string>,
): ColonneLue['canonique'] => {
  switch (emploi.sorte) {
    case 'champ': {
      const cible = schema.collectivite;
      if (cible && cible.nom !== null && emploi.champ === cible.nom && !presents.has(cible.siren))
        return [cible.siren, cible.nom];
      if (cible && cible.nom !== null && emploi.champ === cible.siren && !presents.has(cible.nom))
        return [cible.siren, cible.nom];
      return emploi.champ;
    }
    case 'part':
    case 'repartition':
      return schema.affectations.flat();
    case 'composee':
      return emploi.composee.champs;
    case 'axe':
      return schema.colonnes
        .map((c) => c.nom)
        .filter((nom) => nom in emploi.valeurs || nom === schema.croisement?.valeur);
    default:
      return null;
  }
};

const decrireColonnes = (plans: readonly PlanDeFeuille[], schema: SchemaDeGrille): ColonneLue[] =>
  plans.flatMap((plan) => {
    const presents = new Set(plan.parChamp.keys());
    return plan.colonnes.map((colonne: ColonneDuFichier) => ({
      lue: colonne.intitule.texte,
      canonique: canonique(colonne.emploi, schema, presents),
      ...(plans.length > 1 ? { feuille: plan.feuille.nom } : {}),
    }));
  });
/** Ce qu’a donné la lecture d’une feuille. */
export interface Travail {
  readonly lignes: readonly LignePhysique[];
  readonly anomalies: readonly Anomalie[];
  readonly ignorees: number;
}
const trier = (anomalies: readonly Anomalie[], feuilles: readonly string[]): Anomalie[] => {
  const rang = new Map(feuilles.map((nom, i) => [nom, i]));
  return anomalies
    .map((a, i) => ({ a, i }))
    .sort(
      (x, y) =>
        (rang.get(x.a.feuille ?? '') ?? -1) - (rang.get(y.a.feuille ?? '') ?? -1) ||
        x.a.ligne - y.a.ligne ||
        x.i - y.i,
    )
    .map(({ a }) => a);
};

/** Compose le résultat d’une lecture dans sa forme stable. */
export const assembler = (
  demande: DemandeDeLecture,
  plans: readonly PlanDeFeuille[],
  travaux: readonly Travail[],
  generales: readonly Anomalie[],
): LectureDeGrille => {
  const { schema, classeur } = demande;
  const plusieurs = plans.length > 1;
  const nommer = (feuille: string | null): string | null => (plusieurs ? feuille : null);
  const gardees = travaux.flatMap((t) => t.lignes).filter((ligne) => !ligne.estDoublon);
  const lignes = gardees
    .filter((ligne) => !ligne.estBloquee)
    .flatMap((ligne) =>
      ligne.enregistrements.map((e) => ({
        ligne: ligne.numero,
        feuille: nommer(ligne.feuille),
        valeurs: Object.fromEntries(schema.colonnes.map((c) => [c.nom, e.lire(c.nom)])),
      })),
    );
  const bloquees = gardees.filter((ligne) => ligne.estBloquee);
  const deLignes = travaux.flatMap((t) => t.lignes).flatMap((ligne) => ligne.anomalies);
  const recaps = recapituler(deLignes, plans);
  const nomsDeDonnees = plans.map((p) => p.feuille.nom);
  const anomalies = trier(
    [...generales, ...travaux.flatMap((t) => t.anomalies), ...recaps, ...deLignes],
    nomsDeDonnees,
  );
  return {
    grille: schema.nom,
    fichier: demande.nomFichier,
    format: {
      type: classeur.type,
      encodage: classeur.encodage,
      separateur: classeur.separateur,
      feuilles: classeur.encodage === null ? nomsDeDonnees : [],
    },
    colonnes: decrireColonnes(plans, schema),
    lignes,
    anomalies: anomalies.map((a) => ({
      ...a,
      feuille:
        a.feuille === ''
          ? null
          : estAutre(a, classeur, nomsDeDonnees)
            ? a.feuille
            : nommer(a.feuille),
    })),
    bloquees: bloquees.map((ligne) => ({
      ligne: ligne.numero,
      feuille: nommer(ligne.feuille),
      lues: ligne.lues,
    })),
    bilan: {
      lignesLues: gardees.length,
      lignesImportees: lignes.length,
      lignesBloquees: bloquees.length,
      lignesIgnorees: travaux.reduce((total, t) => total + t.ignorees, 0),
      fichierRefuse: false,
    },
  };
};

const estAutre = (a: Anomalie, classeur: Classeur, deDonnees: readonly string[]): boolean =>
  a.feuille !== null && classeur.feuilles.length > 1 && !deDonnees.includes(a.feuille);
