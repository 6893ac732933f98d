import { describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { MAILS_A_DAY_FROM_TENANT } from '../../functions/src/contract/limits.ts';
import { invitationWork } from '../../functions/src/invites/send/invitationWork.ts';
import { writeNextMail } from '../../functions/src/invites/send/writeNextMail.ts';
import { OUTBOX_RETRY } from '../../functions/src/outbox/outboxTimes.ts';
import { transactions } from '../../functions/src/platform/transaction.ts';
import { adminFirestore, get, patch } from '../support/admin.ts';
import { invitation, newTenant, secretOf, type TestTenant } from '../support/factories.ts';
import { linkIn, mailsTo, sourceOf, waitForMails } from '../support/mailbox.ts';
import { newAddress, newPerson, openBrowser } from '../support/people.ts';
import { suite } from '../support/suite.ts';

/** Has the mail server refuse mail to this address. */
async function refuseMail(to: string, code: number, message: string, count = 1) {
  const body = JSON.stringify({ to, code, message, count });
  const { status } = await fetch(`${suite.inboxUrl}/api/refusals`, { method: 'POST', body });
  expect(status).toBe(204);
}

/** Runs the task function as Cloud Tasks does (https://docs.cloud.google.com/tasks/docs/creating-http-target-tasks). */
async function runTask(data: unknown, retryCount = 0): Promise<number> {
  const response = await fetch(`${suite.functionsUrl}/deliverOutbox`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-cloudtasks-taskretrycount': String(retryCount),
      'x-cloudtasks-queuename': 'deliverOutbox',
    },
    body: JSON.stringify({ data }),
  });
  return response.status;
}

async function invite(tenant: TestTenant, overrides: Parameters<typeof invitation>[1] = {}) {
  const request = invitation(tenant.id, overrides);
  const answer = await tenant.admin.call('inviteUser', request);
  const { uid, inviteId } = answer;
  const key = documentKeys.pendingInvite(tenant.id, uid);
  const { generation } = await get(key);
  const { id } = invitationWork({ tenantId: tenant.id, uid, inviteId, generation, send: 1 });
  const task = { id };
  return { ...answer, email: request.email, key, task, mail: async () => (await get(key)).mail };
}

type Invited = Awaited<ReturnType<typeof invite>>;

function waitForState(invited: Invited, expected: object) {
  return vi.waitFor(async () => expect(await invited.mail()).toMatchObject(expected), {
    timeout: 25_000,
    interval: 150,
  });
}

/** Asks for the mail again as `sendInviteMail` does, without the queue. @returns its task. */
async function askAgain({ key }: Invited) {
  const work = await transactions(adminFirestore)(async (tx) => {
    const { invite } = await tx.readAll({ invite: key });
    return writeNextMail(tx, invite!, new Date());
  });
  return { id: work!.id };
}

async function mailAgain(invited: Invited): Promise<number> {
  return runTask(await askAgain(invited));
}

