import { describe, expect, it } from 'vitest';
import { firstMail, nextMail } from './inviteMailState.ts';

const now = new Date('2026-11-21T12:00:00Z');
const minutesAgo = (minutes: number) => ({ toMillis: () => now.getTime() - minutes * 60_000 });
const mail = {
  state: 'sent',
  attempts: 2,
  error: null,
  at: minutesAgo(5),
  sends: 1,
  sendingUntil: null,
} as const;

describe('the mail of an invitation', () => {
  it('is queued with it', () => {
    expect(firstMail(now)).toMatchObject({ state: 'queued', sends: 1, attempts: 0, sendingUntil: null });
  });

  it.each(['sent', 'failed', 'held'] as const)('is queued anew when it was %s', (state) => {
    expect(nextMail({ ...mail, state, error: 'Full.' }, now)).toEqual({ ...firstMail(now), sends: 2 });
  });

  it('is left alone while it is on its way, and queued anew when it was lost', () => {
    expect(nextMail({ ...mail, state: 'queued', at: minutesAgo(59) }, now)).toBeUndefined();
    expect(nextMail({ ...mail, state: 'queued', at: minutesAgo(60) }, now)).toMatchObject({ sends: 2 });
  });
});
