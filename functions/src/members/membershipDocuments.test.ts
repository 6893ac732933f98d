import { describe, expect, it } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import type { UserDocument } from '../contract/documents.ts';
import { memoryTransactions } from '../testing/memoryTransactions.ts';
import { membershipDocuments, projectedMembership, writeMembership } from './membershipDocuments.ts';
import { newMemberDocument, type MemberFields } from './newMemberDocument.ts';

const joined = new Date('2026-11-01T12:00:00Z');
const now = new Date('2026-11-21T12:00:00Z');
const base = { uid: 'walt', tenantId: 'acme', staffActive: false, holder: 'me', now };

function walt(given: Partial<MemberFields> = {}): MemberFields {
  return newMemberDocument(
    {
      uid: 'walt',
      tenantId: 'acme',
      email: 'walt@acme.example',
      firstName: 'Walt',
      lastName: 'Brennan',
      role: 'Worker',
      securityLevel: '2',
      ...given,
    },
    joined,
  );
}

const before = membershipDocuments({ ...base, user: undefined, member: walt(), now: joined }).user;

describe('a membership', () => {
  it('says the same in both documents, and waits for the claims', () => {
    const { member, user, claimsWork } = membershipDocuments({ ...base, user: undefined, member: walt() });
    expect(member).toMatchObject({ role: 'Worker', state: 'active', sync: 'pending' });
    expect(user.memberships['acme']).toEqual({
      role: 'Worker',
      securityLevel: '2',
      state: 'active',
      inClaims: true,
      since: now,
    });
    expect(user.sync.waiting).toEqual(['acme']);
    expect(claimsWork?.uid).toBe('walt');
  });

  it('keeps its time while its state stays, and begins a new one with another', () => {
    const after = (member: MemberFields) =>
      membershipDocuments({ ...base, user: before, member }).user.memberships['acme']?.since;
    expect(after(walt({ role: 'Manager', securityLevel: '5' }))).toEqual(joined);
    expect(after(walt({ state: 'suspended' }))).toEqual(now);
  });

  it('leaves the claims while it is suspended', () => {
    const { user, member, claimsWork } = membershipDocuments({
      ...base,
      user: before,
      member: walt({ state: 'suspended' }),
    });
    expect(user.memberships['acme']).toMatchObject({ state: 'suspended', inClaims: false });
    expect(member?.sync).toBe('pending');
    expect(claimsWork).not.toBeNull();
  });

  it.each([true, false])(
    'stands in the claims while it is invited where that was said: %s',
    (invitedInClaims) => {
      const member = walt({ state: 'invited', joinedAt: null });
      const documents = membershipDocuments({ ...base, user: undefined, member, invitedInClaims });
      expect(documents.user.memberships['acme']?.inClaims).toBe(invitedInClaims);
      expect(documents.claimsWork !== null).toBe(invitedInClaims);
      expect(documents.member?.sync).toBe(invitedInClaims ? 'pending' : 'synced');
    },
  );

  it('still waits where an earlier change does, and this one asks nothing of the claims', () => {
    const suspended = membershipDocuments({
      ...base,
      user: before,
      member: walt({ state: 'suspended' }),
    }).user;
    const { member, claimsWork } = membershipDocuments({
      ...base,
      user: suspended,
      member: walt({ state: 'suspended', designation: 'Driver' }),
    });
    expect(claimsWork).toBeNull();
    expect(member?.sync).toBe('pending');
  });

  it('is at peace once the claims hold it', () => {
    const { member, user } = projectedMembership(
      membershipDocuments({ ...base, user: undefined, member: walt() }),
    );
    expect(member?.sync).toBe('synced');
    expect(user).toMatchObject({
      membershipsVersion: 1,
      claimsVersion: 1,
      claimsLease: null,
      sync: { state: 'synced', waiting: [] },
    });
  });
});

describe('writing a membership', () => {
  const memberKey = documentKeys.member('acme', 'walt');
  const userKey = documentKeys.user('walt');

  it('writes both documents, and takes both away', async () => {
    const memory = memoryTransactions();
    const write = (member: MemberFields | null) =>
      memory.transact(async (tx) => {
        const { user } = await tx.readAll({ user: userKey });
        return writeMembership(tx, { ...base, user, member });
      });
    expect(await write(walt())).not.toBeNull();
    expect(memory.peek(memberKey)).toMatchObject({ role: 'Worker' });
    expect(memory.peek(userKey)).toMatchObject({ memberships: { acme: { role: 'Worker' } } });

    expect(await write(null)).not.toBeNull();
    expect(memory.peek(memberKey)).toBeUndefined();
    expect(memory.peek(userKey)?.memberships).toEqual({});
  });

  it('writes nothing where there is none to take away', async () => {
    const memory = memoryTransactions();
    const user: UserDocument | undefined = undefined;
    const work = await memory.transact((tx) =>
      Promise.resolve(writeMembership(tx, { ...base, user, member: null })),
    );
    expect(work).toBeNull();
    expect(memory.peek(userKey)).toBeUndefined();
  });
});
