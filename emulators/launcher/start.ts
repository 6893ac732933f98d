// `npm start`: the whole product on this machine, until Ctrl-C. `--official` takes Google's Firestore emulator, `--keep` keeps
// the data until the next start with `--keep`.
import path from 'node:path';
import { assertJava } from './assertJava.ts';
import { welcomeScreen } from './welcomeScreen.ts';
import { startSuite, type Suite } from './suite.ts';
import { planSuite, REPOSITORY } from '../plan/suitePlan.ts';
import { untilStopped } from '../programs/untilStopped.ts';

const officialFirestore = process.argv.includes('--official');
const keeps = process.argv.includes('--keep');
let suite: Suite | undefined;
try {
  const stopped = untilStopped();
  if (officialFirestore) await assertJava();
  if (officialFirestore && keeps) {
    throw new Error("Google's Firestore emulator keeps nothing here: leave out --official or --keep.");
  }
  const plan = planSuite(false, process.env);
  console.log('HRX Invites is starting…');
  const starting = startSuite(plan, {
    forTests: false,
    officialFirestore,
    functions: ['emulator'],
    web: 'sources',
    ...(keeps && { keepFolder: path.join(REPOSITORY, '.local', `kept-${path.basename(plan.folder)}`) }),
    onNews: (line) => console.log(line),
  });
  suite = await Promise.race([starting, stopped.then(() => undefined)]);
  if (suite) {
    console.log(welcomeScreen(plan, keeps));
    const reason = await Promise.race([suite.broken, stopped.then(() => undefined)]);
    if (reason) throw new Error(reason);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await suite?.close();
// What was still starting when it was stopped ends with this process: see leash.mjs.
process.exit();
