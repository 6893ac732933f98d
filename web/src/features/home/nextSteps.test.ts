import { describe, expect, it } from 'vitest';
import { nextSteps } from './nextSteps.ts';

const NOTHING = { ready: true, canInvite: false, canReadMembers: false };
const titlesFor = (visitor: Partial<Parameters<typeof nextSteps>[0]>) =>
  nextSteps({ tenantId: 'acme', isInvited: false, hrx: false, access: NOTHING, ...visitor }).map(
    ({ title }) => title,
  );

describe('what somebody can do next', () => {
  it('is to invite, for who may', () => {
    expect(titlesFor({ access: { ...NOTHING, canInvite: true, canReadMembers: true } })).toEqual([
      'Invite people',
      'Look at invitations to you',
    ]);
  });

  it('is to watch, for who may read and not invite', () => {
    expect(titlesFor({ access: { ...NOTHING, canReadMembers: true } })[0]).toBe('See who was invited');
  });

  it('is never a page that would refuse them', () => {
    expect(titlesFor({})).toEqual(['Look at invitations to you']);
  });

  it('is the other tenants too, for HRX', () => {
    const all = { ready: true, canInvite: true, canReadMembers: true };
    expect(titlesFor({ hrx: true, access: all })).toEqual([
      'Invite people',
      'Go to another tenant',
      'Look at invitations to you',
    ]);
  });

  it('is to say yes first, for who was promised a place', () => {
    expect(titlesFor({ isInvited: true })).toEqual(['Accept your invitation']);
  });
});
