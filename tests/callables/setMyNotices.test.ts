import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { noticesOf } from '../../functions/src/contract/notices.ts';
import { get } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { newMember, newTenant } from '../support/factories.ts';
import { newPerson } from '../support/people.ts';

const ALL = { accepted: true, declined: true, not_delivered: true, expired: true };

describe('my notices', () => {
  it('are mine alone: nobody else’s change, and nothing else of mine [NOTICE-01]', async () => {
    const { id, admin } = await newTenant();
    const rita = await newMember(id, { role: 'Recruiter' });
    const before = await get(documentKeys.user(rita.uid));
    expect(await rita.call('setMyNotices', { notices: { declined: false } })).toEqual({
      notices: { ...ALL, declined: false },
    });
    expect(await get(documentKeys.user(rita.uid))).toEqual({
      ...before,
      notices: { ...ALL, declined: false },
    });
    expect(noticesOf(await get(documentKeys.user(admin.uid)))).toEqual(ALL);
  });

  it('all hold that are chosen at the same moment', async () => {
    const otto = await newPerson();
    await Promise.all(
      (['accepted', 'declined', 'expired'] as const).map((kind) =>
        otto.call('setMyNotices', { notices: { [kind]: false } }),
      ),
    );
    expect(noticesOf(await get(documentKeys.user(otto.uid)))).toEqual({
      accepted: false,
      declined: false,
      not_delivered: true,
      expired: false,
    });
  });

  it.each([
    ['a kind that nobody knows', { notices: { reclaimed: false } }],
    ['a word', { notices: { declined: 'no' } }],
    ['a list', { notices: ['declined'] }],
    ['somebody else', { notices: { declined: false }, uid: 'adam' }],
  ])('take no %s [API-05]', async (_what, request) => {
    const { id } = await newTenant();
    const rita = await newMember(id);
    const attempt = () => rita.callWith('setMyNotices', request);
    await expectRefusal(attempt, 'request/invalid', { tenants: [id], uids: [rita.uid] });
    await rita.call('setMyNotices', { notices: { declined: false } });
  });
});
