import { lireLignes } from '../../elaboration/etat-des-lieux/index.server.ts';
import { type LigneDeGrille, lireAgent } from '../../elaboration/etat-des-lieux/index.ts';
import type { Jour } from '../../moteurs/calendrier/index.ts';
import { accepter, type Refus, type Resultat, refuser } from '../../moteurs/resultat/index.ts';
import type { Contexte, Transaction } from '../../socle/base/index.server.ts';
import { lireCollectivites, lireEnTete } from '../../socle/territoire/index.server.ts';
import { type Collectivite, populationDe } from '../../socle/territoire/index.ts';
import { lireConventions } from '../conventions/index.server.ts';
import {
  type Convention,
  conventionsEnVigueur,
  faitsRetenus,
  priseDEffet,
  versionCourante,
  versionSignee,
} from '../conventions/index.ts';
import { lireAgentsDuService, lireServiceCommun } from '../services-communs/index.server.ts';
import type { ServiceCommun } from '../services-communs/index.ts';
import { coutsDuBudget } from './budget.ts';
import { lireCoutsSaisis } from './couts-saisis.sql.server.ts';
import { referenceDe } from './ecritures.ts';
import { lireAppels } from './emissions.sql.server.ts';
import type {
  AgentDuService,
  EntreesDExercice,
  LigneDeCout,
  MembreDExercice,
  NatureDEtat,
} from './entrees.ts';
import { GRILLES_D_UNITES, relever, sourceDeColonne } from './sources-de-lignes.ts';

export interface DemandeDExercice {
  readonly serviceId: string;
  readonly annee: number;
  readonly nature: NatureDEtat;
  /** Null tant que l’exercice n’est pas ouvert : rien n’a été saisi ni appelé. */
  readonly exerciceId: string | null;
  /** Vrai : simuler sur le projet de convention, même non signé. Une émission ne le peut pas. */
  readonly surProjet?: boolean;
}

const SANS_CONVENTION: Refus = {
  code: 'convention-non-signee',
  message:
    'Aucune convention signée n’était en vigueur pour ce service pendant cet exercice : menez-la jusqu’à la prise d’effet. Ce qui est signé est ce qui est facturé.',
  article: 'CGCT, art. L. 5211-4-2',
};

const concerne = (convention: Convention, service: ServiceCommun): boolean =>
  convention.objetId === service.id || convention.id === service.conventionId;

/** La convention qui fait foi pour un exercice : celle en vigueur à son dernier jour. */
export const conventionPourExercice = (
  conventions: readonly Convention[],
  service: ServiceCommun,
  annee: number,
): Convention | null => {
  const siennes = conventions.filter((convention) => concerne(convention, service));
  const [enVigueur] = conventionsEnVigueur(siennes, `${annee}-12-31`);
  return enVigueur ?? conventionsEnVigueur(siennes, `${annee}-01-01`)[0] ?? null;
};

const choisirConvention = (
  conventions: readonly Convention[],
  service: ServiceCommun,
  { annee, surProjet = false }: DemandeDExercice,
): Resultat<{ readonly convention: Convention; readonly estProjet: boolean }> => {
  const enVigueur = conventionPourExercice(conventions, service, annee);
  if (enVigueur !== null && versionSignee(enVigueur) !== null)
    return accepter({ convention: enVigueur, estProjet: false });
  const projet = conventions.findLast((convention) => concerne(convention, service));
  return surProjet && projet !== undefined
    ? accepter({ convention: projet, estProjet: true })
    : refuser(SANS_CONVENTION);
};

const referenceDeConvention = (convention: Convention, estProjet: boolean, annee: number) => {
  const version = versionCourante(convention);
  const signature = faitsRetenus(convention).findLast(({ type }) => type === 'signature');
  return {
    id: convention.id,
    titre: convention.titre,
    version: version.numero,
    signeeLe: estProjet ? null : (signature?.le ?? null),
    effetLe: priseDEffet(convention) ?? (`${annee}-01-01` as Jour),
    empreinte: version.empreinte ?? '',
    tribunal: version.contenu.tribunal,
  };
};

const lireUnites = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: string,
): Promise<EntreesDExercice['actes']> => {
  const releves = [];
  for (const grille of GRILLES_D_UNITES)
    releves.push(...relever(await lireLignes(tx, contexte, grille.grille), grille, service));
  return releves;
};

const AFFECTATIONS = [1, 2, 3] as const;

const versAgent = (ligne: LigneDeGrille, service: string): readonly AgentDuService[] => {
  const { valeurs } = ligne;
  const rang = AFFECTATIONS.find((n) => valeurs[`service_${n}`] === service);
  if (rang === undefined) return [];
  const agent = lireAgent(ligne);
  return [
    {
      matricule: agent.matricule,
      employeur: agent.collectivite,
      metier: agent.metier,
      centimes: String(agent.coutCentimes),
      sourceDuCout: sourceDeColonne(ligne, 'cout_charge_annuel'),
      part: agent.affectations.find((affectation) => affectation.service === service)?.part ?? 0,
      sourceDeLaPart: sourceDeColonne(ligne, `part_${rang}`),
    },
  ];
};

