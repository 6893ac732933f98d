import { expect, test } from 'vitest';
import deployed from '../../firebase.json' with { type: 'json' };
import { planSuite } from '../launcher/suitePlan.ts';
import { localHostingConfig } from './localHosting.ts';

const plan = planSuite(true, {});

test('hosting on this machine differs from what is deployed by the folder and by three emulators to connect to', () => {
  const { hosting } = localHostingConfig(plan, 4567);

  const emulators = ' http://127.0.0.1:19099 http://127.0.0.1:15001 http://127.0.0.1:18080';
  expect(JSON.stringify(hosting.headers)).toContain(`connect-src 'self'${emulators} https://identitytoolkit`);
  const { rewrites, ignore } = deployed.hosting;
  const headers: unknown = JSON.parse(JSON.stringify(hosting.headers).replace(emulators, ''));
  expect({ ...hosting, headers }).toEqual({
    public: 'app',
    rewrites,
    ignore,
    headers: deployed.hosting.headers,
  });
});

test('it listens on this machine alone, on the port that was asked for, and takes none of the suite', () => {
  expect(localHostingConfig(plan, 4567).emulators).toMatchObject({
    hosting: { host: '127.0.0.1', port: 4567 },
    hub: { host: '127.0.0.1', port: 14_401 },
    logging: { host: '127.0.0.1', port: 14_501 },
    ui: { enabled: false },
  });
});
