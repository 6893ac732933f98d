/** After the rules tests: says which expressions of firestore.rules they have not seen true and false. */
import { HOST, planSuite } from '../../emulators/plan/suitePlan.ts';
import { gapsIn, readRuleCoverage } from '../support/ruleCoverage.ts';

export default function printCoverage(): () => Promise<void> {
  return async () => {
    const address =
      process.env['FIRESTORE_EMULATOR_HOST'] ?? `${HOST}:${planSuite(true, process.env).ports.firestore}`;
    const reports = await readRuleCoverage(`http://${address}`).catch(() => null);
    // Only some of the files were run, or Google's emulator runs them, whose reports look different.
    if (!reports) return;
    const { total, gaps } = gapsIn(reports);
    console.log(
      `firestore.rules: ${total - gaps.length} of ${total} expressions were seen with all their outcomes.`,
    );
    for (const { line, text, missing } of gaps) console.log(`  line ${line}, ${missing}: ${text}`);
  };
}
