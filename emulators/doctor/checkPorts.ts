import { isListening } from '../launcher/freePorts.ts';
import { PORT_NAMES, PORTS_SHIFT_VARIABLE, portVariable, type PortName } from '../launcher/ports.ts';
import { HOST, planSuite, type SuitePlan } from '../launcher/suitePlan.ts';
import type { Finding } from './finding.mjs';

/**
 * @param forTests the ports of `npm test`, else those of `npm start`
 * @returns whether they are free, or taken by a suite of ours, or by something else
 */
export async function checkPorts(forTests: boolean): Promise<Finding[]> {
  const plan = planSuite(forTests, process.env);
  const listening = await Promise.all(PORT_NAMES.map((name) => isListening(HOST, plan.ports[name])));
  return judgePorts(
    plan,
    forTests,
    PORT_NAMES.filter((_, index) => listening[index]),
    await isOurInbox(plan),
  );
}

/**
 * @param taken where something listens
 * @param isOurs whether our inbox answers there
 */
export function judgePorts(
  plan: SuitePlan,
  forTests: boolean,
  taken: PortName[],
  isOurs: boolean,
): Finding[] {
  if (taken.length === 0) {
    return [
      { state: 'fine', what: `All ${PORT_NAMES.length} ports are free. The web app uses ${plan.ports.web}.` },
    ];
  }
  if (isOurs && taken.length === PORT_NAMES.length) {
    return [{ state: 'fine', what: `It is already running at ${plan.webUrl}.` }];
  }
  return taken.map((name) => ({
    state: 'wrong',
    what: `Port ${plan.ports[name]} (${name}) is used by another program.`,
    advice:
      `Stop that program. Or use another port with ${portVariable(name, forTests)}=<port>, or move all ports with ` +
      `${PORTS_SHIFT_VARIABLE}=100.`,
  }));
}

async function isOurInbox(plan: SuitePlan): Promise<boolean> {
  try {
    const response = await fetch(`${plan.inboxUrl}/api/messages?to=nobody@example.com`);
    return Array.isArray(await response.json());
  } catch {
    return false;
  }
}
