import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeployedFunction } from './deployedFunctions.ts';
import { hideSecrets, withSecretsOf } from './secretsOf.ts';

const environment = process.env;

beforeEach(() => {
  process.env = { ...environment, KEY: 'hidden', PLAIN: 'seen' };
  hideSecrets(new Set(['KEY']));
});
afterEach(() => {
  process.env = environment;
});

const functionWith = (...secrets: string[]): DeployedFunction => ({
  name: 'any',
  endpoint: { secretEnvironmentVariables: secrets.map((key) => ({ key })) },
  handle: () => undefined,
});

it('shows a secret to a function that declares it, however late it looks, and to nothing else', async () => {
  const look = async () => {
    await setTimeout(1);
    return process.env['KEY'];
  };
  const [declared, not] = await Promise.all([
    withSecretsOf(functionWith('KEY'), look),
    withSecretsOf(functionWith('OTHER'), look),
  ]);
  expect([declared, not, process.env['KEY']]).toEqual(['hidden', undefined, undefined]);
});

it('hides nothing else', () => {
  expect(process.env['PLAIN']).toBe('seen');
});
