import type { Jour } from '../calendrier/index.ts';
import type { Anomalie, ColonneLue, LectureDeGrille } from './anomalie.ts';
import type { MoyensDeLecture } from './cellule-lue.ts';
import { type Classeur, estVide, type Feuille } from './classeur.ts';
import { dresserAnnuaire } from './collectivites.ts';
import type { ColonneDuFichier, Emploi } from './colonnes.ts';
import { champsPresents, constater, constatsDEnTete, constatsDeColonnes, constatsDeFichier } from './constats.ts';
import { lireContexte } from './contexte-de-fichier.ts';
import { controlerCalculees, controlerContraintes } from './contraintes.ts';
import { traiterDoublons } from './doublons.ts';
import type { LignePhysique } from './ligne-physique.ts';
import { lireFeuille } from './lire-feuille.ts';
import { preparerModele } from './modele-de-colonnes.ts';
import { dresserPlan, type PlanDeFeuille } from './plan-de-feuille.ts';
import { indexer } from './rapprochement.ts';
import { recapituler } from './recapitulatif.ts';
import type { Reference, SchemaDeGrille, Territoire } from './schema.ts';
import { controlerTotaux } from './totaux.ts';

export interface DemandeDeLecture {
  readonly schema: SchemaDeGrille;
  readonly territoire: Territoire;
  readonly classeur: Classeur;
  readonly nomFichier: string;
  readonly aujourdhui: Jour;
  /** SIREN de la collectivité choisie au dépôt, si le fichier n’en dit rien. */
  readonly collectivite?: string | null;
  readonly reference?: Reference;
}

/** Un fichier refusé : une anomalie, un code, un message qui dit quoi faire. */
export const refuserFichier = (
  grille: string,
  fichier: string,
  refus: { readonly code: string; readonly message: string; readonly regle?: 'fichier-vide' | 'fichier-illisible' | 'en-tete-introuvable'; readonly ligne?: number },
  format: LectureDeGrille['format'] = { type: 'inconnu', encodage: null, separateur: null, feuilles: [] },
): LectureDeGrille => ({
  grille,
  fichier,
  format,
  colonnes: [],
  lignes: [],
  anomalies: [{ feuille: null, ligne: refus.ligne ?? 0, colonne: '(fichier)', cellule: null, action: 'bloquer_fichier', lue: '', valeur: null, regle: refus.regle ?? 'fichier-illisible', message: refus.message }],
  bloquees: [],
  bilan: { lignesLues: 0, lignesImportees: 0, lignesBloquees: 0, lignesIgnorees: 0, fichierRefuse: true },
  erreurs: [{ code: refus.code, message: refus.message }],
});

