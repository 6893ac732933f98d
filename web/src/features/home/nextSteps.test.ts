import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../../../functions/src/contract/roles.ts';
import { anAccess } from '../../shared/testing/session.ts';
import { nextSteps } from './nextSteps.ts';

const NOTHING = anAccess();
const ALL = anAccess(...PERMISSIONS);
const stepsFor = (visitor: Partial<Parameters<typeof nextSteps>[0]>) =>
  nextSteps({
    tenantId: 'acme',
    isInvited: false,
    hrx: false,
    access: NOTHING,
    settings: null,
    elsewhere: [],
    ...visitor,
  });
const titlesFor = (visitor: Partial<Parameters<typeof nextSteps>[0]>) =>
  stepsFor(visitor).map(({ title }) => title);
const settings = { pendingInvites: 0, seatLimit: null, seatsUsed: 4 };

describe('what somebody can do next', () => {
  it('is to invite, for who may', () => {
    expect(titlesFor({ access: ALL })).toEqual(['Invite people', 'My invitations']);
  });

  it.each([
    [1, '1 invitation is open.'],
    [3, '3 invitations are open.'],
  ])('is to watch too while %i of the invitations wait', (pendingInvites, text) => {
    expect(stepsFor({ access: ALL, settings: { ...settings, pendingInvites } })[1]).toEqual({
      title: 'See who was invited',
      text,
      to: '/t/acme/invitations',
    });
  });

  it.each([
    [10, '6 of 10 seats are free.'],
    [4, 'All 4 seats are taken.'],
    [3, 'All 3 seats are taken.'],
  ])('says how much room there is among %i seats', (seatLimit, words) => {
    expect(stepsFor({ access: ALL, settings: { ...settings, seatLimit } })[0]?.text).toContain(words);
    expect(stepsFor({ access: ALL, settings })[0]?.text).not.toContain('seats');
  });

  it('is to watch, for who may read and not invite', () => {
    expect(titlesFor({ access: anAccess('members:read') })[0]).toBe('See who was invited');
  });

  it('is never a page that would refuse them', () => {
    expect(titlesFor({})).toEqual(['My invitations']);
  });

  it('is the other tenants too, for HRX', () => {
    expect(titlesFor({ hrx: true, access: ALL })).toEqual([
      'Invite people',
      'Go to another company',
      'My invitations',
    ]);
  });

  it('is the way to where else they are', () => {
    const elsewhere = [{ tenantId: 'globex', name: 'Globex Logistics', role: 'a Worker' }];
    expect(stepsFor({ elsewhere })[0]).toEqual({
      title: 'Go to Globex Logistics',
      text: 'You are a Worker there.',
      to: '/t/globex',
    });
  });

  it('is to say yes first, for who was promised a place', () => {
    expect(titlesFor({ isInvited: true })).toEqual(['Accept your invitation']);
  });
});
