// From a change to the row in another browser, in bare round trips: a write of Firestore until a listener has it.
import { onSnapshot, doc } from 'firebase/firestore';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { PendingInviteDocument, Written } from '../../functions/src/contract/documents.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { adminFirestore, get, patch, put } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant, type TestTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { waitForMails } from '../support/mailbox.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { unique } from '../support/people.ts';
import { median, millis, percentile, print, ratio, timed, timedOften } from '../support/numbers.ts';

const ROUNDS = 25;
const WARM_UP = 3;
const openTab = useBrowser();

test('from a change to the row in another browser', async () => {
  const tenant = await newTenant();
  const { uid } = await tenant.admin.call('inviteUser', invitation(tenant.id));
  const model = await get(documentKeys.pendingInvite(tenant.id, uid));
  const [inviting, watching] = [(await openTab()).page, (await openTab()).page];
  const path = invitationsPage(inviting).path(tenant.id);
  for (const page of [inviting, watching]) await openSignedIn(page, path, tenant.admin.email);
  await shows(watching, model.email);

  const bare = await timeBareWrites(tenant);
  const written = (await timedOften(ROUNDS, () => writeAndSee(model, watching))).slice(WARM_UP);
  const invited: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    invited.push(await inviteAndSee(tenant, inviting, watching));

  const floor = median(bare);
  print('bare write until a listener has it, p50', millis(floor));
  for (const [what, times] of [
    ['a write until the row is in the browser', written],
    ['“Send invitation” in one browser until the row is in another', invited.slice(WARM_UP)],
  ] as const) {
    const [p50, p95] = [median(times), percentile(times, 0.95)];
    print(what, `p50 ${millis(p50)}, ${ratio(p50, floor)} a bare round trip`, `p95 ${millis(p95)}`);
  }
});

/** A write by the Admin SDK, until a listener of the web SDK has it. */
async function timeBareWrites({ id, admin }: TestTenant): Promise<number[]> {
  let seen: (name: string) => void = () => undefined;
  const stop = onSnapshot(doc(firestoreAs(admin), documentKeys.tenant(id).path), (snapshot) => {
    seen(String(snapshot.get('name')));
  });
  const times = await timedOften(ROUNDS, async () => {
    const name = unique('Tenant');
    const there = new Promise<void>((resolve) => (seen = (now) => now === name && resolve()));
    await patch(documentKeys.tenant(id), { name });
    await there;
  });
  stop();
  return times.slice(WARM_UP);
}

/** One document as `inviteUser` writes it, without the callable around it. */
async function writeAndSee(model: PendingInviteDocument, watching: Page): Promise<void> {
  const uid = unique('uid');
  const email = `${uid}@people.example`;
  const seen = shows(watching, email);
  const document = {
    ...model,
    uid,
    email,
    createdAt: new Date(),
  } as unknown as Written<PendingInviteDocument>;
  await put(documentKeys.pendingInvite(model.tenantId, uid), document);
  await seen;
}

async function inviteAndSee(tenant: TestTenant, inviting: Page, watching: Page): Promise<number> {
  await adminFirestore.doc(bucketKey('invites', tenant.admin.uid).path).delete();
  const person = invitation(tenant.id);
  const form = await invitationsPage(inviting).openForm('worker');
  await form.fill(person);
  const seen = shows(watching, person.email);
  const took = await timed(async () => {
    await form.submit.click();
    await seen;
  });
  await form.success(person.firstName).waitFor();
  await form.done.click();
  await form.dialog.waitFor({ state: 'hidden' });
  // So that nothing else runs during the next one.
  await waitForMails(person.email);
  return took;
}

/** Resolves when the page shows the text; looked at with every change of the page. */
function shows(page: Page, text: string): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const isThere = (): boolean => document.body.textContent.includes(wanted);
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          resolve();
        });
        if (isThere()) resolve();
        else observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    text,
  );
}
