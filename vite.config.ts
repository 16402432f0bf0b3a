import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** Construction de l’interface : aucune ressource extérieure, les polices sont servies par nous. */
export default defineConfig({
  plugins: [reactRouter()],
  build: { target: 'es2022', assetsInlineLimit: 2048 },
});
