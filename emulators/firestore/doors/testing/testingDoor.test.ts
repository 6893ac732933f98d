import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setLogLevel } from 'firebase/firestore';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFirestore } from '../../server.ts';
import type { RunningFirestore } from '../../server.ts';
import type { CoverageNode } from '../../types.ts';
import { NOTES_RULES } from './notesRules.ts';

const PROJECT = 'demo-rules-testing';

// The SDK writes every refusal that a test provokes to the console.
setLogLevel('silent');

describe('@firebase/rules-unit-testing', () => {
  let server: RunningFirestore;
  let environment: RulesTestEnvironment;

  beforeAll(async () => {
    server = await startFirestore({ port: 0 });
    environment = await initializeTestEnvironment({
      projectId: PROJECT,
      firestore: { host: '127.0.0.1', port: server.port, rules: NOTES_RULES },
    });
  });

  afterEach(() => environment.clearFirestore());

  afterAll(async () => {
    await environment.cleanup();
    await server.close();
  });

  it('gives the project its rules, and tells people apart', async () => {
    const ada = environment.authenticatedContext('ada', { hrx: true }).firestore();
    const nobody = environment.unauthenticatedContext().firestore();

    await assertSucceeds(ada.doc('notes/one').set({ owner: 'ada' }));
    await assertFails(nobody.doc('notes/two').set({ owner: 'ada' }));
    await assertSucceeds(ada.doc('notes/one').get());
    await assertFails(nobody.doc('notes/one').get());
    await assertSucceeds(ada.collection('notes').where('owner', '==', 'ada').get());
    await assertFails(ada.collection('notes').get());
  });

  it('lets a test arrange behind the rules, and clears what it arranged', async () => {
    await environment.withSecurityRulesDisabled(async (context) => {
      await context.firestore().doc('secrets/one').set({ text: 'hidden' });
    });
    const documents = `${server.url}/v1/projects/${PROJECT}/databases/(default)/documents/secrets`;
    const owner = { headers: { authorization: 'Bearer owner' } };
    expect(await (await fetch(documents, owner)).json()).toMatchObject({ documents: [{}] });

    await environment.clearFirestore();
    expect(await (await fetch(documents, owner)).json()).not.toHaveProperty('documents');
  });

  it('hears where rules are wrong, and the old ones stay in force', async () => {
    const firestore = {
      host: '127.0.0.1',
      port: server.port,
      rules: "rules_version = '2';\nservice cloud.firestore {\n  match / {",
    };

    await expect(initializeTestEnvironment({ projectId: PROJECT, firestore })).rejects.toThrow(/:3:/);
    const ada = environment.authenticatedContext('ada').firestore();
    await assertSucceeds(ada.doc('notes/one').set({ owner: 'ada' }));
  });

  it('reports which values each expression of the rules had, as JSON and as a page', async () => {
    await environment.cleanup();
    environment = await initializeTestEnvironment({
      projectId: PROJECT,
      firestore: { host: '127.0.0.1', port: server.port, rules: NOTES_RULES },
    });
    const ada = environment.authenticatedContext('ada').firestore();
    await assertSucceeds(ada.doc('notes/one').set({ owner: 'ada' }));
    await assertFails(ada.doc('notes/two').set({ owner: 'bob' }));

    const address = `${server.url}/emulator/v1/projects/${PROJECT}:ruleCoverage`;
    const { rules, report } = (await (await fetch(address)).json()) as {
      rules: unknown;
      report: CoverageNode[];
    };
    expect(rules).toEqual({ files: [{ name: 'firestore.rules', content: NOTES_RULES }] });
    const textOf = ({ sourcePosition: at }: CoverageNode): string =>
      NOTES_RULES.slice(at.currentOffset, at.endOffset);
    const create = report.find((node) => textOf(node).includes('request.resource.data.owner'));
    expect(create?.values).toEqual([
      { value: { boolValue: true }, count: 1 },
      { value: { boolValue: false }, count: 1 },
    ]);
    const page = await fetch(`${address}.html`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toMatch(
      /Firestore Rule Coverage Report.*coverage-expr both.*coverage-expr never/s,
    );
    expect((await fetch(`${server.url}/emulator/v1/projects/p:ruleCoverage`)).status).toBe(400);
  });

  it('leaves other projects their own rules', async () => {
    const other = await initializeTestEnvironment({
      projectId: `${PROJECT}-other`,
      firestore: { host: '127.0.0.1', port: server.port },
    });

    await assertFails(other.authenticatedContext('ada').firestore().doc('notes/one').set({ owner: 'ada' }));
    await other.cleanup();
  });
});

describe('export and import', () => {
  it('take the documents of one project as readable JSON, to a file too, and put them into another server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    const [first, second] = [await startFirestore({ port: 0 }), await startFirestore({ port: 0 })];
    const owner = { headers: { authorization: 'Bearer owner' } };
    const put = (projectId: string): Promise<Response> =>
      fetch(`${first.url}/v1/projects/${projectId}/databases/other/documents/a?documentId=b`, {
        ...owner,
        method: 'POST',
        body: JSON.stringify({ fields: { x: { bytesValue: 'AP8=' }, y: { doubleValue: 'NaN' } } }),
      });
    await Promise.all([put('p'), put('q')]);
    const post = (url: string, body: string): Promise<Response> => fetch(url, { method: 'POST', body });

    const exported = await (await fetch(`${first.url}/emulator/v1/projects/p:export`)).text();
    expect(JSON.parse(exported)).toMatchObject({ databases: [{ projectId: 'p', databaseId: 'other' }] });
    await post(
      `${first.url}/emulator/v1/projects/p:export`,
      JSON.stringify({ export_directory: folder, export_name: 'today' }),
    );
    const file = await readFile(join(folder, 'today/firestore.json'), 'utf8');
    expect(file).toContain('\n');
    expect(JSON.parse(file)).toEqual(JSON.parse(exported));

    expect((await post(`${second.url}/emulator/v1/projects/p:import`, exported)).status).toBe(200);
    const read = await fetch(`${second.url}/v1/projects/p/databases/other/documents/a/b`, owner);
    expect(await read.json()).toMatchObject({
      fields: { x: { bytesValue: 'AP8=' }, y: { doubleValue: 'NaN' } },
    });
    for (const server of [first, second]) await server.close();
    await rm(folder, { recursive: true });
  });

  it('say what is wrong', async () => {
    const server = await startFirestore({ port: 0 });
    const status = async (verb: string): Promise<number> => {
      const answer = await fetch(`${server.url}/emulator/v1/projects/p:${verb}`, {
        method: 'POST',
        body: '{}',
      });
      return answer.status;
    };

    expect(await status('export')).toBe(400);
    expect(await status('import')).toBe(400);
    await server.close();
  });
});

