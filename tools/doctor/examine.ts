// The second half of `npm run doctor`, on the project's own Node.
import { checkBrowser } from './checkBrowser.ts';
import { checkDisk, checkJava } from './checkMachine.ts';
import { checkPorts } from './checkPorts.ts';
import { checkProjectFiles } from './checkProjectFiles.ts';
import { sayFinding, type Finding } from './finding.mjs';
import { PRODUCTION_SETTINGS } from './productionSettings.ts';

const findings: Finding[] = [];

function say(title: string, found: Finding[]): void {
  console.log(`\n${title}`);
  for (const finding of found) console.log(sayFinding(finding));
  findings.push(...found);
}

if (process.argv.includes('--project')) {
  say('Files in this repository', await checkProjectFiles());
  console.log('\nSettings to check yourself (the doctor has no access to your project)');
  for (const { what, why, how } of PRODUCTION_SETTINGS)
    console.log(`  • ${what}\n      ${why}\n      ${how}`);
  console.log('\nStep by step: docs/deploy.md.');
} else {
  say('`npm start`', await checkPorts(false));
  say('`npm test`', [...(await checkPorts(true)), await checkBrowser(), await checkDisk()]);
  say('Optional', [await checkJava()]);
}
process.exitCode = findings.some(({ state }) => state === 'wrong') ? 1 : 0;
