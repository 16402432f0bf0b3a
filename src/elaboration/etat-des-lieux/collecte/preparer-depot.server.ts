import { REGLES_DE_LECTURE } from '../../../moteurs/grille/index.ts';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { partFaite, secondesRestantes } from '../../../socle/travaux/index.ts';
import { type AnomalieNumerotee, grouperAnomalies, rangeeDe } from './anomalies.ts';
import { type Depot, mesurerDepot, repereBloque, repereImporte } from './depot.ts';
import { lireDepot } from './depots.sql.server.ts';
import { exigerGrille } from './grilles.ts';
import { suivreLecture } from './lire-en-fond.server.ts';
import { montrerComparaison, titresDe } from './montrer-comparaison.ts';
import { type AccesALaGrille, resumerAcces } from './ouvrir-collecte.server.ts';
import { REGLE_AUTRE_COLLECTIVITE } from './restreindre.ts';
import { comparerDepot } from './valider.server.ts';

/** Au-delà, un groupe se lit page par page : rien n’est caché, tout ne tient pas. */
const PAR_PAGE = 50;

const CAUSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(REGLES_DE_LECTURE).map(([regle, { libelle }]) => [regle, libelle]),
  ),
  [REGLE_AUTRE_COLLECTIVITE]: 'Ligne d’une autre collectivité',
};

/** Le repère de la ligne d’une anomalie : de quoi la corriger à l’écran. */
const reperer = ({ lecture }: Depot): ReadonlyMap<string, string> =>
  new Map([
    ...lecture.lignes
      .map((ligne, rang) => [rangeeDe(ligne), repereImporte(rang)] as const)
      .toReversed(),
    ...lecture.bloquees.map((ligne, rang) => [rangeeDe(ligne), repereBloque(rang)] as const),
  ]);

const montrerAnomalie = (
  anomalie: AnomalieNumerotee,
  reperes: ReadonlyMap<string, string>,
  titres: ReadonlyMap<string, string>,
) => ({
  cle: String(anomalie.numero),
  feuille: anomalie.feuille,
  ligne: anomalie.ligne,
  colonne: anomalie.colonne,
  cellule: anomalie.cellule,
  // Une colonne renommée : on a lu son intitulé, on propose le titre du modèle.
  lue: anomalie.cellule === null && anomalie.lue === '' ? anomalie.colonne : anomalie.lue,
  valeur:
    anomalie.cellule === null && anomalie.valeur !== null
      ? (titres.get(anomalie.valeur) ?? anomalie.valeur)
      : anomalie.valeur,
  message: anomalie.message,
  repere: anomalie.cellule === null ? null : (reperes.get(rangeeDe(anomalie)) ?? null),
});

const montrerGroupes = (depot: Depot, parametres: URLSearchParams) => {
  const { aConfirmer } = mesurerDepot(depot.lecture, depot.decisions);
  const attendues = new Set(aConfirmer.map(({ numero }) => numero));
  const reperes = reperer(depot);
  const titres = titresDe(exigerGrille(depot.grille));
  const demande = parametres.get('groupe');
  const page = lirePage(parametres, 'page');
  return grouperAnomalies(depot.lecture).map(({ cle, regle, action, anomalies }) => {
    const depart = cle === demande ? (page - 1) * PAR_PAGE : 0;
    const restantes = anomalies.filter(({ numero }) => attendues.has(numero)).length;
    return {
      cle,
      cause: CAUSES[regle] ?? regle,
      action,
      nombre: anomalies.length,
      restantes,
      page: cle === demande ? page : 1,
      pages: Math.max(1, Math.ceil(anomalies.length / PAR_PAGE)),
      anomalies: anomalies.slice(depart, depart + PAR_PAGE).map((anomalie) => ({
        ...montrerAnomalie(anomalie, reperes, titres),
        attendConfirmation: attendues.has(anomalie.numero),
      })),
    };
  });
};

const statutDe = ({ decisions }: Depot, repere: string) => {
  if (decisions.laissees.includes(repere)) return 'laissee' as const;
  return decisions.corrigees[repere] === undefined ? ('bloquee' as const) : ('corrigee' as const);
};

const lirePage = (parametres: URLSearchParams, nom: string): number =>
  Math.max(1, Math.trunc(Number(parametres.get(nom) ?? '1')) || 1);

/** Les lignes bloquées, page par page, et la première qui reste à corriger. */
const montrerBloquees = (
  depot: Depot,
  restantes: readonly string[],
  parametres: URLSearchParams,
) => {
  const { bloquees } = depot.lecture;
  const pages = Math.max(1, Math.ceil(bloquees.length / PAR_PAGE));
  const page = Math.min(pages, lirePage(parametres, 'bloquees'));
  const depart = (page - 1) * PAR_PAGE;
  return {
    nombre: bloquees.length,
    premiere: restantes[0] ?? null,
    page,
    pages,
    lignes: bloquees.slice(depart, depart + PAR_PAGE).map((ligne, rang) => {
      const repere = repereBloque(depart + rang);
      return {
        repere,
        ligne: ligne.ligne,
        feuille: ligne.feuille,
        apercu: ligne.lues
          .filter((lue) => lue !== null && lue !== '')
          .slice(0, 5)
          .join(' · '),
        statut: statutDe(depot, repere),
      };
    }),
  };
};

/** Tout ce que montre la vérification d’un dépôt. */
export const preparerDepot = (acces: AccesALaGrille, id: string, parametres: URLSearchParams) =>
  dansTerritoire(acces.base, acces.contexte, async (tx) => {
    const depot = await lireDepot(tx, acces.contexte, id);
    if (
      depot === null ||
      depot.grille !== acces.grille ||
      depot.collectivite !== (acces.collectivite?.siren ?? null)
    ) {
      return interrompre(
        404,
        'Ce dépôt n’existe pas ici',
        'Revenez à la grille : les fichiers déposés y sont listés.',
      );
    }
    const avancement = mesurerDepot(depot.lecture, depot.decisions);
    const comparaison =
      depot.etat === 'a-verifier'
        ? montrerComparaison(
            (await comparerDepot(tx, acces.contexte, depot, { verrouiller: false })).comparees,
            depot,
            exigerGrille(depot.grille),
          )
        : null;
    const travail =
      depot.etat === 'en-lecture' ? await suivreLecture(tx, acces.contexte, depot.id) : null;
    return {
      acces: resumerAcces(acces),
      lecture: {
        part: travail === null ? null : partFaite(travail),
        etape: travail?.message ?? null,
        secondesRestantes: travail === null ? null : secondesRestantes(travail, Date.now()),
      },
      depot: {
        id: depot.id,
        fichier: depot.fichier,
        etat: depot.etat,
        estExpurge: depot.estExpurge,
        deposeLe: depot.deposeLe,
        deposePar: depot.deposePar,
        valideLe: depot.valideLe,
        validePar: depot.validePar,
        fichierId: depot.fichierId,
        erreurs: (depot.lecture.erreurs ?? []).map(({ message }) => message),
        bilan: depot.lecture.bilan,
      },
      resume: {
        pretes: avancement.pretes,
        aConfirmer: avancement.aConfirmer.length,
        bloquees: avancement.bloquees.length,
      },
      laissees: avancement.laissees,
      peutValider: avancement.peutValider && (comparaison?.restants ?? 0) === 0,
      groupes: montrerGroupes(depot, parametres),
      bloquees: montrerBloquees(depot, avancement.bloquees, parametres),
      comparaison,
    };
  });

export type DepotMontre = Awaited<ReturnType<typeof preparerDepot>>;
