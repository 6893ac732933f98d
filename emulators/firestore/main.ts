#!/usr/bin/env node
// Runs the embedded Firestore alone until Ctrl-C: node emulators/firestore/main.ts --port 8080 --rules firestore.rules
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

// Node keeps what it has compiled, in the folder for temporary files: from the second time on it starts in half the time.
enableCompileCache();
const { startFirestore } = await import('./server.ts');

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8080' },
    rules: { type: 'string' },
    state: { type: 'string' },
    'abort-first-attempts': { type: 'boolean', default: false },
  },
});

try {
  const firestore = await startFirestore({
    host: values.host,
    port: Number(values.port),
    abortFirstAttempts: values['abort-first-attempts'],
    ...(values.rules !== undefined && { rulesFile: values.rules }),
    ...(values.state !== undefined && { stateFile: values.state }),
  });
  console.log(`Firestore runs on ${firestore.url}. Stop it with Ctrl-C.`);

  const stop = (): void => void firestore.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${values.port} is taken: stop what runs there, or choose another with --port.`;
  }
  return error instanceof Error ? error.message : String(error);
}