describe('the mail of an invitation', () => {
  it('is delivered to the one address, with the same link in HTML and text, and the invitation says so [LINK-01, MAIL-06]', async () => {
    const acme = await newTenant();
    const invited = await invite(acme, {
      desiredRole: 'Recruiter',
      securityLevel: '3',
      customMessage: 'Hello & welcome',
    });
    const [mail] = await waitForMails(invited.email);
    expect(mail!.subject).toBe(`Pat Person invites you to ${acme.name}`);
    expect(mail!.from).toBe(`${acme.name} via HRX Invites <invites@hrx.example>`);
    expect(mail!.html).toContain(linkIn(mail!));
    expect(linkIn(mail!)).toMatch(new RegExp(`^${suite.webUrl}/invite#[0-9a-f]{64}$`));
    expect(mail!.text).toContain(`Pat Person invites you to join ${acme.name} as a Recruiter.`);
    expect(mail!.text).toContain('> Hello & welcome');
    expect(mail!.html).toContain('Hello &amp; welcome');
    expect(mail!.text).toContain('UTC (in 7 days).');
    await waitForState(invited, { state: 'sent', attempts: 1, error: null, sends: 1 });
    expect(await get(documentKeys.outbox(invited.task.id))).toMatchObject({
      state: 'sent',
      sendingUntil: null,
      nextAt: null,
    });
  });

  it('follows the settings of the company: who answers it, and in which time zone it ends [SET-01, MAIL-13]', async () => {
    const acme = await newTenant();
    const settings = { replyTo: 'people@acme.example', timeZone: 'Asia/Tokyo' };
    await acme.admin.call('updateTenantSettings', { tenantId: acme.id, ...settings });
    const { email } = await invite(acme);
    const [mail] = await waitForMails(email);
    expect(mail!.text).toContain('Japan Standard Time (in 7 days).');
    expect(mail!.text).toContain(`Questions? Reply to this email to ask ${acme.name}.`);
    expect(await sourceOf(mail!)).toMatch(/^Reply-To: people@acme\.example\r$/m);

    await acme.admin.call('updateTenantSettings', { tenantId: acme.id, replyTo: '' });
    const [next] = await waitForMails((await invite(acme)).email);
    expect(await sourceOf(next!)).not.toMatch(/^Reply-To:/m);
  });

  it('is sent once, however often its task is delivered [MAIL-08]', async () => {
    const invited = await invite(await newTenant());
    const statuses = await Promise.all([runTask(invited.task), runTask(invited.task), runTask(invited.task)]);
    await waitForState(invited, { state: 'sent' });
    await runTask(invited.task);
    expect(statuses.every((status) => status === 204 || status === 500)).toBe(true);
    expect(await mailsTo(invited.email)).toHaveLength(1);
  });

  it('comes by itself after a refusal for now, with the same link [LINK-07, MAIL-06]', async () => {
    const acme = await newTenant();
    const email = newAddress();
    await refuseMail(email, 451, 'Greylisted, come back later');
    const invited = await invite(acme, { email });
    await waitForState(invited, {
      state: 'deferred',
      attempts: 1,
      error: expect.stringContaining('Greylisted') as string,
    });
    expect(await mailsTo(email)).toEqual([]);
    const [mail] = await waitForMails(email);
    await waitForState(invited, { state: 'sent', attempts: 2, error: null });

    await mailAgain(invited);
    const mails = await waitForMails(email, 2);
    expect(linkIn(mails[1]!)).toBe(linkIn(mail!));
  });

  it('is given up at a refusal for good, in the server’s words [MAIL-06]', async () => {
    const email = newAddress();
    const acme = await newTenant();
    await refuseMail(email, 550, 'No such mailbox here');
    const invited = await invite(acme, { email });
    await waitForState(invited, {
      state: 'failed',
      attempts: 1,
      error: expect.stringContaining('No such mailbox') as string,
    });
    // What was refused for good is not tried again.
    expect(await runTask(invited.task, 1)).toBe(204);
    expect(await mailsTo(email)).toEqual([]);
    // The positive control: asked for again, it goes.
    await mailAgain(invited);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('is given up after the last try [MAIL-07]', async () => {
    const email = newAddress();
    const acme = await newTenant();
    await refuseMail(email, 550, 'first');
    const invited = await invite(acme, { email });
    await waitForState(invited, { state: 'failed' });
    await refuseMail(email, 450, 'Still full');
    expect(await runTask(await askAgain(invited), OUTBOX_RETRY.maxAttempts - 1)).toBe(204);
    expect(await invited.mail()).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('Still full') as string,
    });
  });

  it('is held past three a day from one tenant, while another tenant’s still goes [NUM-06, MAIL-06]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const invited = await invite(acme);
    await waitForState(invited, { state: 'sent' });
    for (let sent = 1; sent < MAILS_A_DAY_FROM_TENANT; sent += 1) await mailAgain(invited);
    await mailAgain(invited);
    expect(await invited.mail()).toMatchObject({ state: 'held', sends: MAILS_A_DAY_FROM_TENANT + 1 });
    expect(await mailsTo(invited.email)).toHaveLength(MAILS_A_DAY_FROM_TENANT);

    const other = await invite(globex, { email: invited.email });
    await waitForState(other, { state: 'sent' });
    expect(await mailsTo(invited.email)).toHaveLength(MAILS_A_DAY_FROM_TENANT + 1);
  });

  it('is not sent for an invitation that has ended or was replaced [MAIL-08]', async () => {
    const acme = await newTenant();
    const invited = await invite(acme);
    await waitForState(invited, { state: 'sent' });
    for (const change of [{ status: 'revoked' as const }, { status: 'pending' as const, generation: 9 }]) {
      await patch(invited.key, { status: 'pending', mail: { ...(await invited.mail()), state: 'sent' } });
      const task = await askAgain(invited);
      await patch(invited.key, change);
      expect(await runTask(task)).toBe(204);
    }
    expect(await mailsTo(invited.email)).toHaveLength(1);
  });

  it('tells the owner of an account to sign in with the password that they have', async () => {
    const acme = await newTenant();
    const { email } = await newPerson({ name: 'otto' });
    await invite(acme, { email });
    const [mail] = await waitForMails(email);
    expect(mail!.text).toContain('sign in as usual');
    expect(mail!.text).not.toContain('choose a password');
  });

  it('comes again when the holder of a link asks for it, with the same link', async () => {
    const invited = await invite(await newTenant());
    const [first] = await waitForMails(invited.email);
    await waitForState(invited, { state: 'sent' });
    await openBrowser().call('sendInviteMail', { secret: secretOf(invited.inviteLink) });
    const [, second] = await waitForMails(invited.email, 2);
    expect(linkIn(second!)).toBe(linkIn(first!));
  });

  it('leaves its secret nowhere but in the mailbox [LINK-06]', async () => {
    const invited = await invite(await newTenant());
    const [mail] = await waitForMails(invited.email);
    await waitForState(invited, { state: 'sent' });
    const secret = secretOf(linkIn(mail!));
    const collections = await adminFirestore.listCollections();
    expect(collections.length).toBeGreaterThan(0);
    for (const name of [
      'tenants',
      'users',
      'invite_links',
      'rate_limits',
      'outbox',
      'pending_invites',
      'invite_secrets',
      'members',
    ]) {
      const { docs } = await adminFirestore.collectionGroup(name).get();
      for (const document of docs)
        expect(document.id + JSON.stringify(document.data())).not.toContain(secret);
    }
  });
});

describe('a task that nobody of ours made', () => {
  it.each([
    ['nothing', null],
    ['an unknown field', { id: 'ab'.repeat(32), to: 'x@example.com' }],
    ['an id that is no id', { id: '../x' }],
  ])('is dropped without a storm of retries: %s', async (_what, payload) => {
    expect(await runTask(payload)).toBe(204);
  });
});
