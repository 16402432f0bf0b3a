import { REGLES_DE_LECTURE, type SchemaDeGrille } from '../../../moteurs/grille/index.ts';
import { interrompre } from '../../../socle/acces/index.server.ts';
import { dansTerritoire } from '../../../socle/base/index.server.ts';
import { partFaite, secondesRestantes } from '../../../socle/travaux/index.ts';
import { type AnomalieNumerotee, grouperAnomalies, rangeeDe } from './anomalies.ts';
import { aTrancher, cleDeConflit, type LigneComparee } from './comparer.ts';
import { type Depot, mesurerDepot, repereBloque, repereImporte } from './depot.ts';
import { lireDepot } from './depots.sql.server.ts';
import { exigerGrille } from './grilles.ts';
import { suivreLecture } from './lire-en-fond.server.ts';
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

/** Le titre de chaque colonne, par nom canonique. */
const titresDe = ({ colonnes }: Pick<SchemaDeGrille, 'colonnes'>): ReadonlyMap<string, string> =>
  new Map(colonnes.map(({ nom, titre }) => [nom, titre]));

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
  const page = Math.max(1, Math.trunc(Number(parametres.get('page') ?? '1')) || 1);
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

const montrerBloquees = ({ lecture, decisions }: Depot) =>
  lecture.bloquees.map((ligne, rang) => {
    const repere = repereBloque(rang);
    const statut = decisions.laissees.includes(repere)
      ? ('laissee' as const)
      : decisions.corrigees[repere] === undefined
        ? ('bloquee' as const)
        : ('corrigee' as const);
    return {
      repere,
      ligne: ligne.ligne,
      feuille: ligne.feuille,
      apercu: ligne.lues
        .filter((lue) => lue !== null && lue !== '')
        .slice(0, 5)
        .join(' · '),
      statut,
    };
  });

const LIGNES_COMPAREES_MONTREES = 200;

const montrerComparaison = (
  comparees: readonly LigneComparee[],
  depot: Depot,
  schema: SchemaDeGrille,
) => {
  const titres = titresDe(schema);
  const compter = (statut: LigneComparee['statut']) =>
    comparees.filter((ligne) => ligne.statut === statut).length;
  const restants = aTrancher(comparees, depot.decisions);
  return {
    ajoutees: compter('ajoutee'),
    modifiees: compter('modifiee'),
    inchangees: compter('inchangee'),
    dejaRetirees: comparees.filter(({ statut }) => statut === 'deja-retiree').map(({ cle }) => cle),
    restants: restants.conflits.length + restants.retraits.length,
    modifications: comparees
      .filter(({ statut }) => statut === 'modifiee')
      .flatMap(({ identite, cle, cellules }) =>
        cellules
          .filter(({ issue }) => issue !== 'conflit')
          .map(({ champ, depose, enLigne, issue }) => ({
            id: `${identite}/${champ}`,
            cle,
            champ: titres.get(champ) ?? champ,
            depose,
            enLigne,
            issue,
          })),
      )
      .slice(0, LIGNES_COMPAREES_MONTREES),
    conflits: comparees.flatMap(({ identite, cle, statut, prete, cellules }) => {
      const trouver = (champ: string) => {
        const id = cleDeConflit(identite, champ);
        return { id, decision: depot.decisions.conflits[id] ?? null };
      };
      const deLigne =
        statut === 'conflit-de-ligne'
          ? [
              {
                ...trouver(''),
                cle,
                champ: 'Ligne entière',
                depose: prete === null ? 'retirée du fichier' : 'modifiée dans le fichier',
                enLigne: prete === null ? 'modifiée depuis' : 'retirée depuis',
              },
            ]
          : [];
      const deCellules = cellules
        .filter(({ issue }) => issue === 'conflit')
        .map(({ champ, depose, enLigne }) => ({
          ...trouver(champ),
          cle,
          champ: titres.get(champ) ?? champ,
          depose,
          enLigne,
        }));
      return [...deLigne, ...deCellules];
    }),
    horsFichier: comparees
      .filter(({ statut }) => statut === 'retrait' || statut === 'absente')
      .map(({ identite, cle, statut, enLigne }) => ({
        id: identite,
        cle,
        demande: statut === 'retrait',
        apercu: Object.values(enLigne?.valeurs ?? {})
          .filter((v) => v !== '')
          .slice(2, 6)
          .join(' · '),
        decision: depot.decisions.retraits[identite] ?? null,
      })),
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
      bloquees: montrerBloquees(depot),
      comparaison,
    };
  });

export type DepotMontre = Awaited<ReturnType<typeof preparerDepot>>;
