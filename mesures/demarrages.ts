import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cheminDeDonnees } from '../src/referentiel/emplacement.server.ts';
import { mediane } from './cas.ts';
import { processeurDesEnfants } from './processus.ts';
import { demarrerServeur } from './serveur-mesure.ts';

const PASSES = 5;
const DEPARTS_DU_SERVEUR = 3;
const LANCEUR = path.resolve(import.meta.dirname, '..', 'ensemblier.mjs');
const CAS_C01 = (
  JSON.parse(fs.readFileSync(cheminDeDonnees('couts-et-cles-exemples.json'), 'utf8')) as {
    readonly cas: readonly { readonly famille: string; readonly entrees: unknown }[];
  }
).cas[0];

/** Un démarrage mesuré. */
export interface Demarrage {
  readonly nom: string;
  readonly dureesMs: readonly number[];
  readonly processeurMs: number | null;
}

const chronometrer = (nom: string, commande: string, suite: readonly string[]): Demarrage => {
  const dureesMs: number[] = [];
  const processeurs: number[] = [];
  for (let passe = 0; passe < PASSES; passe += 1) {
    const avant = processeurDesEnfants();
    const debut = performance.now();
    const { status, stderr } = spawnSync(commande, suite, { encoding: 'utf8' });
    dureesMs.push(performance.now() - debut);
    const apres = processeurDesEnfants();
    if (status !== 0) throw new Error(`${nom} : ${stderr}`);
    if (avant !== null && apres !== null) processeurs.push(apres - avant);
  }
  return { nom, dureesMs, processeurMs: processeurs.length === 0 ? null : mediane(processeurs) };
};

/** Les commandes à froid, chacune dans un processus neuf, à côté de Node seul. */
export const mesurerCommandes = (dossier: string): readonly Demarrage[] => {
  const { famille = '', entrees } = CAS_C01 ?? {};
  const fichier = path.join(dossier, 'cas-de-calcul.json');
  fs.writeFileSync(fichier, JSON.stringify(entrees));
  return [
    chronometrer('Node seul (point de comparaison)', process.execPath, ['-e', '0']),
    chronometrer(`\`moteur calcul ${famille}\``, process.execPath, [
      LANCEUR,
      'moteur',
      'calcul',
      famille,
      fichier,
    ]),
    chronometrer('`grille lister`', process.execPath, [LANCEUR, 'grille', 'lister']),
  ];
};

/** « npm start » quand la base et la construction sont déjà là (à lancer après une première fois). */
export const mesurerDeuxiemeDepart = async (donnees: string): Promise<Demarrage> => {
  const dureesMs: number[] = [];
  for (let passe = 0; passe < DEPARTS_DU_SERVEUR; passe += 1) {
    const serveur = await demarrerServeur(donnees);
    dureesMs.push(serveur.demarrageMs);
    await serveur.arreter();
  }
  return { nom: '`npm start`, deuxième fois et suivantes', dureesMs, processeurMs: null };
};
