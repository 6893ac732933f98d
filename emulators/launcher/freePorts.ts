/** Looks at ports before anything starts, so that a taken one is a sentence and not a stack trace. */
import { connect } from 'node:net';
import { PORT_NAMES, PORTS_SHIFT_VARIABLE, portVariable, type PortName, type Ports } from './ports.ts';
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
  if (taken.length === PORT_NAMES.length) {
    throw new Error(
      `It runs already, at http://${HOST}:${ports.web}: use that one, end it, or start another beside it with ` +
        `${PORTS_SHIFT_VARIABLE}=100.`,
    );
  }
  const which = taken.map((name) => `${ports[name]} (${name}, moved by ${portVariable(name, forTests)})`);
  throw new Error(
    `Something else listens on ${which.join(' and ')}: end it, or move our ports with these variables, or all at ` +
      `once with ${PORTS_SHIFT_VARIABLE}=100.`,
  );
}
