import type { MoyensDeLecture } from './cellule-lue.ts';
import { estVide, texteDe } from './classeur.ts';
import { consigner, type LignePhysique, type Place } from './ligne-physique.ts';
import { ecrireCourt, montrer } from './nombre.ts';
import { type Affectation, lireRepartition, separerServices } from './repartition.ts';
import type { SchemaDeGrille } from './schema.ts';

const sontTousOfficiels = (affectations: readonly Affectation[]): boolean =>
  affectations.every(({ niveau }) => niveau === 'exact' || niveau === 'variante');

const partsOuEgales = (
  affectations: readonly Affectation[],
): { readonly parts: readonly number[]; readonly egales: boolean } => {
  const ecrites = affectations.map(({ part }) => part);
  if (ecrites.every((part) => part !== null)) {
    const somme = ecrites.reduce<number>((total, part) => total + (part ?? 0), 0);
    return {
      parts: ecrites.map((part) => (part ?? 0) * (somme > 0 && somme <= 1.001 ? 100 : 1)),
      egales: false,
    };
  }
  const connues = ecrites.reduce<number>((total, part) => total + (part ?? 0), 0);
  const manquantes = ecrites.filter((part) => part === null).length;
  return {
    parts: ecrites.map((part) => part ?? Math.max(0, (100 - connues) / manquantes)),
    egales: true,
  };
};

/** Remplit services et parts depuis une colonne « service x % / service y % ». */
export const lireColonneRepartition = (
  physique: LignePhysique,
  place: Place,
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
  valeurs: Record<string, string>,
): void => {
  if (estVide(place.cellule)) return;
  const texte = texteDe(place.cellule);
  const affectations = lireRepartition(texte, moyens.index.services);
  if (!affectations) {
    consigner(physique, place.colonne, place.cellule, {
      action: 'bloquer_ligne',
      regle: 'nomenclature-inconnue',
      valeur: null,
      message: `Répartition illisible « ${texte.trim()} » : écrivez « service part % / service part % ».`,
    });
    return;
  }
  if (affectations.length > schema.affectations.length) {
    consigner(physique, place.colonne, place.cellule, {
      action: 'bloquer_ligne',
      regle: 'trop-de-services',
      valeur: null,
      message: `${affectations.length} affectations : la grille en admet ${schema.affectations.length}. Regroupez les plus petites.`,
    });
    return;
  }
  const { parts, egales } = partsOuEgales(affectations);
  for (const [i, [service, part]] of schema.affectations.entries()) {
    valeurs[service] = affectations[i]?.service ?? '';
    valeurs[part] = affectations[i] ? ecrireCourt(parts[i] ?? 0) : '';
  }
  const valeur = affectations
    .map(({ service }, i) => `${service} ${ecrireCourt(parts[i] ?? 0)} %`)
    .join(' / ');
  const certain = sontTousOfficiels(affectations) && !egales;
  consigner(physique, place.colonne, place.cellule, {
    action: certain ? 'reparer' : 'reparer_et_signaler',
    regle: certain ? 'colonne-combinee' : egales ? 'services-reunis' : 'nomenclature-usage',
    valeur,
    message: `Répartition comprise comme ${valeur}${certain ? '.' : ' : à confirmer.'}`,
  });
};

/** Développe « Finances + Ressources humaines » (une cellule, une part) en deux affectations à parts égales. */
export const developperServicesReunis = (
  physique: LignePhysique,
  schema: SchemaDeGrille,
  moyens: MoyensDeLecture,
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<string, readonly Affectation[]> => {
  const reunis = new Map<string, readonly Affectation[]>();
  for (const champ of new Set(['service', ...schema.affectations.map(([service]) => service)])) {
    const place = places.get(champ);
    if (!place || estVide(place.cellule)) continue;
    const direct = moyens.index.services?.rapprocher(texteDe(place.cellule).trim());
    if (direct?.ok && (direct.niveau === 'exact' || direct.niveau === 'variante')) continue;
    const affectations = separerServices(texteDe(place.cellule), moyens.index.services);
    if (!affectations || new Set(affectations.map((a) => a.service)).size < 2) continue;
    reunis.set(champ, affectations);
    const codes = affectations.map(({ service }) => service);
    consigner(physique, place.colonne, place.cellule, {
      action: 'reparer_et_signaler',
      regle: 'services-reunis',
      valeur: codes.join(' + '),
      message:
        champ === 'service'
          ? `Plusieurs services dans la cellule : ${codes[0]} retenu comme principal, à confirmer.`
          : `Plusieurs services dans la cellule : ${codes.join(' et ')} à parts égales, à confirmer.`,
    });
  }
  return reunis;
};

interface AffectationRangee {
  readonly service: string;
  readonly part: string;
}

/** Les affectations dans l’ordre, chaque cellule réunie remplacée par ses services à parts égales. */
const enchainer = (
  schema: SchemaDeGrille,
  reunis: ReadonlyMap<string, readonly Affectation[]>,
  valeurs: Readonly<Record<string, string>>,
): AffectationRangee[] =>
  schema.affectations.flatMap(([champService, champPart]) => {
    const groupe = reunis.get(champService);
    const service = valeurs[champService] ?? '';
    const part = valeurs[champPart] ?? '';
    if (!groupe) return service === '' ? [] : [{ service, part }];
    return groupe.map((a) => ({
      service: a.service,
      part: part === '' ? '' : ecrireCourt(Number(part) / groupe.length),
    }));
  });

/** Range les affectations développées à leur place, parts divisées ; trop d’affectations bloque la ligne. */
export const rangerAffectations = (
  physique: LignePhysique,
  schema: SchemaDeGrille,
  reunis: ReadonlyMap<string, readonly Affectation[]>,
  valeurs: Record<string, string>,
  places: ReadonlyMap<string, Place>,
): void => {
  if (![...reunis.keys()].some((champ) => champ !== 'service')) return;
  const suite = enchainer(schema, reunis, valeurs);
  if (suite.length > schema.affectations.length) {
    const place = [...reunis.keys()].map((champ) => places.get(champ)).find((p) => p !== undefined);
    consigner(physique, place?.colonne ?? null, place?.cellule ?? null, {
      action: 'bloquer_ligne',
      regle: 'trop-de-services',
      valeur: null,
      message: `${suite.length} affectations : la grille en admet ${schema.affectations.length}. Regroupez les plus petites.`,
    });
    return;
  }
  for (const [i, [service, part]] of schema.affectations.entries()) {
    const avant = valeurs[part] ?? '';
    valeurs[service] = suite[i]?.service ?? '';
    valeurs[part] = suite[i]?.part ?? '';
    const place = places.get(part);
    if (place && avant !== valeurs[part] && !estVide(place.cellule))
      consigner(physique, place.colonne, place.cellule, {
        action: 'reparer_et_signaler',
        regle: 'services-reunis',
        valeur: valeurs[part] ?? '',
        message: `${montrer(avant)} % pour plusieurs services : ${montrer(valeurs[part] ?? '')} % ici, à parts égales, à confirmer.`,
      });
  }
};
