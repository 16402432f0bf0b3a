import { setTimeout as attendre } from 'node:timers/promises';
import { ouvrirBase } from '../base/index.server.ts';
import { traiterTravaux } from './index.server.ts';

/** Un processus à part qui compte lentement, pour l’essai de coupure : node ouvrier.exemples.ts <adresse>. */
const url = process.argv[2] ?? '';
await traiterTravaux({
  base: ouvrirBase(url, { connexions: 3 }),
  url,
  registre: {
    compter: async (entree, suivi) => {
      const jusqua = Number(entree);
      const depart = Number(suivi.reprise ?? 0);
      for (let rang = depart + 1; rang <= jusqua; rang += 1) {
        await attendre(20);
        await suivi.noter(rang);
        await suivi.avancer(rang, jusqua, `${rang} sur ${jusqua}`);
      }
      return { depart, compte: jusqua - depart };
    },
  },
});
