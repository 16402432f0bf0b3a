import { demarrerTaches } from './index.server.ts';

/** Un processus à part, avec ses tâches de fond, que l’essai de coupure tue : node service.exemples.ts <adresse>. */
await demarrerTaches(process.argv[2] ?? '');
