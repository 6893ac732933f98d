import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseLinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { functionsEnvironmentFiles, localLinkKey } from './functionsEnvironment.ts';
import { planSuite } from './suitePlan.ts';

const plan = planSuite(false, { HRX_PORTS_SHIFT: '100' });
const files = functionsEnvironmentFiles(plan);

describe('the local parameters of the functions', () => {
  it('has a value for every parameter and every secret, and for nothing else', async () => {
    const source = await readFile(new URL('../../functions/src/platform/params.ts', import.meta.url), 'utf8');
    const declared = [...source.matchAll(/define(Secret|[A-Z]\w+)\('(\w+)'/g)];
    const named = (secret: boolean) =>
      declared.filter(([, kind]) => (kind === 'Secret') === secret).map(([, , name]) => name);

    expect(declared).not.toEqual([]);
    expect(Object.keys(parseEnv(files['.env.demo-hrx']!)).sort()).toEqual(named(false).sort());
    expect(Object.keys(parseEnv(files['.secret.local']!)).sort()).toEqual(named(true).sort());
  });

  it('points links at the web app and mail at the mail server of this suite', () => {
    expect(parseEnv(files['.env.demo-hrx']!)).toMatchObject({ FRONTEND_URL: 'http://127.0.0.1:5273' });
    expect(parseEnv(files['.secret.local']!)).toMatchObject({ SMTP_URI: 'smtp://127.0.0.1:1125' });
  });

  it('derives links with a key that the functions accept, the same at every start', () => {
    expect(parseLinkKeys(localLinkKey(plan)).currentKeyId).toBe('local');
    expect(localLinkKey(plan)).toBe(localLinkKey(planSuite(false, {})));
    expect(localLinkKey(plan)).not.toBe(localLinkKey(planSuite(true, {})));
  });
});
