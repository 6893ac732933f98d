/** The values that functions/src/platform/params.ts asks for, as they are locally: the one table of them. */
import { createHash } from 'node:crypto';
import { HOST, type SuitePlan } from './suitePlan.ts';

interface LocalValue {
  name: string;
  /** A secret goes to `.secret.local`, any other parameter to `.env.<project>`. */
  secret: boolean;
  value(plan: SuitePlan): string;
}

/** The emulator asks, or finds no function at all, when a parameter without a default is missing here. */
const LOCAL_VALUES: LocalValue[] = [
  { name: 'FRONTEND_URL', secret: false, value: (plan) => plan.webUrl },
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

/** @returns the two files beside the staged functions, by name, in dotenv's format. */
export function functionsEnvironmentFiles(plan: SuitePlan): Record<string, string> {
  const lines = (secret: boolean) =>
    LOCAL_VALUES.filter((parameter) => parameter.secret === secret)
      .map((parameter) => `${parameter.name}=${JSON.stringify(parameter.value(plan))}\n`)
      .join('');
  return { [`.env.${plan.projectId}`]: lines(false), '.secret.local': lines(true) };
}
