import type { Action, Anomalie } from './anomalie.ts';
import { type Classeur, estVide, lettreDeColonne, texteDe } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import type { ValeurDeContexte } from './contexte-de-fichier.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import { anomalieDeRangee } from './lire-feuille.ts';
import { fusionsDeRangee } from './classeur.ts';
import type { CodeDeRegle } from './regles.ts';
import type { SchemaDeGrille } from './schema.ts';
import { resserrer } from './texte.ts';

interface Constat {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: string;
  readonly action: Action;
  readonly regle: CodeDeRegle;
  readonly message: string;
  readonly lue?: string;
  readonly valeur?: string | null;
}

/** Une anomalie qui porte sur une colonne, une rangée ou le fichier : pas de cellule. */
export const constater = (c: Constat): Anomalie => ({ feuille: c.feuille, ligne: c.ligne, colonne: c.colonne, cellule: null, action: c.action, lue: c.lue ?? '', valeur: c.valeur ?? null, regle: c.regle, message: c.message });

const NOMS_DE_SEPARATEUR: Readonly<Record<string, string>> = { ';': 'point-virgule', '\t': 'tabulation', '|': 'barre verticale', ',': 'virgule' };

/** Encodage, séparateur, extension : ce que le fichier a demandé pour être lu. */
export const constatsDeFichier = (classeur: Classeur, ligne: number, feuille: string): Anomalie[] => {
  const constats: Anomalie[] = [];
  const ajouter = (action: Action, regle: CodeDeRegle, lue: string, message: string): void => {
    constats.push(constater({ feuille, ligne, colonne: '(fichier)', action, regle, lue, valeur: lue, message }));
  };
  if (classeur.encodage !== null && classeur.encodage !== 'utf-8') ajouter('reparer', 'encodage', classeur.encodage, `Encodage détecté : ${classeur.encodage}.`);
  else if (classeur.marqueOrdre) ajouter('reparer', 'encodage', 'utf-8', 'Marque d’ordre des octets (BOM) retirée.');
  if (classeur.separateur !== null && classeur.separateur !== ',') ajouter('reparer', 'separateur', classeur.separateur, `Séparateur détecté : ${NOMS_DE_SEPARATEUR[classeur.separateur] ?? classeur.separateur}.`);
  if (classeur.extensionTrompeuse)
    ajouter('reparer_et_signaler', 'extension-trompeuse', classeur.type, classeur.type === 'html' ? 'Ce fichier est une page HTML : le tableau a été lu. Préférez un enregistrement au format XLSX ou ODS.' : `Le contenu est au format ${classeur.type.toUpperCase()}, malgré l’extension : il a été lu comme tel.`);
  return constats;
};

const etendueDeGroupe = (plan: PlanDeFeuille, rang: number): string => {
  const rangee = plan.feuille.rangees[rang];
  if (!rangee) return 'A';
  const fusions = fusionsDeRangee(plan.feuille, rangee.numero).filter((f) => f.derniereColonne > f.premiereColonne && f.premiereRangee === rangee.numero);
  const pleines = rangee.cellules.flatMap((c, i) => (estVide(c) ? [] : [i]));
  const debuts = fusions.length > 0 ? fusions.map((f) => f.premiereColonne) : pleines;
  const fins = fusions.length > 0 ? fusions.map((f) => f.derniereColonne) : pleines;
  return `${lettreDeColonne(Math.min(...debuts))}:${lettreDeColonne(Math.max(...fins))}`;
};

