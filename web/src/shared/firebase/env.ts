import { readEnv } from './readEnv.ts';

/** What the build was given. In a file of its own: what asks for an address needs no SDK. */
export const env = readEnv(import.meta.env);
