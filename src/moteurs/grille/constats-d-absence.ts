import type { Anomalie } from './anomalie.ts';
import { constater } from './constats.ts';
import type { PlanDeFeuille } from './plan-de-feuille.ts';
import type { SchemaDeGrille } from './schema.ts';

/** Colonnes absentes : remplies d’après les autres, ou bloquantes. */
export const constatsDAbsence = (
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  presents: ReadonlySet<string>,
): Anomalie[] => {
  const parMessage = new Map<string, Anomalie>();
  for (const colonne of schema.colonnes) {
    if (presents.has(colonne.nom)) continue;
    const calcul = schema.calculees[colonne.nom];
    if (!calcul && !colonne.obligatoire) continue;
    const message =
      calcul?.message ?? `Colonne obligatoire « ${colonne.titre} » absente : ajoutez-la.`;
    const deja = parMessage.get(message);
    if (deja) parMessage.set(message, { ...deja, colonne: `${deja.colonne}, ${colonne.nom}` });
    else
      parMessage.set(
        message,
        constater({
          feuille: plan.feuille.nom,
          ligne: plan.enTete.numero,
          colonne: colonne.nom,
          action: calcul?.action ?? 'bloquer_ligne',
          regle: calcul ? 'colonne-absente-calculee' : 'colonne-absente',
          valeur: calcul?.valeur ?? null,
          message,
        }),
      );
  }
  return [...parMessage.values()];
};

/** Sans colonne de collectivité, elle peut venir des intertitres. */
export const constatDesIntertitres = (
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  deColonnes: ReadonlySet<string>,
  presents: ReadonlySet<string>,
): Anomalie[] => {
  const siren = schema.collectivite?.siren ?? '';
  if (siren === '' || deColonnes.has(siren) || !presents.has(siren)) return [];
  return [
    constater({
      feuille: plan.feuille.nom,
      ligne: plan.enTete.numero,
      colonne: siren,
      action: 'reparer_et_signaler',
      regle: 'collectivite-du-fichier',
      message: 'Collectivité lue dans les intertitres : à confirmer.',
    }),
  ];
};

/** Le SIREN retrouvé d’après le nom, ou l’inverse. */
export const constatDuSiren = (
  plan: PlanDeFeuille,
  schema: SchemaDeGrille,
  premiereLigne: number | null,
): Anomalie[] => {
  const cible = schema.collectivite;
  const place = cible?.nom === null || !cible ? undefined : plan.parChamp.get(cible.nom);
  const numero = cible ? plan.parChamp.get(cible.siren) : undefined;
  if (
    premiereLigne === null ||
    !cible ||
    cible.nom === null ||
    (place && numero) ||
    (!place && !numero)
  )
    return [];
  const colonne = (place ?? numero)?.intitule.texte ?? '';
  return [
    constater({
      feuille: plan.feuille.nom,
      ligne: premiereLigne,
      colonne,
      action: 'reparer',
      regle: 'siren-retrouve',
      valeur: place ? cible.siren : cible.nom,
      message: place ? 'SIREN retrouvé d’après le nom.' : 'Nom retrouvé d’après le SIREN.',
    }),
  ];
};
