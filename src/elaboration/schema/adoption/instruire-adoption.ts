import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { AvisDeCommune, Echeance, SortieProcedure } from '../../../moteurs/procedure/index.ts';
import { instruireProcedure } from '../../../referentiel/procedures/index.ts';
import { type EvenementDAdoption, evenementsVivants } from './evenements.ts';

/** Une commune membre, pour la procédure. */
export interface CommuneConsultee {
  readonly siren: string;
  readonly codeInsee: string;
  readonly nom: string;
  readonly population: number | null;
}

type EvenementAInstruire = Pick<
  EvenementDAdoption,
  'id' | 'type' | 'le' | 'collectivite' | 'details' | 'annule'
>;

/** Le dossier, dans la forme du contrat de la procédure (communes par code INSEE). */
export const dossierDAdoption = (
  communes: readonly CommuneConsultee[],
  evenements: readonly EvenementAInstruire[],
  le: Jour,
): unknown => {
  const codes = new Map(communes.map(({ siren, codeInsee }) => [siren, codeInsee]));
  const vivants = evenementsVivants(evenements as readonly EvenementDAdoption[]);
  return {
    le,
    territoire: {
      communes: communes.map(({ codeInsee, nom, population }) => ({
        code: codeInsee,
        nom,
        population,
      })),
      epci: null,
    },
    evenements: vivants.flatMap(({ type, le: date, collectivite, details }) => {
      const commune = collectivite === null ? undefined : codes.get(collectivite);
      // L’événement d’une commune que ce dossier ne consulte pas (partie depuis) n’y entre pas.
      if (collectivite !== null && commune === undefined) return [];
      const { pieces, sens, annee } = details;
      return [
        {
          type,
          date,
          ...(commune === undefined ? {} : { commune }),
          ...(pieces === undefined ? {} : { pieces }),
          ...(sens === undefined ? {} : { sens }),
          ...(annee === undefined ? {} : { annee }),
        },
      ];
    }),
  };
};

/**
 * Instruit l’adoption au jour demandé. Un dossier que nos écritures ne peuvent pas produire est une
 * erreur, pas un refus.
 */
export const instruireAdoption = (
  communes: readonly CommuneConsultee[],
  evenements: readonly EvenementAInstruire[],
  le: Jour,
): SortieProcedure => {
  const sortie = instruireProcedure('adoption-schema', dossierDAdoption(communes, evenements, le));
  if (sortie.ok) return sortie.valeur;
  throw new Error(sortie.refus.map(({ chemin, message }) => `${chemin} : ${message}`).join(' '));
};

/** L’échéance d’avis d’une commune, si elle est saisie. */
export const echeanceDAvis = (sortie: SortieProcedure, codeInsee: string): Echeance | undefined =>
  sortie.echeances.findLast(({ code, commune }) => code === 'SCH-06' && commune === codeInsee);

/** L’avis d’une commune au jour instruit. */
export const avisDe = (sortie: SortieProcedure, codeInsee: string): AvisDeCommune | undefined =>
  sortie.avis?.find(({ commune }) => commune === codeInsee);

/** Ce qui manque à un passage, avec ses articles ; vide s’il est ouvert. */
export const manquesDuPassage = (sortie: SortieProcedure, nom: string) =>
  sortie.passages.find((passage) => passage.nom === nom)?.manque ?? [];
