// The web app's build. Addresses come from VITE_ variables: `.env.development` has those of `npm start`, and the process's own win.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The port of docs/architecture.md; the launcher moves it. */
const DEFAULT_PORT = 5173;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The contract imports zod from functions/, the forms from web/: without this the page carries zod twice.
  resolve: { dedupe: ['zod', 'react', 'react-dom'] },
  // What MUI 9 supports.
  build: { target: ['chrome117', 'edge117', 'firefox121', 'safari17'], chunkSizeWarningLimit: 600 },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['VITE_PORT'] ?? DEFAULT_PORT),
    strictPort: true,
  },
});
