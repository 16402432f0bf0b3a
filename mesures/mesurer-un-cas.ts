// Un cas, une taille, un processus : écrit { dureeMs, processeurMs, pointeMo } sur la sortie standard.
import type { Mesure } from './cas.ts';
import { pointeDeCeProcessus } from './processus.ts';
import { chargerCas } from './registre.ts';

const [nom = '', taille = '0', dossier = ''] = process.argv.slice(2);
const cas = await chargerCas(nom);
const executer = await cas.preparer(Number(taille), dossier);
const processeur = process.cpuUsage();
const debut = performance.now();
await executer();
const dureeMs = performance.now() - debut;
const { user, system } = process.cpuUsage(processeur);
const mesure: Mesure = {
  dureeMs,
  processeurMs: (user + system) / 1000,
  pointeMo: pointeDeCeProcessus(),
};
process.stdout.write(JSON.stringify(mesure), () => {
  process.exit(0);
});
