import { type Panne, reconnaitrePanne } from '../../socle/base/index.server.ts';

/** Ce qui explique qu’une page n’ait pas pu se rendre, quand on le reconnaît. */
export type PanneDePage = Panne | 'envoi-illisible';

/** Le statut de la réponse, qui choisit aussi ses mots. */
export const STATUTS_DES_PANNES: Readonly<Record<PanneDePage, number>> = {
  'envoi-illisible': 400,
  'objet-absent': 409,
  'valeur-refusee': 422,
  'base-coupee': 503,
  'disque-plein': 507,
};

/** Le corps d’un formulaire que la plateforme n’a pas su lire. */
const estEnvoiIllisible = (erreur: unknown): boolean =>
  erreur instanceof TypeError && /FormData|multipart\/form-data/.test(erreur.message);

interface Processus {
  ensemblierPannes?: WeakMap<Request, PanneDePage>;
}

// Le code est chargé deux fois (sources et paquet construit) : le registre est celui du processus.
const registre = (): WeakMap<Request, PanneDePage> => {
  const processus = globalThis as Processus;
  processus.ensemblierPannes ??= new WeakMap();
  return processus.ensemblierPannes;
};

/** Note, pour cette demande, la panne qu’on reconnaît dans l’erreur ; null si c’en est une autre. */
export const noterPanne = (demande: Request, erreur: unknown): PanneDePage | null => {
  const panne = reconnaitrePanne(erreur) ?? (estEnvoiIllisible(erreur) ? 'envoi-illisible' : null);
  if (panne !== null) registre().set(demande, panne);
  return panne;
};

/** La panne notée pour cette demande. */
export const panneDe = (demande: Request): PanneDePage | null => registre().get(demande) ?? null;
