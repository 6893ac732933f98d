/** Hosting as it is deployed, for the emulator: what firebase.json says, but for what can only be true on this machine. */
import deployed from '../../firebase.json' with { type: 'json' };
import { HOST, type SuitePlan } from '../plan/suitePlan.ts';

const POLICY = 'Content-Security-Policy';
const CONNECT = "connect-src 'self'";
const FRAME = "frame-src 'self'";

/** The folder of the built app, beside the configuration. */
export const BUILT_APP = 'app';

/**
 * Everything that is changed for this machine, in one place: where the built app lies, where the emulators listen, and
 * that the app may connect to the emulators of Auth, Functions and Firestore, and frame the one of Auth: what stands
 * behind a popup of Google's is its page here, and one of `firebaseapp.com` there. No path is answered by a function: the
 * Hosting emulator by itself would ask Google for it.
 *
 * @returns the Firebase CLI's configuration, for the folder in which the built app is `BUILT_APP`
 * @throws Error when firebase.json has no policy, or one that cannot be widened in this way
 */
export function localHostingConfig(plan: SuitePlan, port: number) {
  const { rewrites, headers, ignore } = deployed.hosting;
  const toFiles = rewrites.filter((rewrite) => 'destination' in rewrite);
  const { auth, functions, firestore } = plan.ports;
  const origins = [auth, functions, firestore].map((each) => `http://${HOST}:${each}`);
  return {
    hosting: { public: BUILT_APP, rewrites: toFiles, ignore, headers: headers.map(widened) },
    emulators: {
      hosting: { host: HOST, port },
      // The CLI starts these two beside any emulator: next to those of the suite, whose ports it would take else.
      hub: { host: HOST, port: plan.ports.hub + 1 },
      logging: { host: HOST, port: plan.ports.logging + 1 },
      singleProjectMode: true,
      ui: { enabled: false },
    },
  };

  function widened({ source, headers: pairs }: (typeof headers)[number]) {
    return {
      source,
      headers: pairs.map(({ key, value }) => ({ key, value: key === POLICY ? allow(value) : value })),
    };
  }

  function allow(policy: string): string {
    return widen(widen(policy, CONNECT, origins), FRAME, origins.slice(0, 1));
  }

  function widen(policy: string, directive: string, allowed: string[]): string {
    if (!policy.includes(directive)) throw new Error(`firebase.json: ${POLICY} has no ${directive}.`);
    return policy.replace(directive, [directive, ...allowed].join(' '));
  }
}
