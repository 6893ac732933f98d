import { describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import { MAILS_A_DAY_ASKED_BY_ANYBODY, RECOVERY_LINK_LIVES_MINUTES } from '../../contract/limits.ts';
import type { Account } from '../../domain/account.ts';
import { ownUid } from '../../domain/account.ts';
import { mailsAskedByAnybodyKey, mailsInAllKey } from '../../outbox/caps.ts';
import { outboxId, writeOutbox } from '../../outbox/outboxWork.ts';
import { hashSecret, parseLinkKeys } from '../../platform/linkKeys.ts';
import { outboxWorld, OUTBOX_START } from '../../testing/outboxWorld.ts';
import { testAccount } from '../../testing/testAccount.ts';
import type { FindNewestInvitation } from '../accountDeps.ts';
import { deriveRecoverySecret } from './recoveryLinks.ts';
import { recoveryMail, recoveryWork, type RecoveryMailDeps, type RecoveryMailRefs } from './recoveryMail.ts';

const EMAIL = 'otto@people.example';
const keys = parseLinkKeys(`k1:${'ab'.repeat(32)}`);
const proven = testAccount({ uid: 'otto', email: EMAIL, emailVerified: true, providers: ['password'] });
const nonce = (number: number) => String(number).padStart(32, '0');

function worldOf(account = proven) {
  const stored: { account: Account | undefined } = { account };
  let codes = 0;
  const findNewestInvitation = vi.fn<FindNewestInvitation>(() => Promise.resolve(undefined));
  const deps = {
    accounts: {
      findByUid: () => Promise.resolve(stored.account),
      passwordResetCode: () => Promise.resolve(`code-${(codes += 1)}`),
    },
    linkKeys: () => keys,
    frontendUrl: () => 'https://app.example',
    findNewestInvitation,
  } as unknown as RecoveryMailDeps;
  const world = outboxWorld({
    recovery: recoveryMail(deps),
    invitation: { prepare: () => Promise.resolve({ kind: 'nothing', reason: 'not this test' }) },
  });
  const refsOf = (wants: RecoveryMailRefs['wants'], number: number) => ({
    uid: 'otto',
    nonce: nonce(number),
    wants,
  });
  return {
    ...world,
    stored,
    findNewestInvitation,
    secretKey: (number: number) =>
      documentKeys.recoveryMail(hashSecret(deriveRecoverySecret(keys, refsOf('sign-in', number)))),
    async ask(wants: RecoveryMailRefs['wants'], number = 1): Promise<string> {
      const { id } = await world.put(recoveryWork(refsOf(wants, number)));
      await world.runTask(id);
      return id;
    },
    texts: () => world.sendMail.mock.calls.map(([{ text }]) => text),
  };
}

describe('a mail that lets somebody back in', () => {
  it('is sent once, with its secret stored by its hash alone, for its hour', async () => {
    const world = worldOf();
    const id = await world.ask('sign-in');
    await world.runTask(id);
    expect(world.texts()).toHaveLength(1);
    const secret = /mode=signIn#([0-9a-f]{64})/.exec(world.texts()[0] ?? '')?.[1] ?? '';
    expect(secret).not.toBe('');
    expect(world.memory.peek(world.secretKey(1))).toMatchObject({
      uid: 'otto',
      email: EMAIL,
      opens: 'sign-in',
    });
    expect(world.memory.peek(world.secretKey(1))?.expireAt.toMillis()).toBe(
      OUTBOX_START + RECOVERY_LINK_LIVES_MINUTES * 60_000,
    );
    expect(JSON.stringify([world.memory.dump(), world.lines])).not.toContain(secret);
  });

  it('carries the same secret, with the same end, when it is tried again', async () => {
    const world = worldOf();
    world.sendMail.mockResolvedValueOnce({ taken: false, permanent: false, words: '450 Later' });
    await world.ask('sign-in');
    const [first, second] = world.texts();
    expect(second).toBe(first);
    expect(world.memory.peek(world.secretKey(1))?.expireAt.toMillis()).toBe(
      OUTBOX_START + RECOVERY_LINK_LIVES_MINUTES * 60_000,
    );
  });

  it('is not tried any more once its secret has ended', async () => {
    const world = worldOf();
    world.sendMail.mockResolvedValue({ taken: false, permanent: false, words: '450 Later' });
    const { id } = await world.put(recoveryWork({ uid: 'otto', nonce: nonce(1), wants: 'sign-in' }));
    await world.runTask(id, 1);
    world.pass(RECOVERY_LINK_LIVES_MINUTES * 60);
    await world.runTask(id, 1);
    expect(world.item(id)).toMatchObject({ state: 'dropped', reason: 'expired' });
  });

  it('stores nothing where it holds Firebase’s own code', async () => {
    const world = worldOf();
    await world.ask('password');
    expect(world.texts()[0]).toContain('oobCode=code-1');
    expect(Object.keys(world.memory.dump()).filter((path) => path.startsWith('recovery_mails/'))).toEqual([]);
  });

  it.each<[string, Account | undefined]>([
    ['there is no account', undefined],
    ['it is disabled', { ...proven, disabled: true }],
    [
      'nobody used it, and no invitation is open',
      { ...proven, uid: ownUid('0'.repeat(24)), emailVerified: false, providers: [] },
    ],
  ])('is none where %s', async (_name, account) => {
    const world = worldOf();
    world.stored.account = account;
    const id = await world.ask('password');
    expect(world.item(id)).toMatchObject({ state: 'dropped', nextAt: null });
    expect(world.texts()).toEqual([]);
  });

  it('counts in a share of its own, and takes nothing from what is left for invitations [NUM-09]', async () => {
    const world = worldOf();
    for (let number = 0; number <= MAILS_A_DAY_ASKED_BY_ANYBODY; number += 1)
      await world.ask('password', number);
    expect(world.texts()).toHaveLength(MAILS_A_DAY_ASKED_BY_ANYBODY);
    expect(world.memory.peek(mailsAskedByAnybodyKey(EMAIL))?.takenAt).toHaveLength(
      MAILS_A_DAY_ASKED_BY_ANYBODY,
    );
    expect(world.memory.peek(mailsInAllKey(EMAIL))).toBeUndefined();
  });

  it('is the invitation’s instead, for an account that nobody used: counted as this, and as no other', async () => {
    const unused = { ...proven, uid: ownUid('0'.repeat(24)), emailVerified: false, providers: [] };
    const world = worldOf(unused);
    const invitation = { id: outboxId('invitation', 'nina'), kind: 'invitation', refs: {} };
    world.findNewestInvitation.mockImplementation((tx, _person, now) =>
      Promise.resolve(() => writeOutbox(tx, { ...invitation, isCounted: true }, now)),
    );
    const id = await world.ask('password');
    await world.runTask(id);
    expect(world.item(id)).toMatchObject({ state: 'dropped' });
    expect(world.queue).toEqual([{ id: invitation.id, round: 1 }]);
    expect(world.item(invitation.id)).toMatchObject({ state: 'queued', isCounted: true });
    expect(world.memory.peek(mailsAskedByAnybodyKey(EMAIL))?.takenAt).toHaveLength(1);
  });
});
