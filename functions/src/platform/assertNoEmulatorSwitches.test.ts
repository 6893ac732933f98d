import { describe, expect, it } from 'vitest';
import { assertNoEmulatorSwitches } from './assertNoEmulatorSwitches.ts';

const deployed = { K_REVISION: 'inviteuser-00007-xob' };

describe('assertNoEmulatorSwitches', () => {
  it.each([
    'FUNCTIONS_EMULATOR',
    'FIREBASE_DEBUG_MODE',
    'FIREBASE_DEBUG_FEATURES',
    'FIREBASE_AUTH_EMULATOR_HOST',
    'FIRESTORE_EMULATOR_HOST',
    'CLOUD_TASKS_EMULATOR_HOST',
    'STORAGE_EMULATOR_HOST',
    'FIREBASE_STORAGE_EMULATOR_HOST',
  ])('does not let a deployed function start with %s', (name) => {
    expect(() => assertNoEmulatorSwitches({ ...deployed, [name]: 'true' })).toThrow(
      `${name} must not be set`,
    );
  });

  it('lets a deployed function start without them', () => {
    expect(() => assertNoEmulatorSwitches(deployed)).not.toThrow();
  });

  it('lets the emulator have them, whose revision is 1', () => {
    expect(() => assertNoEmulatorSwitches({ K_REVISION: '1', FUNCTIONS_EMULATOR: 'true' })).not.toThrow();
  });

  it('lets tests and the discovery of functions have them, which are no revision', () => {
    expect(() => assertNoEmulatorSwitches({ FIRESTORE_EMULATOR_HOST: '127.0.0.1:8080' })).not.toThrow();
  });
});
