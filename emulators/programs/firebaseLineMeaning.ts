/** Reads the Firebase CLI's output, which is the only place where it says some things. */

export type FirebaseLineMeaning =
  | { kind: 'ready' }
  | { kind: 'functions-loaded' }
  | { kind: 'problem'; text: string };

const LONGEST = 300;
/** Said at every start without a login or a network, and true of no problem. */
const HARMLESS = [
  /not authenticated/i,
  /You are not currently authenticated/i,
  /multiple instances of the emulator suite/,
  /emulators? (is|are) not running/i,
  /will affect production/,
  /function ignored/,
  /Emulator UI is not starting/,
  /Node\.js version/,
  /Unable to fetch the CLI MOTD/,
];

/** @returns what a line of the CLI (firebase-tools 15) or of a function says to us, or undefined when nothing. */
export function firebaseLineMeaning(line: string): FirebaseLineMeaning | undefined {
  if (line.includes('All emulators ready!')) return { kind: 'ready' };
  if (line.includes('Loaded functions definitions from source')) return { kind: 'functions-loaded' };
  const problem = functionError(line) ?? emulatorWarning(line);
  return problem === undefined ? undefined : { kind: 'problem', text: cut(problem) };
}

/** `>  {"severity":"ERROR","message":"…"}`: a structured log line of a function. */
function functionError(line: string): string | undefined {
  const json = /^>\s+(\{.*\})\s*$/.exec(line)?.[1];
  if (!json) return undefined;
  try {
    const { severity, message } = JSON.parse(json) as { severity?: string; message?: string };
    const serious = ['ERROR', 'CRITICAL', 'ALERT', 'EMERGENCY'].includes(severity ?? '');
    return serious ? `A function reports: ${message ?? json}` : undefined;
  } catch {
    return undefined;
  }
}

function emulatorWarning(line: string): string | undefined {
  const text = /^(?:\u26a0|\u2b22|Error:)\s*(.*)$/.exec(line)?.[1];
  return text && !HARMLESS.some((pattern) => pattern.test(text)) ? text : undefined;
}

function cut(text: string): string {
  const firstLine = text.split('\n', 1)[0] ?? '';
  return firstLine.length > LONGEST ? `${firstLine.slice(0, LONGEST)}…` : firstLine;
}