/** Titres et consignes au-dessus de l’en-tête, rangées de groupe. */
export const constatsDEnTete = (plan: PlanDeFeuille): { readonly anomalies: Anomalie[]; readonly ignorees: number } => {
  const { feuille, enTete } = plan;
  const anomalies: Anomalie[] = [];
  let ignorees = 0;
  for (const [rang, rangee] of feuille.rangees.slice(0, enTete.rang).entries()) {
    if (enTete.groupes.includes(rang)) {
      const lue = rangee.cellules.map(texteDe).map(resserrer).filter((t) => t !== '').join(' | ');
      const colonne = etendueDeGroupe(plan, rang);
      anomalies.push(
        constater({ feuille: feuille.nom, ligne: rangee.numero, colonne, action: 'reparer', regle: 'en-tete-deux-rangees', lue, valeur: String(enTete.numero), message: `En-tête détecté ligne ${enTete.numero} : cette rangée regroupe les colonnes.` }),
        constater({ feuille: feuille.nom, ligne: rangee.numero, colonne, action: 'ignorer', regle: 'en-tete-deux-rangees', lue, message: 'Rangée de regroupement : ce n’est pas une donnée.' }),
      );
      continue;
    }
    const vide = rangee.cellules.every(estVide);
    anomalies.push(anomalieDeRangee(feuille.nom, rangee, vide ? 'ligne-vide' : 'titre', vide ? 'Ligne vide ignorée.' : 'Titre ou consigne ignorés.'));
    ignorees += 1;
  }
  return { anomalies, ignorees };
};

const deColonne = (plan: PlanDeFeuille, colonne: ColonneDuFichier, action: Action, regle: CodeDeRegle, message: string, valeur: string | null = null): Anomalie =>
  constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne: colonne.intitule.texte === '' ? lettreDeColonne(colonne.intitule.rang) : colonne.intitule.texte, action, regle, valeur, message });

const constatDeColonne = (plan: PlanDeFeuille, colonne: ColonneDuFichier): Anomalie[] => {
  const { emploi, masquee } = colonne;
  const nom = colonne.intitule.texte.trim() || `colonne ${lettreDeColonne(colonne.intitule.rang)}`;
  switch (emploi.sorte) {
    case 'interdite':
      return [deColonne(plan, colonne, 'signaler', 'colonne-interdite', `Colonne « ${nom} » : donnée nominative ou interdite, ni enregistrée ni renvoyée. Supprimez-la avant tout nouvel envoi.`)];
    case 'hors-modele':
      return [deColonne(plan, colonne, 'signaler', masquee ? 'colonne-masquee' : 'colonne-hors-modele', `Colonne ${masquee ? 'masquée ' : ''}« ${nom} » hors modèle, non importée.`)];
    case 'total':
      return [deColonne(plan, colonne, 'ignorer', 'colonne-total', `Colonne « ${nom} » ignorée : les totaux sont recalculés.`)];
    case 'repartition':
      return [deColonne(plan, colonne, 'reparer_et_signaler', 'colonne-combinee', `Colonne « ${nom} » découpée en services et parts : à confirmer.`, 'services et parts')];
    case 'composee':
      return [deColonne(plan, colonne, 'reparer_et_signaler', 'colonne-renommee', `Colonne « ${nom} » comprise comme ${emploi.composee.champs.join(' et ')}.`, emploi.composee.champs.join(', '))];
    case 'champ':
      return constatDeChamp(plan, colonne, emploi.champ, emploi.sur, nom);
    default:
      return [];
  }
};

const constatDeChamp = (plan: PlanDeFeuille, colonne: ColonneDuFichier, champ: string, sur: 'nom' | 'synonyme' | 'contenu' | 'position', nom: string): Anomalie[] => {
  const constats: Anomalie[] = [];
  if (sur === 'synonyme') constats.push(deColonne(plan, colonne, 'reparer_et_signaler', 'colonne-renommee', `Colonne « ${nom} » comprise comme « ${champ} » : à confirmer.`, champ));
  if (sur === 'contenu') constats.push(deColonne(plan, colonne, 'reparer_et_signaler', 'colonne-reconnue-au-contenu', `Colonne « ${nom} » comprise comme « ${champ} » d’après son contenu : à confirmer.`, champ));
  if (colonne.masquee) constats.push(deColonne(plan, colonne, 'signaler', 'colonne-masquee', `Colonne masquée « ${nom} » lue comme les autres : à vérifier.`));
  const facteur = plan.contextes.get(colonne.intitule.rang)?.facteur ?? 1;
  if (facteur === 1000) constats.push(deColonne(plan, colonne, 'reparer_et_signaler', 'milliers-d-euros', 'Unité k€ détectée dans l’intitulé : montants multipliés par 1000, à confirmer.', '× 1000'));
  if (facteur === 12) constats.push(deColonne(plan, colonne, 'reparer_et_signaler', 'montant-mensuel-converti', 'Montants mensuels détectés dans l’intitulé : multipliés par 12, à confirmer.', '× 12'));
  return constats;
};

