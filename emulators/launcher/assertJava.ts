import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** firebase-tools 15 refuses anything older for its Firestore emulator. */
const JAVA_NEEDED = 21;

/** @throws Error with a sentence for the developer, when there is no Java, or an older one. */
export async function assertJava(): Promise<void> {
  const found = javaVersion(await javaWords());
  if (found !== undefined && found >= JAVA_NEEDED) return;
  throw new Error(
    `Google's Firestore emulator needs Java ${JAVA_NEEDED} or newer. This machine has ` +
      `${found === undefined ? 'no Java' : `Java ${found}`}. Install Java, or use \`npm start\`, which needs no Java.`,
  );
}

/** @param words what `java -version` says @returns the major version, or undefined when there is none in it */
export function javaVersion(words: string): number | undefined {
  const version = /version "(?:1\.)?(\d+)/.exec(words)?.[1];
  return version === undefined ? undefined : Number(version);
}

async function javaWords(): Promise<string> {
  try {
    return (await promisify(execFile)('java', ['-version'])).stderr;
  } catch {
    return '';
  }
}
