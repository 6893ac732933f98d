import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REPOSITORY } from '../plan/suitePlan.ts';
import { loadDeployedFunctions, type DeployedFunction } from './deployedFunctions.ts';

let folder: string;

beforeAll(async () => {
  await mkdir(path.join(REPOSITORY, 'run'), { recursive: true });
  folder = await mkdtemp(path.join(REPOSITORY, 'run/deployed-'));
  await mkdir(path.join(folder, 'functions/lib'), { recursive: true });
  await writeFile(path.join(folder, 'functions/package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(
    path.join(folder, 'functions/lib/index.js'),
    `import { remember } from './memory.js';
     const counting = (endpoint) => Object.assign((request, response) => response.send(remember()), { __endpoint: endpoint });
     export const one = counting({ secretEnvironmentVariables: [{ key: 'KEY' }] });
     export const two = counting({});`,
  );
  await writeFile(
    path.join(folder, 'functions/lib/memory.js'),
    'let times = 0; export const remember = () => (times += 1);',
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function answerOf(one: DeployedFunction | undefined): unknown {
  let answer: unknown;
  const response = { send: (value: unknown) => (answer = value) };
  void one?.handle({} as never, response as never, () => undefined);
  return answer;
}

it('loads each exported function with a memory of its own', async () => {
  const functions = await loadDeployedFunctions(path.join(folder, 'functions'), path.join(folder, 'loaded'));
  expect([...functions.keys()]).toEqual(['one', 'two']);
  expect(functions.get('one')?.endpoint.secretEnvironmentVariables).toEqual([{ key: 'KEY' }]);

  expect(answerOf(functions.get('one'))).toBe(1);
  expect(answerOf(functions.get('one'))).toBe(2);
  expect(answerOf(functions.get('two'))).toBe(1);
});
