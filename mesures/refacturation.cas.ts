import { repartir } from '../src/moteurs/calcul/index.ts';
import type { Cas } from './cas.ts';

const COMMUNES = 158;
const MOIS = 12;

/** Refacturation expliquée : 158 communes × services × 12 mois, plus forts restes. */
export const refacturation: Cas = {
  nom: 'Refacturation, 158 communes, 12 mois',
  tailles: [10, 20, 40],
  unite: 'services',
  preparer: (services) => {
    const cles = Array.from({ length: COMMUNES }, (_, rang) => ({
      id: `C${String(rang).padStart(3, '0')}`,
      cle: BigInt(100 + ((rang * 7919) % 4000)),
    }));
    const calculer = () => {
      let total = 0n;
      for (let service = 0; service < services; service += 1) {
        for (let mois = 0; mois < MOIS; mois += 1) {
          const resultat = repartir({ montant: BigInt(1_234_567 + service * 991 + mois), cles });
          if (!resultat.ok) throw new Error(resultat.refus[0]?.message ?? 'refus');
          for (const { centimes } of resultat.valeur.parts) total += centimes;
        }
      }
      return total;
    };
    return Promise.resolve(() => Promise.resolve(calculer()));
  },
};
