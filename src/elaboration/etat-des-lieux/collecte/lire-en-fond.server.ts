import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { refuserFichier } from '../../../moteurs/grille/index.ts';
import type { Refus } from '../../../moteurs/resultat/index.ts';
import {
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { deposerFichier } from '../../../socle/depots/index.server.ts';
import {
  annulerTravail,
  type Executant,
  lancerTravail,
  type Rangement,
  suivreTravail,
} from '../../../socle/travaux/index.server.ts';
import type { Json, Travail } from '../../../socle/travaux/index.ts';
import { cheminDeGrille } from './chemin-de-grille.ts';
import { mesurerDepot, SANS_DECISION } from './depot.ts';
import {
  abandonnerLesAutres,
  cloreDepot,
  creerDepot,
  type DepotACreer,
  enregistrerLecture,
  lireDepot,
} from './depots.sql.server.ts';
import { exigerGrille } from './grilles.ts';
import {
  garderLeTempsDeLire,
  lireFichierALire,
  oublierFichiersLus,
  trouverTravailDeLecture,
} from './lectures.sql.server.ts';
import {
  ETAPES_DE_LECTURE,
  type FichierLu,
  type FichierRendu,
  lireFichierRendu,
} from './lire-fichier.server.ts';
import type { LectureGardee } from './situer-colonnes.ts';
import { lireMoyens } from './territoire-de-lecture.server.ts';

/** Le genre, au registre des travaux, de la lecture d’un gros fichier. */
export const LECTURE_DE_DEPOT = 'lecture-de-depot';

type Tx = Transaction<unknown>;
type Entree = { readonly depotId: string; readonly aujourdhui: Jour };
const versEntree = (entree: Json) => entree as unknown as Entree;

const refuserLecture = (grille: string, nom: string, motif: Refus): LectureGardee => ({
  ...refuserFichier(grille, nom, motif),
  lettres: {},
});

/** Une lecture qui n’a pas encore eu lieu : rien de lu, rien de refusé. */
const lectureAVenir = (grille: string, nom: string): LectureGardee => {
  const { erreurs: _, ...vide } = refuserLecture(grille, nom, { code: 'a-lire', message: '' });
  return { ...vide, anomalies: [], bilan: { ...vide.bilan, fichierRefuse: false } };
};

/** Garde un fichier et demande sa lecture ; rend son dépôt, « en lecture ». */
export const confierLecture = async (
  tx: Tx,
  contexte: Contexte,
  depot: Pick<
    DepotACreer,
    'grille' | 'collectivite' | 'empreinte' | 'gabaritId' | 'fichier' | 'taille'
  >,
  { collectivite, nom, octets }: FichierRendu,
  aujourdhui: Jour,
): Promise<string> => {
  const depotId = await creerDepot(tx, contexte, {
    ...depot,
    fichierId: null,
    estExpurge: false,
    etat: 'en-lecture',
    lecture: lectureAVenir(depot.grille, nom),
    avancement: null,
  });
  const travailId = await lancerTravail(tx, {
    territoireId: contexte.territoireId,
    auteur: contexte.auteur,
    genre: LECTURE_DE_DEPOT,
    libelle: `Lecture de « ${nom} » (${exigerGrille(depot.grille).titre}, ${collectivite?.nom ?? 'plusieurs collectivités'})`,
    entree: { depotId, aujourdhui },
    // Le travail voit ce que voit qui dépose : ni plus, ni moins.
    collectivite: contexte.collectivite,
  });
  await garderLeTempsDeLire(tx, contexte, depotId, {
    collectivite: depot.collectivite,
    travailId,
    octets,
  });
  return depotId;
};

/** Enregistre ce qui a été lu, si le dépôt l’attend encore : une reprise n’écrit rien deux fois. */
const enregistrer = async (
  tx: Tx,
  contexte: Contexte,
  depotId: string,
  { lecture, garde, estExpurge }: FichierLu,
): Promise<void> => {
  const depot = await lireDepot(tx, contexte, depotId, { verrouiller: true });
  if (depot?.etat !== 'en-lecture') return;
  const { grille, collectivite } = depot;
  const depose = garde === null ? null : await deposerFichier(tx, { ...garde, collectivite });
  const refus = depose?.ok === false ? depose.refus : null;
  const retenue = refus === null ? lecture : refuserLecture(grille, depot.fichier, refus);
  const estRefuse = retenue.bilan.fichierRefuse;
  await enregistrerLecture(tx, contexte, depotId, {
    fichierId: depose?.ok === true ? depose.valeur.fichier.id : null,
    estExpurge,
    etat: estRefuse ? 'refuse' : 'a-verifier',
    lecture: retenue,
    avancement: mesurerDepot(retenue, SANS_DECISION),
  });
  if (!estRefuse) {
    await abandonnerLesAutres(tx, contexte, { grille, collectivite, sauf: depotId });
  }
  await oublierFichiersLus(tx, contexte);
};

/** Lit un gros fichier déposé, hors du fil qui sert les pages. */
export const lireDepotEnFond: Executant = async (entree, { base, contexte, avancer }) => {
  const { depotId, aujourdhui } = versEntree(entree);
  const aLire = await dansTerritoire(base, contexte, async (tx) => {
    const fichier = await lireFichierALire(tx, contexte, depotId);
    if (fichier === null) return null; // lu juste avant une coupure, ou remplacé par un autre
    return {
      fichier,
      moyens: await lireMoyens(tx, contexte, fichier.grille, fichier.collectivite),
    };
  });
  if (aLire === null) return null;
  const { fichier, moyens } = aLire;
  const { epci, communes } = moyens.territoire;
  const collectivite = [epci, ...communes].find(({ siren }) => siren === fichier.collectivite);
  const lu = await lireFichierRendu(
    { ...fichier, collectivite: collectivite ?? null },
    moyens,
    aujourdhui,
    (faites, message) => avancer(faites, ETAPES_DE_LECTURE, message),
  );
  await avancer(ETAPES_DE_LECTURE - 1, ETAPES_DE_LECTURE, 'Enregistrement de la lecture');
  await dansTerritoire(base, contexte, (tx: Tx) => enregistrer(tx, contexte, depotId, lu));
  await avancer(ETAPES_DE_LECTURE, ETAPES_DE_LECTURE, 'Lecture enregistrée');
  return {
    chemin: `${cheminDeGrille(epci.siren, fichier.grille, fichier.collectivite)}/depots/${depotId}`,
  };
};

/** Une lecture qui n’aboutit pas : le dépôt le dit, et le fichier n’est pas gardé. */
export const rangerLectureInaboutie: Rangement = (entree, { base, contexte }, issue) =>
  dansTerritoire(base, contexte, async (tx: Tx) => {
    const { depotId } = versEntree(entree);
    const depot = await lireDepot(tx, contexte, depotId, { verrouiller: true });
    if (depot?.etat !== 'en-lecture') return;
    if (issue.etat === 'annule') {
      await cloreDepot(tx, contexte, depotId, 'abandonne');
    } else {
      const lecture = refuserLecture(depot.grille, depot.fichier, {
        code: 'lecture-interrompue',
        message:
          'La lecture de ce fichier s’est arrêtée sur une panne. Déposez-le de nouveau ; si cela dure, enregistrez la seule feuille de la grille au format CSV, ou coupez le fichier en deux.',
      });
      await enregistrerLecture(tx, contexte, depotId, {
        fichierId: null,
        estExpurge: false,
        etat: 'refuse',
        lecture,
        avancement: null,
      });
    }
    await oublierFichiersLus(tx, contexte);
  });

/** Arrête la lecture d’un dépôt qu’on vient d’abandonner, et oublie ses octets. */
export const arreterLecture = async (
  tx: Tx,
  contexte: Contexte,
  depotId: string,
): Promise<void> => {
  const travailId = await trouverTravailDeLecture(tx, contexte, depotId);
  if (travailId !== null) await annulerTravail(tx, travailId);
  await oublierFichiersLus(tx, contexte);
};

/** Où en est la lecture d’un dépôt ; null si on ne sait pas encore (ou si un autre l’a demandée). */
export const suivreLecture = async (
  tx: Tx,
  contexte: Contexte,
  depotId: string,
): Promise<Travail | null> => {
  const travailId = await trouverTravailDeLecture(tx, contexte, depotId);
  return travailId === null ? null : suivreTravail(tx, travailId);
};
