/** Looks at ports before anything starts, so that a taken one is a sentence and not a stack trace. */
import { connect } from 'node:net';
import { PORT_NAMES, portVariable, type PortName, type Ports } from './ports.ts';
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
  const taken: PortName[] = [];
  for (const name of PORT_NAMES) {
    if (await isListening(HOST, ports[name])) taken.push(name);
  }
  if (taken.length === 0) return;
  const [first] = taken;
  const which = taken.map((name) => `${ports[name]} (${name})`).join(', ');
  throw new Error(
    `${taken.length === 1 ? 'Port' : 'Ports'} ${which} ${taken.length === 1 ? 'is' : 'are'} taken: end what runs ` +
      `there (another suite, perhaps), or move ${taken.length === 1 ? 'it' : 'them'}, for example with ` +
      `${first ? portVariable(first, forTests) : ''}=… or, all at once, HRX_PORTS_SHIFT=100.`,
  );
}
