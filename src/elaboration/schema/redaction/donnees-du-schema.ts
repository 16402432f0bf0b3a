import { ecrireMontant } from '../../../moteurs/calcul/index.ts';
import { anneeDe, formaterDate, type Jour } from '../../../moteurs/calendrier/index.ts';
import { FORMES_DE_MUTUALISATION } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { SERVICES_PUBLICS, trouverService } from '../../../referentiel/nomenclatures/index.ts';
import { accorder } from '../../../socle/ui/index.ts';
import {
  type AgentDuSchema,
  type EffectifsDeCollectivite,
  effectifsParCollectivite,
  servicesPresents,
} from '../donnees/effectifs.ts';
import { donneesDeLaFiche, ecrireEtp } from '../fiches/donnees-de-fiche.ts';
import type { FicheTechnique } from '../fiches/fiche.ts';
import { lignesDe, listeDe, type Redaction, texteDe } from '../saisie/champs.ts';
import { dresserImpacts, lignesDepenses, lignesEffectifs } from './tableaux-d-impact.ts';

export interface CommuneDuSchema {
  readonly siren: string;
  readonly nom: string;
  readonly codeInsee: string;
  readonly population: number;
}

/** L’avis d’une commune, tel que l’annexe l’écrit. */
export interface AvisAAnnexer {
  readonly commune: string;
  readonly sens: string;
  readonly le: Jour;
  readonly reserves: string;
}

/** Tout ce dont le document se compose : ce qui est rédigé, et les données du jour. */
export interface MatiereDuSchema {
  readonly mandat: string;
  readonly epci: { readonly siren: string; readonly nom: string; readonly regimeFiscal: string };
  readonly communes: readonly CommuneDuSchema[];
  /** « INSEE, population municipale 2025 ». */
  readonly sourceDesPopulations: string;
  readonly agents: readonly AgentDuSchema[];
  readonly fiches: readonly FicheTechnique[];
  /** Rédaction de toutes les sections, réunies par nom de champ. */
  readonly redaction: Redaction;
  readonly avis: readonly AvisAAnnexer[];
  /** Le jour que décrit la grille RH : celui de l’écran des effectifs. */
  readonly photoAu: Jour;
  readonly aujourdhui: Jour;
}

const ouAbsent = (texte: string): string | null => (texte.trim() === '' ? null : texte);

const pourcent = (part: number, total: number): string =>
  total === 0 ? '0' : String(Math.round((part / total) * 100));

/** Une phrase tirée des chiffres du jour, quand personne n’en a écrit. */
export const lireLesEffectifs = (
  effectifs: readonly EffectifsDeCollectivite[],
  photoAu: Jour,
  aujourdhui: Jour,
): string => {
  const agents = effectifs.reduce((total, ligne) => total + ligne.agents, 0);
  if (agents === 0) return '';
  const etp = effectifs.reduce((total, ligne) => total + ligne.etpCentiemes, 0);
  const ages = effectifs.reduce((total, ligne) => total + ligne.cinquanteCinqEtPlus, 0);
  const connus = effectifs.reduce((total, ligne) => total + ligne.agesConnus, 0);
  const petites = effectifs.filter((ligne) => ligne.agents > 0 && ligne.agents < 5).length;
  const seules =
    petites === 0
      ? ''
      : ` ${accorder(petites, 'collectivité')} ${petites > 1 ? 'comptent' : 'compte'} moins de cinq agents.`;
  return `L’intercommunalité et ses communes emploient ${accorder(agents, 'agent')}, soit ${ecrireEtp(etp).replace('.', ',')} ETP. ${pourcent(ages, connus)} % de ceux dont l’âge est connu ont 55 ans ou plus.${seules} Chiffres de la grille RH au ${formaterDate(photoAu)}, relevés le ${formaterDate(aujourdhui)}.`;
};

const HYPOTHESES = (aujourdhui: Jour): string =>
  `Effectifs : grille RH, relevée le ${formaterDate(aujourdhui)}. Dépenses avant : charges de personnel des services concernés par une action, d’après la même grille. Dépenses après : avant, plus la variation annuelle écrite dans chaque fiche. Une collectivité qu’aucune action ne concerne est à zéro.`;

