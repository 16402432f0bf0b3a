import fs from 'node:fs';
import { createRequire } from 'node:module';
import { cheminDeDonnees } from '../../referentiel/emplacement.server.ts';
import { type Contour, lireContoursGeojson } from './contours.ts';
import { departementDuCode, type Recherche, rechercher } from './rechercher.ts';
import type { ModeFinancement, Population, TypeEpci } from './territoire.ts';

// Vérifié : malgré l’étiquette 2026 du paquet, epci.json porte les périmètres et populations de 2025
// (référence 2022) ; communes.json porte la population municipale de référence 2023, en vigueur en 2026.
const PAQUET = 'paquet @etalab/decoupage-administratif 6.0.0, Licence Ouverte';
const SOURCE_EPCI = `DGCL, « Epcicom2025 » (populations de référence INSEE) ; ${PAQUET}`;
const SOURCE_COMMUNES = `INSEE, populations de référence en vigueur en 2026 ; ${PAQUET}`;
export const SOURCE_DU_PERIMETRE = `DGCL, périmètres des EPCI à fiscalité propre au 1er janvier 2025 ; ${PAQUET}`;
export const PERIMETRE_AU = '2025-01-01';
const SOURCE_CONTOURS = '© IGN – Admin Express 2018, Licence Ouverte';

interface Membre {
  readonly code: string;
  readonly siren: string;
  readonly nom: string;
  readonly populationTotale: number;
  readonly populationMunicipale: number;
}
interface LigneEpci {
  readonly code: string;
  readonly nom: string;
  readonly type: TypeEpci;
  readonly modeFinancement: ModeFinancement;
  readonly populationTotale: number;
  readonly populationMunicipale: number;
  readonly membres: readonly Membre[];
}
interface LigneCommune {
  readonly code: string;
  readonly type: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
}

/** Un EPCI du découpage, tel qu’on le choisit dans une liste. */
export interface Epci {
  readonly siren: string;
  readonly nom: string;
  readonly type: TypeEpci;
  readonly modeFinancement: ModeFinancement;
  readonly departements: readonly string[];
  readonly communes: readonly string[];
  /** Populations en vigueur en 2025 (référence 2022). */
  readonly populationMunicipale: number;
  readonly populationTotale: number;
}

export interface CommuneDuDecoupage {
  readonly siren: string;
  readonly codeInsee: string;
  readonly nom: string;
  readonly codePostal: string | null;
  readonly surfaceHa: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly populations: readonly Population[];
}

export interface EpciDetaille extends Epci {
  readonly populations: readonly Population[];
  readonly membres: readonly CommuneDuDecoupage[];
}

