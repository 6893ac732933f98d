import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertPortsFree } from './freePorts.ts';
import { portNames, type Ports } from './ports.ts';
import { HOST } from './suitePlan.ts';

let server: Server;
let taken: number;
let free: number;

beforeEach(async () => {
  const other = createServer().listen(0, HOST);
  server = createServer().listen(0, HOST);
  await Promise.all([once(other, 'listening'), once(server, 'listening')]);
  free = (other.address() as AddressInfo).port;
  taken = (server.address() as AddressInfo).port;
  other.close();
  await once(other, 'close');
});
afterEach(() => {
  server.close();
});

function allOn(port: number): Ports {
  return Object.fromEntries(portNames(true).map((name) => [name, port])) as Ports;
}

describe('assertPortsFree', () => {
  it('is content when nothing listens', async () => {
    await expect(assertPortsFree(allOn(free), false)).resolves.toBeUndefined();
  });

  it('names the taken port, and the variable that moves it', async () => {
    await expect(assertPortsFree({ ...allOn(free), web: taken }, false)).rejects.toThrow(
      `Another program uses port ${taken} (web, change it with HRX_WEB_PORT)`,
    );
    await expect(assertPortsFree({ ...allOn(free), web: taken }, true)).rejects.toThrow('HRX_TEST_WEB_PORT');
  });

  it('recognises a suite that runs already', async () => {
    await expect(assertPortsFree(allOn(taken), false)).rejects.toThrow(
      `HRX Invites is already running at http://${HOST}:${taken}`,
    );
  });
});
