import type { Champ } from '../../moteurs/document/index.ts';

/** Un champ de texte requis. */
export const texteRequis = (nom: string, libelle: string, plus: Partial<Champ> = {}): Champ => ({
  nom,
  libelle,
  type: 'texte',
  requis: true,
  ...plus,
});

/** Un champ facultatif. */
export const facultatif = (nom: string, libelle: string, type: Champ['type']): Champ => ({
  nom,
  libelle,
  type,
});

/** Un champ requis, d’un type donné. */
export const requis = (
  nom: string,
  libelle: string,
  type: Champ['type'],
  plus: Partial<Champ> = {},
): Champ => ({ nom, libelle, type, requis: true, ...plus });

/** Un groupe de champs. */
export const groupe = (
  nom: string,
  libelle: string,
  champs: readonly Champ[],
  plus: Partial<Champ> = {},
): Champ => ({ nom, libelle, type: 'objet', champs, ...plus });

/** Une liste d’au moins un élément. */
export const listeRequise = (
  nom: string,
  libelle: string,
  champs: readonly Champ[],
  plus: Partial<Champ> = {},
): Champ => ({ nom, libelle, type: 'liste', requis: true, champs, ...plus });

/** Une liste qui peut être vide. */
export const liste = (
  nom: string,
  libelle: string,
  champs: readonly Champ[],
  plus: Partial<Champ> = {},
): Champ => ({ nom, libelle, type: 'liste', champs, ...plus });

export const REGIMES_FISCAUX = [
  { code: 'FPU', libelle: 'fiscalité professionnelle unique' },
  { code: 'FA', libelle: 'fiscalité additionnelle' },
  { code: 'FPZ', libelle: 'fiscalité professionnelle de zone' },
] as const;

/** La personne qui signe ou représente. */
export const REPRESENTANT: Champ = groupe('representant', 'Représentant', [
  texteRequis('civilite', 'Civilité'),
  texteRequis('prenom', 'Prénom'),
  texteRequis('nom', 'Nom'),
  texteRequis('fonction', 'Fonction (« maire », « présidente »)'),
]);

/** L’établissement public de coopération intercommunale. */
export const EPCI: Champ = groupe(
  'epci',
  'Intercommunalité',
  [
    texteRequis('nom', 'Nom de l’intercommunalité'),
    texteRequis('siren', 'Numéro SIREN'),
    texteRequis('siege', 'Adresse du siège'),
    requis('regime_fiscal', 'Régime fiscal', 'choix', { choix: REGIMES_FISCAUX }),
  ],
  { ou: 'Réglages › Territoire' },
);

export const TRIBUNAL: Champ = groupe(
  'tribunal',
  'Tribunal administratif compétent',
  [texteRequis('nom', 'Ville du tribunal administratif')],
  { ou: 'Réglages › Territoire' },
);
