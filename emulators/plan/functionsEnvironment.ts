/** The values that functions/src/platform/params.ts asks for, as they are locally: the one table of them. */
import { createHash } from 'node:crypto';
import { HOST, REGION, serviceAccountFile, type SuitePlan } from './suitePlan.ts';

interface LocalValue {
  name: string;
  /** A secret goes to `.secret.local`, any other parameter to `.env.<project>`. */
  secret: boolean;
  value: (plan: SuitePlan) => string;
}

/** The emulator asks, or finds no function at all, when a parameter without a default is missing here. */
const LOCAL_VALUES: LocalValue[] = [
  { name: 'FRONTEND_URL', secret: false, value: (plan) => plan.webUrl },
  {
    name: 'FUNCTIONS_URL',
    secret: false,
    value: ({ functionsPort, projectId }) => `http://${HOST}:${functionsPort}/${projectId}/${REGION}`,
  },
  { name: 'MAIL_FROM', secret: false, value: () => 'HRX Invites <invites@hrx.example>' },
  { name: 'APP_CHECK', secret: false, value: () => 'false' },
  { name: 'LOG_LEVEL', secret: false, value: () => process.env['LOG_LEVEL'] ?? 'info' },
  { name: 'INVITE_LINK_KEY', secret: true, value: localLinkKey },
  { name: 'SMTP_URI', secret: true, value: (plan) => `smtp://${HOST}:${plan.ports.smtp}` },
];

/**
 * One `keyId:hex` pair, the same for a project at every start: nothing that it protects leaves this machine.
 *
 * @returns what `INVITE_LINK_KEY` holds locally
 */
export function localLinkKey(plan: SuitePlan): string {
  return `local:${createHash('sha256').update(`invite links of ${plan.projectId}`).digest('hex')}`;
}

/**
 * @returns what Google's libraries find in Cloud Run by themselves: who they are. They sign with this key in place of
 *   asking IAM. The CLI must not have it, or it would sign in with it.
 */
export function functionsCredentials(plan: SuitePlan): Record<string, string> {
  return { GOOGLE_APPLICATION_CREDENTIALS: serviceAccountFile(plan) };
}

/** @returns the values by name: of the parameters, and of the secrets. */
export function functionsEnvironment(
  plan: SuitePlan,
): Record<'parameters' | 'secrets', Record<string, string>> {
  const values = (secret: boolean) =>
    Object.fromEntries(
      LOCAL_VALUES.filter((each) => each.secret === secret).map(({ name, value }) => [name, value(plan)]),
    );
  return { parameters: values(false), secrets: values(true) };
}

/** @returns the files beside the staged functions, by name, in dotenv's format. */
export function functionsEnvironmentFiles(plan: SuitePlan): Record<string, string> {
  const { parameters, secrets } = functionsEnvironment(plan);
  return {
    [`.env.${plan.projectId}`]: dotenv(parameters),
    '.env.local': dotenv(functionsCredentials(plan)),
    '.secret.local': dotenv(secrets),
  };
}

function dotenv(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}