const constatDesParts = (plan: PlanDeFeuille): Anomalie[] => {
  const placees = plan.colonnes.filter((c) => c.emploi.sorte === 'champ' && c.emploi.sur === 'position');
  if (placees.length === 0) return [];
  return [
    constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne: placees.map((c) => c.intitule.texte).join(' / '), action: 'reparer', regle: 'colonnes-de-part', lue: placees.find((_, i) => i % 2 === 1)?.intitule.texte ?? '', valeur: placees.map((c) => (c.emploi.sorte === 'champ' ? c.emploi.champ : '')).join(', '), message: 'Colonnes « % » rattachées à la colonne de service qui précède.' }),
  ];
};

const constatDuCroisement = (plan: PlanDeFeuille): Anomalie[] => {
  const axes = plan.colonnes.filter((c) => c.emploi.sorte === 'axe');
  const [premiere] = axes;
  const derniere = axes.at(-1);
  if (!premiere || !derniere) return [];
  const colonne = `${lettreDeColonne(premiere.intitule.rang)}:${lettreDeColonne(derniere.intitule.rang)}`;
  const lue = `${premiere.intitule.texte} … ${derniere.intitule.texte}`;
  const sur = premiere.emploi.sorte === 'axe' && 'indicateur' in premiere.emploi.valeurs;
  return [constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne, action: sur ? 'reparer_et_signaler' : 'reparer', regle: 'tableau-croise', lue, valeur: 'une ligne par cellule remplie', message: `Tableau croisé déplié : ${axes.length} colonnes rapprochées du modèle${sur ? ', à confirmer' : ''}.` })];
};

const constatDesVides = (plan: PlanDeFeuille): Anomalie[] => {
  const derniere = plan.colonnes.at(-1)?.intitule.rang ?? -1;
  const finales = plan.vides.filter((c) => c.intitule.rang > derniere);
  const milieu = plan.vides.filter((c) => c.intitule.rang < derniere);
  const nommer = (n: number): string => (n === 1 ? '(dernière colonne)' : `(${n} dernières colonnes)`);
  return [
    ...(finales.length > 0 ? [constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne: nommer(finales.length), action: 'ignorer', regle: 'colonnes-vides', message: 'Colonnes vides en fin de ligne ignorées.' })] : []),
    ...milieu.map((c) => constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne: lettreDeColonne(c.intitule.rang), action: 'ignorer', regle: 'colonnes-vides', message: 'Colonne vide ignorée.' })),
  ];
};

/** Les champs que la feuille renseigne : colonnes, axes, colonnes réunies, contexte. */
export const champsPresents = (plan: PlanDeFeuille, schema: SchemaDeGrille, contexte: readonly ValeurDeContexte[]): Set<string> => {
  const presents = new Set<string>(contexte.flatMap((v) => Object.keys(v.champs)));
  for (const { emploi } of plan.colonnes) {
    if (emploi.sorte === 'champ') presents.add(emploi.champ);
    if (emploi.sorte === 'composee') for (const champ of emploi.composee.champs) presents.add(champ);
    if (emploi.sorte === 'repartition') for (const champ of schema.affectations.flat()) presents.add(champ);
    if (emploi.sorte === 'axe') for (const champ of [...Object.keys(emploi.valeurs), schema.croisement?.valeur ?? '']) presents.add(champ);
  }
  const cible = schema.collectivite;
  if (cible && (presents.has(cible.siren) || (cible.nom !== null && presents.has(cible.nom)))) {
    presents.add(cible.siren);
    if (cible.nom !== null) presents.add(cible.nom);
  }
  return presents;
};

