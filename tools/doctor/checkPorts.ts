import { isListening } from '../../emulators/plan/freePorts.ts';
import { portNames, PORTS_SHIFT_VARIABLE, portVariable, type PortName } from '../../emulators/plan/ports.ts';
import { HOST, planSuite, type SuitePlan } from '../../emulators/plan/suitePlan.ts';
import type { Finding } from './finding.mjs';

/**
 * @param forTests the ports of `npm test`, else those of `npm start`
 * @returns whether they are free, or taken by a suite of ours, or by something else
 */
export async function checkPorts(forTests: boolean): Promise<Finding[]> {
  const plan = planSuite(forTests, process.env);
  const names = portNames(forTests);
  const listening = await Promise.all(names.map((name) => isListening(HOST, plan.ports[name])));
  return judgePorts(
    plan,
    forTests,
    names.filter((_, index) => listening[index]),
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
  const { length } = portNames(forTests);
  if (taken.length === 0) {
    return [{ state: 'fine', what: `All ${length} ports are free. The web app uses ${plan.ports.web}.` }];
  }
  if (isOurs && taken.length === length) {
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
