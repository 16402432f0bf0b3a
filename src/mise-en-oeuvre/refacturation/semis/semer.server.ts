import fs from 'node:fs/promises';
import {
  confirmerTout,
  deposerGrille,
  lireLignes,
  validerDepot,
} from '../../../elaboration/etat-des-lieux/index.server.ts';
import { lireFiches } from '../../../elaboration/schema/index.server.ts';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../../moteurs/resultat/index.ts';
import { cheminDeDonnees } from '../../../referentiel/emplacement.server.ts';
import { type Base, type Contexte, dansTerritoire } from '../../../socle/base/index.server.ts';
import { lireTerritoire } from '../../../socle/territoire/index.server.ts';
import {
  enregistrerParties,
  enregistrerRedaction,
  lireConvention,
  verserFaits,
} from '../../conventions/index.server.ts';
import {
  type FaitAEnregistrer,
  versionCourante,
  versTerritoireInstruit,
} from '../../conventions/index.ts';
import {
  ecrireFicheComplete,
  enregistrerAdhesions,
  lireServicesCommuns,
  naitreDeLaFiche,
  reporterLesAgents,
} from '../../services-communs/index.server.ts';
import type { Adhesion, FicheDOrigine } from '../../services-communs/index.ts';
import { emettre } from '../emettre.server.ts';
import { joindreSimulation } from '../joindre-simulation.server.ts';
import { completerConvention, representerFictivement } from './convention-semee.ts';

const SERVICE = 'ADS';

const exiger = <V>(resultat: Resultat<V, Refus | readonly Refus[]>, quoi: string): V => {
  if (resultat.ok) return resultat.valeur;
  const refus = [resultat.refus].flat();
  throw new Error(`${quoi} : ${refus.map(({ message }) => message).join(' ')}`);
};

/** Importe une grille par la vraie collecte, si rien n’y est encore. */
const importer = async (
  base: Base,
  contexte: Contexte,
  grille: string,
  aujourdhui: Jour,
): Promise<void> => {
  const enLigne = await dansTerritoire(base, contexte, (tx) => lireLignes(tx, contexte, grille));
  if (enLigne.length > 0) return;
  const nom = `${grille}.csv`;
  const octets = await fs.readFile(cheminDeDonnees('demo', nom));
  const depot = exiger(
    await deposerGrille(base, contexte, { grille, collectivite: null, nom, octets }, aujourdhui),
    nom,
  );
  exiger(await confirmerTout(base, contexte, depot.id), nom);
  exiger(await validerDepot(base, contexte, depot.id, aujourdhui), nom);
};

/** Les adhésions historiques au service (2015 à 2019), lues du fichier de la communauté. */
const lireAdhesions = async (): Promise<readonly Adhesion[]> => {
  const texte = await fs.readFile(
    cheminDeDonnees('demo', 'adhesions-services-communs.csv'),
    'utf8',
  );
  return texte.split('\n').flatMap((ligne) => {
    const [service, collectivite = '', , entree = ''] = ligne.split(',');
    return service === SERVICE
      ? [{ collectivite, entree: entree as Jour, sortie: null, acte: 'Délibérations d’adhésion' }]
      : [];
  });
};

const FICHE_SANS_SCHEMA: FicheDOrigine = {
  id: '01900000-0000-7000-8000-00000000ad50',
  code: 'ADS',
  titre: 'Instruction du droit des sols',
  service: SERVICE,
  objectifs: '',
  perimetre: [],
  indicateurs: [],
  calendrier: [],
};

const creer = (base: Base, contexte: Contexte, adhesions: readonly Adhesion[]) =>
  dansTerritoire(base, contexte, async (tx) => {
    const fiches = await lireFiches(tx, contexte);
    const fiche =
      fiches.find(({ service, forme }) => service === SERVICE && forme === 'service-commun') ??
      FICHE_SANS_SCHEMA;
    const perimetre = adhesions.map(({ collectivite }) => collectivite);
    const ne = exiger(
      await naitreDeLaFiche(tx, contexte, { ...fiche, perimetre }, '2024-04-02'),
      'Service commun',
    );
    exiger(await enregistrerAdhesions(tx, contexte, ne.serviceId, adhesions), 'Adhésions');
    await reporterLesAgents(tx, contexte, ne.serviceId, { laisserAuxCommunes: true });
    return ne;
  });

