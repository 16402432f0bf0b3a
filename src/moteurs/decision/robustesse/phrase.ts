import type { ResultatSmaa } from './smaa.ts';

export type Solidite = 'très solide' | 'solide' | 'majoritaire' | 'disputé';

/** Vocabulaire gradué de la part des poids qui placent une option en tête (de 0 à 1). */
export const qualifierLaSolidite = (part: number): Solidite => {
  if (part >= 0.9) return 'très solide';
  if (part >= 0.7) return 'solide';
  return part >= 0.5 ? 'majoritaire' : 'disputé';
};

/**
 * Une part en pourcentage entier, sans jamais annoncer 0 % pour une part qui existe ni 100 % pour
 * une part qui n’est pas entière.
 */
export const ecrirePart = (part: number): string => {
  if (part > 0 && part < 0.005) return 'moins de 1\u00a0%';
  if (part < 1 && part >= 0.995) return 'plus de 99\u00a0%';
  return `${Math.round(100 * part)}\u00a0%`;
};

export interface DemandeDePhrase {
  /** Noms des options avec leur article, dans l’ordre du calcul (« la paie », « l’urbanisme »). */
  readonly options: readonly string[];
  readonly resultat: Pick<ResultatSmaa, 'acceptabilite' | 'precision'>;
  /** L’option à décrire ; celle qui est le plus souvent en tête à défaut. */
  readonly option?: number;
}

const majuscule = (texte: string): string => texte.charAt(0).toUpperCase() + texte.slice(1);

/** Indice de la plus souvent première, en laissant éventuellement une option de côté. */
const plusSouventPremiere = (acceptabilite: readonly (readonly number[])[], sauf: number): number =>
  acceptabilite.reduce((meilleure, ligne, i) => {
    if (i === sauf) return meilleure;
    if (meilleure < 0) return i;
    return (ligne[0] ?? 0) > (acceptabilite[meilleure]?.[0] ?? 0) ? i : meilleure;
  }, -1);

/**
 * Une phrase lisible par un élu : « La paie arrive en tête dans 87 % des façons raisonnables de
 * peser les critères ; … ». Ce n’est pas une probabilité de réussite.
 */
export const phraseDeRobustesse = ({ options, resultat, option }: DemandeDePhrase): string => {
  const { acceptabilite, precision } = resultat;
  const nommer = (i: number) => options[i] ?? `l’option ${i + 1}`;
  const ecrire = (part: number) => {
    const ecrite = ecrirePart(part);
    const estSure = precision.exact === true || precision.erreurMax <= 0.01;
    return estSure || !/^\d/.test(ecrite) ? ecrite : `environ ${ecrite}`;
  };
  const choisie = option ?? plusSouventPremiere(acceptabilite, -1);
  const ligne = acceptabilite[choisie] ?? [];
  const nom = majuscule(nommer(choisie));
  const estPluriel = /^les\s/i.test(nom);
  const enTete = ligne[0] ?? 0;
  if (acceptabilite.length < 2) {
    return `${nom}\u00a0: seule option examinée, il n’y a pas d’ordre à éprouver.`;
  }
  const arriver = estPluriel ? 'arrivent' : 'arrive';
  if (enTete === 0) {
    return `${nom} n’${arriver} jamais en tête, quelles que soient les priorités retenues.`;
  }
  const parmiTrois = Math.min(
    1,
    ligne.slice(0, 3).reduce((total, part) => total + part, 0),
  );
  const places =
    acceptabilite.length > 3
      ? ` et dans les trois premières places dans ${ecrire(parmiTrois)}`
      : '';
  const rivale = plusSouventPremiere(acceptabilite, choisie);
  const partRivale = acceptabilite[rivale]?.[0] ?? 0;
  const concurrence =
    partRivale > 0
      ? `principale rivale\u00a0: ${nommer(rivale)} (${ecrire(partRivale)})`
      : 'aucune autre option n’arrive jamais en tête';
  return `${nom} ${arriver} en tête dans ${ecrire(enTete)} des façons raisonnables de peser les critères${places}\u202f; ${concurrence}. Résultat ${qualifierLaSolidite(enTete)}.`;
};

/** « Tant que le critère pèse entre 12 % et 41 % (aujourd’hui 25 %), la première place ne change pas. » */
export const phraseDeStabilite = (
  critere: string,
  {
    courant,
    premier,
  }: { readonly courant: number; readonly premier: { min: number; max: number } },
): string => {
  const nom = majuscule(critere);
  if (premier.min <= 0 && premier.max >= 1) {
    return `${nom}\u00a0: quel que soit son poids (aujourd’hui ${ecrirePart(courant)}), la première place ne change pas.`;
  }
  return `${nom}\u00a0: tant que son poids reste entre ${ecrirePart(premier.min)} et ${ecrirePart(premier.max)} (aujourd’hui ${ecrirePart(courant)}), la première place ne change pas.`;
};
