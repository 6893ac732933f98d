import { describe, expect, it } from 'vitest';
import { requiredIndex, serves, type Index, type StructuredQuery } from './requiredIndex.ts';

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

describe('an index serves a need', () => {
  const need = requiredIndex({
    from: invites,
    where: and(filter('searchTokens', 'ARRAY_CONTAINS'), filter('status')),
    orderBy: newest,
  })!;
  const index: Index = {
    collectionGroup: 'pending_invites',
    queryScope: 'COLLECTION',
    fields: [
      { fieldPath: 'status', order: 'ASCENDING' },
      { fieldPath: 'searchTokens', arrayConfig: 'CONTAINS' },
      { fieldPath: 'createdAt', order: 'DESCENDING' },
    ],
  };

  it('whatever the order of its equalities, and backwards too', () => {
    expect(serves(index, need)).toBe(true);
    const backwards = index.fields.map((field) => ({
      ...field,
      ...(field.order && { order: 'ASCENDING' as const }),
    }));
    expect(serves({ ...index, fields: backwards }, need)).toBe(true);
  });

  it('but not in another scope, without a field, or with one too many', () => {
    expect(serves({ ...index, queryScope: 'COLLECTION_GROUP' }, need)).toBe(false);
    expect(serves({ ...index, fields: index.fields.slice(1) }, need)).toBe(false);
    expect(
      serves({ ...index, fields: [...index.fields, { fieldPath: 'uid', order: 'ASCENDING' }] }, need),
    ).toBe(false);
  });
});
