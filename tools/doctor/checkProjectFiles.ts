import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import indexes from '../../firestore.indexes.json' with { type: 'json' };
import { functionsEnvironmentFiles } from '../../emulators/plan/functionsEnvironment.ts';
import { planSuite, REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { webVariables } from '../../emulators/hosting/webServer.ts';
import type { Finding } from './finding.mjs';

const PARAMETER_FILE = /^\.env\.(?!local$)(.+)$/;
const WEB_FILE = 'web/.env.production.local';
const TTL_COLLECTIONS = [
  'invite_links',
  'idempotency',
  'recovery_mails',
  'outbox',
  'rate_limits',
  'jobs',
  'rows',
];

/** @returns what can be known of a deployment without credentials: the files that it is made with. */
export async function checkProjectFiles(): Promise<Finding[]> {
  const names = (await readdir(path.join(REPOSITORY, 'functions'))).filter((name) =>
    PARAMETER_FILE.test(name),
  );
  const files = await Promise.all(
    names.map(async (name) => judgeParameters(name, await read('functions', name))),
  );
  return [
    ...(files.length > 0 ? files : [NO_PARAMETERS]),
    judgeWebVariables(await read(WEB_FILE)),
    judgeTtl(indexes.fieldOverrides),
  ];
}

const NO_PARAMETERS: Finding = {
  state: 'note',
  what: "The file functions/.env.<project> doesn't exist yet.",
  advice: `Create it with ${parameterNames().join(', ')}. See docs/deploy.md.`,
};

/**
 * @param name `.env.<project>`
 * @param text what it holds, as dotenv reads it
 */
export function judgeParameters(name: string, text: string): Finding {
  const values = parseEnv(text);
  const problems = parameterNames()
    .filter((parameter) => !values[parameter])
    .map((parameter) => `${parameter} is missing`);
  for (const parameter of ['FRONTEND_URL', 'FUNCTIONS_URL']) {
    const url = values[parameter];
    if (url && !/^https:\/\/[^/]+$/.test(url))
      problems.push(`${parameter} must look like https://invites.example.com`);
  }
  const file = `functions/${name}`;
  if (problems.length === 0) return { state: 'fine', what: `${file} has all parameters.` };
  return {
    state: 'wrong',
    what: `${file}: ${problems.join('; ')}.`,
    advice: 'See docs/deploy.md, "Parameters".',
  };
}

/** @param text the variables of the production build, as dotenv reads them; '' when there is no such file */
export function judgeWebVariables(text: string): Finding {
  const values = parseEnv(text);
  const names = Object.keys(webVariables(planSuite(false, {})));
  const missing = names.filter((name) => !name.endsWith('_EMULATOR') && !values[name]);
  const emulators = names.filter((name) => name.endsWith('_EMULATOR') && values[name]);
  if (emulators.length > 0) {
    return {
      state: 'wrong',
      what: `${WEB_FILE} sets emulators: ${emulators.join(', ')}.`,
      advice: 'Remove them. A deployed app must not use emulators, and the build fails with them.',
    };
  }
  if (missing.length === 0) return { state: 'fine', what: `${WEB_FILE} has all variables for the build.` };
  return {
    state: 'note',
    what: `${WEB_FILE} is missing ${missing.join(', ')}.`,
    advice: 'Add them to the file, or set them where you build. See docs/deploy.md, "The web app".',
  };
}

/** @param overrides `fieldOverrides` of firestore.indexes.json */
export function judgeTtl(overrides: { collectionGroup: string; fieldPath: string; ttl: boolean }[]): Finding {
  const isKept = (collection: string) =>
    overrides.some(
      (each) => each.collectionGroup === collection && each.fieldPath === 'expireAt' && each.ttl,
    );
  const missing = TTL_COLLECTIONS.filter((collection) => !isKept(collection));
  if (missing.length === 0)
    return { state: 'fine', what: `firestore.indexes.json has a TTL for ${TTL_COLLECTIONS.join(', ')}.` };
  return {
    state: 'wrong',
    what: `firestore.indexes.json has no TTL on expireAt of ${missing.join(', ')}.`,
    advice: 'Add a field override with "ttl": true for each.',
  };
}

/** The launcher's table of local values is complete, or no function would load. */
function parameterNames(): string[] {
  const plan = planSuite(false, {});
  return Object.keys(parseEnv(functionsEnvironmentFiles(plan)[`.env.${plan.projectId}`] ?? ''));
}

async function read(...names: string[]): Promise<string> {
  return readFile(path.join(REPOSITORY, ...names), 'utf8').catch(() => '');
}
