import { statfs } from 'node:fs/promises';
import { assertJava } from '../../emulators/launcher/assertJava.ts';
import { REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import type { Finding } from './finding.mjs';

/** What the unpacked browser (200 MB), the build and the logs take, with room to spare. */
const FREE_MB_NEEDED = 1000;

/** @returns whether the disk has room for what is built, unpacked and logged. */
export async function checkDisk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(REPOSITORY);
  return judgeDisk(Math.floor((bavail * bsize) / 1_000_000));
}

/** @param freeMegabytes what the disk of the repository has left */
export function judgeDisk(freeMegabytes: number): Finding {
  const what = `${freeMegabytes} MB of disk space are free`;
  if (freeMegabytes >= FREE_MB_NEEDED) return { state: 'fine', what: `${what}.` };
  return {
    state: 'wrong',
    what: `${what}. ${FREE_MB_NEEDED} MB are needed.`,
    advice: 'Free some disk space. You can always delete the folders `run` and `node_modules/.cache`.',
  };
}

/** @returns whether Google's own Firestore emulator would run; nothing else wants Java. */
export async function checkJava(): Promise<Finding> {
  try {
    await assertJava();
    return { state: 'fine', what: "Java is installed. `npm run start:official` can run Google's emulator." };
  } catch (error) {
    return { state: 'note', what: error instanceof Error ? error.message : String(error) };
  }
}
