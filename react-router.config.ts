import type { Config } from '@react-router/dev/config';

/** Cadre React Router : l’application vit dans src/app, rendue d’abord par le serveur. */
export default {
  appDirectory: 'src/app',
  buildDirectory: 'build',
  ssr: true,
} satisfies Config;
