import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'parcours/**/*.test.ts',
      'outils/**/*.test.ts',
      'mesures/**/*.test.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['src/socle/base/preparer-essais.exemples.ts'],
  },
});
