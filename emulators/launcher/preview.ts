// `npm run preview`: the built web app as it is deployed, on the Hosting emulator: beside a running `npm start`, else
// with a suite of its own.
import { isListening } from '../plan/freePorts.ts';
import type { Program } from '../programs/program.ts';
import { startSuite, type Suite } from './suite.ts';
import { HOST, planSuite, type SuitePlan } from '../plan/suitePlan.ts';
import { untilStopped } from '../programs/untilStopped.ts';
import { buildWebApp } from '../hosting/webServer.ts';
import { welcomeScreen } from './welcomeScreen.ts';
import { startHosting } from '../hosting/startHosting.ts';

interface Preview {
  words: string;
  /** Resolves with the reason, when it ends by itself. */
  broken: Promise<string>;
  close(): Promise<void>;
}

async function previewAlone(plan: SuitePlan): Promise<Preview> {
  const suite: Suite = await startSuite(plan, {
    forTests: false,
    officialFirestore: false,
    functions: ['emulator'],
    web: 'built',
    onNews: (line) => console.log(line),
  });
  return { ...suite, words: welcomeScreen(plan) };
}

/** One port above the app of `npm start`, whose emulators it uses. */
async function previewBeside(plan: SuitePlan): Promise<Preview> {
  const port = plan.ports.web + 1;
  if (await isListening(HOST, port)) {
    throw new Error(
      `Port ${port} is used by another program, and the preview needs it. Stop that program and try again.`,
    );
  }
  await buildWebApp(plan);
  const hosting: Program = await startHosting(plan, port);
  return {
    words:
      `The built app is at http://${HOST}:${port}. It uses the emulators of the running \`npm start\`. Links in emails open ` +
      `${plan.webUrl}. Change the port to ${port} to open them here. Press Ctrl-C to stop the preview.`,
    broken: hosting.ended.then(({ words }) => `${words}. See ${hosting.logFile}.`),
    close: () => hosting.stop(),
  };
}

let preview: Preview | undefined;
try {
  const stopped = untilStopped();
  const plan = planSuite(false, process.env);
  const isRunning = await isListening(HOST, plan.ports.functions);
  console.log('Building the web app…');
  const starting = isRunning ? previewBeside(plan) : previewAlone(plan);
  preview = await Promise.race([starting, stopped.then(() => undefined)]);
  if (preview) {
    console.log(preview.words);
    const reason = await Promise.race([preview.broken, stopped.then(() => undefined)]);
    if (reason) throw new Error(reason);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await preview?.close();
// What was still starting when it was stopped ends with this process: see leash.mjs.
process.exit();
