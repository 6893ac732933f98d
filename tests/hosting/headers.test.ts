import { describe, expect, test } from 'vitest';
import type * as functions from '../../functions/src/index.ts';
import deployed from '../../firebase.json' with { type: 'json' };
import { readManifest } from '../support/builtApp.ts';
import { suite } from '../support/suite.ts';

/** The connections that only this machine has, and the policy that is left without them: see localHosting.ts. */
const EMULATORS = / http:\/\/127\.0\.0\.1:\d+/g;

function ask(path: string): Promise<Response> {
  return fetch(`${suite.webUrl}${path}`);
}

/** @returns one header of every answer of the same kind, which must agree. */
function directive(response: Response, name: string): string[] {
  const policy = response.headers.get('content-security-policy')?.replace(EMULATORS, '') ?? '';
  const [found] = policy.split('; ').filter((each) => each.startsWith(`${name} `));
  return found?.split(' ').slice(1) ?? [];
}

const PAGES = [
  '/',
  '/invite',
  '/invite.html',
  '/t/acme/invitations',
  '/sign-in',
  '/no/such/page',
  '/index.html',
];
const FILES = ['/icon.svg', '/assets/of-an-earlier-build.js'];

test('what the policy refuses is reported to a function of ours, which is deployed [ATTACK-39]', () => {
  const rewrite = deployed.hosting.rewrites.find(({ source }) => source === '/reports/policy');
  expect(rewrite).toMatchObject({
    function: { functionId: 'policyReports' satisfies keyof typeof functions },
  });
});

describe.each([...PAGES, ...FILES])('%s', (path) => {
  test('has what its policy refuses reported to us [ATTACK-39]', async () => {
    const response = await ask(path);
    expect(directive(response, 'report-to')).toEqual(['policy']);
    expect(directive(response, 'report-uri')).toEqual(['/reports/policy']);
    expect(response.headers.get('reporting-endpoints')).toBe('policy="/reports/policy"');
  });

  test('runs no script but ours and Google’s two, each named, and none that is written into a page', async () => {
    const sources = directive(await ask(path), 'script-src');
    expect(sources[0]).toBe("'self'");
    for (const source of sources.slice(1)) {
      // A whole host of Google's would let in what else it serves: each is a path.
      expect(source).toMatch(/^https:\/\/(apis|www)\.(google|gstatic)\.com\/[\w/.]+$/);
    }
  });

  test('shows in no frame, embeds no object, keeps its base, and sends forms to itself alone', async () => {
    const response = await ask(path);
    expect(directive(response, 'frame-ancestors')).toEqual(["'none'"]);
    expect(directive(response, 'object-src')).toEqual(["'none'"]);
    expect(directive(response, 'base-uri')).toEqual(["'none'"]);
    expect(directive(response, 'form-action')).toEqual(["'self'"]);
    expect(directive(response, 'default-src')).toEqual(["'none'"]);
  });

  test('tells no other site where somebody came from, and is taken for what it says [LINK-02]', async () => {
    const { headers } = await ask(path);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    // `same-origin` would cut the popup of Google's sign-in off.
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups');
  });
});

test.each(PAGES)(
  '%s is the app, kept by nobody, without a script or handler in the page itself [ATTACK-12]',
  async (path) => {
    const response = await ask(path);
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).toMatch(/<script type="module"[^>]* src="\/assets\/[\w-]+\.js"><\/script>/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=/);
  },
);

test('a file with a hash in its name is kept for a year', async () => {
  const { file } = (await readManifest())['index.html']!;
  const response = await ask(`/${file}`);

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('javascript');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('a file of an earlier build is not found: a page in its place would be kept for a year', async () => {
  expect((await ask('/assets/of-an-earlier-build.js')).status).toBe(404);
});
