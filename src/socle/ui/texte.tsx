import type { ReactNode } from 'react';
import { typographier } from './formats.ts';

/** Un texte dont la ponctuation double et les unités ne se détachent jamais à la ligne. */
export const Texte = ({ children }: { children: ReactNode }) =>
  typeof children === 'string' ? typographier(children) : children;
