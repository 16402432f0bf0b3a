import { ajouterJours, anneeDe, type Jour } from '../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../socle/base/index.server.ts';
import type { ActionSuivie, SuiviDAction } from './action.ts';
import { lireActions, ouvrirSuivi } from './actions.sql.server.ts';
import { garderRapport, lireMatiereDuRapport } from './composer-rapport.server.ts';
import { lireNombre } from './indicateurs.ts';
import { listerPublications } from './publications.sql.server.ts';
import { publier } from './publier.server.ts';
import { enregistrerRapport, lireRapport } from './rapports.sql.server.ts';
import { lireSources } from './sources.server.ts';
import { releverIndicateur, suivreAction } from './suivre.server.ts';

const exiger = <V>(resultat: Resultat<V, Refus | readonly Refus[]>): V => {
  if (resultat.ok) return resultat.valeur;
  throw new Error(JSON.stringify(resultat.refus));
};

/** De proche en proche, pour qu’aucun passage ne soit sauté ; une action entre en service achevée, ou son service déjà ouvert. */
const cheminDe = (
  rang: number,
  faites: number,
  total: number,
  estOuvert: boolean,
): readonly SuiviDAction['etat'][] => {
  if (rang % 4 === 3) return ['suspendue'];
  if (total === 0 || faites === 0) return ['decidee'];
  return faites === total || estOuvert
    ? ['decidee', 'en-preparation', 'en-service']
    : ['decidee', 'en-preparation'];
};

const suiviA = (action: ActionSuivie, rang: number, aujourdhui: Jour): SuiviDAction => {
  const faites = [0.8, 0.5, 0.25, 0][rang % 4] ?? 0;
  const commencees = action.etapes.filter(({ debut }) => debut <= aujourdhui);
  const nombre = Math.min(Math.round(action.etapes.length * faites), commencees.length);
  return {
    axe: rang === 2 ? 'Achats' : 'Ressources',
    pilote: action.pilote === '' ? 'Direction générale des services' : action.pilote,
    poids: rang === 0 ? 3 : 1,
    etat: action.etat,
    acte: '',
    motif: '',
    etapes: action.etapes.map((etape, position) => ({
      ...etape,
      faiteLe: position < nombre ? ([etape.fin, aujourdhui].toSorted()[0] ?? aujourdhui) : null,
    })),
    avancementSaisi: Math.round(faites * 100),
    suite:
      ['bilan à un an', 'reprise des logiciels', 'recensement des besoins', 'reprise en 2027'][
        rang % 4
      ] ?? '',
    commentaire: '',
  };
};

const avancer = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  action: ActionSuivie,
  rang: number,
  aujourdhui: Jour,
  estOuvert: boolean,
): Promise<void> => {
  let { version } = action;
  let suivi = suiviA(action, rang, aujourdhui);
  const faites = suivi.etapes.filter(({ faiteLe }) => faiteLe !== null).length;
  for (const etat of cheminDe(rang, faites, suivi.etapes.length, estOuvert)) {
    suivi = {
      ...suivi,
      etat,
      acte: etat === 'en-service' ? 'Convention de service commun' : '',
      motif: etat === 'suspendue' ? 'Deux communes demandent un nouveau recensement.' : '',
    };
    exiger(await suivreAction(tx, contexte, { id: action.id, version }, suivi, aujourdhui));
    version += 1;
  }
};

const relever = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  { id, etat, indicateurs }: ActionSuivie,
  aujourdhui: Jour,
): Promise<void> => {
  for (const { libelle, initiale, cible, unite } of indicateurs) {
    const de = lireNombre(initiale) ?? 0;
    const a = lireNombre(cible);
    if (a === null) continue;
    // Un compte (communes, marchés, jours) s’écrit en entier ; une action suspendue n’avance pas.
    const dixiemes = unite === '%' ? 10 : 1;
    for (const [part, avant] of [
      [0, 120],
      [etat === 'suspendue' ? 0 : 0.4, 20],
    ] as const) {
      const valeur = Math.floor((de + (a - de) * part) * dixiemes) / dixiemes;
      const releve = {
        indicateur: libelle,
        le: ajouterJours(aujourdhui, -avant),
        valeur,
        commentaire: '',
      };
      exiger(await releverIndicateur(tx, contexte, id, releve, aujourdhui));
    }
  }
};

/** Le pilotage a-t-il déjà été semé (ou commencé par quelqu’un) ? */
export const estPilotageCommence = (base: Base, contexte: Contexte): Promise<boolean> =>
  dansTerritoire(
    base,
    contexte,
    async (tx) =>
      (await lireActions(tx, contexte)).length > 0 ||
      (await listerPublications(tx, contexte)).length > 0,
  );

/**
 * Sème le suivi des fiches du schéma, leurs relevés, la rédaction du rapport de l’année, une copie de
 * travail ou la version définitive si rien n’y manque, et la publication.
 */
export const semerPilotage = (base: Base, contexte: Contexte, aujourdhui: Jour): Promise<void> =>
  dansTerritoire(base, contexte, async (tx) => {
    const { fiches, services, couts } = await lireSources(tx, contexte, aujourdhui);
    const ouvertes = new Set(services.map(({ ficheId }) => ficheId));
    // Sans schéma semé avant lui, il n’y a rien à suivre.
    if (fiches.length === 0) return;
    await ouvrirSuivi(tx, contexte, fiches, aujourdhui);
    for (const [rang, action] of (await lireActions(tx, contexte)).entries()) {
      await avancer(tx, contexte, action, rang, aujourdhui, ouvertes.has(action.ficheId));
    }
    for (const action of await lireActions(tx, contexte)) {
      await relever(tx, contexte, action, aujourdhui);
    }
    // On rend compte de la dernière année dont les comptes sont connus.
    const annee = Math.max(
      ...couts.map((cout) => cout.annee),
      couts.length > 0 ? 0 : anneeDe(aujourdhui),
    );
    const { redaction } = await lireMatiereDuRapport(tx, contexte, annee, aujourdhui);
    exiger(
      await enregistrerRapport(
        tx,
        contexte,
        {
          annee,
          version: (await lireRapport(tx, contexte, annee))?.version ?? 0,
          redaction: {
            ...redaction,
            seance: `${annee + 1}-02-18`,
            faits: [
              'Les communes ont décrit leurs effectifs : le schéma se prépare sur des chiffres partagés.',
              'L’instruction du droit des sols est comptée acte par acte.',
            ],
            gains:
              'Aucune économie la première année. Hypothèse : des salaires en hausse de 2 % par an. Le délai moyen d’instruction doit baisser.',
            climat:
              'Deux réunions avec les agents concernés ; leurs questions ont reçu une réponse écrite.',
            difficultes: 'La reprise des logiciels de paie demande plus de temps que prévu.',
            programme: ['Ouvrir le service commun de la paie.', 'Étudier la police municipale.'],
          },
        },
        aujourdhui,
      ),
    );
    const definitif = await garderRapport(tx, contexte, { annee, genre: 'definitif' }, aujourdhui);
    if (!definitif.ok) {
      exiger(await garderRapport(tx, contexte, { annee, genre: 'copie' }, aujourdhui));
    }
    const rapportId = definitif.ok ? definitif.valeur : null;
    exiger(await publier(tx, contexte, { rapportId }, aujourdhui));
  });
