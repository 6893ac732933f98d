// The outbox on Firestore and the real queue: what was lost is found and sent once.
import { expect, it, vi } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { MAILS_A_DAY_ASKED_BY_ANYBODY } from '../../functions/src/contract/limits.ts';
import { writeNextMail } from '../../functions/src/invites/send/writeNextMail.ts';
import { mailsAskedByAnybodyKey } from '../../functions/src/outbox/caps.ts';
import { takeUpOutbox } from '../../functions/src/outbox/takeUpOutbox.ts';
import { transactions } from '../../functions/src/platform/transaction.ts';
import { adminFirestore, get, patch, put } from '../support/admin.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { suiteDeps } from '../support/inProcess.ts';
import { mailsTo, waitForMails } from '../support/mailbox.ts';
import { newAddress } from '../support/people.ts';

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
