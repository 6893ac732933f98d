/** Firebase's own CLI as a program of a suite: offline, with nobody's login. */
import path from 'node:path';
import { startProgram, type Program } from './program.ts';
import { emulatorVariables, REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';

/** What keeps the CLI from asking the network: message of the day, Google's metadata server, npm, its own updates. */
const OFFLINE = {
  CI: '1',
  METADATA_SERVER_DETECTION: 'none',
  npm_config_offline: 'true',
  NO_UPDATE_NOTIFIER: '1',
};

/** Loading many packages on a busy machine takes longer than the CLI's 10 seconds. */
const DISCOVERY_SECONDS = '60';

export interface FirebaseCliOptions {
  /** As the developer reads it: `Firebase emulators`. */
  name: string;
  plan: SuitePlan;
  /** Where its firebase.json stands. */
  folder: string;
  args: string[];
  logFile: string;
  onLine(line: string): void;
}

/** Starts `firebase <args>` for the suite's project. */
export function startFirebaseCli({ plan, folder, args, ...rest }: FirebaseCliOptions): Program {
  return startProgram({
    ...rest,
    script: path.join(REPOSITORY, 'node_modules/firebase-tools/lib/bin/firebase.js'),
    args: [...args, '--project', plan.projectId],
    cwd: folder,
    env: {
      ...process.env,
      ...OFFLINE,
      ...emulatorVariables(plan),
      FUNCTIONS_DISCOVERY_TIMEOUT: DISCOVERY_SECONDS,
      // Nobody's login or settings take part.
      XDG_CONFIG_HOME: path.join(plan.folder, 'config'),
    },
  });
}
