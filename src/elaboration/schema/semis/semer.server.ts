import { ajouterJours, type Jour } from '../../../moteurs/calendrier/index.ts';
import type { Refus, Resultat } from '../../../moteurs/resultat/index.ts';
import {
  type Base,
  type Contexte,
  dansTerritoire,
  type Transaction,
} from '../../../socle/base/index.server.ts';
import { approuverSchema, etablirRapport } from '../adoption/adopter.server.ts';
import type { SensDAvis } from '../adoption/evenements.ts';
import { rendreAvis } from '../adoption/rendre-avis.server.ts';
import { envoyerAuxCommunes, saisirCommunes } from '../adoption/transmettre.server.ts';
import { lireCadre } from '../donnees/cadre.server.ts';
import { lirePerimetres } from '../donnees/lire-perimetres.server.ts';
import type { FicheTechnique } from '../fiches/fiche.ts';
import { proposerImpact } from '../fiches/impact.ts';
import { lireFiche, lireFiches } from '../fiches/lire-fiches.server.ts';
import { ouvrirFiche, ouvrirFicheDuPerimetre } from '../fiches/ouvrir-fiche.server.ts';
import {
  declarerPrete,
  ecrireImpactDeFiche,
  redigerFiche,
} from '../fiches/rediger-fiche.server.ts';
import { mandatAu } from '../mandat.ts';
import { redigerSection } from '../redaction/rediger-section.server.ts';
import { ouvrirSchema } from '../schema.sql.server.ts';
import type { FicheASemer } from './fiche-a-semer.ts';
import { FICHES_A_SEMER } from './fiches-a-semer.ts';
import { SECTIONS_A_SEMER } from './sections-a-semer.ts';

type R<V> = Resultat<V, Refus | readonly Refus[]>;

const exiger = <V>(resultat: R<V>): V => {
  if (resultat.ok) return resultat.valeur;
  const motifs: readonly Refus[] = Array.isArray(resultat.refus)
    ? (resultat.refus as readonly Refus[])
    : [resultat.refus as Refus];
  throw new Error(motifs.map(({ message }) => message).join(' '));
};

const ouvrir = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  modele: FicheASemer,
  le: Jour,
): Promise<string> => {
  const perimetres = await lirePerimetres(tx, contexte);
  const retenu = perimetres.find(({ service }) => service === modele.service);
  if (retenu !== undefined) {
    return exiger(await ouvrirFicheDuPerimetre(tx, contexte, retenu.id, le));
  }
  const { titre, service, forme, membres } = modele;
  return exiger(await ouvrirFiche(tx, contexte, { titre, service, forme, perimetre: membres }, le));
};

/** L’impact que les données proposent, augmenté de ce que l’intercommunalité crée. */
const ecrireImpact = async <T>(
  tx: Transaction<T>,
  contexte: Contexte,
  fiche: FicheTechnique,
  modele: FicheASemer,
  le: Jour,
): Promise<void> => {
  const { epci } = await lireCadre(tx, le);
  const { etpCentiemes, coutCentimes } = modele.creation;
  const impacts = proposerImpact(fiche.forme, fiche.moyens, epci.siren, fiche.perimetre).map(
    (impact) =>
      impact.collectivite === epci.siren
        ? {
            ...impact,
            creationsCentiemes: etpCentiemes,
            coutCentimes: (impact.coutCentimes ?? 0n) + coutCentimes,
          }
        : impact,
  );
  const lus = fiche.impactParPersonnePublique;
  exiger(await ecrireImpactDeFiche(tx, contexte, fiche.id, { lus, impacts }, le));
};

const semerUneFiche = (
  base: Base,
  contexte: Contexte,
  modele: FicheASemer,
  le: Jour,
): Promise<void> =>
  dansTerritoire(base, contexte, async (tx) => {
    const id = await ouvrir(tx, contexte, modele, le);
    const ouverte = await lireFiche(tx, contexte, id);
    if (ouverte === null) throw new Error('La fiche semée est introuvable.');
    const redaction = { ...ouverte.redaction, ...modele.redaction };
    exiger(await redigerFiche(tx, contexte, id, { version: ouverte.version, redaction }, le));
    await ecrireImpact(tx, contexte, ouverte, modele, le);
    exiger(await declarerPrete(tx, contexte, id, le));
  });

