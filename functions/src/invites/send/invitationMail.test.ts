import { beforeEach, describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import { MAILS_A_DAY_FROM_TENANT, MAILS_A_DAY_TO_ADDRESS } from '../../contract/limits.ts';
import type { Account } from '../../domain/account.ts';
import { claimWork } from '../../outbox/claimWork.ts';
import { deliverOutbox } from '../../outbox/deliverOutbox.ts';
import type { OutboxDeps } from '../../outbox/outboxDeps.ts';
import type { OutgoingMail, SendMail, SmtpAnswer } from '../../outbox/outgoingMail.ts';
import { LEASE_SECONDS, OUTBOX_RETRY } from '../../outbox/outboxTimes.ts';
import { newOutboxDocument } from '../../outbox/outboxWork.ts';
import { recordOutcome } from '../../outbox/recordOutcome.ts';
import { PRESET_MESSAGES } from '../../domain/typedMessage.ts';
import { log } from '../../platform/log.ts';
import { parseLinkKeys } from '../../platform/linkKeys.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import { testAccount } from '../../testing/testAccount.ts';
import { linkDocumentKeys } from '../links/linkDocuments.ts';
import { deriveSecret, inviteUrl } from '../links/inviteSecret.ts';
import { invitationMail } from './invitationMail.ts';
import type { InvitationModelDeps } from './invitationModel.ts';
import { invitationWork } from './invitationWork.ts';
import { firstMail } from './inviteMail.ts';
import { writeNextMail } from './writeNextMail.ts';

const UID = 'inv_0123456789abcdef01234567';
const START = new Date('2026-11-22T14:00:00Z').getTime();
const DAY_SECONDS = 24 * 3600;
const keys = parseLinkKeys(`k1:${'ab'.repeat(32)}`);
const account = testAccount({
  uid: UID,
  email: 'nina@example.com',
});

function world() {
  let millis = START;
  const clock = { now: () => new Date(millis) };
  const memory = memoryTransactions(() => new Promise((resolve) => setImmediate(resolve)));
  const sendMail = vi.fn<SendMail>(() => Promise.resolve({ taken: true }));
  const findByUid = vi.fn((): Promise<Account | undefined> => Promise.resolve(account));
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  const kindDeps: InvitationModelDeps = {
    clock,
    reads: memory.reads,
    accounts: { findByUid },
    linkKeys: () => keys,
    frontendUrl: () => 'https://app.example',
  };
  const deps: OutboxDeps = {
    clock,
    log: { ...log, debug: write, info: write, warn: write, error: write },
    transact: memory.transact,
    outboxKinds: { invitation: invitationMail(kindDeps) },
    outboxQueue: { enqueueOutbox: () => Promise.resolve() },
    outboxStore: { listDue: () => Promise.resolve([]) },
    sendMail,
  };

  /** An invitation as its commit leaves it. */
  function invite(tenantId = 'acme', overrides: Partial<Written<PendingInviteDocument>> = {}) {
    memory.put(documentKeys.pendingInvite(tenantId, UID), {
      uid: UID,
      email: 'nina@example.com',
      tenantId,
      tenantName: 'Acme Staffing',
      inviterUid: 'adam',
      inviterName: 'Adam Abel',
      inviterIsHrx: false,
      offeredByUid: 'adam',
      firstName: 'Nina',
      lastName: 'Novak',
      role: 'Recruiter',
      securityLevel: '3',
      permissions: [],
      message: null,
      sendPasswordReset: true,
      designation: null,
      department: null,
      searchTokens: [],
      status: 'pending',
      inviteId: 'i1',
      generation: 2,
      mail: firstMail(clock.now()),
      createdAt: clock.now(),
      expiresAt: new Date(START + 168 * 3600_000),
      openedAt: null,
      acceptedAt: null,
      declinedAt: null,
      declinedReason: null,
      revokedAt: null,
      revokedReason: null,
      endedAt: null,
      lifetimeHours: null,
      resends: { count: 0, lastAt: null },
      renewals: 0,
      nearEndAt: null,
      remindedAt: null,
      remindersOff: false,
      addressErasedAt: null,
      attention: null,
      ...overrides,
    });
    const link = { keyId: 'k1', nonce: `nonce of ${tenantId}` };
    memory.put(linkDocumentKeys.secrets(tenantId, UID), {
      generation: 2,
      links: { mail: link, handover: link },
    });
    const work = invitationWork({ tenantId, uid: UID, inviteId: 'i1', generation: 2, send: 1 });
    memory.put(documentKeys.outbox(work.id), newOutboxDocument(work, clock.now()));
    return { id: work.id };
  }

  const stored = (tenantId = 'acme') => memory.peek(documentKeys.pendingInvite(tenantId, UID))!;
  const item = (id: string) => memory.peek(documentKeys.outbox(id))!;
  /** Asks for the mail once more, as `sendInviteMail` does. */
  const askAgain = async (tenantId = 'acme') =>
    (await memory.transact((tx) => Promise.resolve(writeNextMail(tx, stored(tenantId), clock.now()))))!;
  return {
    deps,
    kindDeps,
    item,
    sendMail,
    findByUid,
    lines,
    invite,
    stored,
    askAgain,
    run: ({ id }: { id: string }, retryCount = 0) => deliverOutbox(deps, { id }, { retryCount }),
    pass: (seconds: number) => void (millis += seconds * 1000),
  };
}

const mailLink = inviteUrl(
  'https://app.example',
  deriveSecret(keys, {
    keyId: 'k1',
    kind: 'mail',
    tenantId: 'acme',
    uid: UID,
    generation: 2,
    nonce: 'nonce of acme',
  }),
);
const NOT_NOW: SmtpAnswer = { taken: false, permanent: false, words: '450 Later' };

let at: ReturnType<typeof world>;
beforeEach(() => (at = world()));

describe('the mail of an invitation', () => {
  it('quotes what a person wrote, and no sentence of a form', async () => {
    const at = world();
    await at.run(at.invite('acme', { message: PRESET_MESSAGES.workforce }));
    await at.run(at.invite('globex', { message: 'Bring your forms.' }));
    const [[preset], [typed]] = at.sendMail.mock.calls as [[OutgoingMail], [OutgoingMail]];
    expect(preset.text).not.toContain(PRESET_MESSAGES.workforce);
    expect(typed.text).toContain('Bring your forms.');
  });

  it('mails the link to the invited address, and says so on the invitation', async () => {
    const task = at.invite();
    await at.run(task);
    expect(at.sendMail).toHaveBeenCalledOnce();
    const [mail] = at.sendMail.mock.calls[0]!;
    expect(mail.to).toBe('nina@example.com');
    expect(mail.text).toContain(mailLink);
    expect(mail.text).toContain('choose a password');
    expect(at.stored().mail).toMatchObject({ state: 'sent', attempts: 1, error: null });
    expect(at.item(task.id)).toMatchObject({ state: 'sent', sendingUntil: null, nextAt: null });
  });

  it('carries the same link when another key has become the current one since the invitation [LINK-05]', async () => {
    const task = at.invite();
    at.kindDeps.linkKeys = () => parseLinkKeys(`k2:${'cd'.repeat(32)},k1:${'ab'.repeat(32)}`);
    await at.run(task);
    expect(at.sendMail.mock.calls[0]?.[0].text).toContain(mailLink);
  });

  it('puts the secret nowhere but into the mail [LINK-06]', async () => {
    at.sendMail.mockResolvedValueOnce(NOT_NOW);
    const task = at.invite();
    await at.run(task).catch(() => undefined);
    await at.run(task, 1);
    const secret = mailLink.slice(-64);
    expect(JSON.stringify(at.sendMail.mock.calls)).toContain(secret);
    expect(JSON.stringify([at.stored(), at.item(task.id), at.lines, task])).not.toContain(secret);
    expect(JSON.stringify(at.lines)).not.toContain('nina@example.com');
  });

  it('sends one mail however often and however simultaneously its task is run [MAIL-08]', async () => {
    const task = at.invite();
    const runs = await Promise.allSettled(Array.from({ length: 10 }, () => at.run(task)));
    await at.run(task);
    expect(at.sendMail).toHaveBeenCalledOnce();
    expect(runs.filter((run) => run.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(at.stored().mail).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it.each<[string, Partial<Written<PendingInviteDocument>>]>([
    ['was accepted', { status: 'accepted' }],
    ['was revoked', { status: 'revoked' }],
    ['has expired', { expiresAt: new Date(START) }],
    ['was made anew', { inviteId: 'i2' }],
    ['has newer links', { generation: 3 }],
    ['has a newer mail', { mail: { ...firstMail(new Date(START)), sends: 2 } }],
  ])('does nothing for an invitation that %s', async (_what, overrides) => {
    await at.run(at.invite('acme', overrides));
    expect(at.sendMail).not.toHaveBeenCalled();
  });

  it('leaves newer links to the task that was made for them', async () => {
    const first = at.invite();
    await at.run(first);
    const second = await at.askAgain();
    await at.run(first);
    expect(at.sendMail).toHaveBeenCalledOnce();
    await at.run(second);
    expect(at.sendMail).toHaveBeenCalledTimes(2);
  });

  it('does nothing where there is none', async () => {
    await at.run({ id: 'ab'.repeat(32) });
    expect(at.sendMail).not.toHaveBeenCalled();
  });
});

describe('a mail that is not taken', () => {
  it('is tried again with the same link and the same id [MAIL-07]', async () => {
    const task = at.invite();
    at.sendMail.mockResolvedValueOnce(NOT_NOW);
    await expect(at.run(task)).rejects.toThrow('not taken yet');
    expect(at.stored().mail).toMatchObject({
      state: 'deferred',
      attempts: 1,
      error: '450 Later',
    });
    expect(at.item(task.id).sendingUntil).toBeNull();
    await at.run(task, 1);
    expect(at.stored().mail).toMatchObject({ state: 'sent', attempts: 2, error: null });
    const [first, second] = at.sendMail.mock.calls.map(([mail]) => mail);
    expect(second).toEqual(first);
  });

  it('is given up at once when the server refuses it for good', async () => {
    at.sendMail.mockResolvedValueOnce({ taken: false, permanent: true, words: '550 No such mailbox' });
    await at.run(at.invite());
    expect(at.stored().mail).toMatchObject({ state: 'failed', error: '550 No such mailbox' });
  });

  it('is given up after the last try [MAIL-07]', async () => {
    const task = at.invite();
    at.sendMail.mockResolvedValue(NOT_NOW);
    await expect(at.run(task, OUTBOX_RETRY.maxAttempts - 2)).rejects.toThrow();
    await at.run(task, OUTBOX_RETRY.maxAttempts - 1);
    expect(at.stored().mail).toMatchObject({ state: 'failed', error: '450 Later' });
  });

  it('is tried again when it could not be tried at all, without telling the inviter our troubles', async () => {
    at.sendMail.mockRejectedValueOnce(new Error('SMTP_URI is not written …'));
    await expect(at.run(at.invite())).rejects.toThrow();
    expect(at.stored().mail).toMatchObject({ state: 'deferred', error: 'Our mail service did not work.' });
    expect(JSON.stringify(at.lines)).toContain('SMTP_URI');
  });

  it('is taken over when its run died', async () => {
    const task = at.invite();
    await claimWork(at.deps, task.id);
    await expect(at.run(task)).rejects.toThrow('Another run');
    at.pass(LEASE_SECONDS);
    await at.run(task, 1);
    expect(at.stored().mail).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('is not asked for when the account is gone', async () => {
    at.findByUid.mockResolvedValueOnce(undefined);
    await at.run(at.invite());
    expect(at.stored().mail).toMatchObject({ state: 'failed', error: 'The invited account is gone.' });
    expect(at.sendMail).not.toHaveBeenCalled();
  });
});

describe('a mail that is asked for again', () => {
  it('carries the same link under an id of its own, and a late record of the first does not end it', async () => {
    const task = at.invite();
    await at.run(task);
    const again = await at.askAgain();
    await recordOutcome(at.deps, { id: task.id, attempts: 1 }, { state: 'failed', error: 'late' });
    await recordOutcome(at.deps, { id: task.id, attempts: 1 }, { state: 'sent' });
    expect(at.stored().mail).toMatchObject({ state: 'queued', sends: 2 });
    await at.run(again);
    const [one, two] = at.sendMail.mock.calls.map(([mail]) => mail);
    expect(two?.text).toContain(mailLink);
    expect(two?.messageKey).not.toBe(one?.messageKey);
  });

  it('is held past three a day from one tenant, whatever was tried in between, and goes again the day after', async () => {
    let task: { id: string } = at.invite();
    at.sendMail.mockResolvedValueOnce(NOT_NOW);
    await at.run(task).catch(() => undefined);
    for (let sent = 0; sent < MAILS_A_DAY_FROM_TENANT; sent += 1) {
      await at.run(task);
      expect(at.stored().mail.state).toBe('sent');
      task = await at.askAgain();
    }
    await at.run(task);
    expect(at.stored().mail).toMatchObject({ state: 'held', attempts: 0 });
    expect(at.sendMail).toHaveBeenCalledTimes(MAILS_A_DAY_FROM_TENANT + 1);

    at.pass(DAY_SECONDS);
    await at.run(await at.askAgain());
    expect(at.stored().mail.state).toBe('sent');
  });

  it('is held past ten a day in all, exactly, however many tenants invite at once [NUM-06]', async () => {
    const tenants = Array.from({ length: 14 }, (_, index) => `tenant-${index}`);
    await Promise.all(tenants.map((tenantId) => at.run(at.invite(tenantId))));
    const states = tenants.map((tenantId) => at.stored(tenantId).mail.state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(MAILS_A_DAY_TO_ADDRESS);
    expect(states.filter((state) => state === 'held')).toHaveLength(4);
    expect(at.sendMail).toHaveBeenCalledTimes(MAILS_A_DAY_TO_ADDRESS);
  });
});
