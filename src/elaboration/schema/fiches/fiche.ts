import { estJour, type Jour } from '../../../moteurs/calendrier/index.ts';
import type { FormeDeMutualisation } from '../../../referentiel/nomenclatures/formes-de-mutualisation.ts';
import { lignesDe, listeDe, type Redaction, texteDe } from '../saisie/champs.ts';
import { etpDeLImpact, type ImpactParPersonnePublique, type ImpactPrevisionnel } from './impact.ts';
import type { Moyens } from './moyens.ts';

export interface IndicateurDeFiche {
  readonly libelle: string;
  readonly initiale: string;
  readonly cible: string;
  readonly unite: string;
  readonly source: string;
}

export interface EtapeDeFiche {
  readonly libelle: string;
  readonly debut: Jour;
  /** Dernier jour compris. */
  readonly fin: Jour;
  readonly responsable: string;
}

/** Les moyens d’une fiche : vivants tant qu’elle est en brouillon, figés quand elle est prête. */
export interface MoyensDeLaFiche extends Moyens {
  /** Le jour où ils ont été figés ; null tant qu’ils suivent les données. */
  readonly figesLe: Jour | null;
}

/** La fiche d’une action, telle que les autres pièces la lisent. */
export interface FicheTechnique {
  readonly id: string;
  /** « F01 » : unique dans le schéma. */
  readonly code: string;
  readonly titre: string;
  /** Code de la nomenclature des services. */
  readonly service: string;
  readonly forme: FormeDeMutualisation;
  /** La décision de périmètre d’où elle naît, ou null. */
  readonly perimetreId: string | null;
  /** SIREN des membres (communes, et l’EPCI s’il est membre). */
  readonly perimetre: readonly string[];
  readonly objectifs: string;
  readonly missions: readonly string[];
  readonly exclusions: readonly string[];
  /** Date d’entrée des premiers adhérents, si elle est écrite. */
  readonly entree: Jour | null;
  readonly moyens: MoyensDeLaFiche;
  readonly impactParPersonnePublique: readonly ImpactParPersonnePublique[];
  readonly indicateurs: readonly IndicateurDeFiche[];
  readonly calendrier: readonly EtapeDeFiche[];
  /** Le pilote technique, responsable de l’action. */
  readonly pilote: string;
  readonly etat: 'brouillon' | 'prete';
  readonly version: number;
  /** Tout ce qui est rédigé, par nom de champ (`CHAMPS_DE_FICHE`). */
  readonly redaction: Redaction;
  readonly modifieeLe: Jour;
  readonly modifieePar: string;
}

/** Ce que la base garde d’une fiche, avant d’y joindre ses moyens. */
export interface FicheEnregistree
  extends Pick<
    FicheTechnique,
    | 'id'
    | 'code'
    | 'titre'
    | 'service'
    | 'forme'
    | 'perimetreId'
    | 'perimetre'
    | 'redaction'
    | 'etat'
    | 'version'
    | 'modifieeLe'
    | 'modifieePar'
  > {
  readonly impact: readonly ImpactPrevisionnel[];
}

const jourOuNull = (texte: string): Jour | null => (estJour(texte) ? texte : null);

const lireEtapes = (redaction: Redaction): readonly EtapeDeFiche[] =>
  lignesDe(redaction, 'calendrier').flatMap((ligne) => {
    const debut = jourOuNull(ligne.debut ?? '') ?? jourOuNull(ligne.fin ?? '');
    if (debut === null) return [];
    const fin = jourOuNull(ligne.fin ?? '') ?? debut;
    return [{ libelle: ligne.etape ?? '', debut, fin, responsable: ligne.responsable ?? '' }];
  });

const lireIndicateurs = (redaction: Redaction): readonly IndicateurDeFiche[] =>
  lignesDe(redaction, 'indicateurs').map((ligne) => ({
    libelle: ligne.libelle ?? '',
    initiale: ligne.initiale ?? '',
    cible: ligne.cible ?? '',
    unite: ligne.unite ?? '',
    source: ligne.source ?? '',
  }));

/** La fiche complète : ce qui est rédigé, et ses moyens. */
export const construireFiche = (
  { impact, ...fiche }: FicheEnregistree,
  moyens: MoyensDeLaFiche,
): FicheTechnique => ({
  ...fiche,
  objectifs: texteDe(fiche.redaction, 'objectif'),
  missions: listeDe(fiche.redaction, 'missions'),
  exclusions: listeDe(fiche.redaction, 'exclusions'),
  entree: jourOuNull(texteDe(fiche.redaction, 'entree')),
  moyens,
  impactParPersonnePublique: impact.map((ligne) => ({
    ...ligne,
    etpCentiemes: etpDeLImpact(ligne),
  })),
  indicateurs: lireIndicateurs(fiche.redaction),
  calendrier: lireEtapes(fiche.redaction),
  pilote: texteDe(fiche.redaction, 'pilote_technique'),
});

/** L’EPCI et les communes du périmètre : les personnes publiques dont l’impact s’écrit. */
export const personnesPubliques = (
  epci: string,
  perimetre: readonly string[],
): readonly string[] => [epci, ...perimetre.filter((siren) => siren !== epci)];

/** Le code de la fiche suivante : « F01 », « F02 »… sans jamais reprendre un code retiré. */
export const codeSuivant = (codes: readonly string[]): string => {
  const rangs = codes.map((code) => Number(/^F(\d+)$/.exec(code)?.[1] ?? '0'));
  return `F${String(Math.max(0, ...rangs) + 1).padStart(2, '0')}`;
};
