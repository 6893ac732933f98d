/** The only reader of VITE_ variables. A build that lacks one fails at once, by name. */

export interface WebEnv {
  projectId: string;
  apiKey: string;
  authDomain: string;
  appId: string;
  /** Origins of the emulators, such as `http://127.0.0.1:9099`; null in production. */
  authEmulator: string | null;
  functionsEmulator: string | null;
  firestoreEmulator: string | null;
  /** Of reCAPTCHA Enterprise; null: App Check is off (docs/deploy.md). */
  appCheckSiteKey: string | null;
}

const REQUIRED = {
  projectId: 'VITE_FIREBASE_PROJECT_ID',
  apiKey: 'VITE_FIREBASE_API_KEY',
  authDomain: 'VITE_FIREBASE_AUTH_DOMAIN',
  appId: 'VITE_FIREBASE_APP_ID',
} as const;

const EMULATORS = {
  authEmulator: 'VITE_AUTH_EMULATOR',
  functionsEmulator: 'VITE_FUNCTIONS_EMULATOR',
  firestoreEmulator: 'VITE_FIRESTORE_EMULATOR',
} as const;

const APP_CHECK_SITE_KEY = 'VITE_APP_CHECK_SITE_KEY';
/** The Firebase CLI and SDKs touch nothing real for a project that is called so. */
const DEMO_PROJECT = /^demo-/;

type Source = Record<string, unknown>;

function text(source: Source, name: string): string | null {
  const value = source[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * @param source `import.meta.env`
 * @throws Error that names every variable that is missing, is no address, or is an emulator's in a real project
 */
export function readEnv(source: Source): WebEnv {
  const problems: string[] = [];
  const isDemo = DEMO_PROJECT.test(text(source, REQUIRED.projectId) ?? '');
  const required = (name: string) => {
    const value = text(source, name);
    if (value === null) problems.push(`${name} is missing`);
    return value ?? '';
  };
  const origin = (name: string) => {
    const value = text(source, name);
    if (value !== null && !URL.canParse(value)) {
      problems.push(`${name} is "${value}", and should look like http://127.0.0.1:9099`);
    }
    if (value !== null && !isDemo)
      problems.push(`${name} is set, but the project id does not start with demo-`);
    return value;
  };

  const env: WebEnv = {
    projectId: required(REQUIRED.projectId),
    apiKey: required(REQUIRED.apiKey),
    authDomain: required(REQUIRED.authDomain),
    appId: required(REQUIRED.appId),
    authEmulator: origin(EMULATORS.authEmulator),
    functionsEmulator: origin(EMULATORS.functionsEmulator),
    firestoreEmulator: origin(EMULATORS.firestoreEmulator),
    appCheckSiteKey: text(source, APP_CHECK_SITE_KEY),
  };
  if (problems.length > 0) {
    throw new Error(
      `The web app's settings are not complete: ${problems.join('; ')}. Set them and build again.`,
    );
  }
  return env;
}
