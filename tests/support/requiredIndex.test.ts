import { describe, expect, it } from 'vitest';
import { describeNeed, requiredIndex, serve, type Index, type StructuredQuery } from './requiredIndex.ts';

const filter = (fieldPath: string, op = 'EQUAL') => ({ fieldFilter: { field: { fieldPath }, op } });
const and = (...filters: object[]) =>
  ({ compositeFilter: { op: 'AND', filters } }) as StructuredQuery['where'] & object;
const newest = [{ field: { fieldPath: 'createdAt' }, direction: 'DESCENDING' }];
const invites = [{ collectionId: 'pending_invites' }];
const everywhere = [{ collectionId: 'pending_invites', allDescendants: true }];

describe('the index that a query needs', () => {
  it.each<[string, StructuredQuery]>([
    ['the whole collection', { from: invites }],
    ['one order', { from: invites, orderBy: newest }],
    ['one order and the name', { from: invites, orderBy: [...newest, { field: { fieldPath: '__name__' } }] }],
    ['equalities alone', { from: invites, where: and(filter('uid'), filter('email')) }],
    ['one array filter', { from: invites, where: filter('searchTokens', 'ARRAY_CONTAINS') }],
    ['the whole collection group', { from: everywhere }],
  ])('is automatic for %s', (_name, query) => {
    expect(requiredIndex(query)).toBeNull();
  });

  it('is composite for an equality with an order', () => {
    expect(requiredIndex({ from: invites, where: filter('status'), orderBy: newest })).toEqual({
      collectionGroup: 'pending_invites',
      queryScope: 'COLLECTION',
      equal: ['status'],
      contained: [],
      ordered: [{ fieldPath: 'createdAt', order: 'DESCENDING' }],
    });
  });

  it('is composite for an inequality on another field than the order', () => {
    const query = { from: invites, where: filter('expiresAt', 'GREATER_THAN'), orderBy: newest };
    expect(requiredIndex(query)?.ordered.map(({ fieldPath }) => fieldPath)).toEqual([
      'createdAt',
      'expiresAt',
    ]);
  });

  it('is never automatic for a filter over a collection group', () => {
    expect(requiredIndex({ from: everywhere, where: filter('uid') })?.queryScope).toBe('COLLECTION_GROUP');
  });

  it('is not guessed for an OR', () => {
    const query = { from: invites, where: { compositeFilter: { op: 'OR', filters: [] } } };
    expect(() => requiredIndex(query)).toThrow('OR');
  });
});

describe('indexes serve a need', () => {
  const need = requiredIndex({
    from: invites,
    where: and(filter('searchTokens', 'ARRAY_CONTAINS'), filter('status')),
    orderBy: newest,
  })!;
  const status = { fieldPath: 'status', order: 'ASCENDING' } as const;
  const tokens = { fieldPath: 'searchTokens', arrayConfig: 'CONTAINS' } as const;
  const latest = { fieldPath: 'createdAt', order: 'DESCENDING' } as const;
  const index = (...fields: Index['fields']): Index => ({
    collectionGroup: 'pending_invites',
    queryScope: 'COLLECTION',
    fields,
  });

  it('whatever the order of their equalities', () => {
    expect(serve([index(status, tokens, latest)], need)).toBe(true);
    expect(serve([index(tokens, status, latest)], need)).toBe(true);
  });

  it('together, where each ends in the same order', () => {
    expect(serve([index(status, latest), index(tokens, latest)], need)).toBe(true);
    expect(serve([index(status, latest)], need)).toBe(false);
    expect(serve([index(status, latest), index(tokens)], need)).toBe(false);
  });

  it('but not backwards, in another scope, or with a field too many', () => {
    expect(serve([index(status, tokens, { ...latest, order: 'ASCENDING' })], need)).toBe(false);
    expect(serve([{ ...index(status, tokens, latest), queryScope: 'COLLECTION_GROUP' }], need)).toBe(false);
    const uid = { fieldPath: 'uid', order: 'ASCENDING' } as const;
    expect(serve([index(status, tokens, uid, latest)], need)).toBe(false);
    expect(serve([index(status, tokens, latest, uid)], need)).toBe(false);
  });
});

it('tells a developer what a query needs', () => {
  const where = and(filter('status'), filter('searchTokens', 'ARRAY_CONTAINS'));
  const need = requiredIndex({ from: invites, where, orderBy: newest });

  expect(need && describeNeed(need)).toBe(
    'pending_invites (COLLECTION): status =, searchTokens contains, createdAt DESCENDING',
  );
});
