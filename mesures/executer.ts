// node outils/avec-node24.mjs mesures/executer.ts [cas…] : mesure et réécrit docs/mesures.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Cas, type Mesure, mediane } from './cas.ts';
import { CAS } from './registre.ts';

const PASSES = 5;
const SORTIE = path.resolve(import.meta.dirname, '..', 'docs', 'mesures.md');

const mesurer = (nom: string, taille: number): Mesure => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=4096',
      path.join(import.meta.dirname, 'mesurer-un-cas.ts'),
      nom,
      String(taille),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr.slice(-800));
  return JSON.parse(stdout) as Mesure;
};

const ecrireDuree = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2).replace('.', ',')} s`;

const LIGNE_D_ENTETE =
  '| Cas | Taille | Durée médiane (min – max) | Mémoire de pointe | Croissance | Comparaison |\n|---|---|---|---|---|---|';

/** Durée multipliée par, pour une taille multipliée par : 1,0 veut dire « proportionnel ». */
const croissance = (
  precedente: readonly [number, number] | null,
  taille: number,
  duree: number,
) => {
  if (precedente === null) return '—';
  const [taillePrecedente, dureePrecedente] = precedente;
  const rapport = duree / dureePrecedente / (taille / taillePrecedente);
  return rapport.toFixed(2).replace('.', ',');
};

const comparer = async (cas: Cas, taille: number, duree: number): Promise<string> => {
  if (cas.comparer === undefined) return '—';
  const reference = await cas.comparer(taille);
  if (reference === null) return `${cas.reference ?? ''} : absent`;
  return `${cas.reference ?? ''} : ${ecrireDuree(reference)} (× ${(reference / duree).toFixed(1).replace('.', ',')})`;
};

const mesurerLeCas = async (nom: string, cas: Cas): Promise<readonly string[]> => {
  const lignes: string[] = [];
  let precedente: readonly [number, number] | null = null;
  for (const taille of cas.tailles) {
    const mesures = Array.from({ length: PASSES }, () => mesurer(nom, taille));
    const durees = mesures.map(({ dureeMs }) => dureeMs);
    const duree = mediane(durees);
    const pointe = mediane(mesures.map(({ pointeMo }) => pointeMo));
    const bornes = `${ecrireDuree(Math.min(...durees))} – ${ecrireDuree(Math.max(...durees))}`;
    const comparaison = await comparer(cas, taille, duree);
    lignes.push(
      `| ${cas.nom} | ${taille} ${cas.unite} | ${ecrireDuree(duree)} (${bornes}) | ${pointe.toFixed(0)} Mo | ${croissance(precedente, taille, duree)} | ${comparaison} |`,
    );
    precedente = [taille, duree];
    process.stderr.write(`${lignes.at(-1) ?? ''}\n`);
  }
  return lignes;
};

const demandes = process.argv.slice(2);
const noms = demandes.length > 0 ? demandes : Object.keys(CAS);
const lignes: string[] = [];
for (const nom of noms) {
  const cas = CAS[nom];
  if (cas === undefined) throw new Error(`Cas inconnu : ${nom}.`);
  lignes.push(...(await mesurerLeCas(nom, cas)));
}
if (demandes.length === 0) {
  fs.writeFileSync(
    SORTIE,
    `# Mesures

Médiane de ${PASSES} exécutions, chacune dans son processus, préparation exclue du chronomètre.
Machine : ${os.cpus().length} cœurs (${os.cpus()[0]?.model ?? ''}), ${Math.round(os.totalmem() / 1024 ** 3)} Gio, Node ${process.version}.
« Croissance » : durée multipliée ÷ taille multipliée ; 1,0 veut dire proportionnel.
À refaire : \`node outils/avec-node24.mjs mesures/executer.ts\`. Ce ne sont jamais des tests.

${LIGNE_D_ENTETE}
${lignes.join('\n')}
`,
  );
}
