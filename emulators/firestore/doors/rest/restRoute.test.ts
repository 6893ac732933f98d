import { describe, expect, it } from 'vitest';
import { findRestRoute } from './restRoute.ts';

const DATABASE = 'projects/p/databases/(default)';
const ROOT = `${DATABASE}/documents`;

describe('a REST address', () => {
  it.each([
    ['POST', `/v1/${ROOT}:batchGet`, 'BatchGetDocuments', { database: DATABASE }],
    ['POST', `/v1/${ROOT}:commit`, 'Commit', { database: DATABASE }],
    ['POST', `/v1/${ROOT}:beginTransaction`, 'BeginTransaction', { database: DATABASE }],
    ['POST', `/v1/${ROOT}:rollback`, 'Rollback', { database: DATABASE }],
    ['POST', `/v1/${ROOT}:batchWrite`, 'BatchWrite', { database: DATABASE }],
    ['POST', `/v1/${ROOT}:runQuery`, 'RunQuery', { parent: ROOT }],
    ['POST', `/v1/${ROOT}/tenants/acme:runQuery`, 'RunQuery', { parent: `${ROOT}/tenants/acme` }],
    ['POST', `/v1/${ROOT}:runAggregationQuery`, 'RunAggregationQuery', { parent: ROOT }],
    ['POST', `/v1/${ROOT}:listCollectionIds`, 'ListCollectionIds', { parent: ROOT }],
    ['GET', `/v1/${ROOT}/tenants/acme`, 'GetDocument', { name: `${ROOT}/tenants/acme` }],
    ['GET', `/v1/${ROOT}/tenants`, 'ListDocuments', { parent: ROOT, collectionId: 'tenants' }],
    [
      'GET',
      `/v1/${ROOT}/tenants/acme/members`,
      'ListDocuments',
      { parent: `${ROOT}/tenants/acme`, collectionId: 'members' },
    ],
    ['PATCH', `/v1/${ROOT}/tenants/acme`, 'UpdateDocument', { document: { name: `${ROOT}/tenants/acme` } }],
    ['DELETE', `/v1/${ROOT}/tenants/acme`, 'DeleteDocument', { name: `${ROOT}/tenants/acme` }],
    ['POST', `/v1/${ROOT}/tenants`, 'CreateDocument', { parent: ROOT, collectionId: 'tenants' }],
  ])('%s %s is %s', (httpMethod, path, method, pathFields) => {
    expect(findRestRoute(httpMethod, path)).toMatchObject({ method, pathFields });
  });

  it('is decoded segment by segment', () => {
    expect(findRestRoute('GET', `/v1/${ROOT}/people/a%3Ab%20%C3%A9`)).toMatchObject({
      pathFields: { name: `${ROOT}/people/a:b é` },
    });
    expect(findRestRoute('POST', `/v1/${ROOT}/people/a%3ArunQuery:runQuery`)).toMatchObject({
      pathFields: { parent: `${ROOT}/people/a:runQuery` },
    });
  });

  it.each([
    ['GET', '/v1/projects/p'],
    ['GET', `/v1/${ROOT}`],
    ['DELETE', `/v1/${ROOT}/tenants`],
    ['PUT', `/v1/${ROOT}/tenants/acme`],
    ['POST', `/v1/${ROOT}/tenants/acme:commit`],
    ['POST', `/v1/${ROOT}/tenants/acme`],
    ['POST', `/v1/${ROOT}:fly`],
  ])('is not found: %s %s', (httpMethod, path) => {
    expect(() => findRestRoute(httpMethod, path)).toThrow(expect.objectContaining({ status: 'NOT_FOUND' }));
  });

  it('is refused when its encoding is broken', () => {
    expect(() => findRestRoute('GET', `/v1/${ROOT}/people/%E9`)).toThrow(/not percent-encoded/);
  });
});
