import { describe, expect, it } from 'vitest';
import { REPORTS_A_MINUTE } from '../../functions/src/contract/limits.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { get, put } from '../support/admin.ts';
import { newNetwork } from '../support/newNetwork.ts';
import { suite } from '../support/suite.ts';

const OLDER = {
  'csp-report': {
    'violated-directive': 'img-src',
    'blocked-uri': 'https://evil.example/x',
    'document-uri': 'https://a.example/invite',
  },
};
const CURRENT = [
  {
    type: 'csp-violation',
    body: {
      effectiveDirective: 'script-src-elem',
      blockedURL: 'inline',
      documentURL: 'https://a.example/sign-in',
    },
  },
];

/** Sends what a browser of that network does. */
function send(body: unknown, type: string, network: string): Promise<Response> {
  return fetch(`${suite.functionsUrl}/policyReports`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-forwarded-for': `${network}::1` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('reports about the policy', () => {
  it.each([
    ['application/csp-report', OLDER],
    ['application/reports+json', CURRENT],
  ])('are taken as %s [ATTACK-39]', async (type, body) => {
    const network = newNetwork();
    expect((await send(body, type, network)).status).toBe(204);
    expect((await get(bucketKey('reports', network))).takenAt).toHaveLength(1);
  });

  it('are refused where they are none, and where one network sends too many [ATTACK-39]', async () => {
    const network = newNetwork();
    expect((await send({ any: 'thing' }, 'application/csp-report', network)).status).toBe(400);
    expect((await send('x'.repeat(20_000), 'application/csp-report', network)).status).toBe(413);
    const takenAt = Array.from({ length: REPORTS_A_MINUTE }, () => Date.now());
    await put(bucketKey('reports', network), { takenAt, expireAt: new Date(Date.now() + 60_000) });
    const refused = await send(OLDER, 'application/csp-report', network);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send(OLDER, 'application/csp-report', newNetwork())).status).toBe(204);
  });
});
