import { describe, expect, it } from 'vitest';
import { readEnv } from './readEnv.ts';

const production = {
  VITE_FIREBASE_PROJECT_ID: 'acme-invites',
  VITE_FIREBASE_API_KEY: 'key',
  VITE_FIREBASE_AUTH_DOMAIN: 'acme-invites.firebaseapp.com',
  VITE_FIREBASE_APP_ID: 'app',
};
const demo = { ...production, VITE_FIREBASE_PROJECT_ID: 'demo-hrx' };

describe('readEnv', () => {
  it('reads a production build: no emulators, and App Check off until it has a site key', () => {
    expect(readEnv(production)).toEqual({
      projectId: 'acme-invites',
      apiKey: 'key',
      authDomain: 'acme-invites.firebaseapp.com',
      appId: 'app',
      authEmulator: null,
      functionsEmulator: null,
      firestoreEmulator: null,
      appCheckSiteKey: null,
    });
    expect(readEnv({ ...production, VITE_APP_CHECK_SITE_KEY: 'site' }).appCheckSiteKey).toBe('site');
  });

  it('names every variable that is missing or empty', () => {
    expect(() =>
      readEnv({ ...production, VITE_FIREBASE_API_KEY: '', VITE_FIREBASE_APP_ID: undefined }),
    ).toThrow('VITE_FIREBASE_API_KEY is missing; VITE_FIREBASE_APP_ID is missing');
  });

  it('names an emulator that is no address', () => {
    expect(() => readEnv({ ...demo, VITE_AUTH_EMULATOR: '9099' })).toThrow('VITE_AUTH_EMULATOR is "9099"');
  });

  it('takes emulators in a demo project alone: a real one would sign its people in on somebody’s machine', () => {
    const emulator = { VITE_AUTH_EMULATOR: 'http://127.0.0.1:9099' };
    expect(readEnv({ ...demo, ...emulator }).authEmulator).toBe('http://127.0.0.1:9099');
    expect(() => readEnv({ ...production, ...emulator })).toThrow('VITE_AUTH_EMULATOR is set');
  });
});
