import type { Depart, TrancheDAge } from './ages.ts';
import { masquerTableau, SEUIL_DE_MASQUAGE } from './masquage.ts';
import type { Mesure, SyntheseDesEffectifs } from './synthese.ts';

/** Une mesure telle qu’on la montre ; `null` si le petit effectif est masqué. */
export type MesureMontree = Mesure | null;

export interface LigneMontree {
  readonly code: string;
  readonly libelle: string;
  readonly mesure: MesureMontree;
}

export interface TrancheMontree {
  readonly code: string;
  readonly libelle: string;
  readonly agents: number | null;
  readonly complets: number | null;
  readonly nonComplets: number | null;
}

export interface EffectifsMontres {
  readonly estMasque: boolean;
  readonly seuil: number;
  readonly casesMasquees: number;
  readonly photoAu: SyntheseDesEffectifs['photoAu'];
  readonly total: Mesure;
  readonly parCollectivite: readonly LigneMontree[];
  readonly parService: readonly LigneMontree[];
  /** Par collectivité puis service, dans l’ordre des deux listes ; `undefined` : aucun agent. */
  readonly croisement: readonly (readonly (MesureMontree | undefined)[])[];
  readonly pyramide: readonly TrancheMontree[];
  readonly dansCinqAns: number | null;
  readonly dansDixAns: number | null;
  readonly hypothese: string;
  readonly ageDOuverture: number;
  readonly agesInconnus: number;
  readonly cinquanteCinqEtPlus: number | null;
  readonly nonComplets: number | null;
  readonly tempsPartiels: number | null;
  readonly polyvalents: number | null;
}

export interface Libelles {
  /** Nom par SIREN. */
  readonly collectivites: ReadonlyMap<string, string>;
  /** Libellé par code de service. */
  readonly services: ReadonlyMap<string, string>;
}

/** L’effectif sensible d’une case : des personnes, ou un poste sans temps ventilé. */
const sensible = (mesure: Mesure | undefined): number =>
  mesure === undefined ? 0 : Math.max(mesure.agents, mesure.postes);

const compterVrais = (masques: readonly (readonly boolean[])[]): number =>
  masques.flat().filter(Boolean).length;

const montrerPyramide = (
  pyramide: readonly TrancheDAge[],
  estNominatif: boolean,
): readonly TrancheMontree[] => {
  const somme = (champ: 'complets' | 'nonComplets' | 'agents'): number =>
    pyramide.reduce((cumul, tranche) => cumul + tranche[champ], 0);
  const table = [
    ...pyramide.map(({ complets, nonComplets, agents }) => [complets, nonComplets, agents]),
    [somme('complets'), somme('nonComplets'), somme('agents')],
  ];
  const masques = estNominatif
    ? table.map((rangee) => rangee.map(() => false))
    : masquerTableau(table);
  return pyramide.map(({ code, libelle, complets, nonComplets, agents }, rang) => {
    const [sansComplets, sansNonComplets, sansAgents] = masques[rang] ?? [];
    return {
      code,
      libelle,
      complets: sansComplets === true ? null : complets,
      nonComplets: sansNonComplets === true ? null : nonComplets,
      agents: sansAgents === true ? null : agents,
    };
  });
};

/**
 * Un compte isolé, pour qui n’a pas le droit nominatif : masqué sous le seuil, sinon arrondi au
 * multiple de cinq. Rapproché de la pyramide, un compte exact donnerait l’âge de quelqu’un.
 */
const attenuer = (compte: number, estNominatif: boolean): number | null => {
  if (estNominatif || compte === 0) return compte;
  return compte < SEUIL_DE_MASQUAGE ? null : Math.round(compte / 5) * 5;
};

/** Les effectifs tels qu’un lecteur peut les voir. Ce qui est masqué ne quitte pas le serveur. */
export const montrerEffectifs = (
  synthese: SyntheseDesEffectifs,
  libelles: Libelles,
  { estNominatif }: { readonly estNominatif: boolean },
): EffectifsMontres => {
  const nommer = (noms: ReadonlyMap<string, string>, code: string) => noms.get(code) ?? code;
  const collectivites = [...synthese.parCollectivite].sort(
    (a, b) => b.etpCentiemes - a.etpCentiemes || a.collectivite.localeCompare(b.collectivite),
  );
  const services = [...synthese.parService].sort(
    (a, b) => b.etpCentiemes - a.etpCentiemes || a.service.localeCompare(b.service),
  );
  const croisees = new Map(
    synthese.croisement.map((mesure) => [`${mesure.collectivite}/${mesure.service}`, mesure]),
  );
  const rangees = collectivites.map(({ collectivite }) =>
    services.map(({ service }) => croisees.get(`${collectivite}/${service}`)),
  );
  const table = [
    ...rangees.map((rangee, rang) => [...rangee.map(sensible), sensible(collectivites[rang])]),
    [...services.map(sensible), sensible(synthese.total)],
  ];
  const masques = estNominatif
    ? table.map((rangee) => rangee.map(() => false))
    : masquerTableau(table);
  const montrer = <M extends Mesure | undefined>(mesure: M, r: number, c: number): M | null =>
    masques[r]?.[c] === true ? null : mesure;
  const depart = ({ agents }: Depart) => attenuer(agents, estNominatif);
  return {
    estMasque: !estNominatif,
    seuil: SEUIL_DE_MASQUAGE,
    casesMasquees: compterVrais(masques),
    photoAu: synthese.photoAu,
    total: synthese.total,
    parCollectivite: collectivites.map(({ collectivite, ...mesure }, r) => ({
      code: collectivite,
      libelle: nommer(libelles.collectivites, collectivite),
      mesure: montrer(mesure, r, services.length),
    })),
    parService: services.map(({ service, ...mesure }, c) => ({
      code: service,
      libelle: nommer(libelles.services, service),
      mesure: montrer(mesure, collectivites.length, c),
    })),
    croisement: rangees.map((rangee, r) => rangee.map((mesure, c) => montrer(mesure, r, c))),
    pyramide: montrerPyramide(synthese.pyramide, estNominatif),
    dansCinqAns: depart(synthese.departs.dansCinqAns),
    dansDixAns: depart(synthese.departs.dansDixAns),
    hypothese: synthese.departs.hypothese,
    ageDOuverture: synthese.departs.ageDOuverture,
    agesInconnus: synthese.departs.agesInconnus,
    cinquanteCinqEtPlus: attenuer(synthese.cinquanteCinqEtPlus, estNominatif),
    nonComplets: attenuer(synthese.nonComplets, estNominatif),
    tempsPartiels: attenuer(synthese.tempsPartiels, estNominatif),
    polyvalents: attenuer(synthese.polyvalents, estNominatif),
  };
};
