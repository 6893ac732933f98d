// The outbox on Firestore and the real queue: what was lost is found and sent once.
import { expect, it, vi } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { MAILS_A_DAY_ASKED_BY_ANYBODY } from '../../functions/src/contract/limits.ts';
import { writeNextMail } from '../../functions/src/invites/send/writeNextMail.ts';
import { mailsAskedByAnybodyKey } from '../../functions/src/outbox/caps.ts';
import { outboxId } from '../../functions/src/outbox/outboxWork.ts';
import { takeUpOutbox } from '../../functions/src/outbox/takeUpOutbox.ts';
import { transactions } from '../../functions/src/platform/transaction.ts';
import { adminFirestore, get, patch, put } from '../support/admin.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { suiteDeps } from '../support/inProcess.ts';
import { mailsTo, waitForMails } from '../support/mailbox.ts';
import { newAddress } from '../support/people.ts';
import { suite } from '../support/suite.ts';

async function invite(email = newAddress()) {
  const { id, admin } = await newTenant();
  const { uid } = await admin.call('inviteUser', invitation(id, { email }));
  return { email, key: documentKeys.pendingInvite(id, uid) };
}

function waitForSent(key: Awaited<ReturnType<typeof invite>>['key'], sends: number) {
  return vi.waitFor(async () => expect((await get(key)).mail).toMatchObject({ state: 'sent', sends }), {
    timeout: 25_000,
    interval: 150,
  });
}

it('sends what its task has lost, once, however many sweeps come at the same moment [MAIL-10]', async () => {
  const { email, key } = await invite();
  await waitForSent(key, 1);
  // Asked for again, in a process that ended before it could queue it.
  const lost = await transactions(adminFirestore)(async (tx) => {
    const { invite: read } = await tx.readAll({ invite: key });
    return writeNextMail(tx, read!, new Date());
  });
  const item = documentKeys.outbox(lost!.id);
  const deps = suiteDeps();
  await takeUpOutbox(deps, { limit: 100 });
  expect(await get(item)).toMatchObject({ state: 'queued', round: 1 });

  await patch(item, { nextAt: new Date(Date.now() - 1) });
  await Promise.all([1, 2, 3].map(() => takeUpOutbox(deps, { limit: 100 })));
  expect(await get(item)).toMatchObject({ round: 2 });
  await waitForSent(key, 2);
  expect(await get(item)).toMatchObject({ state: 'sent', attempts: 1, nextAt: null });
  await takeUpOutbox(deps, { limit: 100 });
  expect(await mailsTo(email)).toHaveLength(2);
});

it('mails an invitation to an address that anybody has used up the mails of the day for [NUM-09]', async () => {
  const email = newAddress('silenced');
  const takenAt = Array.from({ length: MAILS_A_DAY_ASKED_BY_ANYBODY }, () => Date.now());
  await put(mailsAskedByAnybodyKey(email), { takenAt, expireAt: new Date(Date.now() + 60_000) });
  const { key } = await invite(email);
  expect(await waitForMails(email)).toHaveLength(1);
  await waitForSent(key, 1);
});

/** Calls the task function as somebody does who found its address, and not the queue. @returns the HTTP status. */
async function forgeTask(data: object): Promise<number> {
  const response = await fetch(`${suite.functionsUrl}/deliverOutbox`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  return response.status;
}

it('mails nobody for a task that we did not write down, however often it comes [ATTACK-36]', async () => {
  const { email, key } = await invite();
  await waitForSent(key, 1);
  const { uid, tenantId, inviteId } = await get(key);
  const sent = await adminFirestore.collection('outbox').where('refs.uid', '==', uid).get();
  const [{ id } = { id: '' }] = sent.docs;
  const made = outboxId('invitation', tenantId, uid, 'forged');
  const forged = [
    // What was sent already, a name of nothing, and payloads that say themselves what is to be sent.
    ...Array.from({ length: 5 }, () => ({ id })),
    { id: made },
    { id: made, kind: 'invitation', refs: { tenantId, uid, inviteId, send: 2 } },
    { kind: 'recovery', uid, wants: 'password', nonce: 'ab'.repeat(16) },
    { tenantId, uid, inviteId, generation: 1 },
    { to: email, subject: 'Pay now' },
  ];
  for (const data of forged) expect(await forgeTask(data)).toBeLessThan(300);
  expect(await mailsTo(email)).toHaveLength(1);
  expect((await get(key)).mail).toMatchObject({ state: 'sent', sends: 1 });

  // While the same call sends what a commit of ours has written.
  const asked = await transactions(adminFirestore)(async (tx) => {
    const { invite: read } = await tx.readAll({ invite: key });
    return writeNextMail(tx, read!, new Date());
  });
  expect(await forgeTask({ id: asked!.id })).toBeLessThan(300);
  expect(await waitForMails(email, 2)).toHaveLength(2);
});
