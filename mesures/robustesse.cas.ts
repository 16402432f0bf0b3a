import { smaa } from '../src/moteurs/decision/index.ts';
import type { Cas } from './cas.ts';

const CRITERES = 12;
const TIRAGES = 100_000;

/** Robustesse SMAA-2 : options × 12 critères × 100 000 tirages. */
export const robustesse: Cas = {
  nom: 'SMAA-2, 12 critères, 100 000 tirages',
  tailles: [10, 20, 40],
  unite: 'options',
  preparer: (options) => {
    const valeurs = Array.from({ length: options }, (_, i) =>
      Array.from({ length: CRITERES }, (__, j) => ((i * 37 + j * 101) % 97) / 97),
    );
    return Promise.resolve(() => Promise.resolve(smaa({ valeurs, tirages: TIRAGES, graine: 1 })));
  },
};
