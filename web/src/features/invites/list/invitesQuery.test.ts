import type { Firestore, QueryDocumentSnapshot } from 'firebase/firestore';
import { describe, expect, it, vi } from 'vitest';
import { INVITES_A_PAGE, invitesQuery, matchingInvites, type InviteFilter } from './invitesQuery.ts';
import { FIRST_VIEW } from './invitationsView.ts';

vi.mock('firebase/firestore', () => ({
  collection: (_firestore: unknown, path: string) => path,
  query: (path: string, ...constraints: string[]) => [path, ...constraints].join(' | '),
  where: (...parts: unknown[]) => parts.join(' '),
  orderBy: (...parts: string[]) => parts.join(' '),
  startAfter: (row: string) => `after ${row}`,
  limit: (rows: number) => `limit ${rows}`,
}));

const all: InviteFilter = { ...FIRST_VIEW, tab: 'all', tenantId: 'acme', search: ' ' };
const firestore = 'firestore' as unknown as Firestore;
const row = 'row' as unknown as QueryDocumentSnapshot;
const shape = (filter: Partial<InviteFilter>, after: QueryDocumentSnapshot | null = null) =>
  invitesQuery(firestore, { ...all, ...filter }, after) as unknown as string;

const START = 'tenants/acme/pending_invites';
const END = `createdAt desc | limit ${INVITES_A_PAGE + 1}`;

describe('invitesQuery', () => {
  it('asks for the newest, and for one row more than a page', () => {
    expect(shape({})).toBe(`${START} | ${END}`);
  });

  it('asks for the token of what was typed, in any case', () => {
    expect(shape({ search: '  Nora  NEW ' })).toBe(
      `${START} | searchTokens array-contains nora new | ${END}`,
    );
  });

  it.each([
    ['open', 'status == pending'],
    ['attention', 'attention in bounced,opened,ends_soon,expired'],
    ['accepted', 'status == accepted'],
    ['ended', 'status in declined,revoked,expired'],
  ] as const)('asks for those of the tab %s', (tab, asked) => {
    expect(shape({ tab })).toBe(`${START} | ${asked} | ${END}`);
  });

  it('combines all filters in the order of the indexes', () => {
    const filter = {
      inviterUid: 'rita',
      search: 'n',
      tab: 'open',
      role: 'Worker',
      mailProblem: true,
    } as const;
    expect(shape({ ...filter, sort: 'ends' })).toBe(
      `${START} | inviterUid == rita | searchTokens array-contains n | status == pending | role == Worker | mail.state in deferred,held,failed,bounced,complained | expiresAt asc | limit ${INVITES_A_PAGE + 1}`,
    );
  });

  it('goes on after the last row of the page before', () => {
    expect(shape({ tab: 'accepted', sort: 'oldest' }, row)).toBe(
      `${START} | status == accepted | createdAt asc | after row | limit ${INVITES_A_PAGE + 1}`,
    );
  });

  it('counts what it lists: the same without a limit', () => {
    expect(matchingInvites(firestore, { ...all, tab: 'open' }) as unknown).toBe(
      `${START} | status == pending | createdAt desc`,
    );
  });
});
