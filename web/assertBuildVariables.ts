// Before a build for deployment: one that lacks a variable would open as an empty page.
import { loadEnv } from 'vite';
import { readEnv } from './src/shared/firebase/readEnv.ts';

try {
  readEnv(loadEnv('production', import.meta.dirname, 'VITE_'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
