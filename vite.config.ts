import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** Construction de l’interface : aucune ressource extérieure, les polices sont servies par nous. */
export default defineConfig({
  plugins: [reactRouter()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 2048,
    rolldownOptions: {
      treeshake: {
        // Nos modules ne font rien à l’importation (sauf les styles) : une page ne reçoit que ce qu’elle emploie.
        moduleSideEffects: (id) => id.endsWith('.css') || !id.includes('/src/socle/ui/'),
      },
    },
  },
});
