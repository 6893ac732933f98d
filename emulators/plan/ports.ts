/** Where everything listens: the defaults, and how an environment variable moves one port or all of them. */

/** What a developer meets by default, and what the README names. */
const DEFAULT_PORTS = {
  web: 5173,
  inbox: 1080,
  smtp: 1025,
  auth: 9099,
  functions: 5001,
  /** Of tests alone: all functions in one process, with their queues. */
  handlers: 5002,
  tasks: 9499,
  firestore: 8080,
  storage: 9199,
  eventarc: 9299,
  hub: 4400,
  logging: 4500,
} as const;

export type PortName = keyof typeof DEFAULT_PORTS;
export type Ports = Record<PortName, number>;

const PORT_NAMES = Object.keys(DEFAULT_PORTS) as PortName[];
const OF_TESTS_ALONE: readonly PortName[] = ['handlers'];

/** @returns the ports that a suite listens on. */
export function portNames(forTests: boolean): PortName[] {
  return PORT_NAMES.filter((name) => forTests || !OF_TESTS_ALONE.includes(name));
}

/** A run of tests stands this far from `npm start`, so that both run side by side. */
const TEST_PORTS_ABOVE = 10_000;

/** @returns the variable that moves one port, such as `HRX_WEB_PORT` or, for tests, `HRX_TEST_WEB_PORT`. */
export function portVariable(name: PortName, forTests: boolean): string {
  return `${forTests ? 'HRX_TEST_' : 'HRX_'}${name.toUpperCase()}_PORT`;
}

/** All ports of a suite move up by this variable's number. */
export const PORTS_SHIFT_VARIABLE = 'HRX_PORTS_SHIFT';

/** @returns the number by which all ports are moved (0 when nobody asks). @throws Error when it is no number. */
export function portsShift(env: NodeJS.ProcessEnv): number {
  return numberIn(env, PORTS_SHIFT_VARIABLE, 0);
}

/**
 * @param env where the variables are looked up
 * @returns a port for each part of the suite
 * @throws Error with a sentence for the developer, when a variable is no port
 */
export function choosePorts(env: NodeJS.ProcessEnv, forTests: boolean): Ports {
  const above = (forTests ? TEST_PORTS_ABOVE : 0) + portsShift(env);
  const chosen = PORT_NAMES.map((name) => {
    const variable = portVariable(name, forTests);
    const port = numberIn(env, variable, DEFAULT_PORTS[name] + above);
    if (port < 1 || port > 65_535) {
      throw new Error(
        `${port} is not a valid port for ${name}. Set ${variable} to a number from 1 to 65535.`,
      );
    }
    return [name, port] as const;
  });
  return Object.fromEntries(chosen) as Ports;
}

function numberIn(env: NodeJS.ProcessEnv, variable: string, fallback: number): number {
  const text = env[variable];
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,5}$/.test(text)) {
    throw new Error(`${variable} is "${text}". Set it to a whole number, or remove it.`);
  }
  return Number(text);
}
