/** Looks at ports before anything starts, so that a taken one is a sentence and not a stack trace. */
import { connect } from 'node:net';
import { portNames, PORTS_SHIFT_VARIABLE, portVariable, type PortName, type Ports } from './ports.ts';
import { HOST } from './suitePlan.ts';

/** @returns whether something accepts connections there. */
export function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/**
 * @param ports all ports of the suite that is about to start
 * @throws Error with a sentence that names each taken port, and how to move it
 */
export async function assertPortsFree(ports: Ports, forTests: boolean): Promise<void> {
  const names = portNames(forTests);
  const taken: PortName[] = [];
  for (const name of names) {
    if (await isListening(HOST, ports[name])) taken.push(name);
  }
  if (taken.length === 0) return;
  if (taken.length === names.length) {
    throw new Error(
      `HRX Invites is already running at http://${HOST}:${ports.web}. Use it or stop it. To start a second one, set ` +
        `${PORTS_SHIFT_VARIABLE}=100.`,
    );
  }
  const which = taken.map(
    (name) => `${ports[name]} (${name}, change it with ${portVariable(name, forTests)})`,
  );
  throw new Error(
    `Another program uses port ${which.join(' and ')}. Stop it, or change our ports with these variables. ` +
      `${PORTS_SHIFT_VARIABLE}=100 moves all ports.`,
  );
}
