import type { Action, Anomalie } from './anomalie.ts';
import { champsPresents } from './champs-presents.ts';
import { lettreDeColonne } from './classeur.ts';
import type { ColonneDuFichier } from './colonnes.ts';
import { constater } from './constats.ts';
import { constatDesIntertitres, constatDuSiren, constatsDAbsence } from './constats-d-absence.ts';
import type { ValeurDeContexte } from './contexte-de-fichier.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { CodeDeRegle } from './regles.ts';
import type { SchemaDeGrille } from './schema.ts';

const deColonne = (
  plan: PlanDeFeuille,
  colonne: ColonneDuFichier,
  action: Action,
  regle: CodeDeRegle,
  message: string,
  valeur: string | null = null,
): Anomalie =>
  constater({
    feuille: plan.feuille.nom,
    ligne: plan.enTete.numero,
    colonne:
      colonne.intitule.texte === ''
        ? lettreDeColonne(colonne.intitule.rang)
        : colonne.intitule.texte,
    action,
    regle,
    valeur,
    message,
  });

const constatDeColonne = (
  plan: PlanDeFeuille,
  colonne: ColonneDuFichier,
  schema: SchemaDeGrille,
): Anomalie[] => {
  const { emploi, masquee } = colonne;
  const nom = colonne.intitule.texte.trim() || `colonne ${lettreDeColonne(colonne.intitule.rang)}`;
  switch (emploi.sorte) {
    case 'interdite':
      return [
        deColonne(
          plan,
          colonne,
          'signaler',
          'colonne-interdite',
          `Colonne « ${nom} » : donnée nominative ou interdite, ni enregistrée ni renvoyée. Supprimez-la avant tout nouvel envoi.`,
        ),
      ];
    case 'hors-modele':
      return [
        deColonne(
          plan,
          colonne,
          'signaler',
          masquee ? 'colonne-masquee' : 'colonne-hors-modele',
          `Colonne ${masquee ? 'masquée ' : ''}« ${nom} » hors modèle, non importée.`,
        ),
      ];
    case 'total':
      return [
        deColonne(
          plan,
          colonne,
          'ignorer',
          'colonne-total',
          `Colonne « ${nom} » ignorée : les totaux sont recalculés.`,
        ),
      ];
    case 'repartition':
      return [
        deColonne(
          plan,
          colonne,
          'reparer_et_signaler',
          'colonne-combinee',
          `Colonne « ${nom} » découpée en services et parts : à confirmer.`,
          'services et parts',
        ),
      ];
    case 'part':
      return [
        deColonne(
          plan,
          colonne,
          'reparer_et_signaler',
          'colonne-combinee',
          `Colonne « ${nom} » comprise comme la part du service ${emploi.service} : à confirmer.`,
          emploi.service,
        ),
      ];
    case 'composee':
      return [
        deColonne(
          plan,
          colonne,
          'reparer_et_signaler',
          'colonne-renommee',
          `Colonne « ${nom} » comprise comme ${emploi.composee.champs.join(' et ')}.`,
          emploi.composee.champs.join(', '),
        ),
      ];
    case 'champ':
      return constatDeChamp(plan, colonne, emploi.champ, emploi.sur, nom, schema);
    default:
      return [];
  }
};

const constatDeChamp = (
  plan: PlanDeFeuille,
  colonne: ColonneDuFichier,
  champ: string,
  sur: 'nom' | 'synonyme' | 'contenu' | 'position',
  nom: string,
  schema: SchemaDeGrille,
): Anomalie[] => {
  const constats: Anomalie[] = [];
  const titre = schema.colonnes.find((c) => c.nom === champ)?.titre ?? champ;
  if (sur === 'synonyme')
    constats.push(
      deColonne(
        plan,
        colonne,
        'reparer_et_signaler',
        'colonne-renommee',
        `Colonne « ${nom} » comprise comme « ${titre} » : à confirmer.`,
        champ,
      ),
    );
  if (sur === 'contenu')
    constats.push(
      deColonne(
        plan,
        colonne,
        'reparer_et_signaler',
        'colonne-reconnue-au-contenu',
        `Colonne « ${nom} » comprise comme « ${titre} » d’après son contenu : à confirmer.`,
        champ,
      ),
    );
  if (colonne.masquee)
    constats.push(
      deColonne(
        plan,
        colonne,
        'signaler',
        'colonne-masquee',
        `Colonne masquée « ${nom} » lue comme les autres : à vérifier.`,
      ),
    );
  const facteur = plan.contextes.get(colonne.intitule.rang)?.facteur ?? 1;
  if (facteur === 1000)
    constats.push(
      deColonne(
        plan,
        colonne,
        'reparer_et_signaler',
        'milliers-d-euros',
        'Unité k€ détectée dans l’intitulé : montants multipliés par 1000, à confirmer.',
        '× 1000',
      ),
    );
  if (facteur === 12)
    constats.push(
      deColonne(
        plan,
        colonne,
        'reparer_et_signaler',
        'montant-mensuel-converti',
        'Montants mensuels détectés dans l’intitulé : multipliés par 12, à confirmer.',
        '× 12',
      ),
    );
  return constats;
};