const lireJson = <T>(nom: string): T =>
  JSON.parse(
    fs.readFileSync(
      createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${nom}.json`),
      'utf8',
    ),
  ) as T;

/** Calcule une fois, au premier besoin. */
const unefois = <T>(calculer: () => T): (() => T) => {
  let valeur: { readonly v: T } | undefined;
  return () => {
    valeur ??= { v: calculer() };
    return valeur.v;
  };
};

const lignesEpci = unefois(
  () => new Map(lireJson<LigneEpci[]>('epci').map((ligne) => [ligne.code, ligne])),
);
const lignesCommunes = unefois(
  () =>
    new Map(
      lireJson<LigneCommune[]>('communes')
        .filter(({ type }) => type === 'commune-actuelle')
        .map(({ code, codesPostaux, population }) => [
          code,
          { codePostal: codesPostaux?.[0] ?? null, population: population ?? null },
        ]),
    ),
);
const centroides = unefois(() => {
  const [, ...lignes] = fs
    .readFileSync(cheminDeDonnees('contours', 'centroides-communes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  return new Map(
    lignes.map((ligne) => {
      const [code = '', longitude, latitude, surface] = ligne.split(',');
      return [
        code,
        { longitude: Number(longitude), latitude: Number(latitude), surfaceHa: Number(surface) },
      ] as const;
    }),
  );
});
const contoursEmbarques = unefois(() => {
  const dossier = cheminDeDonnees('contours');
  const contours = fs
    .readdirSync(dossier)
    .filter((nom) => nom.endsWith('.geojson'))
    .flatMap((nom) => {
      const lus = lireContoursGeojson(
        fs.readFileSync(cheminDeDonnees('contours', nom), 'utf8'),
        SOURCE_CONTOURS,
      );
      if (!lus.ok) throw new Error(`Contours embarqués illisibles (${nom}) : ${lus.refus.message}`);
      return lus.valeur;
    });
  return new Map(contours.map((contour) => [contour.codeInsee, contour]));
});

const resumer = (ligne: LigneEpci): Epci => ({
  siren: ligne.code,
  nom: ligne.nom,
  type: ligne.type,
  modeFinancement: ligne.modeFinancement,
  departements: [...new Set(ligne.membres.map(({ code }) => departementDuCode(code)))].sort(),
  communes: ligne.membres.map(({ nom }) => nom),
  populationMunicipale: ligne.populationMunicipale,
  populationTotale: ligne.populationTotale,
});
const epciResumes = unefois(() =>
  [...lignesEpci().values()].map(resumer).sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
);

/** Mayotte garde en 2025 et 2026 sa population de 2017, faute de recensement annuel achevé. */
const referenceDe = (codeInsee: string, ordinaire: number): number =>
  codeInsee.startsWith('976') ? 2017 : ordinaire;

const populationsDgcl = (
  ligne: Pick<LigneEpci, 'populationMunicipale' | 'populationTotale'>,
  codeInsee: string,
): readonly Population[] => {
  const commun = {
    millesime: 2025,
    reference: referenceDe(codeInsee, 2022),
    source: SOURCE_EPCI,
  };
  return [
    { ...commun, genre: 'municipale', valeur: ligne.populationMunicipale },
    { ...commun, genre: 'totale', valeur: ligne.populationTotale },
  ];
};

const decrireCommune = (membre: Membre): CommuneDuDecoupage => {
  const lieu = centroides().get(membre.code);
  const commune = lignesCommunes().get(membre.code);
  const recente = commune?.population ?? null;
  return {
    siren: membre.siren,
    codeInsee: membre.code,
    nom: membre.nom,
    codePostal: commune?.codePostal ?? null,
    surfaceHa: lieu?.surfaceHa ?? null,
    longitude: lieu?.longitude ?? null,
    latitude: lieu?.latitude ?? null,
    populations: [
      ...populationsDgcl(membre, membre.code),
      ...(recente === null
        ? []
        : [
            {
              genre: 'municipale' as const,
              millesime: 2026,
              reference: referenceDe(membre.code, 2023),
              valeur: recente,
              source: SOURCE_COMMUNES,
            },
          ]),
    ],
  };
};

/**
 * Les EPCI à fiscalité propre (1 255) qui répondent à la recherche, ceux trouvés par leur nom d’abord.
 * Une recherche vide les rend tous, par ordre alphabétique.
 */
export const chercherEpci = (
  recherche: Recherche,
): readonly (Epci & { readonly parCommune: string | null })[] =>
  rechercher(epciResumes(), recherche).map(({ epci, parCommune }) => ({ ...epci, parCommune }));

/** Un EPCI, ses communes par code INSEE, leurs populations, codes postaux et centroïdes ; null s’il n’existe pas. */
export const lireEpci = (siren: string): EpciDetaille | null => {
  const ligne = lignesEpci().get(siren);
  if (ligne === undefined) return null;
  return {
    ...resumer(ligne),
    populations: populationsDgcl(ligne, ligne.membres[0]?.code ?? ''),
    membres: ligne.membres.map(decrireCommune).sort((a, b) => (a.codeInsee < b.codeInsee ? -1 : 1)),
  };
};

/** Le contour embarqué d’une commune, s’il y en a un. */
export const lireContourEmbarque = (codeInsee: string): Contour | null =>
  contoursEmbarques().get(codeInsee) ?? null;

/** Les départements, code et nom, pour les listes de choix. */
export const lireDepartements = unefois((): readonly { code: string; nom: string }[] =>
  lireJson<{ code: string; nom: string }[]>('departements').map(({ code, nom }) => ({ code, nom })),
);

/** Les départements où se trouve au moins une commune d’un EPCI à fiscalité propre. */
export const lireDepartementsCouverts = unefois((): readonly { code: string; nom: string }[] => {
  const couverts = new Set(chercherEpci({}).flatMap(({ departements }) => departements));
  return lireDepartements().filter(({ code }) => couverts.has(code));
});
