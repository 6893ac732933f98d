import { expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, find, get, patch } from '../support/admin.ts';
import { newTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { openBrowser } from '../support/people.ts';
import { runSchedule } from '../support/runSchedule.ts';
import { secretOf } from '../support/factories.ts';
import { suite } from '../support/suite.ts';

const DAY_MILLIS = 24 * 3600_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MILLIS);

async function kindsOf(tenantId: string, uid: string): Promise<unknown[]> {
  const { docs } = await adminFirestore.collection(paths.inviteEvents(tenantId, uid)).get();
  return docs.map((event) => event.get('kind') as unknown);
}

it('records that an invitation has expired, frees its seat and takes the role back [SWEEP-01]', async () => {
  const tenant = await newTenant();
  const { uid } = await invited(tenant);
  const other = await invited(tenant);
  const settings = documentKeys.tenantSettings(tenant.id);
  expect(await get(settings)).toMatchObject({ seatsUsed: 3, pendingInvites: 2 });
  await patch(documentKeys.pendingInvite(tenant.id, uid), { expiresAt: new Date(Date.now() - 1) });

  await runSchedule('sweepInvites');

  expect(await get(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({ status: 'expired' });
  expect(await get(documentKeys.pendingInvite(tenant.id, other.uid))).toMatchObject({ status: 'pending' });
  expect(await get(settings)).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
  expect(await find(documentKeys.member(tenant.id, uid))).toBeUndefined();
  expect((await adminAuth.getUser(uid)).customClaims).toEqual({ roles: {} });
  expect((await adminAuth.getUser(other.uid)).customClaims?.['roles']).toHaveProperty(tenant.id);
});

it('deletes an account that nothing needs, and erases an old address [SWEEP-05, SWEEP-07]', async () => {
  const tenant = await newTenant();
  const { uid } = await invited(tenant);
  const other = await invited(tenant);
  await tenant.admin.call('revokeInvite', { tenantId: tenant.id, uid, reason: 'Wrong person' });
  await patch(documentKeys.user(uid), { idleSince: ago(2) });
  await patch(documentKeys.pendingInvite(tenant.id, uid), { endedAt: ago(91) });

  await runSchedule('sweepInvites');

  await expect(adminAuth.getUser(uid)).rejects.toMatchObject({ code: 'auth/user-not-found' });
  await adminAuth.getUser(other.uid);
  const erased = await get(documentKeys.pendingInvite(tenant.id, uid));
  expect(erased).toMatchObject({ status: 'revoked', email: '', revokedReason: null });
  expect(await kindsOf(tenant.id, uid)).toEqual(['address_erased']);
  expect(await get(documentKeys.pendingInvite(tenant.id, other.uid))).toMatchObject({ email: other.email });
});

it('reminds once, and stops reminders by what the mail program posts [SWEEP-08, SWEEP-09]', async () => {
  const tenant = await newTenant();
  const { uid, email } = await invited(tenant);
  const key = documentKeys.pendingInvite(tenant.id, uid);
  await patch(key, { nearEndAt: new Date(Date.now() - 1) });

  await runSchedule('remindInvitees');
  await runSchedule('remindInvitees');

  const mails = await waitForMails(email, 2);
  const reminder = mails.find(({ subject }) => subject.startsWith('Reminder: '))!;
  const source = await (await fetch(`${suite.inboxUrl}/api/messages/${reminder.id}/source`)).text();
  const [, url = ''] = /^List-Unsubscribe: <([^>]+)>\r?$/m.exec(source.replaceAll(/\r\n\s/g, ' ')) ?? [];
  expect(url).toContain(`${suite.functionsUrl}/unsubscribe/`);

  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('<form method="post">');
  expect(await get(key)).toMatchObject({ remindersOff: false });

  const posted = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(posted.status).toBe(200);
  expect(await get(key)).toMatchObject({ remindersOff: true, status: 'pending' });
  expect(await kindsOf(tenant.id, uid)).toEqual(expect.arrayContaining(['reminded', 'reminders_off']));
  expect(
    (await fetch(`${suite.functionsUrl}/unsubscribe/${'0'.repeat(64)}`, { method: 'POST' })).status,
  ).toBe(404);
});

it('mails a fresh link to the invited address, which opens the renewed invitation [LINK-20]', async () => {
  const tenant = await newTenant();
  const { uid, email, mailed, inviteId } = await invited(tenant);
  await waitForMails(email);
  const key = documentKeys.pendingInvite(tenant.id, uid);
  await patch(key, { expiresAt: new Date(Date.now() - 1) });
  await runSchedule('sweepInvites');
  const nobody = openBrowser();
  expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ status: 'expired' });

  expect(await nobody.call('requestFreshLink', { secret: mailed })).toEqual({});

  expect((await get(key)).inviteId).not.toBe(inviteId);
  const [, fresh] = await waitForMails(email, 2);
  const opened = await nobody.call('getInvite', { secret: secretOf(linkIn(fresh!)) });
  expect(opened).toMatchObject({ status: 'pending', tenantName: tenant.name });
  expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ status: 'replaced' });
});