/** Sème les quatre fiches et toutes les sections, prêtes à faire un rapport. */
export const semerSchema = async (base: Base, contexte: Contexte, le: Jour): Promise<void> => {
  for (const modele of FICHES_A_SEMER) await semerUneFiche(base, contexte, modele, le);
  await dansTerritoire(base, contexte, async (tx) => {
    const schema = await ouvrirSchema(tx, contexte, { mandat: mandatAu(le).nom, aujourdhui: le });
    for (const [code, redaction] of Object.entries(SECTIONS_A_SEMER)) {
      const envoi = { code, version: 0, redaction };
      exiger(await redigerSection(tx, contexte, schema.id, envoi, le));
    }
  });
};

/** Les avis exprès de la démonstration, par code INSEE ; les autres conseils gardent le silence. */
const AVIS_A_SEMER: readonly {
  readonly rang: number;
  readonly sens: SensDAvis;
  readonly apres: number;
  readonly reserves: string;
}[] = [
  { rang: 1, sens: 'favorable', apres: 40, reserves: '' },
  { rang: 3, sens: 'favorable', apres: 47, reserves: '' },
  { rang: 5, sens: 'favorable', apres: 52, reserves: '' },
  {
    rang: 7,
    sens: 'reserve',
    apres: 60,
    reserves: 'Que la clé de l’instruction du droit des sols soit revue après deux ans.',
  },
  { rang: 8, sens: 'favorable', apres: 61, reserves: '' },
  {
    rang: 12,
    sens: 'defavorable',
    apres: 68,
    reserves: 'Le conseil préfère garder ses matériels.',
  },
  { rang: 14, sens: 'favorable', apres: 70, reserves: '' },
  {
    rang: 16,
    sens: 'reserve',
    apres: 74,
    reserves: 'Que la permanence à Pouilly-sous-Charlieu soit maintenue.',
  },
  { rang: 20, sens: 'favorable', apres: 80, reserves: '' },
];

/** De combien de jours l’adoption semée précède le jour de la démonstration. */
const JOURS_AVANT = { rapport: 125, saisine: 120, approbation: 15, envoi: 8 } as const;

/** Sème l’adoption d’un schéma prêt : rapport, saisines, quelques avis, silence des autres, approbation. */
export const semerAdoption = async (
  base: Base,
  contexte: Contexte,
  aujourdhui: Jour,
  adresse: string,
): Promise<void> => {
  const rapportLe = ajouterJours(aujourdhui, -JOURS_AVANT.rapport);
  const saisieLe = ajouterJours(aujourdhui, -JOURS_AVANT.saisine);
  const dans = <V>(travail: (tx: Transaction<unknown>) => Promise<R<V>>): Promise<V> =>
    dansTerritoire(base, contexte, async (tx: Transaction<unknown>) => exiger(await travail(tx)));
  await dans((tx) => etablirRapport(tx, contexte, { le: rapportLe }, { aujourdhui: rapportLe }));
  const { communes } = await dansTerritoire(base, contexte, (tx) => lireCadre(tx, aujourdhui));
  const ecrire = (siren: string) => `mairie.${siren}@exemple.fr`;
  const saisines = communes.map(({ siren }, rang) => ({
    siren,
    recueLe: ajouterJours(saisieLe, rang % 3),
    preuve: 'Courriel, accusé de réception de la mairie',
    courriel: ecrire(siren),
  }));
  const saisi = ajouterJours(saisieLe, 2);
  await dans((tx) => saisirCommunes(tx, contexte, saisines, { aujourdhui: saisi, adresse }));
  for (const { rang, sens, apres, reserves } of AVIS_A_SEMER) {
    const commune = communes[rang];
    if (commune === undefined) continue;
    const le = ajouterJours(saisieLe, apres);
    const avis = { siren: commune.siren, le, sens, numero: `${le.slice(0, 4)}-${40 + rang}` };
    await dans((tx) => rendreAvis(tx, contexte, { ...avis, reserves, piece: null }, le));
  }
  const approuveLe = ajouterJours(aujourdhui, -JOURS_AVANT.approbation);
  await dans((tx) =>
    approuverSchema(
      tx,
      contexte,
      { le: approuveLe, numero: `${approuveLe.slice(0, 4)}-112` },
      { aujourdhui: approuveLe },
    ),
  );
  const envoiLe = ajouterJours(aujourdhui, -JOURS_AVANT.envoi);
  const envois = communes.map(({ siren }) => ({
    siren,
    le: envoiLe,
    preuve: 'Courriel',
    courriel: ecrire(siren),
  }));
  await dans((tx) => envoyerAuxCommunes(tx, contexte, envois, { aujourdhui: envoiLe, adresse }));
};

/** Le schéma a-t-il déjà été semé (ou commencé par quelqu’un) ? */
export const estCommence = (base: Base, contexte: Contexte): Promise<boolean> =>
  dansTerritoire(base, contexte, async (tx) => (await lireFiches(tx, contexte)).length > 0);
