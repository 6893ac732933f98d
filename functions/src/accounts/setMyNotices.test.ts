import { describe, expect, it } from 'vitest';
import { noticesOf } from '../contract/notices.ts';
import { inviteWorld } from '../testing/inviteWorld.ts';
import { setMyNotices } from './setMyNotices.ts';

const ALL = { accepted: true, declined: true, not_delivered: true, expired: true };

describe.each([false, true])('my notices (its body runs twice: %s)', (runsTwice) => {
  it('are all on, until somebody switches one off; the others stay [NOTICE-01]', async () => {
    const { deps, callerOf, userOf } = inviteWorld({ runsTwice });
    expect(noticesOf(userOf('adam'))).toEqual(ALL);
    const set = (notices: object) => setMyNotices(deps, callerOf('adam'), { notices });
    expect(await set({ declined: false, expired: null })).toEqual({ notices: { ...ALL, declined: false } });
    expect(await set({ expired: false })).toEqual({ notices: { ...ALL, declined: false, expired: false } });
    expect(await set({ declined: true })).toEqual({ notices: { ...ALL, expired: false } });
    expect(noticesOf(userOf('adam'))).toEqual({ ...ALL, expired: false });
    expect(userOf('adam')?.memberships).toHaveProperty('acme');
  });

  it('are kept also of somebody of whom nothing was known before [NOTICE-01]', async () => {
    const { deps, callerOf, putAccount, userOf } = inviteWorld({ runsTwice });
    putAccount('otto');
    await setMyNotices(deps, callerOf('otto'), { notices: { accepted: false } });
    expect(userOf('otto')).toMatchObject({ uid: 'otto', origin: 'existing', memberships: {} });
    expect(noticesOf(userOf('otto'))).toEqual({ ...ALL, accepted: false });
  });
});
