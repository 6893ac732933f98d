import { beforeAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { find, get } from '../support/admin.ts';
import { invitation, newTenant, secretOf, type TestTenant } from '../support/factories.ts';
import { claimsOf } from '../support/people.ts';

let acme: TestTenant;
beforeAll(async () => {
  acme = await newTenant();
});

describe('inviting a new person', () => {
  it('makes an account without any way in, an invitation, a member entry and the role in the claims', async () => {
    const request = invitation(acme.id, { customMessage: 'Welcome!\nSee you soon.', designation: 'Driver' });
    const answer = await acme.admin.call('inviteUser', request);
    expect(answer).toMatchObject({ userExists: false, claimsApplied: true });
    expect(secretOf(answer.inviteLink)).toMatch(/^[0-9a-f]{64}$/);

    const { uid } = answer;
    expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({
      email: request.email,
      status: 'pending',
      role: 'Worker',
      tenantName: acme.name,
      inviterUid: acme.admin.uid,
      inviteId: answer.inviteId,
      message: 'Welcome!\nSee you soon.',
    });
    expect(await find(documentKeys.member(acme.id, uid))).toMatchObject({ state: 'invited', role: 'Worker' });
    expect(await claimsOf(uid)).toEqual({ roles: { [acme.id]: { role: 'Worker', securityLevel: '2' } } });
    expect(await get(documentKeys.user(uid))).toMatchObject({ origin: 'invited', begun: null });
  });
});
