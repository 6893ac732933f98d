import { describe, expect, it } from 'vitest';
import type { CallableRequest } from '../../contract/callables.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import { inviteWorld, TENANT_ID, type InviteWorldOptions } from '../../testing/inviteWorld.ts';
import { getInvite } from '../answer/getInvite.ts';
import { linkDocumentKeys } from '../links/linkDocuments.ts';
import { deriveSecret } from '../links/inviteSecret.ts';
import { resendInvite } from './resendInvite.ts';

const secretOf = (link: string) => new URL(link).hash.slice(1);

async function invitedWorld(options: InviteWorldOptions = {}, offer: object = {}) {
  const world = inviteWorld({ runsTwice: true, ...options });
  world.putAccount('nina');
  const invited = await world.invite('nina', offer);
  const resend = (given: Partial<CallableRequest<'resendInvite'>> = {}) =>
    resendInvite(world.deps, world.callerOf('adam'), { tenantId: TENANT_ID, uid: 'nina', ...given });
  const mailedSecret = () => {
    const { generation, links } = world.memory.peek(linkDocumentKeys.secrets(TENANT_ID, 'nina'))!;
    const seed = { ...links.mail, kind: 'mail' as const, tenantId: TENANT_ID, uid: 'nina', generation };
    return deriveSecret(world.deps.linkKeys(), seed);
  };
  const statusOf = async (secret: string) => (await getInvite(world.deps, null, { secret })).status;
  return { ...world, invited, resend, mailedSecret, statusOf };
}

async function refusalOf(attempt: Promise<unknown>) {
  const thrown: unknown = await attempt.catch((error: unknown) => error);
  if (!isDomainError(thrown)) throw new Error('It was not refused.');
  return thrown.details;
}

describe('resending an invitation', () => {
  it('makes new links, a new end and a new mail, and every older link is dead [LIFE-04, LIFE-09]', async () => {
    const at = await invitedWorld();
    const older = [secretOf(at.invited.inviteLink), at.mailedSecret()];
    at.passHours(10);
    const { inviteLink, expiresAt, nextResendAt } = await at.resend();
    const now = at.clock.now().getTime();
    // It was to live a day.
    expect(Date.parse(expiresAt)).toBe(now + 24 * 3600_000);
    expect(Date.parse(nextResendAt!)).toBe(now + 5 * 60_000);
    for (const secret of older) expect(await at.statusOf(secret)).toBe('replaced');
    for (const secret of [secretOf(inviteLink), at.mailedSecret()]) {
      expect(await at.statusOf(secret)).toBe('pending');
    }
    expect(at.done.mailed).toEqual(['nina 1', 'nina 2']);
    expect(at.inviteOf('nina')).toMatchObject({
      generation: 2,
      resends: { count: 1 },
      mail: { state: 'queued', sends: 2 },
    });
    expect(at.memberOf('nina')?.invitedUntil?.toMillis()).toBe(Date.parse(expiresAt));
    expect(at.settings()).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
    expect(at.eventsOf('nina').find(({ kind }) => kind === 'resent')).toMatchObject({
      actorUid: 'adam',
      details: { count: 1 },
    });
    expect(at.audited().at(-1)).toMatchObject({ action: 'invite.resent', after: { count: 1 } });
  });

  it('lives as long as the tenant says by then, where nobody chose that', async () => {
    const at = await invitedWorld({ settings: { inviteLifetimeHours: 48 } }, { expiresInHours: null });
    const { expiresAt } = await at.resend();
    expect(Date.parse(expiresAt)).toBe(at.clock.now().getTime() + 48 * 3600_000);
  });

  it('is done at once, then five minutes apart, and five times in all [LIFE-03]', async () => {
    const at = await invitedWorld();
    for (let count = 1; count <= 5; count += 1) {
      const { nextResendAt } = await at.resend();
      expect(nextResendAt === null).toBe(count === 5);
      if (count < 5) {
        at.passHours(4 / 60);
        const details = await refusalOf(at.resend());
        expect(details).toEqual({ code: 'invite/resent-recently', retryAfterSeconds: 60 });
        at.passHours(1 / 60);
      }
    }
    at.passHours(1);
    expect(await refusalOf(at.resend())).toEqual({ code: 'invite/resent-too-often' });
    expect(at.inviteOf('nina')?.resends.count).toBe(5);
  });

  it('answers the same call again with the same link, and has its mail queued again [LIFE-06]', async () => {
    const at = await invitedWorld();
    const first = await at.resend({ idempotencyKey: 'resend-12345678' });
    const stored = at.memory.dump();
    expect(await at.resend({ idempotencyKey: 'resend-12345678' })).toEqual(first);
    expect(at.memory.dump()).toEqual(stored);
    expect(at.done.mailed).toEqual(['nina 1', 'nina 2', 'nina 2']);
    at.passHours(1);
    await at.resend();
    await expect(at.resend({ idempotencyKey: 'resend-12345678' })).rejects.toThrow('invite/replaced');
  });

  it('is not done to one that has expired', async () => {
    const at = await invitedWorld();
    at.passHours(24);
    await expect(at.resend()).rejects.toThrow('invite/not-pending');
  });
});
