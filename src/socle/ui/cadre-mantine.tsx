import { type CSSVariablesResolver, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { theme } from './theme.ui.ts';

/** Textes secondaires et bords assez foncés pour le contraste AA (AAA pour les textes). */
const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--texte-doux)',
    '--mantine-color-placeholder': 'var(--texte-doux)',
    '--mantine-color-error': 'var(--brique-texte)',
    '--mantine-color-default-border': 'var(--filet-fort)',
  },
  dark: {},
});

/** Entoure un composant Mantine, chargé à la demande, du thème d’Ensemblier. */
export const CadreMantine = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
    {children}
  </MantineProvider>
);
