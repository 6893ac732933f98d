/** Looks once, before the first test of a project that needs a suite, whether that suite is there. */
import type { TestProject } from 'vitest/node';
import { isListening } from '../../emulators/plan/freePorts.ts';
import type { PortName } from '../../emulators/plan/ports.ts';
import { HOST, planSuite } from '../../emulators/plan/suitePlan.ts';

/** The rules need Firestore alone, so that they can run on Google's emulator too. */
const NEEDED: Record<string, PortName[]> = {
  rules: ['firestore'],
  callables: ['auth', 'handlers', 'firestore', 'inbox'],
  emulator: ['auth', 'functions', 'tasks', 'handlers', 'firestore', 'inbox'],
};
const NEEDED_BY_DEFAULT: PortName[] = ['auth', 'functions', 'tasks', 'handlers', 'firestore', 'inbox', 'web'];

/** @throws Error with a sentence for the developer, when a part of the suite does not answer. */
export default async function requireSuite(project: TestProject): Promise<void> {
  const plan = planSuite(true, process.env);
  const named = process.env['FIRESTORE_EMULATOR_HOST']?.split(':')[1];
  for (const name of NEEDED[project.name] ?? NEEDED_BY_DEFAULT) {
    const port = name === 'firestore' && named ? Number(named) : plan.ports[name];
    if (!(await isListening(HOST, port))) {
      throw new Error(
        `Nothing answers at ${HOST}:${port} (${name}). Run \`npm run test:${project.name}\`, which starts what it ` +
          'needs, or keep a suite running with `npm run test:suite`.',
      );
    }
  }
  if (project.name === 'hosting') await requireBuild(plan.webUrl);
}

/** Vite's own server, which serves the sources, sends none of the headers that are deployed. */
async function requireBuild(webUrl: string): Promise<void> {
  const { headers } = await fetch(webUrl);
  if (headers.has('content-security-policy')) return;
  throw new Error(
    'The running suite serves the sources of the web app, and these tests look at its build: end that suite, and ' +
      '`npm run test:hosting` starts one of its own.',
  );
}
