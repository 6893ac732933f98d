/** The commands that make and end HRX staff: on the suite that runs here, or on a real project. */
import { parseArgs } from 'node:util';
import { emailField, nameField } from '../../functions/src/contract/fields.ts';
import { isListening } from '../../emulators/plan/freePorts.ts';
import { emulatorVariables, HOST, planSuite } from '../../emulators/plan/suitePlan.ts';
import { staffWords } from './staffWords.ts';

/**
 * @param args the address, for a grant the name too, and `--project ID` for a real project (with the application default
 *   credentials of whoever runs it).
 * @returns the exit code.
 */
export async function changeStaff(active: boolean, args: string[]): Promise<number> {
  try {
    const { email, name, project } = readArgs(active, args);
    await choose(project);
    // After the environment says where: the SDK looks at it once.
    const [{ getDeps }, { setStaff }] = await Promise.all([
      import('../../functions/src/deps.ts'),
      import('../../functions/src/staff/setStaff.ts'),
    ]);
    const outcome = await setStaff(getDeps(), { email, active, name });
    const isDone = outcome.kind === 'changed';
    console[isDone ? 'log' : 'error'](staffWords(outcome, { email, active }));
    return isDone ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function readArgs(active: boolean, args: string[]) {
  const usage = active
    ? 'npm run grant-hrx -- email ["First Last"] [--project ID]'
    : 'npm run revoke-hrx -- email [--project ID]';
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { project: { type: 'string' } },
  });
  const [address, name, ...rest] = positionals;
  if (address === undefined || rest.length > 0) throw new Error(`Give one email address: ${usage}`);
  const email = emailField.safeParse(address);
  if (!email.success) throw new Error(`${address} is not an email address. Usage: ${usage}`);
  const named = nameField.optional().safeParse(name);
  if (!named.success) throw new Error(`This name is not allowed. ${named.error.issues[0]?.message}`);
  return { email: email.data, name: named.data, project: values.project };
}

/** @throws Error with a sentence, where no suite runs here. */
async function choose(project: string | undefined): Promise<void> {
  if (project !== undefined && process.env['FIRESTORE_EMULATOR_HOST'] === undefined) {
    Object.assign(process.env, { GCLOUD_PROJECT: project, GOOGLE_CLOUD_PROJECT: project });
    return;
  }
  const plan = planSuite(false, process.env);
  const variables = project === undefined ? emulatorVariables(plan) : { GCLOUD_PROJECT: project };
  Object.assign(process.env, variables, { FUNCTIONS_EMULATOR: 'true', METADATA_SERVER_DETECTION: 'none' });
  if (project === undefined && !(await isListening(HOST, plan.ports.auth))) {
    throw new Error(
      `HRX Invites is not running at ${HOST}:${plan.ports.auth}. Run npm start first, or name a real project with --project ID.`,
    );
  }
}
