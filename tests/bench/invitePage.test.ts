// The page of an invitation on a slow phone's network: when there is something to read, and when it can be used.
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { median, millis, print } from '../support/numbers.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

const ROUNDS = 5;
/** 400 kbit/s each way, and 400 ms for each request. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const openTab = useBrowser();

test('the page of an invitation at 400 kbit/s and 400 ms', async () => {
  const rounds: Opened[] = [];
  // The function has started before it is measured.
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await openSlowly());
  const of = (what: keyof Opened) => median(rounds.slice(1).map((each) => each[what]));

  print('something to read', millis(of('read')), 'asked for: 1500 ms');
  print('the field takes typing', millis(of('typed')), 'asked for: 5500 ms');
  print('the button sends, where it is pressed at once', millis(of('sent')), 'asked for: 5500 ms');
  print(
    'bytes of all kinds until then',
    ...(['bytesTyped', 'bytesSent'] as const).map((what) => `${of(what)}`),
  );
});

interface Opened {
  read: number;
  typed: number;
  sent: number;
  bytesTyped: number;
  bytesSent: number;
}

async function openSlowly(): Promise<Opened> {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  const bytes = await slowDown(page);
  const start = performance.now();
  const since = () => performance.now() - start;

  await page.goto(linkIn(mail!), { waitUntil: 'commit' });
  const accept = acceptPage(page);
  await accept.password.fill('a-new-long-password');
  const [typed, bytesTyped] = [since(), bytes()];
  const sending = page.waitForRequest(/\/redeemInvite$/);
  await accept.setPassword.click();
  await sending;
  const [sent, bytesSent] = [since(), bytes()];
  const read = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  );
  await page.context().close();
  return { read, typed, sent, bytesTyped, bytesSent };
}

/** @returns how many bytes have come so far, as they were sent */
async function slowDown(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  return () => bytes;
}