const aplatir = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/[\p{M}\s’']/gu, '')
    .toLowerCase();

/** Le code d’un service écrit à la main : son code ou son libellé ; tel quel s’il est inconnu. */
const codeDuService = (ecrit: string): string =>
  SERVICES_PUBLICS.find(({ code, libelle }) =>
    [code, libelle].some((nom) => aplatir(nom) === aplatir(ecrit)),
  )?.code ?? ecrit;

/** ETP et coût de chaque service d’après la grille RH ; jamais zéro pour un service que personne ne connaît. */
const dresserServices = (matiere: MatiereDuSchema) => {
  const presents = servicesPresents(matiere.agents);
  return lignesDe(matiere.redaction, 'services').map((ligne) => {
    const code = codeDuService(ligne.service || ligne.libelle || '');
    const mesure = presents.find(({ service }) => service === code);
    const estConnu = trouverService(code) !== null;
    return {
      service: ligne.libelle || trouverService(code)?.libelle || code,
      activite: ouAbsent(ligne.activite ?? ''),
      etp: mesure === undefined && !estConnu ? null : ecrireEtp(mesure?.etpCentiemes ?? 0),
      cout: mesure === undefined && !estConnu ? null : ecrireMontant(mesure?.coutCentimes ?? 0n),
    };
  });
};

const dresserPerimetres = ({ fiches, redaction }: MatiereDuSchema) => [
  ...fiches.map((fiche) => ({
    champ: fiche.titre,
    forme: FORMES_DE_MUTUALISATION[fiche.forme].toLowerCase(),
    communes: fiche.perimetre.length,
    decision: 'retenu',
    motif: ouAbsent(texteDe(fiche.redaction, 'objectif')),
  })),
  ...lignesDe(redaction, 'non_retenus').map((ligne) => ({
    champ: ouAbsent(ligne.champ ?? ''),
    forme: ouAbsent(ligne.forme ?? ''),
    communes: 0,
    decision: ouAbsent(ligne.decision ?? ''),
    motif: ouAbsent(ligne.motif ?? ''),
  })),
];

const sourceDesMoyens = (fiche: FicheTechnique, aujourdhui: Jour): string =>
  fiche.moyens.figesLe === null
    ? `Grille RH, relevée le ${formaterDate(aujourdhui)}`
    : `Grille RH, figée le ${formaterDate(fiche.moyens.figesLe)}`;

/** Les données du modèle « schema-mutualisation » : les chiffres sont ceux du jour, ou figés aux fiches prêtes. */
export const donneesDuSchema = (matiere: MatiereDuSchema): Readonly<Record<string, unknown>> => {
  const { epci, communes, redaction, aujourdhui, fiches } = matiere;
  const noms = new Map([
    [epci.siren, epci.nom],
    ...communes.map(({ siren, nom }) => [siren, nom] as const),
  ]);
  const nommer = (siren: string) => noms.get(siren) ?? siren;
  const effectifs = effectifsParCollectivite(
    matiere.agents,
    [epci.siren, ...communes.map(({ siren }) => siren)],
    anneeDe(matiere.photoAu),
  );
  const impacts = dresserImpacts(fiches, effectifs);
  const texte = (nom: string) => ouAbsent(texteDe(redaction, nom));
  const rendre = (nom: string, colonnes: readonly string[]) =>
    lignesDe(redaction, nom).map((ligne) =>
      Object.fromEntries(colonnes.map((colonne) => [colonne, ouAbsent(ligne[colonne] ?? '')])),
    );
  return {
    epci: {
      nom: epci.nom,
      siren: epci.siren,
      siege: texte('siege'),
      regime_fiscal: epci.regimeFiscal,
    },
    mandat: matiere.mandat,
    editorial: texte('editorial'),
    president: { nom: texte('president_nom'), fonction: texte('president_fonction') },
    cadre: texte('cadre'),
    territoire: {
      millesime: matiere.sourceDesPopulations,
      communes: communes.map(({ nom, codeInsee, population }) => ({
        nom,
        code_insee: codeInsee,
        population,
      })),
    },
    concertation: rendre('concertation', ['etape', 'quand', 'participants']),
    effectifs: effectifs.map((ligne) => ({
      collectivite: nommer(ligne.collectivite),
      agents: ligne.agents,
      etp: ecrireEtp(ligne.etpCentiemes),
      part_55: pourcent(ligne.cinquanteCinqEtPlus, ligne.agesConnus),
    })),
    lecture_effectifs:
      texte('lecture_effectifs') ??
      ouAbsent(lireLesEffectifs(effectifs, matiere.photoAu, aujourdhui)),
    services: dresserServices(matiere),
    materiels: texte('materiels'),
    existant: rendre('existant', ['objet', 'forme', 'membres', 'bilan']),
    attentes: texte('attentes'),
    charte: listeDe(redaction, 'charte'),
    perimetres: dresserPerimetres(matiere),
    fiches: fiches.map((fiche) =>
      donneesDeLaFiche(fiche, {
        epci: epci.nom,
        nommer,
        source: sourceDesMoyens(fiche, aujourdhui),
      }),
    ),
    impact_effectifs: lignesEffectifs(impacts, nommer),
    impact_depenses: lignesDepenses(impacts, nommer),
    hypotheses_impact: texte('hypotheses_impact') ?? HYPOTHESES(aujourdhui),
    calendrier: rendre('calendrier', ['etape', 'echeance', 'responsable']),
    suivi: texte('suivi'),
    avis: matiere.avis,
    glossaire: rendre('glossaire', ['terme', 'definition']),
  };
};
