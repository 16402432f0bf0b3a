// Un cas, une taille, un processus : écrit { dureeMs, pointeMo } sur la sortie standard.
import { CAS } from './registre.ts';

const [nom = '', taille = '0'] = process.argv.slice(2);
const cas = CAS[nom];
if (cas === undefined)
  throw new Error(`Cas inconnu : ${nom}. Connus : ${Object.keys(CAS).join(', ')}`);
const executer = await cas.preparer(Number(taille));
const debut = performance.now();
await executer();
const dureeMs = performance.now() - debut;
const pointeMo = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ dureeMs, pointeMo }));
process.exit(0);
