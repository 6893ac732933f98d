import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ErrorCode, ErrorDetails } from '../../functions/src/contract/errors.ts';
import { LINKS_A_MINUTE, MISSES_A_MINUTE } from '../../functions/src/contract/limits.ts';
import { countMiss } from '../../functions/src/limits/countingMisses.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { isDomainError } from '../../functions/src/platform/DomainError.ts';
import { put } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { newTenant } from '../support/factories.ts';
import { suiteDeps } from '../support/inProcess.ts';
import { invited } from '../support/invited.ts';
import { newNetwork } from '../support/newNetwork.ts';
import { suite } from '../support/suite.ts';

const secretOfNobody = () => randomBytes(32).toString('hex');
const PASSWORD = 'my own password';

/** What is sent to each, and what a miss of it is told: nothing where it answers everybody the same. */
const DOORS: Record<string, [Record<string, unknown>, ErrorCode | null]> = {
  getInvite: [{}, 'invite/not-found'],
  redeemInvite: [{ password: PASSWORD }, 'invite/not-found'],
  declineInvite: [{}, 'invite/not-found'],
  sendInviteMail: [{}, null],
  requestFreshLink: [{}, null],
  redeemSignInLink: [{ email: 'nina@people.example' }, 'recovery/not-found'],
  setNewPassword: [{ password: PASSWORD }, 'recovery/not-found'],
};

/** Asks as a client of that address does, with whatever it claims before. @returns the refusal; undefined for an answer. */
async function ask(
  name: string,
  data: object,
  from: string,
  claimed = '',
): Promise<ErrorDetails | undefined> {
  const response = await fetch(`${suite.functionsUrl}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `${claimed}${from}` },
    body: JSON.stringify({ data }),
  });
  const { error } = (await response.json()) as { error?: { details: ErrorDetails } };
  return error?.details;
}

/** All but this many misses of the minute are used up. */
function leave(network: string, left: number): Promise<void> {
  const takenAt = Array.from({ length: MISSES_A_MINUTE - left }, () => Date.now() - 1000);
  return put(bucketKey('misses', network), { takenAt, expireAt: new Date(Date.now() + 60_000) });
}

describe('a network that guesses secrets', () => {
  it.each(Object.entries(DOORS))(
    '%s: is told to wait after sixty misses [ATTACK-35]',
    async (name, [rest, code]) => {
      const network = newNetwork();
      await leave(network, 1);
      const guess = () => ask(name, { ...rest, secret: secretOfNobody() }, `${network}::1`);
      expect((await guess())?.code ?? null).toBe(code);
      const refused = await guess();
      expect(refused).toMatchObject({ code: 'limits/misses' });
      expect(refused!.retryAfterSeconds).toBeGreaterThan(0);
      expect(refused!.retryAfterSeconds).toBeLessThanOrEqual(60);
    },
  );

  it('is one network, whatever it claims to be and with every address of its own [ATTACK-35]', async () => {
    const network = newNetwork();
    await leave(network, 2);
    const guess = (from: string, claimed?: string) =>
      ask('getInvite', { secret: secretOfNobody() }, from, claimed);
    expect(await guess(`${network}::1`)).toMatchObject({ code: 'invite/not-found' });
    expect(await guess(`${network}:ffff::9`, '198.51.100.7, ')).toMatchObject({ code: 'invite/not-found' });
    expect(await guess(`${network}:abcd::2`, '203.0.113.9, ')).toMatchObject({ code: 'limits/misses' });
    // And nobody else's.
    expect(await guess(`${newNetwork()}::1`, `${network}::1, `)).toMatchObject({ code: 'invite/not-found' });
  });

  it('locks nobody out who holds a right secret there [ATTACK-35]', async () => {
    const acme = await newTenant();
    const { mailed, handover } = await invited(acme);
    const network = newNetwork();
    await leave(network, 0);
    expect(await ask('getInvite', { secret: secretOfNobody() }, `${network}::1`)).toMatchObject({
      code: 'limits/misses',
    });
    for (const secret of [mailed, handover]) {
      expect(await ask('getInvite', { secret }, `${network}::1`)).toBeUndefined();
      expect(await ask('sendInviteMail', { secret }, `${network}::1`)).toBeUndefined();
    }
    expect(await ask('redeemInvite', { secret: mailed }, `${network}::1`)).toBeUndefined();
  });

  it('is counted exactly, also at the same moment [ATTACK-35]', async () => {
    const network = newNetwork();
    await leave(network, 5);
    const deps = suiteDeps();
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => countMiss(deps, network)));
    const refused = outcomes.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) expect(isDomainError(reason, 'limits/misses')).toBe(true);
  });
});

describe('an inviter who copies links', () => {
  it('is told to wait after thirty in a minute, exactly; a repeated request takes none [ATTACK-34]', async () => {
    const { id, admin } = await newTenant();
    const { uid } = await invited({ id, name: id, admin });
    const takenAt = Array.from({ length: LINKS_A_MINUTE - 3 }, () => Date.now() - 1000);
    await put(bucketKey('links', admin.uid), { takenAt, expireAt: new Date(Date.now() + 60_000) });
    const copy = (idempotencyKey?: string) =>
      admin.call('createInviteLink', { tenantId: id, uid, idempotencyKey });
    const first = await copy('copied-once');
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => copy()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const details = await expectRefusal(() => copy(), 'limits/links', { tenants: [id], uids: [uid] });
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect(await copy('copied-once')).toEqual(first);
  });
});
