/**
 * What makes the SDKs believe a token that nobody signed, or talk to an emulator. (firebase-functions 7,
 * `isDebugFeatureEnabled`; firebase-admin 13, `useEmulator` of its Auth, and the like.)
 */
const EMULATOR_SWITCHES = [
  'FUNCTIONS_EMULATOR',
  'FIREBASE_DEBUG_MODE',
  'FIREBASE_DEBUG_FEATURES',
  'FIREBASE_AUTH_EMULATOR_HOST',
  'FIRESTORE_EMULATOR_HOST',
  'CLOUD_TASKS_EMULATOR_HOST',
  'STORAGE_EMULATOR_HOST',
  'FIREBASE_STORAGE_EMULATOR_HOST',
];

/** What the Functions emulator calls its revision (firebase-tools 15); Cloud Run's are `<service>-<number>-<letters>`. */
const EMULATED_REVISION = '1';

/**
 * A start-up check: a deployed function does not start with any switch of the emulators set.
 *
 * @param env the environment of the process
 * @throws Error that names the switches, on Cloud Run alone
 */
export function assertNoEmulatorSwitches(env: NodeJS.ProcessEnv): void {
  const revision = env['K_REVISION'];
  if (revision === undefined || revision === EMULATED_REVISION) return;
  const set = EMULATOR_SWITCHES.filter((name) => env[name] !== undefined);
  if (set.length === 0) return;
  throw new Error(`${set.join(', ')} must not be set where functions are deployed: unset, and deploy again.`);
}
