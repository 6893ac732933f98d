// The web app's build. Addresses come from VITE_ variables: `.env.development` has those of `npm start`, and the process's own win.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { rareAuthCopy } from './rareAuthCopy.ts';
import { withoutRe2js } from './withoutRe2js.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), rareAuthCopy(), withoutRe2js()],
  // The contract imports zod from functions/, the forms from web/: without this the page carries zod twice.
  resolve: { dedupe: ['zod', 'react', 'react-dom'] },
  // What MUI 9 supports.
  build: { target: ['chrome117', 'edge117', 'firefox121', 'safari17'], chunkSizeWarningLimit: 600 },
  // Where docs/architecture.md says; the launcher moves the port.
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
});