const constatsDAbsence = (plan: PlanDeFeuille, schema: SchemaDeGrille, presents: ReadonlySet<string>): Anomalie[] => {
  const parMessage = new Map<string, Anomalie>();
  for (const colonne of schema.colonnes) {
    if (presents.has(colonne.nom)) continue;
    const calcul = schema.calculees[colonne.nom];
    if (!calcul && !colonne.obligatoire) continue;
    const message = calcul?.message ?? `Colonne obligatoire « ${colonne.titre} » absente : ajoutez-la.`;
    const deja = parMessage.get(message);
    if (deja) parMessage.set(message, { ...deja, colonne: `${deja.colonne}, ${colonne.nom}` });
    else parMessage.set(message, constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne: colonne.nom, action: calcul?.action ?? 'bloquer_ligne', regle: calcul ? 'colonne-absente-calculee' : 'colonne-absente', valeur: calcul?.valeur ?? null, message }));
  }
  return [...parMessage.values()];
};

const constatDesIntertitres = (plan: PlanDeFeuille, schema: SchemaDeGrille, deColonnes: ReadonlySet<string>, presents: ReadonlySet<string>): Anomalie[] => {
  const siren = schema.collectivite?.siren ?? '';
  if (siren === '' || deColonnes.has(siren) || !presents.has(siren)) return [];
  return [constater({ feuille: plan.feuille.nom, ligne: plan.enTete.numero, colonne: siren, action: 'reparer_et_signaler', regle: 'collectivite-du-fichier', message: 'Collectivité lue dans les intertitres : à confirmer.' })];
};

const constatDuSiren = (plan: PlanDeFeuille, schema: SchemaDeGrille, premiereLigne: number | null): Anomalie[] => {
  const cible = schema.collectivite;
  const place = cible?.nom === null || !cible ? undefined : plan.parChamp.get(cible.nom);
  const numero = cible ? plan.parChamp.get(cible.siren) : undefined;
  if (premiereLigne === null || !cible || cible.nom === null || (place && numero) || (!place && !numero)) return [];
  const colonne = (place ?? numero)?.intitule.texte ?? '';
  return [constater({ feuille: plan.feuille.nom, ligne: premiereLigne, colonne, action: 'reparer', regle: 'siren-retrouve', valeur: place ? cible.siren : cible.nom, message: place ? 'SIREN retrouvé d’après le nom.' : 'Nom retrouvé d’après le SIREN.' })];
};

/** Tout ce qui porte sur les colonnes d’une feuille. */
export const constatsDeColonnes = (plan: PlanDeFeuille, schema: SchemaDeGrille, contexte: readonly ValeurDeContexte[], presents: ReadonlySet<string>, premiereLigne: number | null): Anomalie[] => [
  ...contexte.map((v) => constater({ feuille: plan.feuille.nom, ligne: v.ligne, colonne: v.colonne, action: v.action, regle: v.regle, lue: v.lue, valeur: Object.values(v.champs).at(-1) ?? null, message: v.message })),
  ...constatDesParts(plan),
  ...constatDuCroisement(plan),
  ...plan.colonnes.flatMap((colonne) => constatDeColonne(plan, colonne)),
  ...constatDesVides(plan),
  ...constatsDAbsence(plan, schema, presents),
  ...constatDesIntertitres(plan, schema, champsPresents(plan, schema, contexte), presents),
  ...constatDuSiren(plan, schema, premiereLigne),
  ...(plan.feuille.comprimee && premiereLigne !== null ? [constater({ feuille: plan.feuille.nom, ligne: premiereLigne, colonne: '(feuille)', action: 'reparer', regle: 'cellules-repetees', message: 'Cellules et rangées vides répétées : non déroulées.' })] : []),
];