describe('the log of queries', () => {
  it('lists each different query of a project until it is cleared', async () => {
    const server = await startFirestore({ port: 0 });
    const log = `${server.url}/emulator/v1/projects/p/queries`;
    const run = (projectId: string, limit: number): Promise<Response> =>
      fetch(`${server.url}/v1/projects/${projectId}/databases/(default)/documents/a/b:runQuery`, {
        method: 'POST',
        headers: { authorization: 'Bearer owner' },
        body: JSON.stringify({ structuredQuery: { from: [{ collectionId: 'c' }], limit } }),
      });
    for (const limit of [1, 2, 1]) await run('p', limit);
    await run('other', 3);

    const query = (limit: number): object => ({
      parent: 'a/b',
      structuredQuery: { from: [{ collectionId: 'c' }], limit },
    });
    expect(await (await fetch(log)).json()).toEqual({ queries: [query(1), query(2)] });

    await fetch(log, { method: 'DELETE' });
    expect(await (await fetch(log)).json()).toEqual({ queries: [] });
    await server.close();
  });

  it('is not mistaken for a call that does not exist', async () => {
    const server = await startFirestore({ port: 0 });

    const answer = await fetch(`${server.url}/emulator/v1/projects/p/quarries`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { status: 'NOT_FOUND' } });
    const rules = await fetch(`${server.url}/emulator/v1/projects/p:securityRules`, {
      method: 'PUT',
      body: '{}',
    });
    expect([rules.status, await rules.text()]).toEqual([400, expect.stringContaining('files')]);
    await server.close();
  });
});
