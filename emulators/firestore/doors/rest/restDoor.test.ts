import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFirestore } from '../../server.ts';
import type { RunningFirestore } from '../../server.ts';

const DATABASE = 'projects/p/databases/(default)';
const ROOT = `${DATABASE}/documents`;
const OWNER = { authorization: 'Bearer owner' };

/** The parts of the answers that the tests read. */
interface Answer {
  name?: string;
  updateTime?: string;
  transaction?: string;
  documents?: { name: string }[];
  error?: { code: number; status: string };
}

describe('REST', () => {
  let server: RunningFirestore;

  beforeAll(async () => {
    server = await startFirestore({ port: 0 });
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    await fetch(`${server.url}/emulator/v1/${ROOT}`, { method: 'DELETE' });
  });

  async function call(method: string, path: string, body?: unknown, headers: HeadersInit = OWNER) {
    const response = await fetch(`${server.url}/v1/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { code: response.status, json: (await response.json()) as Answer };
  }

  function text(stringValue: string): { stringValue: string } {
    return { stringValue };
  }

  it('creates, reads, changes, lists and deletes documents', async () => {
    const ada = `${ROOT}/people/ada`;
    const created = await call('POST', `${ROOT}/people?documentId=ada`, {
      fields: { name: text('Ada'), city: text('London') },
    });
    expect(created).toMatchObject({ code: 200, json: { name: ada } });

    await call('PATCH', `${ada}?updateMask.fieldPaths=city&currentDocument.exists=true`, {
      fields: { name: text('ignored'), city: text('Paris') },
    });
    expect((await call('GET', ada)).json).toMatchObject({
      fields: { name: text('Ada'), city: text('Paris') },
    });
    const masked = await call('GET', `${ada}?mask.fieldPaths=city`);
    expect(masked.json).toHaveProperty('fields', { city: text('Paris') });

    await call('POST', `${ROOT}/people?documentId=bob`, {});
    const page = await call('GET', `${ROOT}/people?pageSize=1`);
    expect(page.json.documents?.map(({ name }) => name)).toEqual([ada]);

    expect(await call('DELETE', ada)).toEqual({ code: 200, json: {} });
    expect(await call('GET', ada)).toMatchObject({ code: 404, json: { error: { status: 'NOT_FOUND' } } });
  });

  it('makes up an id for a document that is given none', async () => {
    const { json } = await call('POST', `${ROOT}/people`, {});

    expect(json.name).toMatch(/\/people\/[A-Za-z0-9]{20}$/);
  });

  it('answers what streams over gRPC as an array', async () => {
    await call('PATCH', `${ROOT}/people/ada`, { fields: { name: text('Ada') } });
    const structuredQuery = { from: [{ collectionId: 'people' }] };

    expect((await call('POST', `${ROOT}:runQuery`, { structuredQuery })).json).toMatchObject([
      { document: { name: `${ROOT}/people/ada` } },
    ]);
    const aggregation = { structuredQuery, aggregations: [{ alias: 'n', count: {} }] };
    expect(
      (await call('POST', `${ROOT}:runAggregationQuery`, { structuredAggregationQuery: aggregation })).json,
    ).toMatchObject([{ result: { aggregateFields: { n: { integerValue: '1' } } } }]);
    const documents = [`${ROOT}/people/ada`, `${ROOT}/people/nobody`];
    expect((await call('POST', `${ROOT}:batchGet`, { documents })).json).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ found: expect.anything() as unknown }),
        expect.objectContaining({ missing: documents[1] }),
      ]),
    );
  });

  it('commits in transactions, and rolls back', async () => {
    const write = { update: { name: `${ROOT}/people/ada`, fields: { name: text('Ada') } } };
    const begin = await call('POST', `${ROOT}:beginTransaction`, { options: { readWrite: {} } });
    const committed = await call('POST', `${ROOT}:commit`, {
      transaction: begin.json.transaction,
      writes: [write],
    });
    expect(committed).toMatchObject({ code: 200, json: { writeResults: [{}] } });

    const other = await call('POST', `${ROOT}:beginTransaction`, {});
    const { transaction } = other.json;
    expect(await call('POST', `${ROOT}:rollback`, { transaction })).toEqual({ code: 200, json: {} });
    expect((await call('POST', `${ROOT}:commit`, { transaction, writes: [write] })).code).not.toBe(200);
  });

  it('writes a batch, and lists the collections below a document', async () => {
    const batch = { writes: [{ update: { name: `${ROOT}/people/ada/pets/cat`, fields: {} } }] };

    expect((await call('POST', `${ROOT}:batchWrite`, batch)).json).toMatchObject({ writeResults: [{}] });
    expect((await call('POST', `${ROOT}/people/ada:listCollectionIds`, {})).json).toMatchObject({
      collectionIds: ['pets'],
    });
  });

  it('answers errors as Google does: alone, or in an array where an array was asked for', async () => {
    const denied = { code: 403, message: expect.any(String) as unknown, status: 'PERMISSION_DENIED' };
    const structuredQuery = { from: [{ collectionId: 'people' }] };
    expect(await call('GET', `${ROOT}/people/ada`, undefined, {})).toEqual({
      code: 403,
      json: { error: denied },
    });
    expect(await call('POST', `${ROOT}:runQuery`, { structuredQuery }, {})).toEqual({
      code: 403,
      json: [{ error: denied }],
    });

    const unreadable = await call('GET', `${ROOT}/people/ada`, undefined, { authorization: 'Bearer x' });
    expect(unreadable).toMatchObject({ code: 401, json: { error: { status: 'UNAUTHENTICATED' } } });
    const twice = [await call('POST', `${ROOT}/people?documentId=ada`, {})];
    twice.push(await call('POST', `${ROOT}/people?documentId=ada`, {}));
    expect(twice.map(({ code }) => code)).toEqual([200, 409]);
  });

  it('refuses what is no JSON, no object or no such call', async () => {
    const send = (body: string): Promise<Response> =>
      fetch(`${server.url}/v1/${ROOT}:commit`, { method: 'POST', headers: OWNER, body });

    expect((await send('{')).status).toBe(400);
    expect((await send('[]')).status).toBe(400);
    expect((await send('{"writes": 1}')).status).toBe(400);
    expect((await send('{"writes": []}')).status).toBe(200);
    expect((await call('GET', 'projects/p')).json.error).toMatchObject({ code: 404, status: 'NOT_FOUND' });
  });
});