const constatDesParts = (plan: PlanDeFeuille): Anomalie[] => {
  const placees = plan.colonnes.filter(
    (c) => c.emploi.sorte === 'champ' && c.emploi.sur === 'position',
  );
  if (placees.length === 0) return [];
  return [
    constater({
      feuille: plan.feuille.nom,
      ligne: plan.enTete.numero,
      colonne: placees.map((c) => c.intitule.texte).join(' / '),
      action: 'reparer',
      regle: 'colonnes-de-part',
      lue: placees.find((_, i) => i % 2 === 1)?.intitule.texte ?? '',
      valeur: placees.map((c) => (c.emploi.sorte === 'champ' ? c.emploi.champ : '')).join(', '),
      message: 'Colonnes « % » rattachées à la colonne de service qui précède.',
    }),
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
  return [
    constater({
      feuille: plan.feuille.nom,
      ligne: plan.enTete.numero,
      colonne,
      action: sur ? 'reparer_et_signaler' : 'reparer',
      regle: 'tableau-croise',
      lue,
      valeur: 'une ligne par cellule remplie',
      message: `Tableau croisé déplié : ${axes.length} colonnes rapprochées du modèle${sur ? ', à confirmer' : ''}.`,
    }),
  ];
};

const constatDesVides = (plan: PlanDeFeuille): Anomalie[] => {
  const derniere = plan.colonnes.at(-1)?.intitule.rang ?? -1;
  const finales = plan.vides.filter((c) => c.intitule.rang > derniere);
  const milieu = plan.vides.filter((c) => c.intitule.rang < derniere);
  const nommer = (n: number): string =>
    n === 1 ? '(dernière colonne)' : `(${n} dernières colonnes)`;
  return [
    ...(finales.length > 0
      ? [
          constater({
            feuille: plan.feuille.nom,
            ligne: plan.enTete.numero,
            colonne: nommer(finales.length),
            action: 'ignorer',
            regle: 'colonnes-vides',
            message: 'Colonnes vides en fin de ligne ignorées.',
          }),
        ]
      : []),
    ...milieu.map((c) =>
      constater({
        feuille: plan.feuille.nom,
        ligne: plan.enTete.numero,
        colonne: lettreDeColonne(c.intitule.rang),
        action: 'ignorer',
        regle: 'colonnes-vides',
        message: 'Colonne vide ignorée.',
      }),
    ),
  ];
};

/** Tout ce qui porte sur les colonnes d’une feuille. */
export const constatsDeColonnes = (
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  contexte: readonly ValeurDeContexte[],
  presents: ReadonlySet<string>,
  premiereLigne: number | null,
): Anomalie[] => [
  ...contexte.map((v) =>
    constater({
      feuille: plan.feuille.nom,
      ligne: v.ligne,
      colonne: v.colonne,
      action: v.action,
      regle: v.regle,
      lue: v.lue,
      valeur: Object.values(v.champs).at(-1) ?? null,
      message: v.message,
    }),
  ),
  ...constatDesParts(plan),
  ...constatDuCroisement(plan),
  ...plan.colonnes.flatMap((colonne) => constatDeColonne(plan, colonne, schema)),
  ...constatDesVides(plan),
  ...constatsDAbsence(plan, schema, presents),
  ...constatDesIntertitres(plan, schema, champsPresents(plan, schema, contexte), presents),
  ...constatDuSiren(plan, schema, premiereLigne),
  ...(plan.feuille.comprimee && premiereLigne !== null
    ? [
        constater({
          feuille: plan.feuille.nom,
          ligne: premiereLigne,
          colonne: '(feuille)',
          action: 'reparer',
          regle: 'cellules-repetees',
          message: 'Cellules et rangées vides répétées : non déroulées.',
        }),
      ]
    : []),
];
