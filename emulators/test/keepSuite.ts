import { startSuite } from '../launcher/suite.ts';
import { planSuite } from '../plan/suitePlan.ts';

/**
 * Keeps the suite of the tests running, so that `npm run test:callables` and the like start at once.
 *
 * @param stopped resolves when the developer wants the end
 * @returns whether it ended because it was asked to
 */
export async function keepSuite(stopped: Promise<void>): Promise<boolean> {
  const plan = planSuite(true, process.env);
  console.log('The suite for tests is starting…');
  const suite = await startSuite(plan, {
    forTests: true,
    officialFirestore: false,
    functions: ['emulator', 'process'],
    web: 'sources',
    onNews: (line) => console.log(line),
  });
  console.log(`It is running: ${plan.webUrl}, inbox ${plan.inboxUrl}. Press Ctrl-C to stop it.`);
  const reason = await Promise.race([suite.broken, stopped]);
  await suite.close();
  if (reason) console.error(reason);
  return !reason;
}
