import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { suite } from '../support/suite.ts';

const openTab = useBrowser();
let server: Server;
let foreignOrigin: string;

beforeAll(async () => {
  // `/?<address>` frames that address; `/plain` is what frames well.
  server = createServer((request, response) => {
    const framed = decodeURIComponent(request.url?.split('?')[1] ?? '');
    const body = framed ? `<iframe src="${framed}" title="framed"></iframe>` : '<h1>Framed</h1>';
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Content-Type', 'text/html');
    response.end(`<title>Elsewhere</title>${body}`);
  });
  server.listen(0, suite.host);
  await once(server, 'listening');
  foreignOrigin = `http://${suite.host}:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each(['/', '/invite', '/sign-in'])(
  '%s does not show in a frame of another origin [ATTACK-12]',
  async (path) => {
    const tab = await openTab();
    tab.allow(/frame-ancestors 'none'|Framing '.*' violates/);
    tab.allow(/status of 404 .*favicon/);
    await tab.page.goto(`${foreignOrigin}/?${encodeURIComponent(suite.webUrl + path)}`);

    const frame = tab.page.frames()[1]!;
    expect(frame.url()).toContain('chrome-error://');
    expect(tab.complaints.filter((each) => each.includes('frame-ancestors'))).toHaveLength(1);
  },
);

test('what forbids nothing does show there', async () => {
  const tab = await openTab();
  await tab.page.goto(`${foreignOrigin}/?${encodeURIComponent(`${foreignOrigin}/plain`)}`);

  expect(tab.page.frames()[1]!.url()).toBe(`${foreignOrigin}/plain`);
  await tab.page.frameLocator('iframe').getByRole('heading', { name: 'Framed' }).waitFor();
});

test('a script that got into a page neither runs nor tells anybody', async () => {
  const tab = await openTab();
  tab.allow(/Content Security Policy/);
  await tab.page.goto('/');
  await tab.page.getByRole('heading', { level: 1 }).waitFor();

  const ran = await tab.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "It ran"';
    document.head.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'document.title = "It ran"');
    image.src = '/no/such/image';
    return new Promise((resolve) => {
      // Ours comes after the handler of the attribute.
      image.addEventListener('error', () => resolve(document.title === 'It ran'));
      document.body.append(image);
    });
  });
  const told = await tab.page.evaluate(
    (origin) =>
      fetch(origin).then(
        () => true,
        () => false,
      ),
    `${foreignOrigin}/plain`,
  );
  expect({ ran, told }).toEqual({ ran: false, told: false });
  // The same request from a page without a policy arrives.
  const elsewhere = await openTab();
  await elsewhere.page.goto(`${foreignOrigin}/plain`);
  expect(
    await elsewhere.page.evaluate((origin) => fetch(origin).then(({ ok }) => ok), `${foreignOrigin}/plain`),
  ).toBe(true);
});
