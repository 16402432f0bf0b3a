import type { Anomalie, LectureDeGrille } from './anomalie.ts';
import type { MoyensDeLecture } from './cellule-lue.ts';
import { champsPresents } from './champs-presents.ts';
import { dresserAnnuaire } from './collectivites.ts';
import { assembler, refuserFichier, type Travail } from './compte-rendu.ts';
import { constater, constatsDEnTete, constatsDeFichier } from './constats.ts';
import { constatsDeColonnes } from './constats-de-colonnes.ts';
import { lireContexte } from './contexte-de-fichier.ts';
import { controlerCalculees, controlerContraintes } from './contraintes.ts';
import type { DemandeDeLecture } from './demande.ts';
import { traiterDoublons } from './doublons.ts';
import { autresFeuilles, garderDonnees, remplie } from './feuilles.ts';
import { lireFeuille } from './lire-feuille.ts';
import { preparerModele } from './modele-de-colonnes.ts';
import { dresserPlan, type PlanDeFeuille } from './plan-de-feuille.ts';
import { indexer } from './rapprochement.ts';
import type { SchemaDeGrille } from './schema.ts';
import { controlerTotaux } from './totaux.ts';

const lirePlan = (
  plan: PlanDeFeuille,
  demande: DemandeDeLecture,
  moyens: MoyensDeLecture,
): Travail => {
  const { schema } = demande;
  const depot = demande.collectivite
    ? (moyens.annuaire.parSiren(demande.collectivite) ?? null)
    : null;
  const contexte = lireContexte(plan, schema, moyens, demande.nomFichier, depot);
  const communes = Object.assign({}, ...contexte.map((v) => v.champs)) as Record<string, string>;
  const parNom = new Map(schema.colonnes.map((c) => [c.nom, c]));
  const champs = new Set([...plan.parChamp.keys(), ...Object.keys(communes)]);
  const { lignes, anomalies, ignorees } = lireFeuille({
    plan,
    schema,
    parNom,
    moyens,
    communes,
    champs,
  });
  const enTete = constatsDEnTete(plan);
  const presents = champsPresents(plan, schema, contexte);
  for (const { nom } of schema.colonnes)
    if (lignes.some((l) => l.enregistrements.some((e) => e.lire(nom) !== ''))) presents.add(nom);
  for (const ligne of lignes)
    for (const e of ligne.enregistrements) {
      schema.completer(e);
      controlerContraintes(e, schema, presents);
    }
  controlerTotaux(plan, lignes, schema);
  const absentes = schema.colonnes.some(
    (c) => c.obligatoire && !presents.has(c.nom) && !(c.nom in schema.calculees),
  );
  if (absentes) for (const ligne of lignes) ligne.estBloquee = true;
  return {
    lignes,
    anomalies: [
      ...enTete.anomalies,
      ...constatsDeColonnes(plan, schema, contexte, presents, lignes[0]?.numero ?? null),
      ...anomalies,
    ],
    ignorees: ignorees + enTete.ignorees,
  };
};
const intitulesAttendus = (schema: SchemaDeGrille): string =>
  schema.colonnes
    .filter((c) => c.obligatoire)
    .slice(0, 8)
    .map((c) => c.titre)
    .join(', ');

/**
 * Lit un classeur avec le schéma d’une grille : en-tête, colonnes, réparations, contrôles, doublons, bilan.
 * Ne lève jamais d’exception pour un fichier mal rempli : tout écart est une anomalie.
 */
export const lireClasseur = (demande: DemandeDeLecture): LectureDeGrille => {
  const { schema, classeur } = demande;
  const format = {
    type: classeur.type,
    encodage: classeur.encodage,
    separateur: classeur.separateur,
    feuilles: classeur.encodage === null ? classeur.feuilles.map((f) => f.nom) : [],
  };
  if (!classeur.feuilles.some(remplie))
    return refuserFichier(
      schema.nom,
      demande.nomFichier,
      {
        code: 'fichier-vide',
        message: 'Le fichier est vide : remplissez le modèle puis déposez-le de nouveau.',
        regle: 'fichier-vide',
      },
      format,
    );
  const moyens: MoyensDeLecture = {
    annuaire: dresserAnnuaire(demande.territoire),
    index: Object.fromEntries(
      Object.entries(schema.nomenclatures).map(([nom, nomenclature]) => [
        nom,
        indexer(nomenclature),
      ]),
    ),
    aujourdhui: demande.aujourdhui,
    decalageDeSerie: classeur.base1904 ? 1462 : 0,
    separateur: classeur.separateur,
  };
  const modele = preparerModele(schema, moyens);
  const visibles = classeur.feuilles.filter((f) => !f.masquee);
  const plans = garderDonnees(
    visibles.flatMap((feuille) => dresserPlan(feuille, modele, moyens) ?? []),
    schema,
  );
  const [premier] = plans;
  if (!premier)
    return refuserFichier(
      schema.nom,
      demande.nomFichier,
      {
        code: 'en-tete-introuvable',
        message: `Aucune rangée ne porte les intitulés de la grille « ${schema.titre} » (attendus : ${intitulesAttendus(schema)}…). Partez du modèle.`,
        regle: 'en-tete-introuvable',
        ligne: 1,
      },
      format,
    );
  const travaux = plans.map((plan) => lirePlan(plan, demande, moyens));
  const lignes = travaux.flatMap((t) => t.lignes);
  traiterDoublons(lignes, schema);
  const valides = lignes
    .filter((l) => !l.estDoublon && !l.estBloquee)
    .flatMap((l) => l.enregistrements);
  const nonFaits = schema.controlerEnsemble(valides, demande.reference ?? {});
  for (const e of valides) controlerCalculees(e, schema);
  const generales: Anomalie[] = [
    ...constatsDeFichier(classeur, 1, ''),
    ...(plans.length > 1
      ? [
          constater({
            feuille: '',
            ligne: 1,
            colonne: '(classeur)',
            action: 'reparer',
            regle: 'plusieurs-feuilles',
            lue: `${plans.length} feuilles`,
            message: `Lignes de ${plans.length} feuilles réunies : ${plans.map((p) => p.feuille.nom).join(', ')}.`,
          }),
        ]
      : []),
    ...autresFeuilles(classeur, plans),
    ...(lignes.length === 0
      ? [
          constater({
            feuille: '',
            ligne: premier.enTete.numero,
            colonne: '(fichier)',
            action: 'signaler',
            regle: 'grille-non-remplie',
            message: 'Le modèle n’a pas été rempli : aucune ligne de données.',
          }),
        ]
      : nonFaits.map((c) =>
          constater({
            feuille: '',
            ligne: premier.enTete.numero,
            colonne: c.champ,
            action: 'signaler',
            regle: 'controle-non-fait',
            message: c.message,
          }),
        )),
  ];
  return assembler(demande, plans, travaux, generales);
};
