// The web app's build. Addresses come from VITE_ variables: `.env.development` has those of `npm start`, and the process's own win.
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';
import { chunkGroups } from './chunkGroups.ts';
import { invitePage } from './invitePage.ts';
import { rareAuthCopy } from './rareAuthCopy.ts';
import { withoutRe2js } from './withoutRe2js.ts';
import { withoutRipple } from './withoutRipple.ts';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [react(), invitePage(), rareAuthCopy(), withoutRe2js(), withoutRipple()],
  // The contract imports zod from functions/, the forms from web/: without this the page carries zod twice.
  resolve: { dedupe: ['zod', 'react', 'react-dom'] },
  build: {
    // What MUI 9 supports.
    target: ['chrome117', 'edge117', 'firefox121', 'safari17'],
    // They all know `modulepreload`.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: { index: path.join(root, 'index.html'), invite: path.join(root, 'invite.html') },
      output: { codeSplitting: { groups: chunkGroups(), includeDependenciesRecursively: false } },
    },
  },
  // Where docs/architecture.md says; the launcher moves the port.
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
});
