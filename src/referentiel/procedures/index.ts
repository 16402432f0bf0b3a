import {
  instruire,
  lireDossier,
  type Procedure,
  type SortieProcedure,
  type TableauDeProcedure,
} from '../../moteurs/procedure/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import { ADOPTION_SCHEMA } from './adoption-schema/adoption-schema.ts';
import { SERVICE_COMMUN } from './service-commun/service-commun.ts';
import { TRANSFERT_COMPETENCE } from './transfert-competence.ts';

export { ADOPTION_SCHEMA } from './adoption-schema/adoption-schema.ts';
export type {
  AgentConcerne,
  AgentsConcernes,
  ConventionDeServiceCommun,
  MembreDuService,
  MissionDuService,
} from './service-commun/convention.ts';
export { SERVICE_COMMUN } from './service-commun/service-commun.ts';
export { TRANSFERT_COMPETENCE } from './transfert-competence.ts';

/** Registre : ajouter une procédure, c’est ajouter son tableau ici. */
export const PROCEDURES = {
  'adoption-schema': ADOPTION_SCHEMA,
  'transfert-competence': TRANSFERT_COMPETENCE,
  'service-commun': SERVICE_COMMUN,
} as const satisfies Record<string, TableauDeProcedure>;

export type NomDeProcedure = keyof typeof PROCEDURES;

type Instruction = (entree: unknown) => Resultat<SortieProcedure, readonly Refus[]>;

const preparer =
  <Acte>(procedure: Procedure<Acte>): Instruction =>
  (entree) => {
    const dossier = lireDossier(procedure, entree);
    return dossier.ok ? accepter(instruire(procedure, dossier.valeur)) : dossier;
  };

const INSTRUCTIONS: Readonly<Record<NomDeProcedure, Instruction>> = {
  'adoption-schema': preparer(ADOPTION_SCHEMA),
  'transfert-competence': preparer(TRANSFERT_COMPETENCE),
  'service-commun': preparer(SERVICE_COMMUN),
};

/** Vrai si ce nom est celui d’une procédure livrée. */
export const estNomDeProcedure = (nom: string): nom is NomDeProcedure =>
  Object.hasOwn(INSTRUCTIONS, nom);

/**
 * Instruit une entrée JSON quelconque. Refus : `procedure-inconnue`, ou tous les défauts de l’entrée
 * avec leur chemin. Jamais d’exception.
 */
export const instruireProcedure = (
  nom: string,
  entree: unknown,
): Resultat<SortieProcedure, readonly Refus[]> => {
  if (estNomDeProcedure(nom)) return INSTRUCTIONS[nom](entree);
  const connues = Object.keys(PROCEDURES).join(', ');
  const message = `Procédure inconnue : « ${nom} ». Procédures connues : ${connues}.`;
  return refuser([{ code: 'procedure-inconnue', message, article: null }]);
};
