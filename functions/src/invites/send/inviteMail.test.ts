import { describe, expect, it } from 'vitest';
import { firstMail, foldMail, nextMail } from './inviteMail.ts';

const now = new Date('2026-11-21T12:00:00Z');
const minutesAgo = (minutes: number) => ({ toMillis: () => now.getTime() - minutes * 60_000 });
const mail = {
  state: 'sent',
  attempts: 2,
  error: null,
  at: minutesAgo(5),
  sends: 1,
} as const;

describe('the mail of an invitation', () => {
  it('is queued with it', () => {
    expect(firstMail(now)).toMatchObject({ state: 'queued', sends: 1, attempts: 0, error: null });
  });

  it.each(['sent', 'failed', 'held'] as const)('is queued anew when it was %s', (state) => {
    expect(nextMail({ ...mail, state, error: 'Full.' }, now)).toEqual({ ...firstMail(now), sends: 2 });
  });

  it.each(['queued', 'deferred'] as const)(
    'is left alone while it is %s, and queued anew when it was lost',
    (state) => {
      expect(nextMail({ ...mail, state, at: minutesAgo(59) }, now)).toBeUndefined();
      expect(nextMail({ ...mail, state, at: minutesAgo(60) }, now)).toMatchObject({ sends: 2 });
    },
  );

  it('takes what is told of it, and nothing of an earlier mail', () => {
    const second = { ...firstMail(now), sends: 2 };
    const bounced = { state: 'bounced', attempts: 1, error: 'Nobody here', at: now } as const;
    expect(foldMail(second, 1, bounced)).toEqual(second);
    expect(foldMail(second, 2, bounced)).toEqual({ ...bounced, sends: 2 });
  });
});
