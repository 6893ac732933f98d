import { describe, expect, it } from 'vitest';
import deployed from '../../firebase.json' with { type: 'json' };
import { choosePorts } from './ports.ts';

describe('choosePorts', () => {
  it('takes the ports that firebase.json and the README name', () => {
    const ports = choosePorts({}, false);

    expect(ports).toMatchObject({ web: 5173, inbox: 1080, smtp: 1025 });
    for (const name of [
      'auth',
      'functions',
      'tasks',
      'firestore',
      'storage',
      'eventarc',
      'hub',
      'logging',
    ] as const) {
      expect(ports[name]).toBe(deployed.emulators[name].port);
    }
  });

  it('keeps the tests away from a suite that somebody works with', () => {
    const used = new Set(Object.values(choosePorts({}, false)));

    expect(Object.values(choosePorts({}, true)).filter((port) => used.has(port))).toEqual([]);
  });

  it('moves one port by its variable, for each of the two suites by its own', () => {
    const env = { HRX_WEB_PORT: '4000' };

    expect(choosePorts(env, false)).toMatchObject({ web: 4000, inbox: 1080 });
    expect(choosePorts(env, true).web).toBe(15_173);
    expect(choosePorts({ HRX_TEST_WEB_PORT: '4001' }, true).web).toBe(4001);
  });

  it('moves all ports at once', () => {
    expect(choosePorts({ HRX_PORTS_SHIFT: '100' }, false)).toMatchObject({ web: 5273, firestore: 8180 });
  });

  it.each(['', undefined])('takes the default for an empty variable (%j)', (text) => {
    expect(choosePorts({ HRX_WEB_PORT: text }, false).web).toBe(5173);
  });

  it.each(['no', '80a', '-1', '1e3'])('says which variable is no number: %s', (text) => {
    expect(() => choosePorts({ HRX_WEB_PORT: text }, false)).toThrow(/HRX_WEB_PORT is ".*whole number/);
  });

  it.each(['0', '65536'])('says which port there is not: %s', (text) => {
    expect(() => choosePorts({ HRX_SMTP_PORT: text }, false)).toThrow(
      /not a valid port for smtp. Set HRX_SMTP_PORT/,
    );
  });
});