const rediger = (base: Base, contexte: Contexte, conventionId: string) =>
  dansTerritoire(base, contexte, async (tx) => {
    const convention = await lireConvention(tx, contexte, conventionId);
    if (convention === null) throw new Error('La convention de démonstration est introuvable.');
    const { contenu, revision } = versionCourante(convention);
    exiger(
      await enregistrerRedaction(tx, contexte, conventionId, {
        contenu: completerConvention(contenu),
        revision,
      }),
      'Rédaction',
    );
    const parties = representerFictivement(convention.parties);
    exiger(await enregistrerParties(tx, contexte, conventionId, parties), 'Parties');
    return parties.map(({ siren }) => siren);
  });

const numeroter = (rang: number): string => `2024-${String(40 + rang)}`;

/** Les formalités, aux dates où elles ont eu lieu. */
const formalites = (
  sirens: readonly string[],
  rubriques: readonly string[],
): readonly (readonly FaitAEnregistrer[])[] => {
  const commun = (type: string, le: Jour, donnees = {}): readonly FaitAEnregistrer[] => [
    { type, le, siren: null, donnees },
  ];
  const chacun = (type: string, le: Jour, donnees: (rang: number) => object = () => ({})) =>
    sirens.map((siren, rang) => ({ type, le, siren, donnees: { ...donnees(rang) } }));
  return [
    commun('fiche-impact', '2024-06-03', { rubriques, version: '1' }),
    chacun('avis-cst', '2024-09-17', () => ({ sens: 'favorable' })),
    chacun('deliberation', '2024-10-22', (rang) => ({
      sens: 'favorable',
      numero: numeroter(rang),
    })),
    chacun('signature', '2024-11-28'),
    commun('transmission', '2024-12-05'),
    commun('effet', '2025-01-01'),
  ];
};

/** Vrai si le service de démonstration et ses états 2025 sont là. */
export const estMisEnOeuvre = (base: Base, contexte: Contexte): Promise<boolean> =>
  dansTerritoire(base, contexte, async (tx) => {
    const services = await lireServicesCommuns(tx, contexte);
    return services.some(({ service }) => service === SERVICE);
  });

/**
 * Sème l’étape « mettre en œuvre » par les vraies fonctions : budget et actes importés par la
 * collecte, service commun, convention menée jusqu’à l’effet, états 2025 émis.
 * Reprend après une coupure tant que le service n’existe pas.
 */
export const semerMiseEnOeuvre = async (
  base: Base,
  contexte: Contexte,
  aujourdhui: Jour,
): Promise<void> => {
  await importer(base, contexte, 'grille-rh', aujourdhui);
  await importer(base, contexte, 'prestations-ads', aujourdhui);
  await importer(base, contexte, 'budget-services', aujourdhui);
  const adhesions = await lireAdhesions();
  const { serviceId, conventionId } = await creer(base, contexte, adhesions);
  const sirens = await rediger(base, contexte, conventionId);
  exiger(
    await dansTerritoire(base, contexte, (tx) =>
      joindreSimulation(tx, contexte, { serviceId, annee: 2025 }),
    ),
    'Simulation',
  );
  const rubriques = await dansTerritoire(base, contexte, (tx) =>
    ecrireFicheComplete(tx, contexte, serviceId),
  );
  const territoire = await dansTerritoire(base, contexte, lireTerritoire);
  const jugement = { territoire: versTerritoireInstruit(territoire), aujourdhui };
  for (const faits of formalites(sirens, rubriques))
    exiger(await verserFaits(base, contexte, conventionId, faits, jugement), 'Formalités');
  const emissions = [
    { nature: 'previsionnel', le: '2025-01-20', commentaire: '' },
    {
      nature: 'definitif',
      le: '2026-05-18',
      commentaire: 'Premier exercice de la convention de 2025.',
    },
  ] as const;
  for (const { nature, le, commentaire } of emissions)
    exiger(
      await emettre(base, contexte, { serviceId, annee: 2025, nature, commentaire }, le),
      `État ${nature}`,
    );
};

/** Appelle les acomptes 2026 du service semé, d’après le budget voté et les actes de 2025. */
export const semerAcomptes = async (base: Base, contexte: Contexte): Promise<void> => {
  const services = await dansTerritoire(base, contexte, (tx) => lireServicesCommuns(tx, contexte));
  const serviceId = services.find(({ service }) => service === SERVICE)?.id ?? '';
  const demande = { serviceId, annee: 2026, nature: 'previsionnel', commentaire: '' } as const;
  exiger(await emettre(base, contexte, demande, '2026-01-20'), 'Acomptes 2026');
};
