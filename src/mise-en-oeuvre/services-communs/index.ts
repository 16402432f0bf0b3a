/** Porte pure des services communs. */
export {
  type AgentDuService,
  type BilanDesAgents,
  dresserBilan,
  proposerAgents,
} from './agents.ts';
export type { FicheDOrigine } from './contenu-initial.ts';
export {
  type Adhesion,
  adhereLe,
  membresLe,
  type ServiceCommun,
  STATUTS_D_ADHESION,
  statutLe,
} from './service.ts';
