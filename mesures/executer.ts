// node outils/avec-node24.mjs mesures/executer.ts [cas…] : mesure ; sans cas nommé, réécrit docs/mesures.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Mesure } from './cas.ts';
import { mesurerPage } from './charge.ts';
import { mesurerCommandes, mesurerDeuxiemeDepart } from './demarrages.ts';
import {
  ecrirePage,
  ecrireReleve,
  type PageMesuree,
  type Releve,
  redigerMesures,
} from './redaction.ts';
import { CAS, chargerCas } from './registre.ts';
import { demarrerServeur } from './serveur-mesure.ts';
import { preparerVisite } from './visite.ts';

const PASSES = 5;
const PASSES_LONGUES = 3;
const LONG_MS = 3000;
const SORTIE = path.resolve(import.meta.dirname, '..', 'docs', 'mesures.md');

const dire = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

const mesurer = (nom: string, taille: number, dossier: string): Mesure => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=4096',
      path.join(import.meta.dirname, 'mesurer-un-cas.ts'),
      nom,
      String(taille),
      dossier,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${nom}, ${taille} : ${stderr.slice(-800)}`);
  return JSON.parse(stdout) as Mesure;
};

/** Trois fois au moins ; cinq quand l’exécution est courte. */
const repeter = (nom: string, taille: number, dossier: string): readonly Mesure[] => {
  const mesures = [mesurer(nom, taille, dossier)];
  const passes = (mesures[0]?.dureeMs ?? 0) > LONG_MS ? PASSES_LONGUES : PASSES;
  while (mesures.length < passes) mesures.push(mesurer(nom, taille, dossier));
  return mesures;
};

const mesurerLeCas = async (nom: string, dossier: string): Promise<readonly Releve[]> => {
  const cas = await chargerCas(nom);
  const releves: Releve[] = [];
  for (const taille of cas.tailles) {
    await cas.fabriquer?.(taille, dossier);
    const releve: Releve = {
      cas,
      taille,
      mesures: repeter(nom, taille, dossier),
      reference: cas.comparer?.(taille, dossier),
    };
    dire(ecrireReleve(releve, releves.at(-1)));
    releves.push(releve);
  }
  return releves;
};

const mesurerLesCas = async (noms: readonly string[], dossier: string) => {
  const releves: Releve[] = [];
  for (const nom of noms) releves.push(...(await mesurerLeCas(nom, dossier)));
  return releves;
};

/** L’application complète : un premier départ qui prépare tout, la visite, puis les départs suivants. */
const mesurerLeService = async (dossier: string) => {
  const donnees = path.join(dossier, 'donnees');
  const serveur = await demarrerServeur(donnees);
  const pages: PageMesuree[] = [];
  for (const page of await preparerVisite(serveur.adresse)) {
    const mesure = await mesurerPage({ ...page, adresse: serveur.adresse }, serveur.pid);
    pages.push({ nom: page.nom, mesure });
    dire(ecrirePage({ nom: page.nom, mesure }));
  }
  const memoire = await serveur.memoire();
  await serveur.arreter();
  return { pages, memoire, depart: await mesurerDeuxiemeDepart(donnees) };
};

const chargeDeLaMachine = (): number => os.loadavg()[0] ?? 0;

const demandes = process.argv.slice(2);
const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'ensemblier-mesures-'));
fs.chmodSync(dossier, 0o755);
try {
  const debut = chargeDeLaMachine();
  if (demandes.length > 0) await mesurerLesCas(demandes, dossier);
  else {
    const cas = await mesurerLesCas(Object.keys(CAS), dossier);
    const { pages, memoire, depart } = await mesurerLeService(dossier);
    const demarrages = [depart, ...mesurerCommandes(dossier)];
    const charge = { debut, fin: chargeDeLaMachine() };
    fs.writeFileSync(SORTIE, redigerMesures({ cas, pages, memoire, demarrages, charge }));
  }
} finally {
  fs.rmSync(dossier, { recursive: true, force: true });
}
