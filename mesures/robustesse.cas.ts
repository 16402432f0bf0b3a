import { smaa } from '../src/moteurs/decision/index.ts';
import type { Cas } from './cas.ts';

const CRITERES = 12;
const TIRAGES = 100_000;
const OPTIONS = 40;

const preparer = (options: number, tirages: number) => {
  const valeurs = Array.from({ length: options }, (_, i) =>
    Array.from({ length: CRITERES }, (__, j) => ((i * 37 + j * 101) % 97) / 97),
  );
  return Promise.resolve(() => Promise.resolve(smaa({ valeurs, tirages, graine: 1 })));
};

/** Robustesse SMAA-2 : options × 12 critères × 100 000 tirages. */
export const robustesse: Cas = {
  nom: 'SMAA-2, 12 critères, 100 000 tirages',
  tailles: [10, 20, 40],
  unite: 'options',
  preparer: (options) => preparer(options, TIRAGES),
};

/** La même, 40 options, quand les tirages augmentent. */
export const robustesseTirages: Cas = {
  nom: 'SMAA-2, 40 options, 12 critères',
  tailles: [25_000, 50_000, 100_000, 200_000],
  unite: 'tirages',
  preparer: (tirages) => preparer(OPTIONS, tirages),
};
