import type { MesureDePresence, NoteCalculee, PresenceDuService } from './modele.ts';

const ETP_PLEIN = 100; // centièmes
/** Sous ce nombre d’agents, une part d’agents désignerait quelqu’un : on ne l’écrit pas. */
const AGENTS_POUR_UNE_PART = 5;
const virgule = (centiemes: number): string => (centiemes / 100).toFixed(2).replace('.', ',');
const pourcent = (part: number): string => `${Math.round(100 * part)}\u00a0%`;

/** Part des collectivités (hors intercommunalité) dont les moyens vérifient la condition. */
const partDes = (
  presences: readonly PresenceDuService[],
  condition: (presence: PresenceDuService) => boolean,
): number => presences.filter(condition).length / presences.length;

const mesurer = (
  presences: readonly PresenceDuService[],
  classer: (presence: PresenceDuService) => string,
): readonly MesureDePresence[] =>
  presences.map((presence) => ({
    collectivite: presence.collectivite,
    nom: presence.nom,
    agents: presence.agents,
    etpCentiemes: presence.etpCentiemes,
    classe: classer(presence),
    cellules: presence.cellules,
  }));

const classerEtp = ({ etpCentiemes }: PresenceDuService): string => {
  if (etpCentiemes < ETP_PLEIN / 2) return 'moins d’un demi-ETP';
  if (etpCentiemes < ETP_PLEIN) return 'moins d’un ETP';
  return etpCentiemes > 3 * ETP_PLEIN ? 'plus de 3 ETP' : 'de 1 à 3 ETP';
};

const noterEparpillement = (petites: number, fractions: number, etoffees: number): number => {
  if (petites >= 0.75) return 5;
  if (fractions > 0.5) return 4;
  if (etoffees > 0.5) return 1;
  return fractions >= 0.25 ? 3 : 2;
};

/**
 * CR03, masse critique et éparpillement : les ancrages du référentiel lus sur les ETP ventilés des
 * communes qui ont le service.
 * 5 : moins d’un demi-ETP dans trois communes sur quatre ; 4 : moins d’un ETP dans la majorité ;
 * 1 : plus de trois ETP dans la majorité ; 3 dès un quart de fractions ; 2 sinon.
 */
export const noterMasseCritique = (
  presences: readonly PresenceDuService[],
): NoteCalculee | null => {
  const communes = presences.filter(({ estEpci, agents }) => !estEpci && agents > 0);
  if (communes.length === 0) return null;
  const petites = partDes(communes, ({ etpCentiemes }) => etpCentiemes < ETP_PLEIN / 2);
  const fractions = partDes(communes, ({ etpCentiemes }) => etpCentiemes < ETP_PLEIN);
  const etoffees = partDes(communes, ({ etpCentiemes }) => etpCentiemes > 3 * ETP_PLEIN);
  const total = communes.reduce((somme, { etpCentiemes }) => somme + etpCentiemes, 0);
  const lieu =
    communes.length === 1 ? 'dans une commune' : `répartis dans ${communes.length} communes`;
  return {
    critere: 'CR03',
    note: noterEparpillement(petites, fractions, etoffees),
    phrase: `${virgule(total)}\u00a0ETP ${lieu}\u00a0: moins d’un ETP dans ${pourcent(fractions)} d’entre elles, moins d’un demi-ETP dans ${pourcent(petites)}.`,
    regle:
      '5\u00a0: moins d’un demi-ETP dans au moins 75\u00a0% des communes\u202f; 4\u00a0: moins d’un ETP dans la majorité\u202f; 1\u00a0: plus de 3 ETP dans la majorité\u202f; 3\u00a0: moins d’un ETP dans au moins 25\u00a0%\u202f; 2 sinon.',
    mesures: mesurer(communes, classerEtp),
  };
};

const noterFragilite = (uniques: number, departs: number): number => {
  if (uniques >= 0.5 && departs >= 0.4) return 5;
  if (uniques >= 0.5) return 4;
  if (uniques >= 0.25 || departs >= 0.3) return 3;
  return uniques > 0 || departs > 0 ? 2 : 1;
};

/**
 * CR04, fragilité et continuité : agent unique par commune et départs possibles à cinq ans.
 * 4 : agent unique dans la moitié des communes ; 5 si, de plus, 40 % des agents peuvent partir ;
 * 3 : agent unique dans un quart des communes, ou 30 % de départs ; 1 : ni l’un ni l’autre.
 */
export const noterContinuite = (presences: readonly PresenceDuService[]): NoteCalculee | null => {
  const communes = presences.filter(({ estEpci, agents }) => !estEpci && agents > 0);
  if (communes.length === 0) return null;
  const uniques = partDes(communes, ({ agents }) => agents === 1);
  const agents = presences.reduce((somme, presence) => somme + presence.agents, 0);
  const partants = presences.reduce((somme, presence) => somme + presence.departsACinqAns, 0);
  const departs = agents === 0 ? 0 : partants / agents;
  const phraseDeDeparts =
    agents < AGENTS_POUR_UNE_PART
      ? 'trop peu d’agents pour dire combien atteignent l’âge de départ'
      : `${pourcent(departs)} des agents atteignent l’âge de départ d’ici cinq ans`;
  return {
    critere: 'CR04',
    note: noterFragilite(uniques, departs),
    phrase: `Un seul agent dans ${pourcent(uniques)} des communes qui ont ce service\u202f; ${phraseDeDeparts}.`,
    regle:
      '5\u00a0: agent unique dans au moins 50\u00a0% des communes et 40\u00a0% de départs à cinq ans\u202f; 4\u00a0: agent unique dans au moins 50\u00a0%\u202f; 3\u00a0: agent unique dans au moins 25\u00a0% ou 30\u00a0% de départs\u202f; 2\u00a0: quelques cas\u202f; 1\u00a0: aucun.',
    mesures: mesurer(
      presences.filter((presence) => presence.agents > 0),
      (presence) => (presence.agents === 1 ? 'agent unique' : 'plusieurs agents'),
    ),
  };
};

/** Les notes que les effectifs permettent de calculer pour un service. */
export const calculerNotes = (presences: readonly PresenceDuService[]): readonly NoteCalculee[] =>
  [noterMasseCritique(presences), noterContinuite(presences)].filter((note) => note !== null);