const canonique = (emploi: Emploi, schema: SchemaDeGrille, presents: ReadonlySet<string>): ColonneLue['canonique'] => {
  switch (emploi.sorte) {
    case 'champ': {
      const cible = schema.collectivite;
      if (cible && cible.nom !== null && emploi.champ === cible.nom && !presents.has(cible.siren)) return [cible.siren, cible.nom];
      if (cible && cible.nom !== null && emploi.champ === cible.siren && !presents.has(cible.nom)) return [cible.siren, cible.nom];
      return emploi.champ;
    }
    case 'repartition':
      return schema.affectations.flat();
    case 'composee':
      return emploi.composee.champs;
    case 'axe':
      return schema.colonnes.map((c) => c.nom).filter((nom) => nom in emploi.valeurs || nom === schema.croisement?.valeur);
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

interface Travail {
  readonly lignes: readonly LignePhysique[];
  readonly anomalies: readonly Anomalie[];
  readonly ignorees: number;
}

const lirePlan = (plan: PlanDeFeuille, demande: DemandeDeLecture, moyens: MoyensDeLecture): Travail => {
  const { schema } = demande;
  const depot = demande.collectivite ? (moyens.annuaire.parSiren(demande.collectivite) ?? null) : null;
  const contexte = lireContexte(plan, schema, moyens, demande.nomFichier, depot);
  const communes = Object.assign({}, ...contexte.map((v) => v.champs)) as Record<string, string>;
  const parNom = new Map(schema.colonnes.map((c) => [c.nom, c]));
  const { lignes, anomalies, ignorees } = lireFeuille({ plan, schema, parNom, moyens, communes });
  const enTete = constatsDEnTete(plan);
  const presents = champsPresents(plan, schema, contexte);
  for (const { nom } of schema.colonnes) if (lignes.some((l) => l.enregistrements.some((e) => e.lire(nom) !== ''))) presents.add(nom);
  for (const ligne of lignes)
    for (const e of ligne.enregistrements) {
      schema.completer(e);
      controlerContraintes(e, schema, presents);
    }
  controlerTotaux(plan, lignes, schema);
  const absentes = schema.colonnes.some((c) => c.obligatoire && !presents.has(c.nom) && !(c.nom in schema.calculees));
  if (absentes) for (const ligne of lignes) ligne.estBloquee = true;
  return {
    lignes,
    anomalies: [...enTete.anomalies, ...constatsDeColonnes(plan, schema, contexte, presents, lignes[0]?.numero ?? null), ...anomalies],
    ignorees: ignorees + enTete.ignorees,
  };
};

const remplie = (feuille: Feuille): boolean => feuille.rangees.some((r) => r.cellules.some((c) => !estVide(c)));

const autresFeuilles = (classeur: Classeur, plans: readonly PlanDeFeuille[]): Anomalie[] => {
  const lues = new Set(plans.map((p) => p.feuille));
  return classeur.feuilles
    .filter((f) => !lues.has(f) && remplie(f))
    .map((f) =>
      f.masquee
        ? constater({ feuille: f.nom, ligne: 1, colonne: '(feuille)', action: 'signaler', regle: 'feuille-masquee', message: `Feuille masquée « ${f.nom} » non lue.` })
        : constater({ feuille: f.nom, ligne: 1, colonne: '(feuille)', action: 'ignorer', regle: 'feuille-sans-donnees', message: `La feuille « ${f.nom} » n’est pas une grille : ignorée.` }),
    );
};

const trier = (anomalies: readonly Anomalie[], feuilles: readonly string[]): Anomalie[] => {
  const rang = new Map(feuilles.map((nom, i) => [nom, i]));
  return anomalies
    .map((a, i) => ({ a, i }))
    .sort((x, y) => (rang.get(x.a.feuille ?? '') ?? -1) - (rang.get(y.a.feuille ?? '') ?? -1) || x.a.ligne - y.a.ligne || x.i - y.i)
    .map(({ a }) => a);
};

const assembler = (demande: DemandeDeLecture, plans: readonly PlanDeFeuille[], travaux: readonly Travail[], generales: readonly Anomalie[]): LectureDeGrille => {
  const { schema, classeur } = demande;
  const plusieurs = plans.length > 1;
  const nommer = (feuille: string | null): string | null => (plusieurs ? feuille : null);
  const gardees = travaux.flatMap((t) => t.lignes).filter((ligne) => !ligne.estDoublon);
  const lignes = gardees
    .filter((ligne) => !ligne.estBloquee)
    .flatMap((ligne) =>
      ligne.enregistrements.map((e) => ({ ligne: ligne.numero, feuille: nommer(ligne.feuille), valeurs: Object.fromEntries(schema.colonnes.map((c) => [c.nom, e.lire(c.nom)])) })),
    );
  const bloquees = gardees.filter((ligne) => ligne.estBloquee);
  const deLignes = travaux.flatMap((t) => t.lignes).flatMap((ligne) => ligne.anomalies);
  const recaps = recapituler(deLignes, plans);
  const nomsDeDonnees = plans.map((p) => p.feuille.nom);
  const anomalies = trier([...generales, ...travaux.flatMap((t) => t.anomalies), ...recaps, ...deLignes], nomsDeDonnees);
  return {
    grille: schema.nom,
    fichier: demande.nomFichier,
    format: { type: classeur.type, encodage: classeur.encodage, separateur: classeur.separateur, feuilles: classeur.encodage === null ? nomsDeDonnees : [] },
    colonnes: decrireColonnes(plans, schema),
    lignes,
    anomalies: anomalies.map((a) => ({ ...a, feuille: a.feuille === '' ? null : estAutre(a, classeur, nomsDeDonnees) ? a.feuille : nommer(a.feuille) })),
    bloquees: bloquees.map((ligne) => ({ ligne: ligne.numero, feuille: nommer(ligne.feuille), lues: ligne.lues })),
    bilan: {
      lignesLues: gardees.length - gardees.filter((l) => l.estSansObjet).length,
      lignesImportees: lignes.length,
      lignesBloquees: bloquees.length,
      lignesIgnorees: travaux.reduce((total, t) => total + t.ignorees, 0) + gardees.filter((l) => l.estSansObjet).length,
      fichierRefuse: false,
    },
  };
};

const estAutre = (a: Anomalie, classeur: Classeur, deDonnees: readonly string[]): boolean => a.feuille !== null && classeur.feuilles.length > 1 && !deDonnees.includes(a.feuille);

const intitulesAttendus = (schema: SchemaDeGrille): string => schema.colonnes.filter((c) => c.obligatoire).slice(0, 8).map((c) => c.titre).join(', ');

/**
 * Lit un classeur avec le schéma d’une grille : en-tête, colonnes, réparations, contrôles, doublons, bilan.
 * Ne lève jamais d’exception pour un fichier mal rempli : tout écart est une anomalie.
 */
export const lireClasseur = (demande: DemandeDeLecture): LectureDeGrille => {
  const { schema, classeur } = demande;
  const format = { type: classeur.type, encodage: classeur.encodage, separateur: classeur.separateur, feuilles: classeur.encodage === null ? classeur.feuilles.map((f) => f.nom) : [] };
  if (!classeur.feuilles.some(remplie))
    return refuserFichier(schema.nom, demande.nomFichier, { code: 'fichier-vide', message: 'Le fichier est vide : remplissez le modèle puis déposez-le de nouveau.', regle: 'fichier-vide' }, format);
  const moyens: MoyensDeLecture = {
    annuaire: dresserAnnuaire(demande.territoire),
    index: Object.fromEntries(Object.entries(schema.nomenclatures).map(([nom, nomenclature]) => [nom, indexer(nomenclature)])),
    aujourdhui: demande.aujourdhui,
    decalageDeSerie: classeur.base1904 ? 1462 : 0,
    separateur: classeur.separateur,
  };
  const modele = preparerModele(schema, moyens);
  const visibles = classeur.feuilles.filter((f) => !f.masquee);
  const plans = visibles.flatMap((feuille) => dresserPlan(feuille, modele, moyens) ?? []);
  const [premier] = plans;
  if (!premier)
    return refuserFichier(schema.nom, demande.nomFichier, { code: 'en-tete-introuvable', message: `Aucune rangée ne porte les intitulés de la grille « ${schema.titre} » (attendus : ${intitulesAttendus(schema)}…). Partez du modèle.`, regle: 'en-tete-introuvable', ligne: 1 }, format);
  const travaux = plans.map((plan) => lirePlan(plan, demande, moyens));
  const lignes = travaux.flatMap((t) => t.lignes);
  traiterDoublons(lignes, schema);
  const valides = lignes.filter((l) => !l.estDoublon && !l.estBloquee).flatMap((l) => l.enregistrements);
  const nonFaits = schema.controlerEnsemble(valides, demande.reference ?? {});
  for (const e of valides) controlerCalculees(e, schema);
  const generales: Anomalie[] = [
    ...constatsDeFichier(classeur, 1, ''),
    ...(plans.length > 1 ? [constater({ feuille: '', ligne: 1, colonne: '(classeur)', action: 'reparer', regle: 'plusieurs-feuilles', lue: `${plans.length} feuilles`, message: `Lignes de ${plans.length} feuilles réunies : ${plans.map((p) => p.feuille.nom).join(', ')}.` })] : []),
    ...autresFeuilles(classeur, plans),
    ...(lignes.length === 0 ? [constater({ feuille: '', ligne: premier.enTete.numero, colonne: '(fichier)', action: 'signaler', regle: 'grille-non-remplie', message: 'Le modèle n’a pas été rempli : aucune ligne de données.' })] : nonFaits.map((c) => constater({ feuille: '', ligne: premier.enTete.numero, colonne: c.champ, action: 'signaler', regle: 'controle-non-fait', message: c.message }))),
  ];
  return assembler(demande, plans, travaux, generales);
};
