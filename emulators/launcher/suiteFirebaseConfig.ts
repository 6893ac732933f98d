/** The Firebase CLI's configuration of one suite, derived from the firebase.json that is deployed. */
import deployed from '../../firebase.json' with { type: 'json' };
import type { PortName } from '../plan/ports.ts';
import { HOST, type SuitePlan } from '../plan/suitePlan.ts';

/** What the CLI starts; listed, so that no emulator listens beyond this machine or on a port by chance. */
const CLI_EMULATORS: PortName[] = ['auth', 'functions', 'tasks', 'eventarc', 'hub', 'logging'];

/**
 * @param withFirestore also Google's own Firestore emulator, with its rules beside the configuration
 * @returns the configuration that stands in the suite's folder, whose `functions` are the staged ones
 */
export function suiteFirebaseConfig(plan: SuitePlan, withFirestore: boolean) {
  const listening: PortName[] = withFirestore ? [...CLI_EMULATORS, 'firestore'] : CLI_EMULATORS;
  const emulators = listening.map((name) => [name, { host: HOST, port: plan.ports[name] }] as const);
  return {
    functions: deployed.functions.map(({ codebase, runtime, ignore }) => ({
      source: 'functions',
      codebase,
      runtime,
      ignore,
    })),
    ...(withFirestore && { firestore: { rules: deployed.firestore.rules } }),
    emulators: { ...Object.fromEntries(emulators), singleProjectMode: true, ui: { enabled: false } },
  };
}
