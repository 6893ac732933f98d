import {
  limit,
  orderBy,
  startAfter,
  where,
  type Firestore,
  type QueryDocumentSnapshot,
} from 'firebase/firestore';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { INVITES_A_PAGE, invitesQuery, type InviteFilter } from './invitesQuery.ts';

vi.mock('firebase/firestore', () => ({
  collection: (_firestore: unknown, path: string) => path,
  query: (path: string, ...constraints: string[]) => [path, ...constraints].join(' | '),
  where: vi.fn((...parts: string[]) => parts.join(' ')),
  orderBy: vi.fn((...parts: string[]) => parts.join(' ')),
  startAfter: vi.fn((row: string) => `after ${row}`),
  limit: vi.fn((rows: number) => `limit ${rows}`),
}));

const all: InviteFilter = { tenantId: 'acme', sentBy: null, status: null, search: ' ' };
const firestore = 'firestore' as unknown as Firestore;
const row = 'row' as unknown as QueryDocumentSnapshot;
const shape = (filter: Partial<InviteFilter>, after: QueryDocumentSnapshot | null = null) =>
  invitesQuery(firestore, { ...all, ...filter }, after) as unknown as string;

const START = 'tenants/acme/pending_invites';
const END = `createdAt desc | limit ${INVITES_A_PAGE + 1}`;

beforeEach(() => {
  vi.mocked(where).mockClear();
  vi.mocked(orderBy).mockClear();
  vi.mocked(startAfter).mockClear();
  vi.mocked(limit).mockClear();
});

describe('invitesQuery', () => {
  it('asks for the newest, and for one row more than a page', () => {
    expect(shape({})).toBe(`${START} | ${END}`);
  });

  it('asks for the token of what was typed, in any case', () => {
    expect(shape({ search: '  Nora  NEW ' })).toBe(
      `${START} | searchTokens array-contains nora new | ${END}`,
    );
  });

  it('combines sender, search and status in the order of the indexes', () => {
    expect(shape({ sentBy: 'rita', search: 'n', status: 'pending' })).toBe(
      `${START} | inviterUid == rita | searchTokens array-contains n | status == pending | ${END}`,
    );
  });

  it('goes on after the last row of the page before', () => {
    expect(shape({ status: 'expired' }, row)).toBe(
      `${START} | status == expired | createdAt desc | after row | limit ${INVITES_A_PAGE + 1}`,
    );
  });
});
