import { expect, test } from 'vitest';
import deployed from '../../firebase.json' with { type: 'json' };
import { planSuite } from '../plan/suitePlan.ts';
import { localHostingConfig } from './localHosting.ts';

const plan = planSuite(true, {});

test('hosting on this machine differs by the folder, three emulators to connect to and one of them to frame', () => {
  const { hosting } = localHostingConfig(plan, 4567);

  const auth = ' http://127.0.0.1:19099';
  const emulators = `${auth} http://127.0.0.1:15001 http://127.0.0.1:18080`;
  const told = JSON.stringify(hosting.headers);
  expect(told).toContain(`connect-src 'self'${emulators} https://identitytoolkit`);
  expect(told).toContain(`frame-src 'self'${auth} https://`);
  const { rewrites, ignore } = deployed.hosting;
  const headers: unknown = JSON.parse(told.replace(emulators, '').replace(auth, ''));
  expect({ ...hosting, headers }).toEqual({
    public: 'app',
    rewrites: rewrites.filter((rewrite) => !('function' in rewrite)),
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
