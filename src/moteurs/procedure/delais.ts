import { ajouterJours, ajouterMois, type Jour, lendemain } from '../calendrier/index.ts';
import type { Evenement } from './dossier.ts';
import type { Duree, EffetDuSilence } from './regle.ts';
import type { AvisDeCommune, Echeance, StatutEcheance } from './sortie.ts';
import type { AvisInstruit, Delai, DelaiAvis, FaitGenerateur, Vue } from './tableau.ts';

/** Dernier jour utile : de quantième à quantième ou en jours calendaires, sans prorogation. */
export const calculerEcheance = (depart: Jour, duree: Duree): Jour =>
  'mois' in duree ? ajouterMois(depart, duree.mois) : ajouterJours(depart, duree.jours);

const estSens = (sens: unknown): sens is 'favorable' | 'defavorable' | 'reserve' =>
  sens === 'favorable' || sens === 'defavorable' || sens === 'reserve';

const avecTardive = (avis: AvisDeCommune, tardive: Evenement | undefined): AvisDeCommune =>
  tardive === undefined
    ? avis
    : { ...avis, tardive: { date: tardive.date, sens: String(tardive.sens) } };

/** L’avis au jour `le` : exprès s’il est dans le délai, tacite le lendemain du dernier jour. */
const instruireAvis = (
  commune: string,
  reponses: readonly Evenement[],
  echeance: Jour | null,
  silence: EffetDuSilence,
  le: Jour,
): { readonly avis: AvisDeCommune; readonly clos: boolean } => {
  const expresse = reponses.findLast(({ date }) => echeance === null || date <= echeance);
  const tardive = reponses.findLast(({ date }) => echeance !== null && date > echeance);
  if (expresse !== undefined && estSens(expresse.sens)) {
    const avis = { commune, sens: expresse.sens, tacite: false, le: expresse.date };
    return { avis: avecTardive(avis, tardive), clos: true };
  }
  const expire = echeance !== null && le > echeance;
  if (expire && (silence === 'favorable' || silence === 'defavorable')) {
    const avis = { commune, sens: silence, tacite: true, le: lendemain(echeance) };
    return { avis: avecTardive(avis, tardive), clos: true };
  }
  const avis = { commune, sens: 'en-attente', tacite: false, le: null } as const;
  return { avis: avecTardive(avis, tardive), clos: expire };
};

type VueDesFaits = Pick<Vue, 'le' | 'territoire' | 'faits' | 'regle'>;

const grouper = (evenements: readonly Evenement[]): ReadonlyMap<string, readonly Evenement[]> =>
  Map.groupBy(
    evenements.filter(({ commune }) => commune !== undefined),
    ({ commune }) => commune ?? '',
  );

/** Avis de toutes les communes ; le délai est celui de la règle en vigueur au jour du départ. */
export const instruireLesAvis = (delai: DelaiAvis, vue: VueDesFaits): readonly AvisInstruit[] => {
  const departs = grouper(vue.faits(delai.depart));
  const reponses = grouper(vue.faits(delai.reponse));
  const ouvertures = vue.faits(delai.recevableDepuis);
  return vue.territoire.communes.map(({ code }) => {
    const depart = departs.get(code)?.[0]?.date ?? null;
    const regle = depart === null ? undefined : vue.regle(delai.regle, depart)?.delai;
    const duree = regle?.duree ?? null;
    const echeance = depart === null || duree === null ? null : calculerEcheance(depart, duree);
    const ouverture = ouvertures.find(
      (fait) => fait.commune === undefined || fait.commune === code,
    );
    const recevables = (reponses.get(code) ?? []).filter(
      ({ date }) => ouverture === undefined || date >= ouverture.date,
    );
    const silence = regle?.silence ?? 'aucun';
    return { ...instruireAvis(code, recevables, echeance, silence, vue.le), depart, echeance };
  });
};

const statuer = (le: Jour, echeance: Jour, acquise: boolean): StatutEcheance => {
  if (acquise) return 'acquise';
  return le > echeance ? 'depassee' : 'en-cours';
};

const echeancesDesAvis = (delai: DelaiAvis, vue: Vue<never>): readonly Echeance[] =>
  vue.avis(delai.regle).flatMap(({ avis, depart, echeance }) => {
    if (depart === null || echeance === null) return [];
    const regle = vue.regle(delai.regle, depart);
    return {
      code: delai.regle,
      objet: `${delai.objet} – ${vue.nommer(avis.commune)}`,
      commune: avis.commune,
      depart,
      echeance,
      statut: statuer(vue.le, echeance, avis.sens !== 'en-attente'),
      effet: regle?.delai?.effet ?? '',
      article: regle?.article ?? '',
    };
  });

const faitsDuButoir = <Acte>(
  delai: Exclude<Delai<Acte>, DelaiAvis>,
  vue: Vue<Acte>,
): readonly FaitGenerateur[] => {
  if (delai.genre === 'echeancier') return delai.etablir(vue);
  const depart = vue.faits(delai.depart).at(-1)?.date;
  const duree = depart === undefined ? null : vue.regle(delai.regle, depart)?.delai?.duree;
  if (depart === undefined || !duree) return [];
  const echeance = calculerEcheance(depart, duree);
  const satisfait =
    delai.satisfaitPar === null
      ? undefined
      : vue.faits(delai.satisfaitPar).find(({ date }) => date >= depart);
  return [{ objet: delai.objet, depart, echeance, satisfaitLe: satisfait?.date ?? null }];
};

/** Échéances d’un délai, chacune figée à son fait générateur. */
export const etablirEcheances = <Acte>(delai: Delai<Acte>, vue: Vue<Acte>): readonly Echeance[] => {
  if (delai.genre === 'avis') return echeancesDesAvis(delai, vue as Vue<never>);
  return faitsDuButoir(delai, vue).map(({ objet, depart, echeance, satisfaitLe }) => {
    const regle = vue.regle(delai.regle, depart);
    const acquise = satisfaitLe !== null && satisfaitLe <= echeance;
    return {
      code: delai.regle,
      objet,
      depart,
      echeance,
      statut: statuer(vue.le, echeance, acquise),
      effet: regle?.delai?.effet ?? '',
      article: regle?.article ?? '',
    };
  });
};
