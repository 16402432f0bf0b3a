import { createTheme, type MantineColorsTuple } from '@mantine/core';

const ENCRE: MantineColorsTuple = [
  '#edf5f5',
  '#d6e7e8',
  '#b1d0d3',
  '#86b3b8',
  '#5f97a0',
  '#437d87',
  '#2b6670',
  '#1b535c',
  '#0d4149',
  '#082b31',
];

const OCRE: MantineColorsTuple = [
  '#fdf2da',
  '#f9e2b4',
  '#f3d9a4',
  '#eabd63',
  '#dea23a',
  '#cc8a1c',
  '#b8740a',
  '#965c04',
  '#6b4200',
  '#4d2f00',
];

const BRIQUE: MantineColorsTuple = [
  '#fcebe6',
  '#f6d0c6',
  '#eca996',
  '#df7f66',
  '#d05b3f',
  '#bb4429',
  '#a63420',
  '#86230f',
  '#691a0a',
  '#4c1206',
];

/** Le thème d’Ensemblier pour les rares composants Mantine ; mêmes jetons que styles/jetons.css. */
export const theme = createTheme({
  primaryColor: 'encre',
  primaryShade: 8,
  colors: { encre: ENCRE, ocre: OCRE, brique: BRIQUE },
  white: '#ffffff',
  black: '#17282b',
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: '0.375rem',
  fontFamily: 'var(--police)',
  headings: { fontFamily: 'var(--police-lecture)', fontWeight: '600' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  components: {
    Select: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
});