const lireAgents = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: ServiceCommun,
): Promise<readonly AgentDuService[]> => {
  const retenus = new Set(
    (await lireAgentsDuService(tx, contexte, service.id))
      .filter(({ situation }) => situation !== 'non-concerne')
      .map(({ collectivite, matricule }) => `${collectivite}/${matricule}`),
  );
  if (retenus.size === 0) return [];
  const lignes = await lireLignes(tx, contexte, 'grille-rh', { service: service.service });
  return lignes
    .flatMap((ligne) => versAgent(ligne, service.service))
    .filter(({ employeur, matricule }) => retenus.has(`${employeur}/${matricule}`));
};

const lireCouts = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  service: ServiceCommun,
  { annee, nature, exerciceId }: DemandeDExercice,
): Promise<readonly LigneDeCout[]> => {
  const base = nature === 'previsionnel' ? 'prevu' : 'realise';
  const lignes = await lireLignes(tx, contexte, 'budget-services', { service: service.service });
  const importees = coutsDuBudget(
    lignes.map((ligne) => ({
      id: ligne.id,
      valeurs: ligne.valeurs,
      sourceDe: (colonne) => sourceDeColonne(ligne, colonne),
    })),
    { annee, base },
  );
  const saisies = exerciceId === null ? [] : await lireCoutsSaisis(tx, contexte, exerciceId);
  return [
    ...importees,
    ...saisies
      .filter((cout) => cout.base === base)
      .map(
        (cout): LigneDeCout => ({
          cle: cout.id,
          sens: cout.sens,
          poste: cout.poste,
          libelle: cout.libelle,
          centimes: String(cout.centimes),
          source: { type: 'saisie', auteur: cout.saisiPar, date: cout.saisiLe },
        }),
      ),
  ];
};

const membresDe = (
  service: ServiceCommun,
  convention: Convention,
  noms: ReadonlyMap<string, string>,
  { annee, surProjet = false }: DemandeDExercice,
): readonly MembreDExercice[] => {
  const nommer = (siren: string): string => noms.get(siren) ?? siren;
  const adherents = service.adhesions.map(({ collectivite, entree, sortie }) => ({
    siren: collectivite,
    nom: nommer(collectivite),
    entree,
    sortie,
  }));
  if (adherents.length > 0 || !surProjet) return adherents;
  return convention.parties
    .filter(({ qualite }) => qualite === 'commune')
    .map(({ siren }) => ({
      siren,
      nom: nommer(siren),
      entree: `${annee}-01-01` as const,
      sortie: null,
    }));
};

const populationsDe = (
  collectivites: readonly Collectivite[],
  regle: EntreesDExercice['regles']['population'],
): EntreesDExercice['populations'] =>
  collectivites.flatMap((collectivite) => {
    const population = populationDe(collectivite, regle.genre, regle.millesime);
    return population === null
      ? []
      : {
          siren: collectivite.siren,
          valeur: population.valeur,
          source: {
            type: 'donnee',
            nom: `Population ${regle.genre} (${population.source})`,
            millesime: String(population.millesime),
          },
        };
  });

/**
 * Rassemble tout ce qu’un état demande, par les portes des autres pièces : convention signée,
 * adhésions, budget et actes importés avec leurs cellules, populations, appels déjà émis.
 * Refus : `service-inconnu`, `convention-non-signee`.
 */
export const rassembler = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  demande: DemandeDExercice,
): Promise<Resultat<EntreesDExercice>> => {
  const service = await lireServiceCommun(tx, contexte, demande.serviceId);
  if (service === null)
    return refuser({ code: 'service-inconnu', message: 'Ce service commun n’existe pas.' });
  const choisie = choisirConvention(await lireConventions(tx, contexte), service, demande);
  if (!choisie.ok) return choisie;
  const { convention, estProjet } = choisie.valeur;
  const regles = versionCourante(convention).contenu.finances;
  const collectivites = await lireCollectivites(tx);
  const noms = new Map(collectivites.map(({ siren, nom }) => [siren, nom]));
  const { siren, nom } = await lireEnTete(tx);
  const appels =
    demande.exerciceId === null || demande.nature === 'previsionnel'
      ? []
      : await lireAppels(tx, contexte, demande.exerciceId);
  return accepter({
    annee: demande.annee,
    nature: demande.nature,
    service: { code: service.service, nom: service.nom },
    epci: { siren, nom },
    convention: referenceDeConvention(convention, estProjet, demande.annee),
    regles,
    membres: membresDe(service, convention, noms, demande),
    couts: await lireCouts(tx, contexte, service, demande),
    agents: await lireAgents(tx, contexte, service),
    actes: await lireUnites(tx, contexte, service.service),
    populations: populationsDe(collectivites, regles.population),
    appeles: appels.map(({ siren: commune, annee, numero, le, centimes }) => ({
      siren: commune,
      reference: referenceDe({ annee, numero }),
      le,
      centimes: String(centimes),
    })),
  });
};
