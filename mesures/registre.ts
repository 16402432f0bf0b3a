import type { Cas } from './cas.ts';
import { refacturation } from './refacturation.cas.ts';
import { robustesse } from './robustesse.cas.ts';

/** Tous les cas mesurés, par nom court. */
export const CAS: Readonly<Record<string, Cas>> = { robustesse, refacturation };
